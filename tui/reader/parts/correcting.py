"""Correcting the alignment: keys become corrections on the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from tui.alignment import Correction
from tui.desk import Dossier, Sheet
from tui.reader.page import correcting
from tui.reader.page.words import as_written, stopped
from tui.reader.parts.part import Closable, Part

Extent = Literal["sentence", "row"]


class Correcting(Part):
    """Links and unlinks, splits and merges; the pair is aligned again between the corrections."""

    VERBS = ("link", "unlink", "moved", "merge", "split", "undo", "redo")

    def _correct(self, correction: Correction | str) -> None:
        """Puts a correction down, lets go of what was in hand and says what was done; or says why not."""
        if isinstance(correction, str):
            self.screen.hint(correction)
            return
        self._let_go()
        told = correcting.told(self.state.edition, correction)
        self.screen.deciding.keep(lambda dossier: dossier.correct(correction), lambda: told)

    def _sentences(self, extent: Extent) -> Sequence[int]:
        return (self.state.sentence,) if extent == "sentence" else tuple(correcting.row_sentences(self.state))

    def link(self, extent: Extent) -> None:
        """Takes sentences in hand and goes to what may be their counterpart; there, links the two."""
        if self.state.edition.alignment is None:
            self.screen.hint(correcting.WAIT)
        elif correcting.can_link(self.state):
            self._correct(correcting.link(self.state, self._sentences(extent)))
        else:
            vectors = self.screen.studying.vectors
            self.screen.become(correcting.taken(self.state, self._sentences(extent), vectors))

    def unlink(self, extent: Extent) -> None:
        """Parts sentences from all their counterparts."""
        self._correct(correcting.unlink(self.state, self._sentences(extent)))

    def moved(self) -> None:
        """Marks the sentence and its counterpart as moved."""
        self._correct(correcting.moved(self.state))

    def merge(self) -> None:
        """Makes one row of this one and the one below."""
        self._correct(correcting.merge(self.state))

    def split(self) -> None:
        """Begins a row at the paragraph under the cursor."""
        self._correct(correcting.split(self.state))

    def undo(self) -> None:
        """Takes back what was decided last, whatever it was about, and says what that was."""
        words: list[str] = []

        def write(dossier: Dossier) -> Sheet:
            words.append(dossier.sheet().next_undo)  # read where it is written: keys may be fast
            return dossier.undo()

        def told() -> str:
            return (
                f"Undone: {stopped(as_written(words[0]))} {{redo}} does it again."
                if words[0]
                else "Nothing to undo."
            )

        self.screen.deciding.keep(write, told)

    def redo(self) -> None:
        """Makes hold again what was undone last, and says what that was."""
        words: list[str] = []

        def write(dossier: Dossier) -> Sheet:
            words.append(dossier.sheet().next_redo)
            return dossier.redo()

        self.screen.deciding.keep(
            write, lambda: f"Done again: {stopped(as_written(words[0]))}" if words[0] else "Nothing to redo."
        )

    def closables(self) -> Iterable[Closable]:
        """What is in hand."""
        yield Closable(lambda: self.state.held is not None, self._let_go)

    def _let_go(self) -> None:
        self.screen.become(correcting.let_go(self.state))
