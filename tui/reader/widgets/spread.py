"""The facing pages: one scrolling widget that paints both panes line by line.

One widget rather than two that follow each other: there is one scroll position because there is one page, and
a line is painted once for both sides. No widget stands for a paragraph; `render_line` is all there is.
"""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from tui.articles import SIDES, Side, Span
from tui.config import Layout as Arrangement
from tui.reader.page.drawing import Page
from tui.reader.page.layout import Layout, Mode, Wraps, mode_for
from tui.reader.page.marks import NAMES
from tui.reader.page.state import State
from tui.reader.widgets.painting import Painter

_AT_ONCE = 200
"""Rows measured below the one that is read before a page is shown, then between two key presses."""
_CONTEXT = 3
"""Lines kept in view above and below the cursor."""
_DRAG_PACE = 0.05
"""Seconds between two lines scrolled while the mouse drags beyond the edge."""


class Pointing(Protocol):
    """What the mouse has done at once: the next key may come before a message has arrived."""

    def go_to_character(self, side: Side, offset: int) -> object:
        """Goes to a character."""
        ...

    def select(self, side: Side, span: Span | None) -> object:
        """Selects characters of a side; nothing for None."""
        ...


class Spread(Painter, ScrollView, can_focus=True, inherit_bindings=False):
    """Both texts on one page."""

    PREFIX = "spread"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"spread--{name}" for name in NAMES),
        "spread--bar",
        "spread--bar-beside",
        "spread--rule",
        "spread--number",
        "spread--hatch",
        "spread--ruler",
        "spread--note",
        "spread--mark",
        "spread--glyph-fact",
        "spread--glyph-lone",
        "spread--glyph-moved",
        "spread--glyph-word",
        "spread--glyph-weak",
        "spread--decided",
    }
    ALLOW_SELECT = False  # Textual selects cells; the reader selects characters of one side

    class Scrolled(Message):
        """Other rows came into view."""

    class LaidOut(Message):
        """The page was laid out anew."""

    def __init__(self, state: State, pointing: Pointing) -> None:
        super().__init__()
        self._state = state
        self.pointing = pointing
        self._wraps = Wraps()
        self._page: Page | None = None
        self._laid_out_for = Size()
        self.strips: LRUCache[tuple[object, ...], Strip] = LRUCache(2048)
        """The lines painted so far, as long as they hold."""
        self._drag: Drag | None = None

    @property
    def mode(self) -> Mode:
        """How the panes stand at the present width."""
        return mode_for(self._state.arrangement, self._state.only, self.container_size.width)

    @property
    def other_arrangement(self) -> Arrangement:
        """How the panes lie the other way: what `auto` would do here is left to it."""
        state, width = self._state, self.container_size.width
        facing = mode_for(state.arrangement, None, width) == "facing"
        turned: Arrangement = "stacked" if facing else "side-by-side"
        return "auto" if mode_for("auto", None, width) == mode_for(turned, None, width) else turned

    @property
    def page(self) -> Page:
        """The page as it is laid out for the present width; there is none before the first size is known."""
        assert self._page is not None
        return self._page

    @property
    def has_page(self) -> bool:
        """Whether the page has been laid out, if perhaps for another size."""
        return self._page is not None

    @property
    def is_laid_out(self) -> bool:
        """Whether the page is laid out for the size the widget has."""
        return self._page is not None and self._laid_out_for == self.scrollable_content_region.size

    def show(self, state: State, *, reveal: bool = True) -> None:
        """Draws another state, laying out only what that changes; `reveal` scrolls to a moved cursor."""
        before, self._state = self._state, state
        if self._page is None:
            return
        if _laid(state) != _laid(before) or _arranged(state) != _arranged(before):
            self._lay_out(before)
        elif state.edition is not before.edition or _standing(state) != _standing(before):
            layout = self.page.layout
            if state.edition is not before.edition:
                layout = layout.marking(state.edition)
                self.call_after_refresh(self._measure_on, layout)
            self._page = Page(layout, state)
            self.strips.clear()
        else:
            self.page.move_to(state)
        is_other = state.edition.source is not before.edition.source
        if reveal and (is_other or _place(state) != _place(before) or _arranged(state) != _arranged(before)):
            self.reveal()
        self.repaint()

    def on_resize(self) -> None:
        """Wraps at the new width, with the line read staying where it is as far as the row is in view."""
        size = self.scrollable_content_region.size
        is_first = self._page is None
        if is_first or size.width != self._laid_out_for.width:
            self._lay_out(self._state)
        else:
            self._laid_out_for = size
            self.post_message(self.LaidOut())
        if not is_first:
            self.reveal()
        self.refresh()

    def _lay_out(self, before: State) -> None:
        """Lays the page out anew; the cursor's line, or else the top line, keeps its height on the screen,
        unless other texts stand there.
        """
        is_other = self._state.edition.source is not before.edition.source
        anchor = None if self._page is None or is_other else self._anchor(self._page, before)
        width = self.scrollable_content_region.width
        spacing = 0 if self._state.compact else 1
        layout = Layout(self._state.edition, self.mode, width, self._wraps, spacing)
        edition, row = self._state.edition, 0
        if anchor is not None:
            row = edition.row_of_paragraph(anchor[0], edition.paragraph_at(*anchor[:2]))
        layout.measure(row + _AT_ONCE)
        self.call_after_refresh(self._measure_on, layout)
        self._page = Page(layout, self._state)
        self._laid_out_for = self.scrollable_content_region.size
        self.strips.clear()
        self.virtual_size = Size(width, layout.height)
        if anchor is not None:
            side, offset, height = anchor
            height = min(height, max(0, self.scrollable_content_region.height - 1 - _CONTEXT))
            self.scroll_to(y=layout.y_of(side, offset) - height, animate=False, force=True)
        self.post_message(self.LaidOut())

    def _measure_on(self, layout: Layout) -> None:
        """Measures the rest of a page just laid out, between key presses."""
        if self._page is not None and layout is self._page.layout:
            if layout.measure(layout.measured + _AT_ONCE):
                self.virtual_size = Size(self.virtual_size.width, layout.height)
                self.post_message(self.LaidOut())
            else:
                self.set_timer(0.001, lambda: self._measure_on(layout))

    def _anchor(self, page: Page, state: State) -> tuple[Side, int, int]:
        """A character to hold on to, and its height on the screen in lines."""
        top, height = self.scroll_offset.y, self._laid_out_for.height
        start = state.edition.article(state.side).sentences[state.sentence].start
        y = page.layout.y_of(state.side, start)
        if top <= y < top + height or top == 0:
            return state.side, start, y - top
        for below in range(top, top + height):
            for pane, line in zip(page.layout.panes, page.layout.line(below), strict=True):
                if line and line.kind == "text":
                    return pane.side, line.start, below - top
        return state.side, start, y - top

    def reveal(self) -> None:
        """Scrolls as little as shows the cursor's row, or what matters of it when the row is too tall."""
        height = self.scrollable_content_region.height
        if self.page.layout.height > self.virtual_size.height:
            self.virtual_size = Size(self.virtual_size.width, self.page.layout.height)
        first, last = self._to_be_seen(height)
        around = max(0, min(_CONTEXT, (height - (last - first)) // 2))
        top = self.scroll_offset.y
        if first - around < top:
            top = first - around
        elif last + around > top + height:
            top = last + around - height
        self.scroll_to(y=max(0, top), animate=False, force=True)

    def _to_be_seen(self, height: int) -> tuple[int, int]:
        """The lines, from and to, that a view of `height` lines has to show.

        All of the cursor's row; else the current finding on both sides; else where the cursor is.
        """
        layout, state = self.page.layout, self._state
        first, last = layout.bounds(state.row)
        if last - first <= height:
            return first, last
        edition, here = state.edition, state.edition.article(state.side).sentences[state.sentence]
        spans = [
            (side, span)
            for side in SIDES
            for span in (state.current.side(side) if state.current else ())
            if edition.row_of_paragraph(side, edition.paragraph_at(side, span.start)) == state.row
        ]
        if spans:
            first = min(layout.y_of(side, span.start) for side, span in spans)
            last = max(layout.y_of(side, max(span.start, span.end - 1)) + 1 for side, span in spans)
            if last - first <= height:
                return first, last
        start = min((span.start for side, span in spans if side == state.side), default=here.start)
        first = layout.y_of(state.side, start)
        return first, min(layout.y_of(state.side, max(start, here.end - 1)) + 1, first + height // 2)

    def put_cursor_on(self, line: int) -> None:
        """Scrolls so that the cursor's row begins on a line of the view, as far as that shows it."""
        self.reveal()
        first, _ = self.page.layout.bounds(self._state.row)
        height = self.scrollable_content_region.height
        self.scroll_to(y=max(0, first - min(line, height - 1 - _CONTEXT)), animate=False, force=True)

    def read_on(self, step: int) -> bool:
        """Scrolls within the cursor's row while it goes on beyond the view; False when all of it was seen."""
        first, last = self.page.layout.bounds(self._state.row)
        top, height = self.view[0], self.scrollable_content_region.height
        hidden = last - (top + height) if step > 0 else top - first
        if hidden <= 0 or last - first <= height:
            return False
        self.scroll_to(y=top + step * min(hidden + _CONTEXT, height - _CONTEXT), animate=False)
        return True

    def turn(self, share: float) -> bool:
        """Scrolls by a share of the view; False at the end of the page."""
        before = self.scroll_offset.y
        height = self.scrollable_content_region.height
        self.scroll_to(y=before + round((height - _CONTEXT) * share), animate=False)
        return self.scroll_offset.y != before

    @property
    def view(self) -> tuple[int, int]:
        """The lines of the page that are in view: from, to."""
        top = self.scroll_offset.y
        return top, top + self.scrollable_content_region.height

    def rows_in_view(self) -> tuple[int, int]:
        """The first and the last row that shows a line."""
        layout, top = self.page.layout, self.scroll_offset.y
        first, last = layout.row_at(top), layout.row_at(top + self.scrollable_content_region.height - 1)
        if layout.bounds(first)[1] <= top:  # only the empty line below it is in view
            first = min(first + 1, last)
        return first, last

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tells which rows are in view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def notify_style_update(self) -> None:
        """Forgets what was painted in other colours."""
        super().notify_style_update()
        self.strips.clear()

    def paint(self, y: int) -> Strip:
        """Paints line `y` of the view."""
        page, width = self._page, self.size.width
        if page is None:  # Textual asks for lines before it has told the size
            return self.strip_of((), width)
        line = y + self.scroll_offset.y
        key = page.line_key(line)
        if (strip := self.strips.get(key)) is None:
            strip = self.strips[key] = self.strip_of(page.line(line), width)
        return strip

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins a selection in the pane under the mouse."""
        if event.button == 1 and self._page is not None:
            side = self.page.side_at(event.x, event.y + self.scroll_offset.y)
            if (character := self.character_at(side, event.x, event.y)) is not None:
                self._drag = Drag(self, side, character)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extends the selection."""
        if self._drag is not None:
            self._drag.move(event.x, event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Ends the selection; a press without a drag moves the cursor."""
        if self._drag is None:
            return
        drag, self._drag = self._drag, None
        drag.end()
        if self.character_at(drag.side, event.x, event.y) == drag.start:
            self.pointing.select(drag.side, None)
            self.pointing.go_to_character(drag.side, drag.start.start)

    def character_at(self, side: Side, x: int, y: int) -> Span | None:
        """The character of a side at a cell of the view."""
        return self.page.character_at(side, x, y + self.scroll_offset.y)


class Drag:
    """A selection while the mouse makes it; beyond the edge it scrolls the page."""

    def __init__(self, spread: Spread, side: Side, start: Span) -> None:
        """`start`: the character on which the mouse was pressed."""
        self.side = side
        self.start = start
        self._spread = spread
        self._to = 0, 0
        self._timer: Timer | None = None
        spread.capture_mouse()

    def move(self, x: int, y: int) -> None:
        """Selects up to a cell, scrolling while that is beyond the edge."""
        self._to = x, y
        beyond = not 0 <= y < self._spread.size.height
        if beyond and self._timer is None:
            self._timer = self._spread.set_interval(_DRAG_PACE, self._go_on)
        elif not beyond:
            self._stop_scrolling()
        self._extend()

    def end(self) -> None:
        """Lets go of the mouse."""
        self._spread.release_mouse()
        self._stop_scrolling()

    def _go_on(self) -> None:
        step = -1 if self._to[1] < 0 else 1
        self._spread.scroll_to(y=self._spread.scroll_offset.y + step, animate=False)
        self._extend()

    def _extend(self) -> None:
        end = self._spread.character_at(self.side, *self._to) or Span(0, 0)
        span = Span(min(self.start.start, end.start), max(self.start.end, end.end))
        self._spread.pointing.select(self.side, None if end == self.start else span)

    def _stop_scrolling(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def _laid(state: State) -> tuple[object, ...]:
    """What the lines of the page depend on; findings only mark them."""
    edition = state.edition
    return id(edition.source), id(edition.target), id(edition.rows)


def _arranged(state: State) -> tuple[object, ...]:
    return state.only, state.arrangement, state.compact


def _standing(state: State) -> tuple[object, ...]:
    return state.layers, state.open_only, state.ruler, state.sheet.version, id(state.matches)


def _place(state: State) -> tuple[object, ...]:
    return state.side, state.sentence, state.finding, state.match
