"""What has no counterpart, and what has moved, as findings."""

import pytest
from by_hand import Zeros, alignment_of, article_of

from tui.alignment import AlignedPair
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.missing import FAMILY as MISSING

SOURCE = article_of([["Bread is cheap.", "Milk is dear."], ["The mill burned."], ["It rained.", "We left."]])
TARGET = article_of(
    [["Il pane costa poco.", "Il latte no."], ["Il mulino è bruciato."], ["Pioveva.", "Partimmo."]]
)
BOTH = "Bread is cheap. Milk is dear."


def found(beads: str) -> list[Finding]:
    return list(findings_of(MISSING, AlignedPair(SOURCE, TARGET, alignment_of(beads), Zeros())))


def quoted(finding: Finding) -> tuple[str, str]:
    return (
        " | ".join(span.within(SOURCE.text) for span in finding.source),
        " | ".join(span.within(TARGET.text) for span in finding.target),
    )


@pytest.mark.parametrize(
    ("beads", "kind", "quotation", "message"),
    [
        ("0=0 1=1 2= 3,4=2,3,4", "only-source", ("The mill burned.", ""), "source has this paragraph"),
        ("0= 1= 2=0,1,2 3=3 4=4", "only-source", (BOTH, ""), "source has this paragraph"),
        ("0=0 1=1 2=2 3= 4=3,4", "only-source", ("It rained.", ""), "source has this sentence"),
        ("0,1=0 =1 2=2 3=3 4=4", "only-target", ("", "Il latte no."), "target has this sentence"),
        ("0=0 1=1 2,3,4=2 =3 =4", "only-target", ("", "Pioveva. Partimmo."), "target has this paragraph"),
        ("0=0 1=1 2=2 3=3,4 4=", "only-source", ("We left.", ""), "source has this sentence"),
    ],
)  # fmt: skip
def test_text_without_a_counterpart_is_one_finding(
    beads: str, kind: str, quotation: tuple[str, str], message: str
) -> None:
    [finding] = found(beads)
    assert (finding.kind, finding.layer, finding.severity) == (kind, "missing", "major")
    assert (quoted(finding), finding.message) == (quotation, f"Only the {message}.")


def test_two_sentences_apart_in_one_paragraph_are_two_findings() -> None:
    source = article_of([["One.", "Two.", "Three.", "Four."]])
    pair = AlignedPair(source, article_of([["Due.", "Quattro."]]), alignment_of("0= 1=0 2= 3=1"), Zeros())
    assert [finding.source[0].within(source.text) for finding in findings_of(MISSING, pair)] == [
        "One.",
        "Three.",
    ]


def test_sentences_that_moved_together_are_one_finding_with_both_places() -> None:
    [finding] = found("3~0 4~1 0=2 1=3 2=4")
    assert (finding.kind, finding.severity) == ("moved", "major")
    assert quoted(finding) == ("It rained. We left.", "Il pane costa poco. Il latte no.")
    assert finding.message == "This stands elsewhere: paragraph 3 of the source, 1 of the target."


def test_sentences_that_moved_to_different_places_are_two_findings() -> None:
    assert [quoted(finding)[0] for finding in found("3~0 4~2 0=1 1=3 2=4")] == ["It rained.", "We left."]


def test_a_faithful_pair_has_no_finding() -> None:
    assert found("0=0 1=1 2=2 3=3 4=4") == []


def test_what_stands_twice_in_a_row_has_not_moved() -> None:
    source = article_of([["The mill."], ["The mill."], ["It rained."]])
    target = article_of([["Il mulino."], ["Il mulino."], ["Pioveva."]])
    pair = AlignedPair(source, target, alignment_of("0~1 1=0 2=2"), Zeros())
    assert not findings_of(MISSING, pair)


def test_a_mark_that_stands_alone_is_not_missing() -> None:
    source = article_of([["We left.", "―"], ["It rained."]])
    target = article_of([["Partimmo."], ["Pioveva."]])
    assert not findings_of(MISSING, AlignedPair(source, target, alignment_of("0=0 1= 2=1"), Zeros()))
    other = article_of([["― ―"], ["Partimmo.", "Pioveva."]])
    assert not findings_of(MISSING, AlignedPair(source, other, alignment_of("0=1 1~0 2=2"), Zeros()))


def test_what_stands_beside_the_place_speaks_against_missing_text() -> None:
    """Words of a sentence that were merged into the sentence before it."""
    source = article_of([["The mill burned in 1931.", "Rossi rebuilt the mill in brick.", "It rained."]])
    merged = article_of(
        [["Il mulino bruciò nel 1931 e Rossi lo ricostruì: un mulino di mattoni.", "Pioveva."]]
    )
    dropped = article_of([["Il mulino bruciò nel 1931.", "Pioveva."]])
    covered = [
        dict(finding.evidence)["covered"]
        for target in (merged, dropped)
        for finding in findings_of(MISSING, AlignedPair(source, target, alignment_of("0=0 1= 2=1"), Zeros()))
    ]
    assert covered[0] > covered[1]
