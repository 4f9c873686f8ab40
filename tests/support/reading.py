"""A reader running without a terminal, for tests that press keys and look."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from reader_pair import SOURCE, TARGET, study_by_hand
from screenful import Screenful, screenful
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tui.articles import Article, Side
from tui.config import Config
from tui.reader import ReaderApp
from tui.reader.screens.reading import ReadingScreen
from tui.reader.translating import Equipment
from tui.reader.widgets.findings_list import FindingsPanel
from tui.reader.work import Study

_PATIENCE = 60
"""Seconds until a test gives up waiting: far beyond what a slow machine needs."""

_SLOW = 5
"""How many times as long a message stays: a busy machine may not look for some seconds."""


class Reading:
    """A person at the reader: presses keys, sees the screen."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self._told = [notification.message for notification in app._notifications]
        self._hear()

    async def press(self, *keys: str) -> Screenful:
        """Presses keys one after the other and looks."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.look()

    async def finish(self) -> Screenful:
        """Waits for the work in the background, and for what follows from it, and looks."""
        await self.pilot.pause()
        end = time.monotonic() + _PATIENCE
        while any(not worker.is_finished for worker in self.app.workers):
            assert time.monotonic() < end, f"still at work: {[*self.app.workers]}"
            with suppress(WorkerCancelled):  # other work has taken its place
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()
        return self.look()

    async def until(self, words: str) -> Screenful:
        """Waits until the screen shows `words`."""
        end = time.monotonic() + _PATIENCE
        while words not in (seen := self.look()).text:
            assert time.monotonic() < end, f"no {words!r} in\n{seen.text}"
            await self.pilot.pause(0.01)
        return seen

    async def resize(self, width: int, height: int) -> Screenful:
        """Resizes the terminal and looks."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        return self.look()

    def look(self) -> Screenful:
        """What is on the screen."""
        return screenful(self.app)

    @property
    def told(self) -> str:
        """Every message there was over the page, each whole however narrow it was shown."""
        return "\n".join(self._told)

    def _hear(self) -> None:
        show = self.app.notify

        def heard(message: str, timeout: float | None = None, **manner: Any) -> None:
            self._told.append(message)
            show(message, timeout=_SLOW * (timeout or self.app.NOTIFICATION_TIMEOUT), **manner)

        self.app.notify = heard  # type: ignore[method-assign]  # a message is gone after some seconds

    @property
    def screen(self) -> ReadingScreen:
        """The screen under all others."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    def shows(self, side: Side, offset: int) -> bool:
        """Whether the line on which a character stands is in view."""
        spread = self.screen.spread
        top, bottom = spread.view
        return top <= spread.page.layout.y_of(side, offset) < bottom

    def list_lines(self) -> list[str]:
        """The lines of the list of findings, its heading among them."""
        x, y, width, height = self.screen.query_one(FindingsPanel).region
        strips = self.look().strips[y : y + height]
        lines = (strip.crop(x, x + width).text.strip("│ ") for strip in strips)
        return [line for line in lines if line.strip("─") or not line]

    def cursor_lines(self) -> list[str]:
        """The lines of the screen that carry the cursor's bar."""
        return [line for line in self.look().lines if line.startswith("▌") or "│▌" in line]


@asynccontextmanager
async def reading(
    source: Article = SOURCE,
    target: Article = TARGET,
    *,
    size: tuple[int, int] = (120, 40),
    study: Study | None = None,
    looks_swapped: bool = False,
    wait: bool = True,
    config: Config | None = None,
    engines: Equipment | None = None,
) -> AsyncIterator[Reading]:
    """A reader on a pair, by default the invented one with its findings."""
    app = ReaderApp(
        source,
        target,
        config=config,
        looks_swapped=looks_swapped,
        study=study or study_by_hand(),
        engines=engines,
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reading(app, pilot)
        await pilot.pause()
        if wait:
            await reader.finish()
        yield reader
