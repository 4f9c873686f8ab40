"""What a person calls the same is told apart no more, there and wherever its like stands."""

from __future__ import annotations

import pytest
from by_hand import Zeros, alignment_of, article_of
from msgspec.structs import replace

from tui.articles import Span
from tui.comparison import Equivalence, Finding, Kind, Same, compare, counterpart, equivalence

EN = article_of([["The Corderia bought 12 looms."], ["Workers of the Corderia met."], ["It was cold."]])
IT = article_of([["La Cordaria comprò 21 telai."], ["Gli operai si riunirono."], ["Faceva freddo."]], "it")
BEADS = alignment_of("0=0 1=1 2=2")
CORDERIA = Equivalence("corderia", "CORDARIA", "en", "it")


def finding(kind: Kind, source: str, target: str, *, number: int = 0) -> Finding:
    """A finding on those words, each where it stands for the `number`th time."""
    spans: list[tuple[Span, ...]] = []
    for article, words in ((EN, source), (IT, target)):
        start = -1
        for _ in range(number + 1 if words else 0):
            start = article.text.index(words, start + 1)
        spans.append((Span(start, start + len(words)),) if words else ())
    here, there = spans
    return Finding(kind, "facts", "critical", 0.9, here, there, None, None, "They differ.", "rule")


NAME = finding("name", "Corderia", "Cordaria")


def silenced(one: Finding, *same: Equivalence) -> bool:
    told, quiet = Same(frozenset(same)).parted([one], EN, IT, BEADS)
    assert {*told, *quiet} == {one}
    return bool(quiet)


def test_the_two_forms_are_the_same_whatever_their_case_and_order() -> None:
    assert equivalence(NAME, EN, IT) == Equivalence("Corderia", "Cordaria", "en", "it")
    for same in (CORDERIA, CORDERIA.mirrored, Equivalence("Corderia", "Cordaria")):
        assert silenced(NAME, same)
    assert silenced(finding("name", "Corderia", "La Cordaria"), CORDERIA), "a part of what is marked"
    assert not silenced(finding("name", "The Corderia", "La Cordaria"), CORDERIA), "of both sides"
    for other in (
        Equivalence("Corderia", "Cordaria", "fr", "it"),
        Equivalence("Corderia", "Corda", "en", "it"),
        Equivalence("Corderia", "Cordaria", "en", "it", figures=True),
    ):
        assert not silenced(NAME, other)


def test_what_one_side_lacks_is_the_same_where_its_other_form_stands() -> None:
    """In the sentences that correspond, as a word of its own, and not elsewhere."""
    assert silenced(finding("name", "Corderia", ""), CORDERIA)
    assert not silenced(finding("name", "Corderia", "", number=1), CORDERIA)
    assert not silenced(finding("name", "Corderia", ""), Equivalence("Corderia", "Cord", "en", "it"))


def test_what_is_marked_may_be_a_part_of_the_two_forms() -> None:
    """A glossary has whole names, where a finding marks the word that differs."""
    whole = Equivalence("the Corderia", "la Cordaria", "en", "it")
    assert silenced(NAME, whole)
    assert silenced(finding("name", "Corderia", ""), whole)
    assert not silenced(finding("name", "Corderia", "", number=1), whole)
    assert not silenced(NAME, Equivalence("the Corderia", "comprò", "en", "it"))


@pytest.mark.parametrize("kind", ["negation", "reversal", "modality", "only-source", "moved", "quotation"])
def test_what_a_sentence_says_cannot_be_called_the_same(kind: Kind) -> None:
    one = finding(kind, "Corderia", "Cordaria")
    assert equivalence(one, EN, IT) is None
    assert not silenced(one, CORDERIA)


def test_figures_are_known_by_their_values() -> None:
    number = replace(finding("number", "12", "21"), source_value="12", target_value="21")
    same = equivalence(number, EN, IT)
    assert same == Equivalence("12", "21", "en", "it", figures=True)
    assert silenced(number, same)
    assert not silenced(number, replace(same, figures=False)), "a glossary's 12 is no figure"
    other = replace(finding("number", "12", "telai"), source_value="12", target_value="22")
    assert not silenced(other, same)


def test_the_counterpart_of_a_lone_form_is_the_only_one_beside_it() -> None:
    alone, beside = finding("name", "Corderia", ""), finding("name", "", "Cordaria")
    assert counterpart(alone, [alone, beside], EN, IT, BEADS) == "Cordaria"
    assert counterpart(alone, [alone, beside, finding("name", "", "telai")], EN, IT, BEADS) == ""
    elsewhere = finding("name", "", "operai")
    assert counterpart(alone, [alone, elsewhere], EN, IT, BEADS) == ""
    assert counterpart(NAME, [NAME, beside], EN, IT, BEADS) == ""
    assert equivalence(alone, EN, IT) is None
    assert equivalence(alone, EN, IT, "Cordaria") == Equivalence("Corderia", "Cordaria", "en", "it")


def test_a_comparison_leaves_out_and_counts_what_is_the_same() -> None:
    """Everything else, and every id, stays as it was."""
    plain = compare(EN, IT, BEADS, Zeros())
    number = next(one for one in plain.every if one.kind == "number")
    same = equivalence(number, EN, IT)
    assert same
    found = compare(EN, IT, BEADS, Zeros(), same=Same(frozenset({same})))
    assert [one.id for one in found.silenced] == [number.id]
    assert found.every == tuple(one for one in plain.every if one is not number and one.id != number.id)
