"""The Textual app: themes, style sheet and the screen one reads on."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.widgets import Input, TextArea

from tui.articles import Article, title
from tui.config import Config
from tui.desk import Desk
from tui.log import LOG
from tui.reader.door import Door
from tui.reader.driver import going_on
from tui.reader.page.words import counted
from tui.reader.page.wrapping import visible
from tui.reader.remembering import Remembering
from tui.reader.screens.reading import ReadingScreen
from tui.reader.terse import terse_driver
from tui.reader.themes import TERMINAL, own_themes
from tui.reader.translating import Equipment, equipment
from tui.reader.work import PairStudy, Study

_TOLD = 2
"""Problems with the settings that are told over the page: more of them would hide it."""


class ReaderApp(App[None]):
    """Reads two articles side by side.

    The study runs in a thread, begun when both texts are on the screen. With `NO_COLOR` set the terminal's
    own theme is used and no colour is ever sent; the marks stay, as underline, reverse and glyph.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["reader.tcss", "dialogs.tcss"]
    ENABLE_COMMAND_PALETTE = False  # ours is a part of the screen
    TITLE = "afronte"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (165, "-wide")]  # noqa: RUF012
    """Columns from which the list of findings stands beside the page: it leaves both panes room there."""

    def __init__(
        self,
        source: Article,
        target: Article,
        *,
        config: Config | None = None,
        looks_swapped: bool = False,
        study: Study | None = None,
        engines: Equipment | None = None,
        desk: Path | None = None,
        insisted: Collection[str] = (),
        offer_recent: bool = False,
        problems: Sequence[str] = (),
    ) -> None:
        """`desk`: the file of what is decided, the user's own when not given.

        `insisted`: the settings that are to be as configured, however the pair was left.
        `offer_recent`: the pairs read lately are offered instead of the one given. `problems`: what is wrong
        with the settings, a line each.
        """
        colourless = bool(os.environ.get("NO_COLOR"))
        if not colourless:
            os.environ.pop("NO_COLOR", None)  # empty it means nothing (no-color.org), but not to Textual
        super().__init__(ansi_color=True if colourless else None)
        config = config or Config()
        for own in own_themes():
            self.register_theme(own)
        self.theme = TERMINAL if colourless else config.theme
        self.set_keymap(dict(config.keymap))
        self.sub_title = title(source)
        self._door = Door()
        self._told: list[str] = [f"Settings: {problem}" for problem in problems[:_TOLD]]
        if more := problems[_TOLD:]:
            self._told.append(
                f"Settings: {counted(len(more), 'more problem')}: `afronte config show` tells all."
            )
        self._desk = Desk(desk, notify=self._tell)
        remembering = Remembering(self._desk, config, insisted)
        engines = engines or equipment(config.translator, source.language, target.language)
        study = study or PairStudy(engines.encoder, engines.store)
        self._reading = ReadingScreen(
            remembering.open(source, target),
            study,
            engines,
            remembering,
            looks_swapped=looks_swapped,
            offer_recent=offer_recent,
        )

    def on_mount(self) -> None:
        """Says what the desk said before there was a screen, and listens to the system."""
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        for message in self._told:
            self._tell(message)

    @property
    def failure(self) -> Exception | None:
        """The error that nobody foresaw and that has ended the reader."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leaves the screen: what is said of the error is said by whoever ran the reader."""
        LOG.error("the reader failed", exc_info=self._exception)
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Lets go of the desk."""
        self._desk.close()

    def on_key(self, event: events.Key) -> None:
        """Gives a letter typed while a place to write was being opened to that place: it is no command."""
        place = self.focused
        if event.is_printable and event.character and isinstance(place, Input | TextArea):
            event.prevent_default()
            place.replace(event.character, *place.selection)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver of this system, made to go on when the process does and to write tersely."""
        return terse_driver(going_on(super().get_driver_class()))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and behind them the door to the terminal."""
        return [*super().get_line_filters(), self._door]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Shows a message, unless it is to be read already; what it quotes steers neither the terminal nor
        the message.
        """
        told = visible(message)
        if all(shown.message != told for shown in self._notifications):
            super().notify(told, title=title, severity=severity, timeout=timeout, markup=markup)

    def _tell(self, message: str) -> None:
        """Shows what the desk has to say, from whichever thread."""
        if self.is_running:
            self.notify(message, severity="warning", timeout=15, markup=False)
        else:
            self._told.append(message)

    def get_default_screen(self) -> ReadingScreen:
        """The screen one reads on is the first and only one under all others."""
        return self._reading
