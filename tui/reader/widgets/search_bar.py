"""The line in which one writes what to search for."""

from __future__ import annotations

from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.reader.page.search import REGULAR
from tui.reader.widgets.field import Field


class Find(Protocol):
    """Searches for what was written."""

    def __call__(self, query: str, *, go: bool) -> object:
        """`go`: and goes to the next match."""
        ...


class SearchBar(Horizontal):
    """Hidden until it is opened; asks at every letter, and goes to the next match on Enter."""

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self.display = False

    def compose(self) -> ComposeResult:
        """What is written, and what is wrong with it."""
        hint = f"Search both sides ({REGULAR} begins a regular expression)"
        yield Field(hint, self._go)
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
        self.screen.set_focus(self.screen.query_one("Spread"))

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
        if self.display:  # keys may be ahead of what they have changed
            self._find(event.value, go=False)

    def _go(self, query: str) -> None:
        self.close()
        self._find(query, go=True)
