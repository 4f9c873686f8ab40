"""What a family of rules finds in one text and its translation, without an encoder."""

from collections.abc import Iterable

from by_hand import Zeros, alignment_of, article_of

from tui.alignment import AlignedPair
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.rule import Family


def pair_of(source: list[str], target: list[str], beads: str = "", languages: str = "en it") -> AlignedPair:
    """Sentences aligned one to one, or as `beads` says (as in `by_hand.alignment_of`)."""
    first, second = languages.split()
    beads = beads or " ".join(f"{n}={n}" for n in range(len(source)))
    return AlignedPair(
        article_of([source], first), article_of([target], second), alignment_of(beads), Zeros()
    )


def found(family: Family, source: str, target: str, languages: str = "en it") -> list[Finding]:
    """The findings in one sentence aligned with another."""
    return findings_of(family, pair_of([source], [target], languages=languages))


def loud(families: Iterable[Family], source: str, target: str) -> list[str]:
    """The rules of facts of some families that speak in one sentence aligned with another, loudly."""
    told = [one for family in families for one in found(family, source, target)]
    return [one.rule for one in told if one.severity != "minor" and one.layer == "facts"]


def marked(finding: Finding, pair: AlignedPair) -> tuple[str, str]:
    """The words that a finding marks on each side."""
    return (
        " … ".join(span.within(pair.source.text) for span in finding.source),
        " … ".join(span.within(pair.target.text) for span in finding.target),
    )
