"""Where the other side says a *not* by a word that denies the same: *did not remember*, *dimenticò*."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property

from msgspec import Struct

from tui.comparison.polarity.clauses import Stretch
from tui.comparison.polarity.ties import Ties, nearness
from tui.languages import Dictionary, denied_by, dictionary

_REACH = 12
"""Words from the place of a denial within which a word may answer it."""
_SURE = 0.6
"""How surely a word has another counterpart from which on it answers nothing."""
_MEANT = 0.8
"""How near to what is denied a word is at least that means it."""
_FEW = 8
"""A word with more meanings in another language does not surely have each of them."""


def is_answered(denied: int, here: Stretch, there: Stretch, ties: Ties, place: float) -> bool:
    """Whether a word near a `place` of the other side denies the `denied` word by its meaning, and is the
    counterpart of no other.
    """
    return any(
        _Denied(denied, here, there, ties, words).is_answered(round(place))
        for one, other in ((here, there), (there, here))
        if (words := dictionary(one.language, other.language))
    )


class _Denied(Struct, frozen=True, dict=True):
    """What is denied here, and the dictionary by which the other side is understood."""

    word: int
    here: Stretch
    there: Stretch
    ties: Ties
    words: Dictionary

    def is_answered(self, place: int) -> bool:
        """Whether a word near a place denies the same, which none here may be translated by."""
        return any(
            any(map(self._is_denied_by, self._meanings(self.there, at)))
            and not any(self._may_translate(word, at) for word in range(len(self.here.tokens)))
            for at in self._unexplained(place)
        )

    def _unexplained(self, place: int) -> Iterator[int]:
        """The words near a place that are the counterpart of none here but of what is denied."""
        ties, side = self.ties, self.there.side
        for at in ties.content(side, place - _REACH, place + _REACH):
            if ties.counterpart(side, at) == self.word or ties.strength(side, at) < _SURE:
                yield at

    def _is_denied_by(self, meaning: str) -> bool:
        """Whether a word of the dictionary's source denies what is denied."""
        words = denied_by(meaning, self.words.source)
        if not words or not self._surely.isdisjoint(words):
            return bool(words)
        key = self.here.tokens[self.word].key
        return bool(nearness([key], self.here.language, words, self.words.source).max() >= _MEANT)

    @cached_property
    def _surely(self) -> Set[str]:
        """What is denied, in the dictionary's source, where that is clear."""
        found = self._meanings(self.here, self.word)
        return found if len(found) <= _FEW else frozenset()

    def _meanings(self, side: Stretch, at: int) -> Set[str]:
        """A word in the dictionary's source."""
        return side.forms[at] if self._is_source(side) else self.words.translated(side.forms[at])

    def _may_translate(self, word: int, at: int) -> bool:
        """Whether a word here and one there may translate each other."""
        ours, theirs = self.here.forms[word], self.there.forms[at]
        one, other = (ours, theirs) if self._is_source(self.here) else (theirs, ours)
        return not self.words.possible(one).isdisjoint(other)

    def _is_source(self, side: Stretch) -> bool:
        return side.language == self.words.source
