"""The last line of the screen: the keys that count at present, as they are mapped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip

from tui.reader.page.drawing import Piece
from tui.reader.widgets.painting import Painter


class KeyLine(Painter):
    """Painted: at every change of focus a widget for each key would take longer to set up than the page."""

    PREFIX = "keys"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--told"}

    def __init__(self) -> None:
        super().__init__()
        self._line: tuple[tuple[Piece, str], ...] = ()
        """The pieces, each with the key that a click on it presses."""

    def on_mount(self) -> None:
        """Follows the keys that count."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen and screen.app.app_focus:
            self._line = tuple(self._pieces())
            self.repaint()

    def _pieces(self) -> Iterator[tuple[Piece, str]]:
        """Keys of one group beside each other before its name, every other key before what it does."""
        shown: dict[str, Binding] = {}
        for _, binding, _, _ in self.screen.active_bindings.values():
            if binding.show:
                shown.setdefault(binding.action, binding)
        for group, inside in groupby(shown.values(), key=lambda binding: binding.group):
            bindings = list(inside)
            for run in [bindings] if group else [[binding] for binding in bindings]:
                for binding in run:
                    yield (f" {self.app.get_key_display(binding)}", ("key",)), binding.key
                told = group.description if group and len(run) > 1 else run[0].description
                yield (f" {told} ", ("told",)), run[0].key

    def paint(self, y: int) -> Strip:  # noqa: ARG002
        """Paints the one line."""
        return self.strip_of((piece for piece, _ in self._line), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Presses the key under the mouse."""
        end = 0
        for (text, _), key in self._line:
            end += cell_len(text)
            if event.x < end:
                self.app.simulate_key(key)
                return
