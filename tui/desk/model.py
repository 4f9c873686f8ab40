"""What the desk keeps about a pair, as values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct, field

from tui.alignment import Correction, Row
from tui.articles import SIDES, Side
from tui.comparison import LAYERS, NOTHING_SAME, Finding, Layer, Same

Verdict = Literal["open", "confirmed", "dismissed", "intended"]
VERDICTS: tuple[Verdict, ...] = ("open", "confirmed", "dismissed", "intended")


class Decision(Struct, frozen=True):
    """What was decided on a finding."""

    verdict: Verdict = "open"
    note: str = ""
    """One or several lines."""


_OPEN = Decision()


class Mark(Struct, frozen=True):
    """What was put beside a row."""

    bookmarked: bool = False
    note: str = ""
    """One or several lines."""


class Progress(NamedTuple):
    """How far the deciding has come."""

    decided: int
    total: int


class Sheet(Struct, frozen=True):
    """All that was decided on a pair, as it stands in the file at `version`."""

    version: int
    """Another one whenever anything here has changed, whichever reader changed it."""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """By finding id."""
    marks: Mapping[tuple[Side, int], Mark] = field(default_factory=dict)
    """By side and paragraph index."""
    corrections: tuple[Correction, ...] = ()
    """Those that hold, the oldest first, by the indexes of the articles as they are now."""
    same: Same = NOTHING_SAME
    """What was said to be the same, here and everywhere."""
    is_kept: bool = True
    """Whether what is decided outlives the program."""
    next_undo: str = ""
    """What was decided last, as it is called; empty where nothing can be undone."""
    next_redo: str = ""
    """What was undone last."""

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.next_undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to redo."""
        return bool(self.next_redo)

    def decision(self, finding: Finding) -> Decision:
        """What was decided on a finding: nothing yet is `open`."""
        return self.decisions.get(finding.id, _OPEN)

    def mark(self, row: Row) -> Mark:
        """What stands beside a row: all that was put beside its paragraphs."""
        marks = [self.marks[place] for place in places(row) if place in self.marks]
        notes = [mark.note for mark in marks if mark.note]
        return Mark(any(mark.bookmarked for mark in marks), "\n".join(notes))

    def progress(self, findings: Collection[Finding]) -> Progress:
        """How many of the findings are decided."""
        known = findings if self.decisions else ()
        return Progress(sum(self.decision(finding).verdict != "open" for finding in known), len(findings))


class Position(Struct, frozen=True):
    """Where and how a pair was being read."""

    side: Side = "source"
    """The pane of the cursor."""
    sentence: int = 0
    """The sentence under the cursor, which tells the row."""
    line: int = 0
    """The line of the screen, from its top, on which the cursor's row began."""
    layers: frozenset[Layer] = frozenset(LAYERS)
    only: Side | None = None
    """The one pane shown, or None for both."""
    theme: str = ""
    """Empty: the one configured; so `layout` and `density`."""
    layout: str = ""
    density: str = ""
    ruler: bool | None = None
    """None: as configured; so `sure`."""
    sure: float | None = None
    """The probability from which a finding may be critical."""


class Recent(Struct, frozen=True):
    """A pair that was opened from files."""

    source: str
    """The absolute path."""
    target: str
    source_title: str
    target_title: str
    source_language: str
    """A BCP 47 tag."""
    target_language: str
    opened: float
    """When last: seconds since the epoch, or later where the clock has been set back."""
    chapters: tuple[int, int] | None = None
    """Of two books, which chapter of each; None for all of the files."""


def places(row: Row) -> list[tuple[Side, int]]:
    """The paragraphs of a row, those of the source first."""
    return [(side, paragraph) for side in SIDES for paragraph in row.side(side)]
