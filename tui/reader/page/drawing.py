"""One line of the page as pieces of text with the names of their styles: what `Spread` paints.

Pure, and cheap enough to be called for every line of every frame; `line_key` tells when a line painted before
can be used again.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len

from tui.articles import SIDES, Side, Span
from tui.reader.page.layout import Layout, Line, Pane
from tui.reader.page.marks import NOTE, WEAK, Mark, Standing, decided_sign, loudest, passing, runs, standing
from tui.reader.page.places import named
from tui.reader.page.state import State
from tui.reader.page.wrapping import character_at, visible

Piece = tuple[str, tuple[str, ...]]
"""Characters as drawn, and the names of the styles on them, quietest first."""

BAR, RULE, HATCH_CELL, NOTHING = "▌", "│", "╱", "┄┄┄"
BOOKMARK, BOTH = "▸", "✦"
"""What stands before a row that the person put something beside."""
GLYPH_STYLES = {
    "≠": "glyph-fact",
    "−": "glyph-lone",
    "+": "glyph-lone",
    "⇄": "glyph-moved",
    "~": "glyph-word",
    WEAK: "glyph-weak",
}
"""By glyph, the style it has wherever it stands."""


class Page:
    """The layout with everything marked on it."""

    def __init__(self, layout: Layout, state: State) -> None:
        self.layout = layout
        self.standing: Mapping[Side, Standing] = standing(state)
        self.move_to(state)

    def move_to(self, state: State) -> None:
        """Takes the marks that follow the cursor from a state."""
        self.state = state
        self.cursor_row = state.row
        self.passing = {side: passing(state, side) for side in SIDES}

    def line_key(self, y: int) -> tuple[object, ...]:
        """Equal for two moments at which line `y` looks alike, as long as layout and layers stay."""
        if y >= self.layout.height:
            return (None,)
        here = tuple(
            mark
            for pane, line in zip(self.layout.panes, self.layout.line(y), strict=True)
            if line and line.kind == "text"
            for mark in self.passing[pane.side]
            if mark.start < line.end and mark.end > line.start
        )
        row = self.layout.row_at(y)
        return y, self.state.side if row == self.cursor_row else None, here

    def line(self, y: int) -> list[Piece]:
        """The pieces of line `y`, from edge to edge of the page."""
        if y >= self.layout.height:
            return self._below()
        out: list[Piece] = []
        row = self.layout.row_at(y)
        top, bottom = self.layout.bounds(row)
        at_cursor = row == self.cursor_row and top <= y < bottom
        for pane, line in zip(self.layout.panes, self.layout.line(y), strict=True):
            if line is None:
                continue
            if pane.x:
                out.append((RULE, ("rule",)))
            bar = ("bar",) if pane.side == self.state.side else ("bar", "bar-beside")
            out.append((BAR, bar) if at_cursor else (" ", ()))
            out += self._body(pane, line, row)
        return out

    def _below(self) -> list[Piece]:
        """A line under the end of both texts: the rule between the panes goes on."""
        *_, last = self.layout.panes
        return [(" " * (last.x - 1), ()), (RULE, ("rule",))] if last.x else []

    def _body(self, pane: Pane, line: Line, row: int) -> list[Piece]:
        room = pane.width - 1
        if line.kind == "text":
            pieces = [*self._gutter(pane, line, row), *self._text(pane, line)]
        else:
            blank = " " * (pane.digits + 3)
            pieces = [(blank, ()), *self._without_text(pane, line, row)]
        used = sum(cell_len(text) for text, _ in pieces)
        pieces.append((" " * max(0, room - used), ()))
        if self._is_read(pane, line):
            return [(text, ("ruler", *names)) for text, names in pieces]
        return pieces

    def _is_read(self, pane: Pane, line: Line) -> bool:
        """Whether the ruler lies on a line: it shows the current sentence."""
        if not self.state.ruler or pane.side != self.state.side or line.kind != "text":
            return False
        sentence = self.layout.edition.article(pane.side).sentences[self.state.sentence]
        return line.start < sentence.end and line.end > sentence.start

    def _gutter(self, pane: Pane, line: Line, row: int) -> list[Piece]:
        glyphs = self.standing[pane.side].glyphs.get(line.paragraph, ())
        glyph = loudest(glyphs, line.start, line.end)
        number = str(line.paragraph + 1) if line.first else ""
        style = GLYPH_STYLES.get(glyph)
        return [
            (number.rjust(pane.digits), ("number",)),
            (glyph, (style,) if style else ()),
            (decided_sign(glyphs, line.start, line.end), ("decided",)),
            self._beside(pane, line, row),
        ]

    def _beside(self, pane: Pane, line: Line, row: int) -> Piece:
        """What stands between the gutter and a line of text."""
        paragraphs = self.layout.edition.paragraphs(row, pane.side)
        if line.first and line.paragraph == paragraphs[0]:
            mark = self.state.sheet.mark(self.layout.edition.rows[row])
            if mark.bookmarked or mark.note:
                sign = BOTH if mark.bookmarked and mark.note else BOOKMARK if mark.bookmarked else NOTE
                return sign, ("mark",)
        return (RULE, ("rule",)) if self.layout.mode == "stacked" and pane.side == "target" else (" ", ())

    def _text(self, pane: Pane, line: Line) -> list[Piece]:
        text = self.layout.edition.article(pane.side).text
        marks: tuple[Mark, ...] = self.standing[pane.side].marks.get(line.paragraph, ())
        found = runs(line.start, line.end, (*marks, *self.passing[pane.side]))
        return [(visible(text[start:end]), names) for start, end, names in found]

    def _without_text(self, pane: Pane, line: Line, row: int) -> list[Piece]:
        if line.kind == "hatch":
            return [(HATCH_CELL * pane.text_width, ("hatch",))]
        if line.kind == "absent":
            return [(NOTHING, ("hatch",))]
        if line.kind == "elsewhere":
            return [(self._note(pane.side, row), ("note",))]
        return []

    def _note(self, side: Side, row: int) -> str:
        """Where the counterpart of a row stands: its paragraphs."""
        edition = self.layout.edition
        sign = "⇄" if edition.rows[row].kind == "moved" else "⤷"
        there = (named(side, edition.paragraphs(place, side)) for place in edition.rows[row].elsewhere)
        return f"{sign} {', '.join(filter(None, there))}"

    def side_at(self, x: int, y: int) -> Side:
        """The side drawn at a cell of the page."""
        shown = [
            pane
            for pane, line in zip(self.layout.panes, self.layout.line(y), strict=True)
            if line is not None and pane.x <= x
        ]
        return (shown or self.layout.panes)[-1].side

    def character_at(self, side: Side, x: int, y: int) -> Span | None:
        """The character of `side` at a cell, or else the end of the line above; None above the text."""
        text = self.layout.edition.article(side).text
        for place in range(min(y, self.layout.height - 1), -1, -1):
            for pane, line in zip(self.layout.panes, self.layout.line(place), strict=True):
                if line and pane.side == side and line.kind == "text":
                    if place < y:
                        return Span(line.end, line.end)
                    return character_at(text, line.start, line.end, x - pane.text_x)
        return None
