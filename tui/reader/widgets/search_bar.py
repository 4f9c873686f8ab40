"""The line in which one writes what to search for."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.reader.page.search import REGULAR
from tui.reader.widgets.field import Field


class SearchBar(Horizontal):
    """Hidden until it is opened; asks at every letter, and goes to the next match on Enter."""

    @dataclass
    class Asked(Message):
        """Something is to be searched for."""

        query: str
        go: bool
        """Whether to go to the next match as well."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False

    def compose(self) -> ComposeResult:
        """What is written, and what is wrong with it."""
        hint = f"Search both sides ({REGULAR} begins a regular expression)"
        yield Field(hint)
        yield Static(markup=False)

    def open(self, query: str) -> None:
        """Shows the bar with the search before."""
        line = self.query_one(Input)
        with self.prevent(Input.Changed):
            line.value = query
        self.tell("")
        self.display = True
        self.screen.set_focus(line)  # at once: `focus` would let the next key pass by
        line.select_all()

    def close(self) -> None:
        """Hides the bar and gives the keys back to the page."""
        self.display = False
        self.screen.query_one("Spread").focus()

    def refuse(self, query: str, problem: str) -> None:
        """Says what is wrong with a query, in the bar, which is open as long as something is."""
        if not self.display:
            self.open(query)
            self.query_one(Input).action_end()
        self.tell(problem)

    def tell(self, problem: str) -> None:
        """Shows what is wrong, or that nothing is."""
        self.query_one(Static).update(problem)

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Asked(event.value, go=False))

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        event.stop()
        self.close()
        self.post_message(self.Asked(event.value, go=True))
