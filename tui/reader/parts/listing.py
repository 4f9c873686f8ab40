"""The list of findings beside the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.reader.page.state import Listing as Wanted
from tui.reader.parts.part import Closable, Part
from tui.reader.widgets.findings_list import FindingsList, FindingsPanel


class Listing(Part):
    """Opens the list, and goes where it points."""

    VERBS = ("findings",)

    def findings(self) -> None:
        """Opens the list of findings, or closes it."""
        panel = self.screen.query_one(FindingsPanel)
        panel.display = not panel.display
        panel.show(self.state)
        if panel.display:
            self.screen.query_one(FindingsList).take_up()
        else:
            self.screen.spread.focus()

    def go_to(self, number: int, *, leave: bool) -> None:
        """Goes to a finding; `leave`: and gives the keys back to the page."""
        self.screen.become(self.state.at_finding(number))
        if leave:
            self.screen.spread.focus()

    def arrange(self, listing: Wanted) -> None:
        """Lists other findings, or in another order."""
        self.screen.become(replace(self.state, listing=listing), reveal=False)

    def closables(self) -> Iterable[Closable]:
        """The list."""
        panel = self.screen.query_one(FindingsPanel)
        yield Closable(lambda: panel.display, self.findings)
