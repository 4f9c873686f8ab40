"""The line in which one writes the number of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import Input

from tui.reader.widgets.field import Field


class PlaceBar(Field):
    """Hidden until it is opened; goes to the paragraph on Enter."""

    @dataclass
    class Asked(Message):
        """A paragraph is to be gone to, as it was written."""

        written: str

    def __init__(self) -> None:
        hint = "Paragraph: 12 in this pane, S12 in the source, T12 in the target"
        super().__init__(hint, restrict="[sStT]?[0-9]*")
        self.display = False

    def open(self) -> None:
        """Shows the bar, empty."""
        self.value = ""
        self.display = True
        self.screen.set_focus(self)  # at once: `focus` would let the next key pass by

    def close(self) -> None:
        """Hides the bar and gives the keys back to the page."""
        self.display = False
        self.screen.query_one("Spread").focus()

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        event.stop()
        self.close()
        self.post_message(self.Asked(event.value))
