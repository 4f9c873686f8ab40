"""The search in both texts, and in the translation as far as there is one."""

from __future__ import annotations

from collections.abc import Iterable

from tui.articles import Side
from tui.errors import PatternError
from tui.reader.page.search import Folded, find, folded_pair
from tui.reader.page.state import State
from tui.reader.parts.part import Closable, Part
from tui.reader.widgets.search_bar import SearchBar

_folded_nothing: dict[Side, Folded] = {}


class Searching(Part):
    """The search bar and what it finds."""

    VERBS = ("search",)

    _folded = _folded_nothing

    @property
    def bar(self) -> SearchBar:
        """The line in which one writes."""
        return self.screen.query_one(SearchBar)

    def search(self) -> None:
        """Opens the search bar."""
        self.bar.open(self.state.query)

    def find(self, query: str, *, go: bool) -> None:
        """Marks every place that reads like a query; `go`: and goes to the next one."""
        edition = self.state.edition
        self._folded = self._folded or folded_pair(edition.source, edition.target)
        try:
            matches = (*find(self._folded, query), *self.screen.translating.panel.matches(query))
        except PatternError as error:
            self.screen.become(self.state.searched("", ()))
            self.bar.refuse(query, str(error))
            return
        self.bar.tell("")
        self.screen.become(self.state.searched(query, matches))
        if go:
            self.screen.moving.move("next_match")

    def find_again(self, query: str) -> None:
        """Marks in the present texts what was searched for in those before."""
        if query:
            self.find(query, go=False)

    def leave(self) -> None:
        """Closes the bar, if it is open, and ends the search."""
        if self.bar.display:
            self._leave()

    def follow(self, before: State) -> None:
        """Forgets the texts of another pair."""
        if self.state.edition.source is not before.edition.source:
            self._folded = _folded_nothing

    def closables(self) -> Iterable[Closable]:
        """The bar, and once it is closed the search."""
        bar = self.bar
        yield Closable(lambda: bar.display, self._leave)
        yield Closable(lambda: bool(self.state.query) and not bar.display, self._forget)

    def _leave(self) -> None:
        self.bar.close()
        self._forget()

    def _forget(self) -> None:
        self.screen.become(self.state.searched("", ()))
