"""What the person decides: verdicts, notes and bookmarks, kept as soon as they are made."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui.alignment import Row
from tui.comparison import Finding
from tui.desk import Dossier, Sheet, Verdict
from tui.errors import AfronteError
from tui.log import LOG
from tui.reader.page import places
from tui.reader.page.motions import next_open
from tui.reader.page.state import State
from tui.reader.parts.part import Part
from tui.reader.screens.note import NoteScreen

if TYPE_CHECKING:
    from tui.reader.screens.reading import ReadingScreen

_T = TypeVar("_T")

_PATIENCE = 5.0
"""Seconds that the end of the reader waits for the desk."""
_SILENT = "afronte: the desk does not answer: what you decided last may not be kept"


class Deciding(Part):
    """Writes what the person decides to the dossier of the pair, and shows what is in it.

    A thread of its own does the writing, in the order of the keys, so no key waits for a disk or for another
    reader; what is on the screen is in the file.
    """

    VERBS = ("decide", "note", "bookmark", "row_note")

    def __init__(self, screen: ReadingScreen, dossier: Dossier, *, advance: bool) -> None:
        """`advance`: after a verdict one goes on to the next open finding."""
        super().__init__(screen)
        self._advance = advance
        self.dossier = dossier
        self._clerk = ThreadPoolExecutor(1, "desk")

    def leaving(self) -> None:
        """Waits until everything is written; where the desk does not answer, only for a while."""
        last = self._clerk.submit(bool)
        self._clerk.shutdown(wait=False)
        try:
            last.result(_PATIENCE)
        except TimeoutError:
            self.screen.app.exit(return_code=2, message=_SILENT)

    def keep(self, write: Callable[[Dossier], Sheet], told: Callable[[], str] | None = None) -> None:
        """Has `write` called beside the app after all before it, and shows the sheet it returns.

        `told`: what is said when that is done, with the key of an action in place of each id in braces.
        """
        if self.screen.is_running:
            written = self.run_beside(partial(write, self.dossier))
            self.screen.run_worker(self._await(self.dossier, written, told), group="desk")

    def run_beside(self, call: Callable[[], _T]) -> asyncio.Future[_T]:
        """Has `call` called in the desk's thread, after all before it."""
        return asyncio.wrap_future(self._clerk.submit(call))

    async def _await(
        self, dossier: Dossier, written: asyncio.Future[Sheet], told: Callable[[], str] | None
    ) -> None:
        try:
            # A reader that is left in between lets the writing end.
            sheet = await asyncio.shield(written)
        except AfronteError as error:
            self.screen.notify(str(error), severity="error", markup=False)
            return
        LOG.debug("saved: decisions, version %d", sheet.version)
        if dossier is self.dossier:
            self.take(sheet)
            if told is not None:
                self.screen.hint(told(), seconds=6)

    def take(self, sheet: Sheet) -> None:
        """Shows what is decided by now; other corrections have the pair studied again."""
        if sheet == self.state.sheet or sheet.version < self.state.sheet.version:
            return
        corrections = self.state.sheet.corrections
        self.screen.become(self.state.with_sheet(sheet), reveal=False)
        if sheet.corrections != corrections:
            self.screen.studying.start()

    def follow(self, before: State) -> None:
        """Has new findings given what was decided on them under other names."""
        edition = self.state.edition
        if edition.is_compared and edition.every is not before.edition.every:
            self.keep(lambda dossier: dossier.carry_over((*edition.every, *edition.silenced)))

    # Findings

    def decide(self, verdict: Verdict) -> None:
        """Gives a verdict on the current finding; the same one again takes it back."""
        if (finding := self.in_hand()) is None:
            return
        is_given = self.state.verdict(finding) != verdict
        self.keep(partial(_decided, finding=finding, verdict=verdict))
        if is_given and (self._advance or self.screen.touring.is_on):
            self.screen.become(next_open(self.state))

    def note(self) -> None:
        """Opens the note on the current finding."""
        if (finding := self.in_hand()) is None:
            return

        def annotate(note: str | None) -> None:
            if note is not None:
                self.keep(lambda dossier: dossier.annotate(finding, note))

        about = f"Note on: {finding.message}"
        self.screen.app.push_screen(NoteScreen(about, self.state.sheet.decision(finding).note), annotate)

    # Rows

    @property
    def _row(self) -> Row:
        return self.state.edition.rows[self.state.row]

    def bookmark(self) -> None:
        """Sets or takes away the bookmark of the row."""
        row = self._row
        self.keep(lambda dossier: dossier.bookmark(row, not dossier.sheet().mark(row).bookmarked))

    def row_note(self) -> None:
        """Opens the note on the row."""
        row = self._row

        def annotate(note: str | None) -> None:
            if note is not None:
                self.keep(lambda dossier: dossier.annotate_row(row, note))

        about = f"Note on {places.of_row(self.state.edition, self.state.row)}"
        self.screen.app.push_screen(NoteScreen(about, self.state.sheet.mark(row).note), annotate)


def _decided(dossier: Dossier, finding: Finding, verdict: Verdict) -> Sheet:
    """Read where it is written: a key pressed twice in a row is a verdict given and taken back."""
    same = dossier.sheet().decision(finding).verdict == verdict
    return dossier.decide(finding, "open" if same else verdict)
