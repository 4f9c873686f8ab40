"""Weak, merged, swapped and doubled sentences, told by the real encoder and the fitted weights."""

from __future__ import annotations

import pytest

from tui.alignment import Alignment, UseEncoder, align
from tui.alignment.evidence import Weights, fitted
from tui.articles import article_from_text


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder()


def aligned(encoder: UseEncoder, source: list[str], target: list[str]) -> Alignment:
    """The alignment of two articles of the given paragraphs."""
    left = article_from_text("\n\n".join(source), language="en")
    right = article_from_text("\n\n".join(target), language="it")
    return align(left, right, encoder)


def linked(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in alignment.beads]


def test_two_free_sentences_at_one_place_stay_linked(encoder: UseEncoder) -> None:
    for english, italian in (
        ("Never mind.", "Pazienza."),
        ("You bet!", "Eccome!"),
        ("Fair point.", "È vero."),
    ):
        found = aligned(
            encoder,
            ["Anna came home at six.", english, "The dog was asleep by the stove."],
            ["Anna tornò a casa alle sei.", italian, "Il cane dormiva accanto alla stufa."],
        )
        assert linked(found) == [((i,), (i,)) for i in range(3)]


def test_what_both_sides_lost_at_one_place_is_not_linked(encoder: UseEncoder) -> None:
    found = aligned(
        encoder,
        [
            "The ferry left the harbour at dawn with forty passengers.",
            "Its captain had spent the winter repairing the engine.",
            "Rain fell on the island all week.",
            "The hotel by the lighthouse opens in May.",
        ],
        [
            "Il traghetto ha lasciato il porto all'alba con quaranta passeggeri.",
            "I biglietti per l'isola costano dodici euro a persona.",
            "Sull'isola è piovuto tutta la settimana.",
            "L'albergo accanto al faro apre a maggio.",
        ],
    )
    assert ((1,), ()) in linked(found)
    assert ((), (1,)) in linked(found)


def test_short_sentences_merged_into_one_leave_nothing_over(encoder: UseEncoder) -> None:
    found = aligned(
        encoder,
        ["The village woke late.", "He sat. He ate. He drank. He slept.", "The shop stayed shut."],
        ["Il paese si svegliò tardi.", "Si sedette, mangiò, bevve e dormì.", "Il negozio restò chiuso."],
    )
    assert linked(found) == [((0,), (0,)), ((1, 2, 3, 4), (1,)), ((5,), (2,))]


def test_a_doubled_sentence_joins_no_bead(encoder: UseEncoder) -> None:
    found = aligned(
        encoder,
        ["Anna came home at six.", "The dog was asleep by the stove."],
        ["Anna tornò a casa alle sei. Anna tornò a casa alle sei.", "Il cane dormiva accanto alla stufa."],
    )
    assert sum(bool(bead.source and bead.target) for bead in found.beads) == 2
    assert all(len(bead.target) == 1 for bead in found.beads)


def test_two_paragraphs_that_changed_places_are_one_move(encoder: UseEncoder) -> None:
    found = aligned(
        encoder,
        [
            "The council met on Monday to discuss the new bridge.",
            "Farmers say that the drought has ruined the wheat harvest.",
            "A museum of toys opens next week in the old station.",
            "The swimming pool stays closed until May.",
        ],
        [
            "Il consiglio si è riunito lunedì per discutere del nuovo ponte.",
            "Un museo dei giocattoli apre la prossima settimana nella vecchia stazione.",
            "Gli agricoltori dicono che la siccità ha rovinato il raccolto di grano.",
            "La piscina resta chiusa fino a maggio.",
        ],
    )
    assert [bead.kind for bead in found.beads].count("moved") == 1
    assert [bead.kind for bead in found.beads].count("aligned") == 3


def test_a_link_weak_beside_its_neighbours_has_a_low_score(encoder: UseEncoder) -> None:
    found = aligned(
        encoder,
        ["Anna came home at six.", "Never mind.", "The dog was asleep by the stove."],
        ["Anna tornò a casa alle sei.", "Pazienza.", "Il cane dormiva accanto alla stufa."],
    )
    before, weak, behind = (bead.score for bead in found.beads)
    assert weak < 0.7 * min(before, behind)


def test_every_question_has_its_weights() -> None:
    assert set(fitted().of) == {"in_place", "moved", "part"}
    assert fitted().probability("in_place", {"cosine": 0.8, "margin": 0.5, "above": 0.7}) > 0.95
    assert Weights({}).probability("moved", {"cosine": 0.0}) == 1.0
