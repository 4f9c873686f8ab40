"""Which words of two clauses are each other's counterpart, asked more closely than whole beads allow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import Side
from tui.comparison.polarity import Stretch, Ties
from tui.languages import unaccented

if TYPE_CHECKING:
    from tui.alignment import Encoder
    from tui.alignment.model import Vectors

_LIKE = 0.45
"""From this likeness on two words are linked whatever their places."""
_CHANCE, _SURE = 0.4, 0.9
"""The cosines of words that have nothing to do with each other and of translations."""
_SPELT = 0.5
"""The share of letter pairs from which on two long words are one root."""
_LONG = 6


class WordLink(Struct, frozen=True):
    """A word of one side and its counterpart on the other."""

    here: int
    there: int
    strength: float
    """How sure it is: 0 to 1."""


class WordLinks:
    """The words of a bead, seen from one of its sides."""

    def __init__(self, ties: Ties, here: Stretch, there: Stretch, encoder: Encoder) -> None:
        self._ties, self._here, self._there, self._encoder = ties, here, there, encoder
        self._vectors: dict[str, Vectors] = {}

    def counterpart(self, word: int) -> int | None:
        """The word that is linked with one of this side."""
        return self._ties.counterpart(self._here.side, word)

    def returned(self, word: int) -> int | None:
        """The word of this side that is linked with one of the other."""
        return self._ties.counterpart(self._there.side, word)

    def strength(self, word: int) -> float:
        """How surely a word of this side has a counterpart."""
        return self._ties.strength(self._here.side, word)

    def content(self, first: int, last: int) -> list[int]:
        """The content words of the other side between two of its words, both included."""
        return self._ties.content(self._there.side, first, last)

    def between(
        self, words: Sequence[int], others: Sequence[int], *, closely: bool = False
    ) -> list[WordLink]:
        """The words that are linked with one of the others; two without a counterpart are if they are alike,
        however far from each other they stand: `closely` asks the encoder, too.
        """
        found = []
        free = [one for one in others if self.returned(one) is None]
        alone = [self._here.tokens[word].key for word in words if self.counterpart(word) is None]
        if closely and free and alone:
            self._read([*alone, *(self._there.tokens[one].key for one in free)])
        for word in words:
            other = self.counterpart(word)
            if other is None:
                alike = max(
                    ((self.likeness(word, one, closely=closely), one) for one in free), default=(0.0, 0)
                )
                if alike[0] >= _LIKE:
                    found.append(WordLink(word, alike[1], alike[0]))
            elif other in others:
                found.append(WordLink(word, other, self.strength(word)))
        return found

    def verbs(self, word: int, other: int, *, closely: bool) -> float:
        """How surely two verbs are one: as they are written, or in their dictionary forms."""
        if self.counterpart(word) == other:
            return self.strength(word)
        alike = self.likeness(word, other, closely=closely)
        if not closely or alike >= _LIKE:
            return alike
        keys = [sorted(side.forms[at]) for side, at in ((self._here, word), (self._there, other))]
        self._read(keys[0] + keys[1])
        return max([alike, *(self._near(one, two) for one in keys[0] for two in keys[1])])

    def _read(self, words: Sequence[str]) -> None:
        """Asks the encoder for the vectors of words that are not known yet, all at once."""
        from tui.comparison.word_vectors import word_vectors  # numpy: not before the first frame

        fresh = [word for word in dict.fromkeys(words) if word not in self._vectors]
        if fresh:
            self._vectors |= zip(fresh, word_vectors(fresh, self._encoder), strict=True)

    def _near(self, one: str, other: str) -> float:
        self._read((one, other))
        near = (float(self._vectors[one] @ self._vectors[other]) - _CHANCE) / (_SURE - _CHANCE)
        return round(min(1.0, max(0.0, near)), 3)

    def likeness(self, word: int, other: int, *, closely: bool = False) -> float:
        """How alike a word of this side and one of the other are: 0 to 1."""
        places: dict[Side, int] = {self._here.side: word, self._there.side: other}
        known = self._ties.likeness(places["source"], places["target"])
        ours, theirs = self._here.tokens[word].key, self._there.tokens[other].key
        if known >= _LIKE:
            return known
        if min(len(ours), len(theirs)) >= _LONG:
            known = max(known, _root(ours, theirs))
        if closely and known < _LIKE:
            known = max(known, self._near(ours, theirs))
        return round(known, 3)


def _root(one: str, other: str) -> float:
    """How alike two words are spelt where they have a root in common; else 0."""
    first, second = (
        {word[at : at + 2] for at in range(len(word) - 1)} for word in (unaccented(one), unaccented(other))
    )
    share = 2 * len(first & second) / (len(first) + len(second))
    return share if share >= _SPELT else 0.0
