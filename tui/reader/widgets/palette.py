"""The palette: a line in which one writes what is to be done, and the commands that this means."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from inspect import isawaitable
from itertools import islice
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import Input
from textual.worker import WorkType

from tui.reader import place_bindings
from tui.reader.page.commands import Command, Match, command_line, matching
from tui.reader.widgets.field import Field
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.painting import Painter

_BETWEEN_PAUSES = 200
"""Places of the text looked at before the keys are looked at again."""
_MOST_PLACES = 200
"""Places that are listed: who sees so many writes more of the one that is meant."""


class Commands(Painter):
    """The commands found, one a line, with a cursor that is always in view."""

    PREFIX = "palette"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"palette--{part}" for part in ("name", "found", "key", "quiet", "bar", "cursor")
    }

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Match] = []
        """The best first."""
        self.at = 0
        """The one under the cursor."""
        self._top = 0

    def show(self, found: Sequence[Match]) -> None:
        """Lists what was found, with the cursor on the best."""
        self.found, self.at, self._top = list(found), 0, 0
        self.repaint()

    def add(self, found: Sequence[Match]) -> None:
        """Lists more below."""
        self.found += found
        self.repaint()

    def go(self, step: int) -> None:
        """Moves the cursor by some lines, round both ends when by one."""
        if self.found:
            there, last = self.at + step, len(self.found) - 1
            self.at = there % len(self.found) if abs(step) == 1 else min(max(there, 0), last)
            self._top = min(max(self._top, self.at - self.size.height + 1), self.at)
            self.repaint()

    def line_at(self, y: int) -> int:
        """The command on line `y` of the view."""
        return y + self._top

    def paint(self, y: int) -> Strip:
        """Paints line `y`."""
        width, at = self.size.width, self.line_at(y)
        if at < len(self.found):
            return self.strip_of(command_line(self.found[at], width, at_cursor=at == self.at), width)
        return self.strip_of((("  No command is called that.", ("quiet",)),) if not at else (), width)

    def on_mouse_scroll_down(self) -> None:
        """Goes down the list."""
        self.go(1)

    def on_mouse_scroll_up(self) -> None:
        """Goes up the list."""
        self.go(-1)


class Palette(Overlay):
    """Every command there is, the best of those that are meant first; Enter does it."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.PALETTE.bindings]

    def __init__(self) -> None:
        super().__init__()
        self._commands: tuple[Command, ...] = ()
        self._others: Callable[[str], Iterable[Command]] = lambda _query: ()
        self._listed_for = ""
        """What was written when commands were listed."""

    def compose(self) -> ComposeResult:
        """The line and the list."""
        yield Field("Search for commands", self._take)
        yield Commands()

    def offer(
        self, commands: Iterable[Command], others: Callable[[str], Iterable[Command]] = lambda _query: ()
    ) -> None:
        """Opens the palette with some commands, and with `others` that there are only for what is written."""
        self._commands, self._others = tuple(commands), others
        self.open()
        self._list("")

    @on(Input.Changed)
    def _look(self, event: Input.Changed) -> None:
        event.stop()
        if self.display and self.field.value != self._listed_for:
            self._list(self.field.value)

    def _list(self, query: str) -> None:
        self._listed_for = query
        self.query_one(Commands).show(matching(self._commands, query))
        looking: WorkType[None] = partial(self._look_further, query)
        self.run_worker(looking, group="palette", exclusive=True)

    async def _look_further(self, query: str) -> None:
        """Lists more commands, a few at a time, so that no key waits for them."""
        if not query.strip():
            return
        listed, others = 0, iter(self._others(query))
        while listed < _MOST_PLACES and (some := list(islice(others, _BETWEEN_PAUSES))):
            found = matching(some, query)
            listed += len(found)
            self.query_one(Commands).add(found)
            await asyncio.sleep(0)

    async def _take(self, query: str) -> None:
        commands = self.query_one(Commands)
        if query != self._listed_for:  # Enter may be ahead of the letters before it
            self._list(query)
        await self._do(commands.at)

    async def _do(self, at: int) -> None:
        found = self.query_one(Commands).found
        if at < len(found):
            self.close()
            done = found[at].command.run()
            if isawaitable(done):
                await done

    async def on_click(self, event: events.Click) -> None:
        """Does the command under the mouse."""
        commands = self.query_one(Commands)
        if event.widget is commands:
            await self._do(commands.line_at(event.y))

    def action_go(self, step: int) -> None:
        """Goes to another command."""
        self.query_one(Commands).go(step)

    def action_page(self, step: int) -> None:
        """Goes to a command by what is shown at once."""
        commands = self.query_one(Commands)
        commands.go(step * max(2, commands.size.height - 1))
