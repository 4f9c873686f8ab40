"""The reading screen that remembers: pairs reopen where they were left, and files that change are noticed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual import on, work

from tui.articles import SIDES, STDIN, Pair, Side, load_pair, title
from tui.desk import Position, Sheet, Stamp, look
from tui.errors import AfronteError
from tui.reader.keys import with_keys
from tui.reader.remembering import Opened, Remembering
from tui.reader.screens.correcting import CorrectingScreen
from tui.reader.screens.opening import FILES, SAMPLE, FilesScreen, Paths, RecentScreen, folder_of
from tui.reader.state import NOTHING_DECIDED
from tui.reader.translating import Equipment
from tui.reader.widgets.spread import Spread
from tui.reader.work import Study

_ROUND_SECONDS = 1.0
"""Between two looks at the files and at what other readers have decided."""


class DeskScreen(CorrectingScreen):
    """Keeps where one reads, opens other pairs, and follows the files and the other readers."""

    def __init__(
        self,
        opened: Opened,
        study: Study,
        engines: Equipment,
        remembering: Remembering,
        *,
        looks_swapped: bool,
        offer_recent: bool,
    ) -> None:
        super().__init__(opened.state, study, engines, opened.dossier, looks_swapped=looks_swapped)
        self._remembering = remembering
        self._first_time = opened.position is None
        self._left = opened.position
        self._kept: Position | None = None
        self._offer_recent = offer_recent
        self._stamps: dict[Side, Stamp] = {}
        self._round = asyncio.Lock()
        self._page: Spread | None = None  # at the end, the screen has no children to ask any more

    def on_mount(self) -> None:
        """Begins to look round, and offers the recent pairs."""
        self._page = self.spread
        self.set_interval(_ROUND_SECONDS, self._look_round)
        self._take_theme()
        if self._offer_recent:
            self._offer()

    def on_unmount(self) -> None:
        """Keeps where one was."""
        if self._page is not None and self._page.has_page:
            self.run_beside(partial(self.dossier.leave, self._position()))

    @property
    def is_first_run(self) -> bool:
        """Whether the reader was opened on the sample, which was never read before."""
        return self._offer_recent and self._first_time and not self._remembering.recent()

    # Where one reads

    def _position(self) -> Position:
        assert self._page is not None
        line = self._page.page.layout.bounds(self.state.row)[0] - self._page.view[0]
        return self._remembering.position(self.state, line, self.app.theme)

    def _take_theme(self) -> None:
        theme = self._left.theme if self._left else ""
        if theme in self.app.available_themes and "theme" not in self._remembering.insisted:
            self.app.theme = theme

    @on(Spread.LaidOut)
    def _return(self) -> None:
        """Scrolls to where the pair was left, once there is a page to scroll."""
        if self._left is not None:
            line, self._left = self._left.line, None
            self.spread.put_cursor_on(line)

    # Looking round

    @work(group="round")
    async def _look_round(self) -> None:
        """Keeps the place, and finds out what others have done to the files and to the dossier."""
        if self._round.locked() or not self.spread.is_laid_out:
            return
        async with self._round:
            await self._keep_and_look()

    async def _keep_and_look(self) -> None:
        dossier, version, position = self.dossier, self.state.sheet.version, self._position()
        kept, self._kept = self._kept, position
        paths = {side: self.state.edition.article(side).path for side in SIDES}
        stamps = self._stamps

        def look_round() -> tuple[Sheet | None, dict[Side, Stamp]]:
            if position != kept:
                dossier.leave(position)
            seen = {side: look(path, stamps.get(side)) for side, path in paths.items() if path != STDIN}
            return dossier.since(version), seen

        try:
            sheet, seen = await asyncio.shield(self.run_beside(look_round))
        except AfronteError:
            return  # what is decided says so when it cannot be kept
        if dossier is not self.dossier:
            return
        if sheet is not None:
            self.take(sheet)
        self._notice(seen)

    def _notice(self, seen: dict[Side, Stamp]) -> None:
        """Says which files have changed since they were last looked at."""
        before, self._stamps = self._stamps, seen
        for side, stamp in seen.items():
            if side in before and stamp.digest and before[side].digest != stamp.digest:
                name = Path(self.state.edition.article(side).path).name
                offer = with_keys(self.app, "{reread} reads it again")
                self.notify(f"{name} has changed on disk: {offer}.", timeout=20, markup=False)

    # Other pairs

    def _offer(self) -> None:
        pairs = self._remembering.recent()
        if not pairs:
            return

        def chosen(index: int | None) -> None:
            if index == FILES:
                self.action_open()
            elif index is not None and index != SAMPLE:
                pair = pairs[index]
                languages = pair.source_language, pair.target_language
                self._open(partial(_load, pair.source, pair.target, *languages))

        self.app.push_screen(RecentScreen(pairs), chosen)

    def action_open(self) -> None:
        """Asks for two files and opens them."""
        self._ask_for_files()

    def _ask_for_files(self, typed: Paths = ("", ""), problem: str = "") -> None:
        def chosen(paths: Paths | None) -> None:
            if paths is not None:
                self._open(partial(_load, *paths), refused=partial(self._ask_for_files, paths))

        folder = folder_of(self.state.edition.source)
        self.app.push_screen(FilesScreen(folder, typed, problem), chosen)

    def action_reread(self) -> None:
        """Reads both files again; what is decided follows the sentences that have not changed."""
        source, target = self.state.edition.source, self.state.edition.target
        if STDIN in (source.path, target.path):
            self.hint("What came from standard input cannot be read again.")
        else:
            self.app.clear_notifications()  # the one that has offered this
            self._open(partial(_load, source.path, target.path, source.language, target.language))

    def action_swap(self) -> None:
        """Reads the two texts the other way round: a pair of its own on the desk."""
        self.become(replace(self.state, sheet=NOTHING_DECIDED, held=None))
        super().action_swap()
        edition = self.state.edition
        self._open(lambda: Pair(edition.source, edition.target), in_place=True)

    @work(exclusive=True, group="open")
    async def _open(
        self,
        get: Callable[[], Pair],
        *,
        in_place: bool = False,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Lays another pair on the desk; `in_place`: it is on the screen already.

        `refused`: what is done with the reason when it cannot be opened, instead of showing it for a while.
        """
        before, position = self.dossier, self._position()

        def open_pair() -> tuple[Pair, Opened]:
            pair = get()
            if not in_place:
                before.leave(position)
            return pair, self._remembering.open(pair.source, pair.target)

        try:
            pair, opened = await asyncio.shield(self.run_beside(open_pair))
        except AfronteError as error:
            if refused:
                refused(str(error))
            else:
                self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        self.dossier, self._kept, self._stamps = opened.dossier, None, {}
        if in_place:
            self.take(opened.state.sheet)
        else:
            self._show_pair(pair, opened)

    def _show_pair(self, pair: Pair, opened: Opened) -> None:
        self._folded = {}
        self._left = opened.position
        self._take_theme()
        self.app.sub_title = title(pair.source)
        self.become(opened.state)
        self.translation.renew()
        if pair.swapped:
            self.hint("The two texts look swapped: {swap} changes sides.", seconds=15)
        self._begin()


def _load(
    source: str, target: str, source_language: str | None = None, target_language: str | None = None
) -> Pair:
    return load_pair(source, target, source_language=source_language, target_language=target_language)
