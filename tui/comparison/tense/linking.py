"""Which words two short stretches of a bead have in common, where a dictionary may say it, too."""

from __future__ import annotations

from collections.abc import Sequence

from tui.comparison.polarity import Stretch, Ties, once_of_two, ties_of
from tui.languages import dictionary

_LISTED = 0.75
"""How surely words are each other's counterpart of which only the dictionary says so."""


class Linking:
    """The counterparts of the words of a bead."""

    def __init__(self, source: Stretch, target: Stretch) -> None:
        self._ties: Ties = ties_of(source, target)
        self._source, self._target = source, target
        self._meanings = dictionary(source.language, target.language)

    def pairs(self, ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int, float]]:
        """The words of the source among some and those of the target among others that are each other's
        counterpart, with how surely.
        """
        tied = [
            (word, other, self._ties.strength("source", word))
            for word in ours
            if (other := self._ties.counterpart("source", word)) in theirs and other is not None
        ]
        free = [at for at in theirs if self._ties.counterpart("target", at) is None]
        for word in ours if free and self._meanings else ():
            if self._ties.counterpart("source", word) is None:
                possible = self._meanings.possible(self._source.forms[word])
                found = next((at for at in free if not possible.isdisjoint(self._target.forms[at])), None)
                if found is not None:
                    free.remove(found)
                    tied.append((word, found, _LISTED))
        return sorted(tied)


@once_of_two
def linking(source: Stretch, target: Stretch) -> Linking:
    """The counterparts in a bead, asked for by several rules."""
    return Linking(source, target)
