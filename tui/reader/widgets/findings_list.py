"""The list of findings: a panel beside the page, or below it, that keeps step with the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import ClassVar, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input

from tui.comparison import Finding
from tui.reader import place_bindings
from tui.reader.keys import with_keys
from tui.reader.page import listing
from tui.reader.page.state import Column, State
from tui.reader.page.words import Pieces
from tui.reader.widgets.field import Field
from tui.reader.widgets.painting import Painter

_PARTS = (
    *("title", "quiet", "rule", "kind", "quoted", "decided", "dismissed", "chosen", "bar", "cursor"),
    *("bar-held", "cursor-held"),
    *("severity-critical", "severity-major", "severity-minor"),
    *("glyph-fact", "glyph-lone", "glyph-moved", "glyph-word", "hidden"),
)
_HELD = {"bar": "bar-held", "cursor": "cursor-held"}
"""How the line of the cursor looks while the list has the keys."""
_FRAME = 3
"""Lines of the panel below the page that are no findings: its edge and the heading."""
_LEAST, _TALLEST = 3, 12
"""Lines of findings it has there."""
_CONTEXT = 1
"""Findings kept in view above and below the cursor."""


class Lister(Protocol):
    """What the list has done at once: the next key may come before a message has arrived."""

    def go_to(self, finding: Finding, *, leave: bool) -> object:
        """Goes to a finding; `leave`: to read on there."""
        ...

    def say_ended(self, *, is_last: bool) -> object:
        """Says that there is no finding further that way."""
        ...

    def filter_by(self, words: str) -> object:
        """Lists the findings with some words."""
        ...

    def show_only(self, column: Column, value: str) -> object:
        """Lists the findings with one value of a column."""
        ...


class Heading(Painter):
    """The lines above the list: what is listed in which order, and the keys that choose."""

    PREFIX = "listing"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"listing--{part}" for part in _PARTS}

    def __init__(self, lister: Lister) -> None:
        super().__init__()
        self._lister = lister
        self._told: Callable[[int], tuple[Pieces, ...]] = lambda _: ()

    def show(self, state: State, numbers: Sequence[int], keys: str) -> None:
        """Tells what a list shows of a state."""
        self._told = cache(lambda width: listing.heading(state, numbers, keys, width))
        self.repaint()

    def paint(self, y: int) -> Strip:
        """Paints one of the lines."""
        lines = self._told(self.size.width)
        return self.strip_of(lines[y] if y < len(lines) else (), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Asks for the findings that a count counts."""
        lines = self._told(self.size.width)
        if event.y < len(lines) and (counted := listing.counted_at(lines[event.y], event.x)):
            self._lister.show_only(*counted)


class FilterBar(Field):
    """The field for words that a finding has to say: hidden until it is opened, asks at every letter."""

    def __init__(self, lister: Lister) -> None:
        super().__init__("Only findings that say …", self._keep)
        self._lister = lister
        self.display = False

    def open(self, words: str) -> None:
        """Shows the field with what was written before."""
        with self.prevent(Input.Changed):
            self.value = words
        self.display = True
        self.screen.set_focus(self)  # at once: `focus` would let the next key pass by
        self.action_end()

    def close(self) -> None:
        """Hides the field, forgets what was written, and gives the keys back to the list."""
        self._leave()
        self._lister.filter_by("")

    def _leave(self) -> None:
        self.display = False
        self.screen.query_one(FindingsList).take_up()

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:  # keys may be ahead of what they have changed
            self._lister.filter_by(event.value)

    def _keep(self, words: str) -> None:
        self._lister.filter_by(words)
        self._leave()


class FindingsList(Painter, ScrollView, can_focus=True, inherit_bindings=False):
    """One finding after another; the page follows the cursor of the list, and Enter goes back to the page."""

    PREFIX = "listing"
    COMPONENT_CLASSES: ClassVar[set[str]] = Heading.COMPONENT_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.LIST.bindings]

    def __init__(self, state: State, lister: Lister) -> None:
        super().__init__()
        self._lister = lister
        self.numbers: list[int] = []
        """The findings listed, by their indexes in the edition."""
        self._state = state
        self._of: tuple[object, ...] = ()
        self._at = 0
        """The place in the list of the finding in hand, or of the one that is nearest to it."""
        self._is_marked = False
        """Whether the one at that place is in hand."""
        self._is_arranged = False

    def show(self, state: State) -> None:
        """Lists the findings shown; the mark lies on the one in hand, or on none where that is not listed."""
        before, self._state = self._state, state
        of = state.layers, state.open_only, state.sheet.version
        arranged = state.listing is not before.listing
        chosen, is_other = of != self._of, state.edition is not before.edition
        if chosen or is_other or arranged:
            self._of, self.numbers = of, listing.listed(state)
        self._is_marked = state.finding in self.numbers
        if state.finding is not None and self._is_marked:
            self._at = self.numbers.index(state.finding)
        else:
            # Where what was decided has left the list, the one below has taken its place.
            same = self._is_arranged and chosen and not is_other and not arranged
            self._at = min(self._at, len(self.numbers) - 1) if same else self._first_from(state.row)
            if self.has_focus and (chosen or arranged) and not is_other:
                self._choose(leave=False)
        self._is_arranged = True
        self._place()

    def take_up(self) -> None:
        """Takes the keys; without a current finding, the next one becomes it."""
        self.screen.set_focus(self)
        if self._state.finding not in self.numbers:
            self._choose(leave=False)

    def _first_from(self, row: int) -> int:
        """The place in the list of the first finding at or below a row of the page, or else the last."""
        rows = self._state.edition.finding_rows
        below = (at for at, number in enumerate(self.numbers) if rows[number] >= row)
        return next(below, len(self.numbers) - 1)

    def _place(self) -> None:
        """Brings the cursor into view."""
        width, height = self.scrollable_content_region.size
        if width and height:
            tall = listing.height_of(width)
            self.virtual_size = Size(width, len(self.numbers) * tall)
            first, last = (self._at - _CONTEXT) * tall, (self._at + 1 + _CONTEXT) * tall
            top = self.scroll_offset.y
            if last - first > height:
                first, last = self._at * tall, (self._at + 1) * tall
            if first < top or last > top + height:
                top = first if first < top else last - height
                self.scroll_to(y=max(0, top), animate=False, force=True)
        self.repaint()

    def on_resize(self) -> None:
        """Keeps the cursor in view in the other size."""
        self._place()

    def paint(self, y: int) -> Strip:
        """Paints line `y` of the view."""
        width = self.scrollable_content_region.width
        if not self.numbers:
            told = listing.nothing(self._state, partial(with_keys, self.app)) if y == 1 else ""
            return self.strip_of(((f"  {told}", ("quiet",)),), width)
        at, line = divmod(y + self.scroll_offset.y, listing.height_of(width))
        if at >= len(self.numbers):
            return self.strip_of((), width)
        number = self.numbers[at]
        at_cursor = number == self._state.finding
        finding = self._state.edition.findings[number]
        pieces = listing.lines(self._state, finding, width, at_cursor=at_cursor)[line]
        if at_cursor and self.has_focus:
            pieces = tuple((text, tuple(_HELD.get(name, name) for name in names)) for text, names in pieces)
        return self.strip_of(pieces, width)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Lights the cursor while the list has the keys."""
        self.repaint()

    # Keys and the mouse

    def action_go(self, step: int) -> None:
        """Goes to the finding some places further down; where none is marked, to the nearest."""
        self._go_to(self._at + step if self._is_marked else self._at, step)

    def action_page(self, step: int) -> None:
        """Goes down by what the list shows at once."""
        width, height = self.scrollable_content_region.size
        self._go_to(self._at + step * max(1, height // listing.height_of(width) - _CONTEXT), step)

    def action_end(self, step: int) -> None:
        """Goes to the last finding, or for a negative step to the first."""
        self._go_to(len(self.numbers) - 1 if step > 0 else 0, step)

    def action_choose(self) -> None:
        """Goes back to the page at this finding."""
        self._choose(leave=True)

    def on_click(self, event: events.Click) -> None:
        """Goes to the finding under the mouse."""
        at = (event.y + self.scroll_offset.y) // listing.height_of(self.scrollable_content_region.width)
        if at < len(self.numbers):
            self._at = at
            self._choose(leave=False)

    def _go_to(self, at: int, step: int) -> None:
        before, self._at = self._at, max(0, min(at, len(self.numbers) - 1))
        if not self.numbers or (self._at == before and self._is_marked):
            self._lister.say_ended(is_last=step > 0)
        else:
            self._choose(leave=False)

    def _choose(self, *, leave: bool) -> None:
        if self.numbers:
            self._lister.go_to(self._state.edition.findings[self.numbers[self._at]], leave=leave)


class FindingsPanel(Vertical):
    """The list under its heading; hidden until it is opened."""

    def __init__(self, state: State, lister: Lister) -> None:
        super().__init__()
        self.display = False
        self._state = state
        self._lister = lister

    def compose(self) -> ComposeResult:
        """The heading does not scroll."""
        yield Heading(self._lister)
        yield FilterBar(self._lister)
        yield FindingsList(self._state, self._lister)

    def show(self, state: State) -> None:
        """Lists the findings of a state, while the list is open."""
        self.display = state.listing.is_open
        if self.display:
            self.styles.max_height = self._room(state)
            listed = self.query_one(FindingsList)
            listed.show(state)
            self.query_one(Heading).show(state, listed.numbers, self._keys())

    def _room(self, state: State) -> int | None:
        """The lines it may take below the page: no more than all findings need; beside it, any."""
        if self.screen.has_class("-wide"):
            return None
        tall = listing.height_of(self.size.width or self.screen.size.width)
        return _FRAME + min(_TALLEST, max(_LEAST, len(state.edition.findings) * tall))

    def _keys(self) -> str:
        return with_keys(
            self.app, "{list.filter} or {list.verdict} {list.severity} {list.kind} filter · {list.sort} sorts"
        )
