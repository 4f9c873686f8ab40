"""Which line of which paragraph stands where on the page: pure geometry, known before anything is drawn.

Every row has the height of its taller side, so both panes share one virtual height and one scroll position.
Nothing here knows of colours or widgets; lines are offsets into the articles' texts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from copy import copy
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from tui.articles import SIDES, Side
from tui.config import Layout as Arrangement
from tui.reader.page.edition import Edition
from tui.reader.page.wrapping import WrappedArticle, line_bounds

Mode = Literal["facing", "stacked", "source", "target"]
"""Two panes side by side, row under row in one pane, or one side alone."""

NARROWEST_FACING = 90
"""Cells of the page, minimap and all, under which the panes stack."""
MEASURE = 84
"""The longest line, in cells, that is still read with ease."""
_GUTTER = 4  # the cursor's bar, the glyph, what was decided and a blank, beside the number
_MARGIN = 2
_ROWS_KEPT = 256


class Pane(Struct, frozen=True):
    """A column of the page that shows one side: where it begins and how wide its parts are, in cells."""

    side: Side
    x: int
    width: int
    digits: int
    """The width of the paragraph numbers."""

    @property
    def text_x(self) -> int:
        """Where the text begins."""
        return self.x + self.digits + _GUTTER

    @property
    def text_width(self) -> int:
        """How many cells a line of text may take."""
        return max(1, min(self.width - self.digits - _GUTTER - _MARGIN, MEASURE))


def mode_for(arrangement: Arrangement, only: Side | None, width: int) -> Mode:
    """How the panes stand on a page of `width` cells."""
    if only is not None:
        return only
    facing = arrangement == "side-by-side" or (arrangement == "auto" and width >= NARROWEST_FACING)
    return "facing" if facing else "stacked"


def panes_for(mode: Mode, width: int, digits: int) -> tuple[Pane, ...]:
    """The panes of a page of `width` cells; stacked ones share their column."""
    if mode == "facing":
        left = (width - 1) // 2
        return Pane("source", 0, left, digits), Pane("target", left + 1, width - left - 1, digits)
    sides: tuple[Side, ...] = SIDES if mode == "stacked" else (mode,)
    return tuple(Pane(side, 0, width, digits) for side in sides)


class Line(Struct, frozen=True):
    """What one pane shows on one line of the screen.

    `text` shows characters; `gap` is blank; `hatch` and `absent` say that this side has nothing for the row;
    `elsewhere` that what corresponds stands in the paragraph named.
    """

    kind: Literal["text", "gap", "hatch", "absent", "elsewhere"]
    paragraph: int = -1
    start: int = 0
    end: int = 0
    first: bool = False
    """The first line of its paragraph."""


GAP, HATCH, ABSENT = Line("gap"), Line("hatch"), Line("absent")
ScreenLine = tuple[Line | None, ...]
"""A line of each pane; None where a stacked pane leaves the line to the other."""


class Wraps:
    """Both articles wrapped, kept while their widths stay the same."""

    def __init__(self) -> None:
        self._kept: dict[Side, WrappedArticle] = {}

    def of(self, edition: Edition, pane: Pane) -> WrappedArticle:
        """The lines of the paragraphs of the pane's side."""
        article = edition.article(pane.side)
        kept = self._kept.get(pane.side)
        if kept is None or kept.article is not article or kept.width != pane.text_width:
            kept = self._kept[pane.side] = WrappedArticle(article, pane.text_width)
        return kept


class Layout:
    """The page: the place of every line of an edition at a width.

    Rows are measured from the first one down, as far as they are asked for; until `complete`, the height of
    the page below them is estimated.
    """

    def __init__(self, edition: Edition, mode: Mode, width: int, wraps: Wraps, spacing: int = 1) -> None:
        most = max(len(edition.source.paragraphs), len(edition.target.paragraphs))
        self.edition = edition
        self.mode = mode
        self.panes = panes_for(mode, width, max(2, len(str(most))))
        self._spacing = spacing
        self._wraps = {pane.side: wraps.of(edition, pane) for pane in self.panes}
        self._rows: OrderedDict[int, tuple[ScreenLine, ...]] = OrderedDict()
        self._tops = [0]

    def marking(self, edition: Edition) -> Layout:
        """The same lines for an edition of the same rows, with other findings."""
        other = copy(self)
        other.edition = edition
        return other

    @property
    def measured(self) -> int:
        """How many rows have been measured."""
        return len(self._tops) - 1

    def measure(self, rows: int) -> bool:
        """Measures the first `rows` rows; whether these are all."""
        for row in range(self.measured, min(rows, len(self.edition.rows))):
            heights = [self._height(row, pane.side) for pane in self.panes]
            tall = sum(heights) if self.mode == "stacked" else max(heights)
            self._tops.append(self._tops[-1] + tall + self._spacing)
        return self.measured == len(self.edition.rows)

    def complete(self) -> None:
        """Measures every row."""
        self.measure(len(self.edition.rows))

    @property
    def height(self) -> int:
        """The lines of the whole page, as far as it is known yet."""
        beyond = len(self.edition.rows) - self.measured
        return max(0, self._tops[-1] - self._spacing + beyond * self._tops[-1] // max(1, self.measured))

    def bounds(self, row: int) -> tuple[int, int]:
        """The first line of a row, and the line after its last line of text."""
        self.measure(row + 1)
        return self._tops[row], self._tops[row + 1] - self._spacing

    def row_at(self, y: int) -> int:
        """The row that line `y` belongs to; the nearest for a line off the page."""
        while self._tops[-1] <= y and not self.measure(self.measured + 1):
            pass
        return min(max(0, bisect_right(self._tops, y) - 1), len(self.edition.rows) - 1)

    def line(self, y: int) -> ScreenLine:
        """What each pane shows on line `y`."""
        row = self.row_at(y)
        lines = self.row_lines(row)
        place = y - self._tops[row]
        return lines[place] if 0 <= place < len(lines) else (GAP,) * len(self.panes)

    def row_lines(self, row: int) -> tuple[ScreenLine, ...]:
        """The screen lines of a row, without the space below it."""
        if (kept := self._rows.get(row)) is not None:
            self._rows.move_to_end(row)
            return kept
        sides = [self._side_lines(row, pane.side) for pane in self.panes]
        if self.mode == "stacked":
            made: tuple[ScreenLine, ...] = tuple(
                tuple(line if i == own else None for i in range(len(sides)))
                for own, lines in enumerate(sides)
                for line in lines
            )
        else:
            filled = zip_longest(*sides)
            made = tuple(
                tuple(self._fill(row, pane.side) if line is None else line
                      for pane, line in zip(self.panes, lines, strict=True))
                for lines in filled
            )  # fmt: skip
        self._rows[row] = made
        if len(self._rows) > _ROWS_KEPT:
            self._rows.popitem(last=False)
        return made

    def y_of(self, side: Side, offset: int) -> int:
        """The line on which a character of an article stands; the row's first when its pane is hidden."""
        paragraph = self.edition.paragraph_at(side, offset)
        row = self.edition.row_of_paragraph(side, paragraph)
        y = self.bounds(row)[0]
        if side not in self._wraps:
            return y
        if self.mode == "stacked" and side == "target":
            y += self._height(row, "source")
        lines = self._wraps[side]
        for above in range(self.edition.paragraphs(row, side).start, paragraph):
            y += len(lines[above]) + 1
        return y + max(0, bisect_right(lines[paragraph], offset) - 1)

    def _height(self, row: int, side: Side) -> int:
        paragraphs = self.edition.paragraphs(row, side)
        if not paragraphs:
            return 0 if self.mode == "facing" else 1
        lines = self._wraps[side]
        return sum(len(lines[p]) for p in paragraphs) + len(paragraphs) - 1

    def _side_lines(self, row: int, side: Side) -> list[Line]:
        """The lines of one side of a row, as tall as that side alone needs."""
        article, lines = self.edition.article(side), self._wraps[side]
        made: list[Line] = []
        for paragraph in self.edition.paragraphs(row, side):
            if made:
                made.append(GAP)
            starts, end = lines[paragraph], article.paragraphs[paragraph].end
            for number in range(len(starts)):
                bounds = line_bounds(article.text, starts, number, end)
                made.append(Line("text", paragraph, *bounds, first=number == 0))
        if made:
            return made
        if self.edition.rows[row].elsewhere:
            return [Line("elsewhere")]
        return [] if self.mode == "facing" else [ABSENT]

    def _fill(self, row: int, side: Side) -> Line:
        """What stands below the last line of the shorter side."""
        kind = self.edition.rows[row].kind
        empty = not self.edition.paragraphs(row, side)
        return HATCH if empty and kind not in ("aligned", "continued") else GAP
