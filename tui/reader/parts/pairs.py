"""Which pair is read: pairs reopen where they were left, and files that change are noticed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from tui.articles import SIDES, STDIN, Article, Pair, Side, other_side, title
from tui.desk import Dossier, Position, Sheet, Stamp, look
from tui.errors import AfronteError
from tui.reader.files import FilePair, are_same, read_again, read_files
from tui.reader.keys import with_keys
from tui.reader.page.edition import Edition
from tui.reader.page.state import NOTHING_DECIDED, Listing
from tui.reader.parts.part import Part
from tui.reader.remembering import Opened, Remembering
from tui.reader.screens.opening import FILES, SAMPLE, FilesScreen, Paths, RecentScreen, folder_of
from tui.reader.translating import result_of
from tui.reader.widgets.spread import Spread

if TYPE_CHECKING:
    from textual.worker import Worker, WorkType

    from tui.reader.screens.reading import ReadingScreen

_T = TypeVar("_T")

_ROUND_SECONDS = 1.0
"""Between two looks at the files and at what other readers have decided."""
_WAIT = "Wait until the files are read."


class Pairs(Part):
    """Keeps where one reads, opens other pairs, and follows the files and the other readers."""

    VERBS = ("open", "reread", "swap")

    def __init__(
        self, screen: ReadingScreen, opened: Opened, remembering: Remembering, *, offer_recent: bool
    ) -> None:
        super().__init__(screen)
        self._remembering = remembering
        self._left = opened.position
        self._kept: Position | None = None
        self._offer_recent = offer_recent
        self._stamps: dict[Side, Stamp] = {}
        self._is_stale = False
        self._reading: Worker[None] | None = None
        self._came_back = asyncio.Event()
        self._round = asyncio.Lock()
        self._looking: Worker[None] | None = None
        self._page: Spread | None = None  # at the end, the screen has no children to ask any more
        self.is_first_run = offer_recent and opened.position is None and not remembering.recent()
        """Whether the reader was opened on the sample, which was never read before."""

    def mounted(self) -> None:
        """Begins to look round, and offers the recent pairs."""
        self._page = self.screen.spread
        self.screen.set_interval(_ROUND_SECONDS, self.look_round)
        self._take_theme()
        if self._offer_recent:
            self._offer()

    def leaving(self) -> None:
        """Keeps where one was."""
        if self._page is not None and self._page.has_page:
            deciding = self.screen.deciding
            deciding.run_beside(partial(deciding.dossier.leave, self._position()))

    # Where one reads

    def _position(self) -> Position:
        assert self._page is not None
        line = self._page.page.layout.bounds(self.state.row)[0] - self._page.view[0]
        return self._remembering.position(self.state, line, self.screen.app.theme)

    def _take_theme(self) -> None:
        app = self.screen.app
        theme = self._left.theme if self._left else ""
        if theme in app.available_themes and "theme" not in self._remembering.insisted:
            app.theme = theme

    def go_back(self) -> None:
        """Scrolls to where the pair was left, once there is a page to scroll."""
        if self._left is not None:
            line, self._left = self._left.line, None
            self.screen.spread.put_cursor_on(line)

    # Looking round

    def look_round(self) -> None:
        """Keeps the place, and finds out what others have done to the files and to the dossier."""
        if not self._round.locked() and not self._is_reading and self.screen.spread.is_laid_out:
            self.screen.run_worker(self._keep_and_look(), group="round")

    async def _keep_and_look(self) -> None:
        async with self._round:
            dossier, version = self.screen.deciding.dossier, self.state.sheet.version
            position = self._position()
            kept, self._kept = self._kept, position

            def look_round() -> Sheet | None:
                if position != kept:
                    dossier.leave(position)
                return dossier.since(version)

            try:
                sheet = await asyncio.shield(self.screen.deciding.run_beside(look_round))
            except AfronteError:
                return  # what is decided says so when it cannot be kept
            if not self._lies_on_desk(dossier):
                return
            if sheet is not None:
                self.screen.deciding.take(sheet)
        if self._looking is None or self._looking.is_finished:
            looking: WorkType[None] = partial(self._look_at_files, dossier)
            self._looking = self.screen.run_worker(looking, group="looking")

    async def _look_at_files(self, dossier: Dossier) -> None:
        """Not in the desk's thread: a file whose server is gone may never tell, and verdicts are written."""
        paths = {side: self.state.edition.article(side).path for side in SIDES}
        stamps = self._stamps
        seen = await result_of(
            lambda _: {side: look(path, stamps.get(side)) for side, path in paths.items() if path != STDIN}
        )
        if self._lies_on_desk(dossier):
            self._notice(seen)

    def _lies_on_desk(self, dossier: Dossier) -> bool:
        """Whether a dossier is that of the pair on the screen, which is not being read anew."""
        return dossier is self.screen.deciding.dossier and not self._is_reading

    def _notice(self, seen: dict[Side, Stamp]) -> None:
        """Says which files have changed since they were last looked at, or reads them again.

        By itself a file is read again only when it has not changed between two looks: all of it is saved.
        """
        before = self._stamps
        # A file that is gone for a moment, as some programs save, is compared with what it was before.
        self._stamps = {
            side: stamp if stamp.digest else before.get(side, stamp) for side, stamp in seen.items()
        }
        changed = [
            side
            for side, stamp in seen.items()
            if side in before and stamp.digest and before[side].digest != stamp.digest
        ]
        if self._remembering.config.reread:
            if self._is_stale and not changed:
                self.reread()
            self._is_stale = bool(changed)
            return
        for side in changed:
            name = Path(self.state.edition.article(side).path).name
            offer = with_keys(self.screen.app, "{reread} reads it again")
            told = f"{name} has changed on disk: {offer}."
            self.screen.notify(told, timeout=20, markup=False)

    # Other pairs

    def _offer(self) -> None:
        pairs = self._remembering.recent()
        if not pairs:
            return

        def chosen(index: int | None) -> None:
            if index == FILES:
                self.open()
            elif index is not None and index != SAMPLE:
                pair = pairs[index]
                languages = pair.source_language, pair.target_language
                self._lay(partial(read_files, pair.source, pair.target, *languages, pair.chapters))

        self.screen.app.push_screen(RecentScreen(pairs), chosen)

    def open(self) -> None:
        """Asks for two files and opens them."""
        self._ask_for_files()

    def _ask_for_files(self, typed: Paths = ("", ""), problem: str = "") -> None:
        def chosen(paths: Paths | None) -> None:
            if paths is not None:
                self._lay(partial(read_files, *paths), refused=partial(self._ask_for_files, paths))

        folder = folder_of(self.state.edition.source)
        self.screen.app.push_screen(FilesScreen(folder, typed, problem), chosen)

    def reread(self) -> None:
        """Reads both files again; what is decided follows the sentences that have not changed."""
        source, target = self.state.edition.source, self.state.edition.target
        if STDIN in (source.path, target.path):
            self.screen.hint("What came from standard input cannot be read again.")
        elif self._is_reading:
            self.screen.hint(_WAIT)
        else:
            self.screen.app.clear_notifications()  # the one that has offered this
            self.screen.editing.remember()
            self._lay(partial(read_again, source, target))

    def swap(self) -> None:
        """Reads the two texts the other way round, at the same sentence, with all that was decided."""
        if self._is_reading:
            self.screen.hint(_WAIT)
            return
        if self.screen.editing.is_waiting:
            self.screen.hint("Wait until what was read again is compared.")
            return
        before = self.state
        swapped = replace(
            before,
            side=other_side(before.side),
            home=other_side(before.home),
            only=other_side(before.only) if before.only else None,
            selection=None,
            sheet=NOTHING_DECIDED,
            held=None,
            dates=_turned(before.dates),
        ).searched("", ())
        edition = Edition.unaligned(before.edition.target, before.edition.source, before.edition.sure)
        edition = edition.knowing(before.edition.same)
        self.screen.become(swapped.with_edition(edition))
        # At once, not when the desk has answered: whatever comes next is about the sides as they are now.
        self._put_on_desk(self.screen.deciding.dossier.turned(), _turned(self._stamps))
        self.screen.studying.start()
        taking: WorkType[None] = self._take_decided
        self.screen.run_worker(taking, exclusive=True, group="swap")

    async def _take_decided(self) -> None:
        """Shows what is decided on the pair that is on the screen, and has it remembered as it is."""
        deciding, edition = self.screen.deciding, self.state.edition
        dossier = deciding.dossier
        open_pair = partial(self._remembering.open, edition.source, edition.target)
        try:
            opened = await asyncio.shield(deciding.run_beside(open_pair))
        except AfronteError as error:
            self._say(str(error))
            return
        if dossier is deciding.dossier:
            deciding.take(opened.state.sheet)

    @property
    def _is_reading(self) -> bool:
        """Whether files are being read that will lie on the desk."""
        return self._reading is not None and not self._reading.is_finished

    def _lay(self, read: Callable[[], FilePair], refused: Callable[[str], object] | None = None) -> None:
        """Lays another pair on the desk, or the same read again.

        `refused`: what is done with the reason when it cannot be opened, instead of showing it for a while.
        """
        laying = partial(self._laid, read, refused or self._say)
        self._reading = self.screen.run_worker(laying, exclusive=True, group="open")

    async def _laid(self, read: Callable[[], FilePair], refused: Callable[[str], object]) -> None:
        deciding = self.screen.deciding
        try:
            # Not in the desk's thread: what is decided meanwhile is written while a long file is read.
            found = await result_of(lambda _: read())
            await self._page_in_front()
            before, position, pair = deciding.dossier, self._position(), found.pair
            texts = self._texts if self._is_same(pair) else None

            def open_pair() -> Opened:
                before.leave(position)
                return self._remembering.open(pair.source, pair.target, texts)

            opened = await asyncio.shield(deciding.run_beside(open_pair))
            await self._page_in_front()
        except AfronteError as error:
            refused(str(error))
            return
        self._put_on_desk(opened.dossier, found.stamps)
        self._show(pair, opened)

    async def _page_in_front(self) -> None:
        """Waits until no dialog lies over the page: what it asks is about the pair below it."""
        while self.screen.app.screen is not self.screen:
            self._came_back.clear()
            await self._came_back.wait()

    def come_back(self) -> None:
        """Takes note that the page is in front again."""
        self._came_back.set()

    @property
    def _texts(self) -> tuple[Article, Article]:
        return self.state.edition.source, self.state.edition.target

    def _is_same(self, pair: Pair) -> bool:
        """Whether a pair is that on the screen, read again."""
        return are_same((pair.source, pair.target), self._texts)

    def _say(self, problem: str) -> None:
        self.screen.notify(problem, severity="error", timeout=10, markup=False)

    def _put_on_desk(self, dossier: Dossier, stamps: dict[Side, Stamp]) -> None:
        self.screen.deciding.dossier, self._kept, self._stamps = dossier, None, stamps

    def _show(self, pair: Pair, opened: Opened) -> None:
        before = self.state
        if (pair.source, pair.target) == self._texts:
            self.screen.hint("Read again: nothing has changed.")
        self._left = opened.position
        self._take_theme()
        self.screen.app.sub_title = title(pair.source)
        if self._is_same(pair):
            kept = replace(opened.state, listing=before.listing, open_only=before.open_only)
            self.screen.become(kept.searched(before.query, ()))
            self.screen.searching.find_again(before.query)
        else:
            self.screen.searching.leave()
            self.screen.listing.leave_field()
            listing = Listing(is_open=before.listing.is_open)
            self.screen.become(replace(opened.state, listing=listing))
        self.screen.translating.panel.renew()
        if pair.swapped:
            self.screen.tell_swapped()
        self.screen.studying.start()


def _turned(sides: Mapping[Side, _T]) -> dict[Side, _T]:
    return {other_side(side): what for side, what in sides.items()}
