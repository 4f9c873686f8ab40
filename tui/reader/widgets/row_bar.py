"""The line in which one writes the number of a row."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import Input


class RowBar(Input):
    """Hidden until it is opened; goes to the row on Enter."""

    @dataclass
    class Asked(Message):
        """A row is to be gone to: its number, from 1."""

        number: int

    def __init__(self) -> None:
        super().__init__(
            placeholder="Row", compact=True, select_on_focus=False, type="integer", restrict="[0-9]*"
        )
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
        if event.value:
            self.post_message(self.Asked(int(event.value)))
