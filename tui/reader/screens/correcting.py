"""The reading screen on which the alignment can be corrected: keys become corrections on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual import on

from tui.alignment import Correction, PairVectors
from tui.reader import correcting
from tui.reader.screens.deciding import DecidingScreen
from tui.reader.widgets.search_bar import SearchBar
from tui.reader.work import Encoded

Extent = Literal["sentence", "row"]


class CorrectingScreen(DecidingScreen):
    """Links and unlinks, splits and merges; the pair is aligned again between the corrections."""

    _encoded: Encoded | None = None
    """The vectors that came last."""

    @on(Encoded)
    def _keep_vectors(self, message: Encoded) -> None:
        self._encoded = message

    def _vectors(self) -> PairVectors | None:
        """The vectors of the two articles, if they are known."""
        encoded = self._encoded
        return encoded.vectors if encoded and encoded.source is self.state.edition.source else None

    def _correct(self, correction: Correction | None, otherwise: str) -> None:
        """Puts a correction down and lets go of what was in hand; where there is none, says why."""
        if correction is None:
            self.hint(otherwise)
            return
        self.become(correcting.let_go(self.state))
        self.keep(lambda dossier: dossier.correct(correction))

    def _sentences(self, extent: Extent) -> Sequence[int]:
        return (self.state.sentence,) if extent == "sentence" else tuple(correcting.row_sentences(self.state))

    def action_link(self, extent: Extent) -> None:
        """Takes sentences in hand and goes to what may be their counterpart; there, links the two."""
        if self.state.edition.alignment is None:
            self.hint("Wait until the two are aligned.")
        elif correcting.can_link(self.state):
            self._correct(correcting.link(self.state, self._sentences(extent)), "")
        else:
            self.become(correcting.taken(self.state, self._sentences(extent), self._vectors()))

    def action_unlink(self, extent: Extent) -> None:
        """Parts sentences from all their counterparts."""
        found = correcting.unlink(self.state, self._sentences(extent))
        self._correct(found, "This has no counterpart to be parted from.")

    def action_moved(self) -> None:
        """Marks the sentence and its counterpart as moved."""
        self._correct(
            correcting.moved(self.state),
            "Nothing to mark as moved: {link} goes to what may be its counterpart, {moved} there marks both.",
        )

    def action_merge(self) -> None:
        """Makes one row of this one and the one below."""
        self._correct(correcting.merge(self.state), "There is no row below.")

    def action_split(self) -> None:
        """Begins a row at the paragraph under the cursor."""
        self._correct(
            correcting.split(self.state),
            "A row begins here already: go to the paragraph that a new row is to begin with.",
        )

    def action_undo(self) -> None:
        """Takes back the last correction."""
        if self.state.sheet.can_undo:
            self.keep(lambda dossier: dossier.undo())
        else:
            self.hint("No correction to undo.")

    def action_redo(self) -> None:
        """Makes the correction hold again that was undone last."""
        if self.state.sheet.can_redo:
            self.keep(lambda dossier: dossier.redo())
        else:
            self.hint("No correction to redo.")

    def action_back(self) -> None:
        """Lets go of what is in hand before anything but the search bar is closed."""
        if self.state.held is not None and not self.query_one(SearchBar).display:
            self.become(correcting.let_go(self.state))
        else:
            super().action_back()
