"""Which sentences correspond, told by articles of an invented language whose words are letters."""

from __future__ import annotations

import pytest
from by_hand import article_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from toy_encoder import ToyEncoder

from tui.alignment import Bead, align
from tui.articles import SIDES, Side, article_from_text

A = "The ferry left Ostia harbour before dawn."
B = "Nobody aboard had slept since Thursday night."
C = "Captain Moro counted seventeen crates of lemons."
D = "Rain hid the lighthouse and both its lamps."
E = "Customs officers waited beside a green van."
F = "Her brother owned every warehouse along that street."
G = "Prices doubled after last winter's frost."
H = "They shook hands, signed nothing, drove home."
X = "Meanwhile astronomers photographed an unknown comet twice."
Y = "Gardeners prefer copper spades for clay soils."


def beads(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    """The beads between two articles of one paragraph."""
    alignment = align(article_of([source]), article_of([target], "it"), ToyEncoder())
    return [(bead.source, bead.target, bead.moved) for bead in alignment.beads]


def test_sentences_in_the_same_order_stand_one_to_one() -> None:
    assert beads([A, B, C], [A, B, C]) == [((i,), (i,), False) for i in range(3)]


def test_a_sentence_left_out_has_no_counterpart() -> None:
    assert beads([A, B, C], [A, C]) == [((0,), (0,), False), ((1,), (), False), ((2,), (1,), False)]


def test_a_sentence_added_has_no_counterpart() -> None:
    assert beads([A, B], [A, X, B]) == [((0,), (0,), False), ((), (1,), False), ((1,), (2,), False)]


def test_another_sentence_in_the_same_place_is_no_counterpart() -> None:
    found = beads([A, B, C], [A, X, C])
    assert ((1,), (), False) in found
    assert ((), (1,), False) in found


def test_one_sentence_split_in_three_is_one_bead() -> None:
    parts = ["Captain Moro counted.", "Seventeen crates.", "Of lemons."]
    assert beads([A, C, D], [A, *parts, D])[1] == ((1,), (1, 2, 3), False)


def test_two_sentences_merged_into_one_are_one_bead() -> None:
    assert beads([A, B, C, D], [A, f"{B[:-1]} and {C}", D])[1] == ((1, 2), (1,), False)


def test_a_passage_that_stands_elsewhere_is_moved_not_missing() -> None:
    found = beads([A, B, C, D, E, F, G, H], [A, D, E, F, G, H, B, C])
    assert ((1,), (6,), True) in found
    assert ((2,), (7,), True) in found
    assert all(source and target for source, target, _ in found)


def test_a_heading_moves_with_its_text() -> None:
    """Though nothing shows that two words are each other's translation."""
    found = beads([A, B, "Kite", C, D, E, F, G], [A, B, D, E, F, G, "Sail", C])
    assert ((2,), (6,), True) in found


def test_a_sentence_in_capitals_is_read_as_one_in_small_letters() -> None:
    assert beads([A.upper(), B], [A.capitalize(), B]) == [((0,), (0,), False), ((1,), (1,), False)]
    assert beads([A, B.upper()], [A, X.upper(), B])[-1] == ((1,), (2,), False)


def test_of_two_passages_that_changed_places_the_shorter_moved() -> None:
    found = beads([A, B, C, D, E], [D, E, A, B, C])
    assert {source for source, _, moved in found if moved} == {(3,), (4,)}


def test_what_stands_in_the_place_of_moved_text_does_not_take_its_name() -> None:
    found = beads([A, B, C, D, E, F], [A, X, C, D, E, F, B])
    assert ((1,), (6,), True) in found
    assert ((), (1,), False) in found


def test_articles_with_nothing_in_common_have_no_links() -> None:
    assert all(not (source and target) for source, target, _ in beads([A, B], [X, Y]))


def test_one_sentence_a_side_is_enough() -> None:
    assert beads([A], [A]) == [((0,), (0,), False)]
    assert beads([A], [X]) == [((0,), (), False), ((), (0,), False)]


def test_an_equal_sentence_is_surer_than_a_similar_one() -> None:
    alignment = align(article_of([[A, B]]), article_of([[A, "Nobody had slept there."]]), ToyEncoder())
    equal, similar = alignment.beads
    assert equal.score > 0.99 > similar.score > 0.3


@pytest.mark.dear
def test_progress_rises_to_the_end() -> None:
    told: list[float] = []
    align(article_of([[A, B] * 200]), article_of([[A, B] * 200]), ToyEncoder(), told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 3


def check_partition(found: tuple[Bead, ...], sizes: dict[Side, int]) -> None:
    for side in SIDES:
        assert sorted(i for bead in found for i in bead.side(side)) == list(range(sizes[side]))
    for bead in found:
        assert 0 <= bead.score <= 1
        assert not bead.moved or (bead.source and bead.target)


sentences = st.lists(st.sampled_from([A, B, C, D, E, F, G, H, X, Y]), min_size=1, max_size=12)


@pytest.mark.dear
@given(sentences, sentences)
@settings(deadline=None, max_examples=60)
def test_every_sentence_stands_in_exactly_one_bead(source: list[str], target: list[str]) -> None:
    left, right = article_of([source]), article_of([target])
    found = align(left, right, ToyEncoder()).beads
    check_partition(found, {"source": len(source), "target": len(target)})
    in_place = [bead for bead in found if bead.source and bead.target and not bead.moved]
    assert [b.source for b in in_place] == sorted(b.source for b in in_place)
    assert [b.target for b in in_place] == sorted(b.target for b in in_place)


@pytest.mark.dear
@given(st.text(min_size=1), st.text(min_size=1))
@example(" ", " ")
@example(" ", "A")
@settings(deadline=None, max_examples=60)
def test_no_text_is_too_strange_to_align(source: str, target: str) -> None:
    left, right = (article_from_text(text, language="en") for text in (source, target))
    found = align(left, right, ToyEncoder()).beads
    check_partition(found, {"source": len(left.sentences), "target": len(right.sentences)})
