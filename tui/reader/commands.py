"""The command palette beside the keys: themes, rows and findings by what they say."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.articles import SIDES, Side
from tui.reader.page.wording import quotation, shortened
from tui.reader.screens.reading import ReadingScreen

_BETWEEN_PAUSES = 200
"""Commands matched before the keys are looked at again."""
_LONGEST = 90

Command = tuple[str, str, Callable[[], object]]
"""What it is called, what it does, and the doing."""


class PageCommands(Provider):
    """Every theme, row and finding as a command."""

    async def discover(self) -> Hits:
        """The themes: the rest is too much to be listed unasked."""
        for name, told, run in self._themes():
            yield DiscoveryHit(name, run, help=told)

    async def search(self, query: str) -> Hits:
        """What the query matches."""
        matcher = self.matcher(query)
        for number, (name, told, run) in enumerate(self._commands()):
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=told)
            if number % _BETWEEN_PAUSES == 0:
                await asyncio.sleep(0)

    def _commands(self) -> Iterator[Command]:
        yield from self._themes()
        if isinstance(self.screen, ReadingScreen):
            yield from _findings(self.screen)
            yield from _rows(self.screen)

    def _themes(self) -> Iterator[Command]:
        for name in self.app.available_themes:
            yield f"Theme {name}", "Read in these colours", partial(setattr, self.app, "theme", name)


def _findings(screen: ReadingScreen) -> Iterator[Command]:
    state = screen.state
    for number, finding in enumerate(state.edition.findings):
        sides = " │ ".join(quotation(state.edition, finding, side) for side in SIDES)
        name = shortened(f"Finding {number + 1} {finding.glyph} {finding.kind} {sides}", _LONGEST)
        yield name, finding.message, partial(_go, screen, "finding", number)


def _rows(screen: ReadingScreen) -> Iterator[Command]:
    edition = screen.state.edition
    for number, row in enumerate(edition.rows):
        side: Side = "source" if row.source else "target"
        begins = edition.article(side).paragraph_text(row.side(side)[0])[:_LONGEST]
        name = shortened(f"Row {number + 1} {' '.join(begins.split())}", _LONGEST)
        yield name, f"Go to this row of the {side}", partial(_go, screen, "row", number)


def _go(screen: ReadingScreen, what: str, number: int) -> None:
    state = screen.state
    screen.become(state.at_finding(number) if what == "finding" else state.at_row(number))
