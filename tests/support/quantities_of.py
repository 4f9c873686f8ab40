"""Quantities found in one sentence and its translation, without an encoder."""

from by_hand import Zeros, alignment_of, article_of

from tui.alignment import AlignedPair
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.quantities import FAMILY as QUANTITIES
from tui.comparison.quantities import facts


def values(text: str, language: str = "en") -> list[str]:
    """What is read in a sentence, as kind and normal form: `percentage 2.8 percent`."""
    return [f"{fact.kind} {fact.value}" for fact in facts(text, 0, len(text), language)]


def differences(source: str, target: str, languages: str = "en it") -> list[Finding]:
    """The findings in one sentence aligned with another."""
    return differences_of([source], [target], "0=0", languages)


def differences_of(
    source: list[str], target: list[str], beads: str, languages: str = "en it"
) -> list[Finding]:
    """The findings in sentences aligned as `beads` says (as in `by_hand.alignment_of`)."""
    first, second = languages.split()
    pair = AlignedPair(
        article_of([source], first), article_of([target], second), alignment_of(beads), Zeros()
    )
    return list(findings_of(QUANTITIES, pair))


def said(finding: Finding, source: str, target: str) -> tuple[str, str]:
    """What the finding marks on each side, empty when that side has nothing."""
    return (
        " … ".join(span.within(source) for span in finding.source),
        " … ".join(span.within(target) for span in finding.target),
    )
