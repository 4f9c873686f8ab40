"""The line in which one writes what is asked for: the number of a paragraph, the words of the other side."""

from __future__ import annotations

from collections.abc import Callable

from tui.reader.widgets.field import Field


class AskingBar(Field):
    """Hidden until it is opened; Enter gives what is written to whoever has opened it."""

    def __init__(self) -> None:
        super().__init__("", self._give)
        self._taker: Callable[[str], object] = lambda _written: None
        self.display = False

    def open(self, asked: str, take: Callable[[str], object], *, restrict: str | None = None) -> None:
        """Shows the line, empty.

        `asked`: what is to be written; `take` gets it when the line is closed. `restrict`: an expression that
        it has to match.
        """
        self.value, self.placeholder, self.restrict, self._taker = "", asked, restrict, take
        self.display = True
        self.screen.set_focus(self)  # at once: `focus` would let the next key pass by

    def close(self) -> None:
        """Hides the line and gives the keys back to the page."""
        self.display = False
        self.screen.set_focus(self.screen.query_one("Spread"))

    def _give(self, written: str) -> None:
        self.close()
        self._taker(written)
