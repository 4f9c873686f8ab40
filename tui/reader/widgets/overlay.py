"""What lies over the page while one looks something up: a line to write in, and below it what that finds."""

from __future__ import annotations

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input


class Overlay(Vertical):
    """Hidden until it is opened. It is always there, so that opening it costs no more than painting it."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._before: Widget | None = None
        """What had the keys."""

    @property
    def field(self) -> Input:
        """The line to write in."""
        return self.query_one(Input)

    def open(self) -> None:
        """Shows it, empty, in place of any other."""
        for other in self.screen.query(Overlay):
            if other.display:
                other.close()
        self._before = self.screen.focused
        with self.prevent(Input.Changed):
            self.field.value = ""
        self.display = True
        self.screen.set_focus(self.field)  # at once: `focus` would let the next key pass by

    def close(self) -> None:
        """Hides it and gives the keys back to what had them."""
        self.display = False
        self.screen.set_focus(self._before)
