"""Corrections hold, whatever they are, and the program aligns what lies between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from by_hand import article_of
from hypothesis import given, settings
from hypothesis import strategies as st
from toy_encoder import ToyEncoder

from tui.alignment import (
    Alignment,
    Correction,
    Link,
    Merge,
    Moved,
    Row,
    Split,
    Unlink,
    encode,
    realign,
    rows,
)
from tui.alignment.corrections import settled
from tui.articles import SIDES, Article

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
ALL = [A, B, C, D, E, F, G, H, X, Y]


def corrected(source: list[str], target: list[str], *corrections: Correction) -> set[str]:
    """The beads of two articles of one paragraph, as `0,1=0` and, when moved, `2~5`."""
    vectors = encode(article_of([source]), article_of([target], "it"), ToyEncoder())
    return {
        ",".join(map(str, bead.source)) + ("~" if bead.moved else "=") + ",".join(map(str, bead.target))
        for bead in realign(vectors, corrections).beads
    }


def test_a_link_holds_though_nothing_is_alike_and_the_rest_stays() -> None:
    assert corrected([A, X, B], [A, Y, B]) == {"0=0", "1=", "=1", "2=2"}
    assert corrected([A, X, B], [A, Y, B], Link((1,), (1,))) == {"0=0", "1=1", "2=2"}


def test_what_stands_before_a_link_is_aligned_apart_from_what_stands_after_it() -> None:
    """The source's third sentence repeats the first; its counterpart is before the link."""
    assert "0=0" in corrected([A, X, A, B], [A, Y, C, B])
    assert corrected([X, A, B], [A, Y, B], Link((0,), (1,))) == {"0=1", "1~0", "2=2"}


def test_a_link_far_away_has_moved_and_draws_nothing_else_along() -> None:
    source, target = [X, A, B, C, D, E, F, G], [A, B, C, D, E, F, G, Y]
    rest = {f"{i + 1}={i}" for i in range(7)}
    assert corrected(source, target, Link((0,), (7,))) == {"0~7", *rest}


def test_a_link_between_neighbours_stays_in_place() -> None:
    assert "1=1" in corrected([A, B, C, D], [A, C, B, D], Link((1,), (1,)))


def test_a_sentence_linked_away_frees_its_former_counterpart() -> None:
    found = corrected([A, B, C], [A, B, C], Link((1,), (2,)))
    assert found == {"0=0", "1=2", "2=", "=1"}


def test_two_linked_paragraphs_are_aligned_within_themselves() -> None:
    """And a sentence that is left over there belongs to the one beside it."""
    assert corrected([X, A, B, C], [A, B, C]) == {"0=", "1=0", "2=1", "3=2"}
    assert corrected([X, A, B, C], [A, B, C], Link((0, 1, 2), (0, 1))) == {"0,1=0", "2=1", "3=2"}


def test_sentences_unlinked_are_never_paired_again_and_find_other_counterparts() -> None:
    twice = [A, B, B, C]
    assert corrected([A, B, C], twice) == {"0=0", "=1", "1=2", "2=3"}
    assert corrected([A, B, C], twice, Unlink((1,), (2,))) == {"0=0", "1=1", "=2", "2=3"}
    assert corrected([A, B, C], [A, B, C], Unlink((1,), (1,))) == {"0=0", "1=", "=1", "2=2"}


def test_moved_text_that_was_unlinked_is_missing_and_what_stands_in_its_place_is_left_alone() -> None:
    source, target = [A, B, C, D, E, F], [A, C, D, E, F, B]
    assert "1~5" in corrected(source, target)
    assert corrected(source, target, Unlink((1,), (5,))) == {"0=0", "1=", "2=1", "3=2", "4=3", "5=4", "=5"}


def test_a_passage_marked_as_moved_is_one_bead_that_has_moved() -> None:
    """Also where it would fit in place."""
    found = corrected([A, X, Y, B], [A, C, B], Moved((1, 2), (1,)))
    assert found == {"0=0", "1,2~1", "3=2"}


def test_the_later_of_two_corrections_counts() -> None:
    first, second = Link((0,), (1,)), Link((0,), (0,))
    assert "0=0" in corrected([A, B], [X, Y], first, second)
    assert "0=1" in corrected([A, B], [X, Y], second, first)
    assert "0=" in corrected([A, B], [A, Y], Link((0,), (0,)), Unlink((0,), (0,)))
    assert "0=0" in corrected([A, B], [A, Y], Unlink((0,), (0,)), Link((0,), (0,)))


def test_a_corrected_bead_is_sure_and_aligning_again_encodes_nothing() -> None:
    encoder = ToyEncoder()
    vectors = encode(article_of([[A, X]]), article_of([[A, Y]]), encoder)
    encoded = encoder.encoded
    alignment = realign(vectors, [Link((1,), (1,))])
    assert alignment.bead_of("source", 1).score == 1.0
    assert encoder.encoded == encoded


@pytest.mark.parametrize("made", [Link, Moved, Unlink])
def test_a_correction_of_sentences_names_some_on_both_sides(made: type[Link | Moved | Unlink]) -> None:
    with pytest.raises(ValueError, match="both sides"):
        made((1,), ())


@st.composite
def articles(draw: st.DrawFn) -> Article:
    return article_of(
        draw(st.lists(st.lists(st.sampled_from(ALL), min_size=1, max_size=3), min_size=1, max_size=5))
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Article, Article, list[Correction]]:
    """Two articles and corrections of all kinds about them."""
    source, target = draw(articles()), draw(articles())

    def some(count: int) -> st.SearchStrategy[tuple[int, ...]]:
        return st.lists(st.integers(0, count - 1), min_size=1, max_size=4, unique=True).map(tuple)

    n, m = len(source.sentences), len(target.sentences)
    p, q = len(source.paragraphs), len(target.paragraphs)
    pairings = [st.builds(made, some(n), some(m)) for made in (Link, Moved, Unlink)]
    splits = st.builds(Split, st.integers(0, p), st.integers(0, q))
    merges = st.builds(Merge, some(p), some(q))
    return source, target, draw(st.lists(st.one_of(*pairings, splits, merges), max_size=6))


def check_beads(
    alignment: Alignment, source: Article, target: Article, corrections: list[Correction]
) -> None:
    """A partition, in order, in which the corrections hold that no later one has replaced."""
    for side, article in zip(SIDES, (source, target), strict=True):
        held = sorted(i for bead in alignment.beads for i in bead.side(side))
        assert held == list(range(len(article.sentences)))
    in_place = [bead for bead in alignment.beads if bead.source and bead.target and not bead.moved]
    firsts = sorted((bead.source[0], bead.target[0]) for bead in in_place)
    assert all(before[1] < after[1] for before, after in pairwise(firsts))
    said = settled(corrections)
    beads = {(bead.source, bead.target): bead for bead in alignment.beads}
    for sides in said.moved:
        assert beads[sides].moved
    for linked in said.linked:
        if 1 in map(len, linked):
            assert linked in beads
        for side, sentences in zip(SIDES, linked, strict=True):
            for sentence in sentences:
                bead = alignment.bead_of(side, sentence)
                assert bead.source
                assert bead.target
                assert set(bead.source) <= set(linked[0])
                assert set(bead.target) <= set(linked[1])
    for s, t in said.apart:
        assert t not in alignment.bead_of("source", s).target


def check_rows(
    laid: tuple[Row, ...], source: Article, target: Article, corrections: list[Correction]
) -> None:
    """A partition, in order, in which the last split or merge holds."""
    for side, article in zip(SIDES, (source, target), strict=True):
        assert [p for row in laid for p in row.side(side)] == list(range(len(article.paragraphs)))
    arranged = [correction for correction in corrections if isinstance(correction, Split | Merge)]
    if not arranged:
        return
    last = arranged[-1]
    if isinstance(last, Merge):
        assert any(
            set(last.source) <= set(row.source) and set(last.target) <= set(row.target) for row in laid
        )
    else:
        for row in laid:
            before = [*(p < last.source for p in row.source), *(q < last.target for q in row.target)]
            assert len(set(before)) == 1


@given(cases())
@settings(deadline=None, max_examples=150)
@pytest.mark.long
def test_any_sequence_of_corrections_holds(case: tuple[Article, Article, list[Correction]]) -> None:
    source, target, corrections = case
    alignment = realign(encode(source, target, ToyEncoder()), corrections)
    check_beads(alignment, source, target, corrections)
    check_rows(rows(source, target, alignment, corrections), source, target, corrections)


@pytest.mark.dear
@given(cases())
@settings(deadline=None, max_examples=30)
def test_undoing_step_by_step_gives_every_former_alignment_again(
    case: tuple[Article, Article, list[Correction]],
) -> None:
    source, target, corrections = case
    vectors = encode(source, target, ToyEncoder())
    former = [realign(vectors, corrections[:end]) for end in range(len(corrections) + 1)]
    for end in reversed(range(len(corrections) + 1)):
        assert realign(vectors, corrections[:end]) == former[end]


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (Split(1, 1), ["0|0", "1|1", "2|2"]),
        (Merge((1, 2), (1,)), ["0|0", "1,2|1,2"]),
        (Merge((0,), (1,)), ["0,1|0,1", "2|2"]),
        (Split(1, 2), ["0|0", "|1", "1|", "2|2"]),
        (Split(3, 2), ["0|0", "1|1", "2|", "|2"]),
    ],
)
def test_rows_are_split_and_merged(correction: Correction, expected: list[str]) -> None:
    source, target = article_of([[A], [B], [C]]), article_of([[A], [B], [C]])
    alignment = realign(encode(source, target, ToyEncoder()), ())
    laid = rows(source, target, alignment, [correction])
    assert [",".join(map(str, row.source)) + "|" + ",".join(map(str, row.target)) for row in laid] == expected


def test_a_row_split_from_its_counterpart_points_to_it() -> None:
    source, target = article_of([[A, B]]), article_of([[A], [B]])
    alignment = realign(encode(source, target, ToyEncoder()), ())
    first, second = rows(source, target, alignment, [Split(1, 1)])
    assert (first.kind, second.kind) == ("aligned", "continued")
    assert second.elsewhere == (0,)
