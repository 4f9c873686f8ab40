"""Where the reader stands: one value that every widget draws from and every key makes anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from tui.articles import SIDES, Side, Span, other_side
from tui.comparison import LAYERS, Finding, Layer
from tui.config import Layout
from tui.desk import Sheet, Verdict
from tui.reader.page.edition import Edition
from tui.reader.page.search import Match

NOTHING_DECIDED = Sheet(0)


class Selection(Struct, frozen=True):
    """What is selected to be copied: characters of one side."""

    side: Side
    span: Span


class Work(Struct, frozen=True):
    """How far the comparison beside the page is."""

    stage: Literal["", "aligning", "comparing"] = ""
    """What is done at present; nothing when it has ended."""
    share: float = 0.0
    """How much of the alignment is done, 0 to 1."""
    error: str = ""
    """Why it ended otherwise than it should."""


Column = Literal["severity", "kind", "verdict"]


class Listing(Struct, frozen=True):
    """Which findings the list shows, in which order, and whether it is on the screen."""

    is_open: bool = False
    by: Column | None = None
    """What they are sorted by; None: as they come in the text."""
    only: Mapping[Column, str] = field(default_factory=dict)
    """By column, the one value shown."""
    words: str = ""
    """What a finding has to say to be shown; empty: anything."""


class Held(Struct, frozen=True):
    """Sentences of one side that wait for their counterpart."""

    side: Side
    sentences: tuple[int, ...]
    cursor: int
    """The sentence under the cursor when they were taken."""


class State(Struct, frozen=True):
    """The edition, and the reader's place and choices in it."""

    edition: Edition
    side: Side = "source"
    """The pane the cursor is in."""
    sentence: int = 0
    """The sentence under the cursor: an index into that side's article."""
    home: Side = "source"
    """The pane the cursor goes back to after a row that lacks it."""
    finding: int | None = None
    """The current finding: an index into the edition's."""
    layers: frozenset[Layer] = frozenset(LAYERS)
    """The layers shown."""
    only: Side | None = None
    """The one pane shown, or None for both."""
    query: str = ""
    matches: tuple[Match, ...] = ()
    """What the search found, going down the rows."""
    match: int | None = None
    """The current match."""
    selection: Selection | None = None
    sheet: Sheet = NOTHING_DECIDED
    """What was decided on the pair."""
    open_only: bool = False
    """Whether the findings that are decided are hidden."""
    held: Held | None = None
    """What is to be linked with something in the other pane."""
    work: Work = Work()
    dates: Mapping[Side, str] = field(default_factory=dict)
    """When the file of each side was last changed, in words, as far as there is one."""
    listing: Listing = Listing()

    arrangement: Layout = "auto"
    """How the panes lie."""
    compact: bool = False
    """Whether the empty line between two rows is left out."""
    ruler: bool = False
    """Whether the lines of the current sentence are lit from edge to edge of the pane."""

    @classmethod
    def opening(
        cls,
        edition: Edition,
        *,
        layers: frozenset[Layer] = frozenset(LAYERS),
        arrangement: Layout = "auto",
        compact: bool = False,
        ruler: bool = False,
    ) -> State:
        """The state in which an edition is opened: at its first sentence."""
        state = cls(edition, layers=layers, arrangement=arrangement, compact=compact, ruler=ruler)
        return state.at_row(0)

    @property
    def row(self) -> int:
        """The row of the cursor."""
        return self.edition.row_of(self.side, self.sentence)

    @property
    def current(self) -> Finding | None:
        """The current finding."""
        return None if self.finding is None else self.edition.findings[self.finding]

    def at(self, side: Side, sentence: int) -> State:
        """The cursor on a sentence; its first visible finding becomes the current one."""
        moved = replace(self, side=side, sentence=sentence, match=None)
        return replace(moved, finding=moved.finding_here())

    def at_row(self, row: int, *, last: bool = False) -> State:
        """The cursor on the first (or last) sentence of a row, in the home pane where the row has it."""
        edition = self.edition
        row = min(max(row, 0), len(edition.rows) - 1)
        home = self.only or self.home
        for side in (home, other_side(home)):
            if sentences := edition.sentences(row, side):
                return self.at(side, sentences[-1] if last else sentences[0])
        return self

    def shown(self, finding: Finding) -> bool:
        """Whether the finding is shown: its layer is, and it is not hidden for being decided."""
        return finding.layer in self.layers and not (self.open_only and self.verdict(finding) != "open")

    def verdict(self, finding: Finding) -> Verdict:
        """What was decided on a finding."""
        return self.sheet.decision(finding).verdict

    def finding_here(self) -> int | None:
        """The first shown finding that touches the sentence under the cursor."""
        span = self.edition.article(self.side).sentences[self.sentence]
        for number in self.findings_of_row(self.row):
            finding = self.edition.findings[number]
            touches = any(s.start < span.end and s.end > span.start for s in finding.side(self.side))
            if touches and self.shown(finding):
                return number
        return None

    def findings_of_row(self, row: int) -> range:
        """The indexes of the findings first met in a row."""
        rows = self.edition.finding_rows
        return range(bisect_left(rows, row), bisect_left(rows, row + 1))

    def at_finding(self, number: int) -> State:
        """The cursor on a finding: on the side met first going down, or the home pane within one row."""
        edition, home = self.edition, self.only or self.home
        finding = edition.findings[number]
        met = [
            (edition.row_of(side, sentence), side != home, side, sentence)
            for side in SIDES
            for sentence in (edition.article(side).sentence_at(span.start) for span in finding.side(side)[:1])
        ]
        _, _, side, sentence = min(met)
        return replace(self.at(side, sentence), finding=number)

    def at_match(self, number: int) -> State:
        """The cursor on a match of the search."""
        side, span = self.matches[number].side, self.matches[number].span
        there = self.at(side, self.edition.article(side).sentence_at(span.start))
        return replace(there, match=number, only=side if self.only else None)

    def match_from_cursor(self) -> int:
        """The index of the first match at or after the cursor."""
        start = self.edition.article(self.side).sentences[self.sentence].start
        here = match_order(self.edition, Match(self.side, Span(start, start)))
        return bisect_left(self.matches, here, key=lambda match: match_order(self.edition, match))

    def searched(self, query: str, matches: tuple[Match, ...]) -> State:
        """The state with what a search found, in the order of the rows."""
        ordered = tuple(sorted(matches, key=lambda match: match_order(self.edition, match)))
        return replace(self, query=query, matches=ordered, match=None)

    def with_sheet(self, sheet: Sheet) -> State:
        """The same place with other decisions; what is the same by now is told no more."""
        edition = self.edition.knowing(sheet.same)
        there = replace(self, sheet=sheet)
        return there if edition is self.edition else there.with_edition(edition)

    def with_edition(self, edition: Edition) -> State:
        """The same place in another edition of the same two articles: the same sentence, the same search."""
        current = self.current
        there = replace(self, edition=edition, finding=None).searched(self.query, self.matches)
        same = (n for n, finding in enumerate(edition.findings) if current and finding.id == current.id)
        return replace(there, finding=next(same, there.finding_here()))


def match_order(edition: Edition, match: Match) -> tuple[int, bool, int]:
    """Row, then source before target, then place in the text."""
    row = edition.row_of_paragraph(match.side, edition.paragraph_at(match.side, match.span.start))
    return row, match.side == "target", match.span.start


def nearest(places: Iterable[int], start: int, step: int) -> int | None:
    """The first of `places` after `start`, going down for a negative `step`."""
    beyond = [place for place in places if (place - start) * step > 0]
    if not beyond:
        return None
    return min(beyond) if step > 0 else max(beyond)


Move = Callable[[State], State]
