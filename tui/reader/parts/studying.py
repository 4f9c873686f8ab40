"""The comparison beside the page: begun when both texts are on the screen, and told as it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.alignment import UNRELATED, PairVectors, hardly_correspond
from tui.articles import Article, Side
from tui.reader.outward import Outlook
from tui.reader.page.state import Work
from tui.reader.parts.part import Closable, Part
from tui.reader.work import (
    Aligned,
    Compared,
    Encoded,
    Failed,
    Progressed,
    Seen,
    Study,
    carry_out,
    in_background,
    turn,
)

if TYPE_CHECKING:
    from textual.worker import WorkType

    from tui.reader.screens.reading import ReadingScreen

Told = Progressed | Seen | Encoded | Aligned | Compared | Failed


class Studying(Part):
    """Has the pair studied, and makes editions of what comes out."""

    def __init__(self, screen: ReadingScreen, study: Study) -> None:
        super().__init__(screen)
        self._study = study
        self._number = 0
        """The study that is wanted: what others tell comes too late."""
        self._turn = Lock()
        self._encoded: tuple[Article, PairVectors] | None = None

    def start(self) -> None:
        """Studies the pair of the present state, in place of one before."""
        self._number += 1
        self._become(Work("aligning"))
        work: WorkType[None] = partial(self._carry_out, self._number)
        self.screen.run_worker(work, exclusive=True, group="study")

    async def _carry_out(self, number: int) -> None:
        edition, corrections = self.state.edition, self.state.sheet.corrections
        pair = edition.source, edition.target
        send = self.screen.post_message
        work = partial(carry_out, self._study, number, *pair, corrections, partial(self._cursor, *pair), send)
        await in_background(partial(self._in_turn, work))

    def _in_turn(self, work: Callable[[Callable[[], bool]], None], stopped: Callable[[], bool]) -> None:
        """Carries a study out when those before it have ended."""
        with turn(self._turn, stopped) as ours:
            if ours:
                work(stopped)

    def _cursor(self, source: Article, target: Article) -> tuple[Side, int] | None:
        """Where the cursor is in a pair, if that is still read; asked from another thread, and a state is one
        value.
        """
        state = self.state
        is_read = state.edition.source is source and state.edition.target is target
        return (state.side, state.sentence) if is_read else None

    @property
    def vectors(self) -> PairVectors | None:
        """The vectors of the two articles, if they are known."""
        if self._encoded is None or self._encoded[0] is not self.state.edition.source:
            return None
        return self._encoded[1]

    def take(self, told: Told) -> None:
        """Takes in what the study tells."""
        if told.study != self._number:
            return
        match told:
            case Progressed(share=share):
                self._become(replace(self.state.work, share=share))
            case Seen(outlook=outlook):
                self._look(outlook)
            case Encoded(vectors=vectors):
                self._encoded = self.state.edition.source, vectors
            case Aligned():
                self._settle(told)
            case Compared():
                self._mark(told)
            case Failed(reason=reason):
                self._become(Work(error=reason))

    def _become(self, work: Work) -> None:
        self.screen.become(replace(self.state, work=work), reveal=False)

    def _look(self, outlook: Outlook) -> None:
        """Shows rows that are settled before all are, and findings as they come."""
        state = replace(self.state, work=replace(self.state.work, share=outlook.share))
        edition = state.edition
        if outlook.rows:
            edition = edition.laid(outlook.rows)
        if outlook.found:
            edition = edition.adding(outlook.found)
        self.screen.become(state if edition is state.edition else state.with_edition(edition), reveal=False)

    def _settle(self, told: Aligned) -> None:
        state = replace(self.state, work=Work("comparing"))
        edition = state.edition.aligned(told.alignment, told.rows)
        self.screen.become(state.with_edition(edition), reveal=False)
        pair = edition.source, edition.target
        if not state.sheet.corrections and hardly_correspond(*pair, told.alignment):
            self.screen.notify(UNRELATED, severity="warning", timeout=15)

    def _mark(self, told: Compared) -> None:
        found = told.comparison
        state = replace(self.state, work=Work())
        edition = state.edition.compared((*found.every, *found.silenced), found.incomplete)
        self.screen.become(state.with_edition(edition), reveal=False)
        if found.incomplete:
            failed = f"These rules failed, and their findings are missing: {', '.join(found.incomplete)}."
            self.screen.notify(failed, severity="warning", timeout=15)

    def closables(self) -> Iterable[Closable]:
        """What is said about a failure."""
        yield Closable(lambda: bool(self.state.work.error), lambda: self._become(Work()))
