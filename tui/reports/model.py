"""What a report holds, whatever the format it is written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.alignment import Row, rows
from tui.articles import Article, Side
from tui.comparison import SEVERITIES, Finding
from tui.desk import Decision, Sheet

if TYPE_CHECKING:
    from tui.alignment import Alignment
    from tui.comparison import Word


class BackTranslation(Struct, frozen=True):
    """One target sentence as an engine renders it in the source's language."""

    sentence: int
    """The index of the target sentence."""
    text: str


class Origin(Struct, frozen=True):
    """The file that an article was read from, as it was then."""

    sha256: str
    """Of its bytes, in hexadecimal."""
    modified: str
    """When it was last changed: UTC, such as `2024-05-09T10:00:00Z`."""


Setting = str | int | float | bool | None


class Report(Struct, frozen=True):
    """A pair of articles, how they are aligned and where they part."""

    source: Article
    target: Article
    alignment: Alignment
    findings: tuple[Finding, ...]
    """In the order of the text."""
    encoder: str
    """Name and version of what aligned them."""
    less_sure: tuple[Finding, ...] = ()
    """What is below the threshold, in the order of the text."""
    incomplete: tuple[str, ...] = ()
    """The names of the rules that failed: their findings are missing."""
    silenced: tuple[Finding, ...] = ()
    """What would be found if a person had not said that its two sides are the same."""
    words: Mapping[Side, tuple[Word, ...]] | None = None
    """Every word of each side; None when nobody asked."""
    back_translation: tuple[BackTranslation, ...] | None = None
    """In the order of the target's sentences; None when nobody asked."""
    translator: str | None = None
    """Name and version of what translated back; None when nothing did."""
    sheet: Sheet | None = None
    """What a person decided on the pair; None in a report that is to depend on the two texts alone."""
    origins: Mapping[Side, Origin] = field(default_factory=dict)
    """The files; a side that came from no file is not there."""
    settings: Mapping[str, Setting] = field(default_factory=dict)
    """By name, what was asked for that the findings depend on."""

    def article(self, side: Side) -> Article:
        """The article of one side."""
        return self.source if side == "source" else self.target

    @property
    def rows(self) -> tuple[Row, ...]:
        """The two articles in rows, as a person has corrected them."""
        corrections = self.sheet.corrections if self.sheet else ()
        return rows(self.source, self.target, self.alignment, corrections)

    def decision(self, finding: Finding) -> Decision:
        """What was decided on a finding."""
        return self.sheet.decision(finding) if self.sheet else Decision()

    @property
    def summary(self) -> dict[str, int]:
        """How many beads there are of each kind and how many findings of each severity."""
        beads = [bead.kind.replace("-", "_") for bead in self.alignment.beads]
        severities = [finding.severity for finding in self.findings]
        return {
            **{kind: beads.count(kind) for kind in ("aligned", "only_source", "only_target", "moved")},
            **{severity: severities.count(severity) for severity in SEVERITIES},
        }


class Page(Struct, frozen=True):
    """What the report is written on."""

    width: int = 100
    """Columns."""
    colour: bool = False
    """Whether it shows colours and weights (ANSI escape sequences)."""
