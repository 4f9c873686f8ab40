"""The command palette: every action with its keys, then themes, findings and paragraphs by what they say."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Matcher, Provider
from textual.content import Content

from tui.articles import SIDES
from tui.reader.bindings import BINDINGS
from tui.reader.keys import keys_of
from tui.reader.page import places
from tui.reader.page.search import fold
from tui.reader.page.words import quotation, shortened
from tui.reader.place_bindings import LIST
from tui.reader.screens.reading import ReadingScreen
from tui.reader.themes import own_themes
from tui.reader.widgets.findings_list import FindingsList

_BETWEEN_PAUSES = 200
"""Commands matched before the keys are looked at again."""
_LONGEST = 90
_ACTION, _TOLD, _THEME, _PLACE = 3.0, 2.0, 1.0, 0.0
"""Added to the score, so that each sort stands above the next whatever matches: names of actions, what they
are for, themes, places in the text.
"""

Command = tuple[str, str, Callable[[], object]]
"""What it is called, what it does, and the doing."""


class PageCommands(Provider):
    """Actions first; what stands in the text only where it is written so."""

    async def discover(self) -> Hits:
        """Every action, and the way to the themes."""
        for name, told, run in (*self._actions(), self._to_themes()):
            yield DiscoveryHit(name, run, help=told)

    async def search(self, query: str) -> Hits:
        """What the query matches."""
        matcher = self.matcher(query)
        for name, told, run in (*self._actions(), self._to_themes()):
            if (score := matcher.match(name)) > 0:
                yield Hit(_ACTION + score, matcher.highlight(name), run, text=name, help=told)
            elif (score := _within(query, told, matcher)) > 0:
                yield Hit(_TOLD + score, Content(name), run, text=name, help=told)
        if query.casefold().startswith("theme "):
            for name, told, run in theme_commands(self.app):
                if (score := matcher.match(f"Theme {name}")) > 0:
                    yield Hit(_THEME + score, matcher.highlight(f"Theme {name}"), run, text=name, help=told)
        wanted = fold(query).text
        for number, (name, told, run) in enumerate(self._places()):
            if wanted in fold(name).text:
                yield Hit(_PLACE + 1 / (2 + number), Content(name), run, text=name, help=told)
            if number % _BETWEEN_PAUSES == 0:
                await asyncio.sleep(0)

    def _actions(self) -> Iterator[Command]:
        if not isinstance(self.screen, ReadingScreen):
            return
        listed = self.screen.query_one(FindingsList)
        inside = LIST.bindings if listed.is_open else ()
        for place, bindings in ((self.screen, BINDINGS), (listed, inside)):
            for binding in bindings:
                if binding.id == "palette":
                    continue
                keys = " ".join(
                    self.app.get_key_display(key) for _, key in keys_of(self.app, binding.id or "")
                )
                name = f"{binding.description}  {keys}".rstrip()
                yield name, binding.tooltip, partial(place.run_action, binding.action)

    def _to_themes(self) -> Command:
        return "Theme …", "Choose the colours to read in", self.app.search_themes

    def _places(self) -> Iterator[Command]:
        if isinstance(self.screen, ReadingScreen):
            yield from _findings(self.screen)
            yield from _paragraphs(self.screen)


class ThemeCommands(Provider):
    """The themes, our own first."""

    async def discover(self) -> Hits:
        """All of them."""
        for name, told, run in theme_commands(self.app):
            yield DiscoveryHit(name, run, help=told)

    async def search(self, query: str) -> Hits:
        """Those whose names match."""
        matcher = self.matcher(query)
        for name, told, run in theme_commands(self.app):
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, text=name, help=told)


def theme_palette() -> CommandPalette:
    """The palette of the themes alone."""
    return CommandPalette(providers=[ThemeCommands], placeholder="Which colours?")


def theme_commands(app: App[object]) -> Iterator[Command]:
    """Each theme as a command: ours, then Textual's by name."""
    own = [theme.name for theme in own_themes()]
    others = sorted(name for name in app.available_themes if name not in own)
    for name in (*own, *others):
        yield name, "Read in these colours", partial(setattr, app, "theme", name)


def _within(query: str, told: str, matcher: Matcher) -> float:
    """How well a query fits what an action is for: only where each of its words is written there."""
    wanted, there = fold(query).text.split(), fold(told).text
    return max(0.1, matcher.match(told)) if wanted and all(word in there for word in wanted) else 0.0


def _findings(screen: ReadingScreen) -> Iterator[Command]:
    state = screen.state
    for number, finding in enumerate(state.edition.findings):
        sides = " │ ".join(quotation(state.edition, finding, side) for side in SIDES)
        name = shortened(f"Finding {number + 1} {finding.glyph} {finding.kind} {sides}", _LONGEST)
        yield name, finding.message, partial(_go, screen, number)


def _paragraphs(screen: ReadingScreen) -> Iterator[Command]:
    edition = screen.state.edition
    for side in SIDES:
        article = edition.article(side)
        for number in range(len(article.paragraphs)):
            begins = " ".join(article.paragraph_text(number)[:_LONGEST].split())
            place = places.named(side, range(number, number + 1))
            name = shortened(f"Paragraph {place} {begins}", _LONGEST)
            yield name, f"Go to this paragraph of the {side}", partial(screen.moving.go_to_paragraph, place)


def _go(screen: ReadingScreen, number: int) -> None:
    screen.become(screen.state.at_finding(number))
