"""The line in which one writes the number of a paragraph."""

from __future__ import annotations

from collections.abc import Callable

from tui.reader.widgets.field import Field


class PlaceBar(Field):
    """Hidden until it is opened; goes to the paragraph on Enter."""

    def __init__(self, go: Callable[[str], object]) -> None:
        """`go`: goes to a paragraph, as it was written."""
        hint = "Paragraph: 12 in this pane, S12 in the source, T12 in the target"
        super().__init__(hint, self._leave_for, restrict="[sStT]?[0-9]*")
        self._go = go
        self.display = False

    def open(self) -> None:
        """Shows the bar, empty."""
        self.value = ""
        self.display = True
        self.screen.set_focus(self)  # at once: `focus` would let the next key pass by

    def close(self) -> None:
        """Hides the bar and gives the keys back to the page."""
        self.display = False
        self.screen.set_focus(self.screen.query_one("Spread"))

    def _leave_for(self, written: str) -> None:
        self.close()
        self._go(written)
