"""The line in which one writes what to search for."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import Input


class SearchBar(Input):
    """Hidden until it is opened; asks at every letter, and goes to the next match on Enter."""

    @dataclass
    class Asked(Message):
        """Something is to be searched for."""

        query: str
        go: bool
        """Whether to go to the next match as well."""

    def __init__(self) -> None:
        super().__init__(placeholder="Search both sides", compact=True, select_on_focus=False)
        self.display = False

    def open(self, query: str) -> None:
        """Shows the bar with the search before."""
        with self.prevent(Input.Changed):
            self.value = query
        self.display = True
        self.screen.set_focus(self)  # at once: `focus` would let the next key pass by
        self.select_all()

    def close(self) -> None:
        """Hides the bar and gives the keys back to the page."""
        self.display = False
        self.screen.query_one("Spread").focus()

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Asked(event.value, go=False))

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        event.stop()
        self.close()
        self.post_message(self.Asked(event.value, go=True))
