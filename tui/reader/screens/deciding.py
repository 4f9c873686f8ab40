"""The reading screen with a desk: verdicts, notes and bookmarks, kept as soon as they are made."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TypeVar

from textual import on, work

from tui.alignment import Row
from tui.comparison import Finding
from tui.desk import Dossier, Sheet, Verdict
from tui.errors import AfronteError
from tui.reader.screens.note import NoteScreen
from tui.reader.screens.reading import ReadingScreen
from tui.reader.state import State
from tui.reader.translating import Equipment
from tui.reader.widgets.translation_panel import TranslationPanel
from tui.reader.work import Compared, Study

_T = TypeVar("_T")

NO_FINDING = "No finding under the cursor: {finding.next} goes to the next one."


class DecidingScreen(ReadingScreen):
    """Writes what the person decides to the dossier of the pair, and shows what is in it.

    A thread of its own does the writing, in the order of the keys, so no key waits for a disk or for another
    reader; what is on the screen is in the file.
    """

    def __init__(
        self, state: State, study: Study, engines: Equipment, dossier: Dossier, *, looks_swapped: bool
    ) -> None:
        super().__init__(state, study, engines, looks_swapped=looks_swapped)
        self.dossier = dossier
        self._clerk = ThreadPoolExecutor(1, "desk")

    def on_unmount(self) -> None:
        """Waits until everything is written."""
        self._clerk.shutdown()

    def keep(self, write: Callable[[Dossier], Sheet]) -> None:
        """Has `write` called beside the app after all before it, and shows the sheet it returns."""
        if self.is_running:
            self._await(self.dossier, self.run_beside(partial(write, self.dossier)))

    def run_beside(self, call: Callable[[], _T]) -> asyncio.Future[_T]:
        """Has `call` called in the desk's thread, after all before it."""
        return asyncio.wrap_future(self._clerk.submit(call))

    @work(group="desk")
    async def _await(self, dossier: Dossier, written: asyncio.Future[Sheet]) -> None:
        try:
            # A reader that is left in between lets the writing end.
            sheet = await asyncio.shield(written)
        except AfronteError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if dossier is self.dossier:
            self.take(sheet)

    def take(self, sheet: Sheet) -> None:
        """Shows what is decided by now; other corrections have the pair studied again."""
        if sheet.version < self.state.sheet.version:
            return
        corrections = self.state.sheet.corrections
        self.become(replace(self.state, sheet=sheet), reveal=False)
        if sheet.corrections != corrections:
            self._begin()

    @on(Compared)
    def _carry_over_findings(self, message: Compared) -> None:
        if message.source is self.state.edition.source:
            self._carry_over(message.comparison.every)

    @on(TranslationPanel.Found)
    def _carry_over_back_translation(self) -> None:
        self._carry_over(self.translation.findings)

    def _carry_over(self, findings: tuple[Finding, ...]) -> None:
        """Looks whether something was decided on findings that version 1 called otherwise."""
        if self.state.sheet.decisions.keys() - {finding.id for finding in findings}:
            self.keep(lambda dossier: dossier.carry_over(findings))

    # Findings

    def action_decide(self, verdict: Verdict) -> None:
        """Gives a verdict on the current finding; the same one again takes it back."""
        if (finding := self.state.current) is None:
            self.hint(NO_FINDING)
        else:
            self.keep(partial(_decided, finding=finding, verdict=verdict))

    def action_note(self) -> None:
        """Opens the note on the current finding."""
        if (finding := self.state.current) is None:
            self.hint(NO_FINDING)
            return

        def annotate(note: str | None) -> None:
            self.keep(lambda dossier: dossier.annotate(finding, note or ""))

        about = f"Note on: {finding.message}"
        self.app.push_screen(NoteScreen(about, self.state.sheet.decision(finding).note), annotate)

    # Rows

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.state.edition.rows[self.state.row]

    def action_bookmark(self) -> None:
        """Sets or takes away the bookmark of the row."""
        row = self.row
        self.keep(lambda dossier: dossier.bookmark(row, not dossier.sheet().mark(row).bookmarked))

    def action_row_note(self) -> None:
        """Opens the note on the row."""
        row = self.row

        def annotate(note: str | None) -> None:
            self.keep(lambda dossier: dossier.annotate_row(row, note or ""))

        about = f"Note on row {self.state.row + 1}"
        self.app.push_screen(NoteScreen(about, self.state.sheet.mark(row).note), annotate)


def _decided(dossier: Dossier, finding: Finding, verdict: Verdict) -> Sheet:
    """Read where it is written: a key pressed twice in a row is a verdict given and taken back."""
    same = dossier.sheet().decision(finding).verdict == verdict
    return dossier.decide(finding, "open" if same else verdict)
