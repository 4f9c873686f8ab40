"""Which sentences of a pair may settle a doubt once they are translated back."""

from __future__ import annotations

from collections.abc import Callable

from tui.alignment import Alignment
from tui.articles import Side
from tui.comparison import worth_translating
from tui.reader.page.edition import Edition
from tui.reader.page.state import State


class Doubts:
    """The doubts of one alignment after the other, each found once and heard once."""

    def __init__(self) -> None:
        self.sentences: tuple[str, ...] = ()
        """Of the target, in the order of work."""
        self._found: Alignment | None = None
        self._heard: Alignment | None = None

    def look(self, state: State) -> bool:
        """Whether a state has another alignment that is compared: its doubts are `sentences` from here on.

        The sentence under the cursor is the first of them; where nothing is in doubt there is none.
        """
        edition, alignment = state.edition, state.edition.alignment
        if alignment is None or not edition.is_compared or alignment is self._found:
            return False
        self._found = alignment
        here = (state.sentence,) if state.side == "target" else edition.counterparts("source", state.sentence)
        pair = edition.source, edition.target, alignment
        doubtful = worth_translating(edition.found, *pair)
        order = worth_translating(edition.found, *pair, here=here) if doubtful else ()
        self.sentences = tuple(edition.target.sentence_text(index) for index in order)
        return True

    def after(self, others: tuple[str, ...], side: Side) -> tuple[str, ...]:
        """Other sentences of a side, then those in doubt, if they are of that side."""
        return (*others, *self.sentences) if side == "target" else others

    def are_due(self, edition: Edition, known: Callable[[str], object | None]) -> bool:
        """Whether all of them are translated and not heard yet; true once for an alignment."""
        if not self.sentences or edition.alignment is not self._found or self._found is self._heard:
            return False
        if any(known(sentence) is None for sentence in self.sentences):
            return False
        self._heard = self._found
        return True
