"""What of the other side may carry a denial: a word that says no by its meaning and that is nothing else's
counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cached_property

from msgspec import Struct

from tui.comparison.polarity.clauses import Stretch
from tui.comparison.polarity.cues import SLIP, UNDONE, Cue, hints
from tui.comparison.polarity.remainders import plain_at
from tui.comparison.polarity.ties import Ties, meant_ties_of, nearness
from tui.languages import Translations

_SURE = 0.6
"""How surely a word has a counterpart from which on it denies nothing by itself."""
_SLIGHT = frozenset({
    "affix", "different", "despite", "empty", "end", "except", "far", "few", "free", "hard",
    "instead", "keep", "less", "limit", "only", "outside", "silent", UNDONE, "until",
})  # fmt: skip
"""Meanings that seldom stand for a whole *not*."""
_HARDLY, _LITTLE = "hardly", frozenset({"few", "hard", "less"})
"""The meaning of *hardly*, and those that may say it: *poco*, *difficile*."""
_PAIRED = frozenset({
    SLIP, "needed", "compared", "pending", "superlative", "first", "evident", "calm", "soon", "poor",
    "predictable", "already",
})  # fmt: skip
"""Meanings that stand for a *not* only with what follows it: *not … unless*, *occorre*; *not as*, *più*; *not
yet*, *deve ancora*; *never … before*, *per la prima volta*.
"""
NEVER_ALONE = _PAIRED | {"idle", "nor", "concord", "affix", "no", "tag"}
"""Meanings that are no word's that says no by itself."""
_FAR = 15
"""Words from the place of a denial at which nothing carries it any more."""
_ALIKE_MEANING = 0.4
"""How near what an affix denies must be to what the other side denies: *untrusted*, *non fidato*."""
_OFFSET = 5
"""Words that a word stands at most from the place of another for which it is said."""
_FUSED = 4
"""Words before a denial one of which may be said with it by one word: *advised not to*, *sconsigliò*."""
_SAME_SENSE = 0.8
"""How alike two words are at least of which one says what the other says, not its opposite."""


class Beside(Struct, frozen=True, dict=True):
    """A denial, its place on the other side, and what of either side has no counterpart."""

    cue: Cue
    here: Stretch
    there: Stretch
    own: Sequence[Cue]
    others: Sequence[Cue]
    ties: Ties
    place: float

    def carried(self, denied: Sequence[int]) -> float:
        """How surely a word near the place says no by its meaning: one that is no other word's counterpart,
        or the counterpart of what is `denied` (*unclaimed*, *non reclamato*), unless it says just that:
        *failed*, *non è fallito*.
        """
        ties, here, there = self.ties, self.here, self.there
        others = [ties.counterpart(here.side, word) for word in denied[:2]]
        alone = not any(ties.strength(here.side, word) for word in denied[:1])
        back = Translations(there.language, here.language)
        words = [here.tokens[word].key for word in denied[:2]]
        if any(
            (
                one.word in others
                and one.meaning not in _SLIGHT | _PAIRED
                and ties.strength(there.side, one.word) < _SAME_SENSE
            )
            or (
                one.remainder
                and (
                    plain_at(one.remainder, back, here)
                    or nearness([one.remainder], there.language, words, here.language).max(initial=0)
                    >= _ALIKE_MEANING
                )
            )
            for one in self.others
        ):
            return 1.0
        weak = _SLIGHT - {"affix", UNDONE} if alone else _SLIGHT
        weak -= _LITTLE if self.cue.meaning == _HARDLY else frozenset()
        carriers = [one for one in self.others if one.meaning not in weak | _PAIRED]
        phrases = frozenset(
            one.word for one in carriers if " " in one.text
        )  # a word of them has a counterpart
        return self._unlinked([one.word for one in carriers if one.word not in self._answers], phrases)

    def hinted(self) -> float:
        """The same of a word that says no in some context only."""
        slight = [one.word for one in self.others if one.meaning in _SLIGHT]
        return self._unlinked(sorted({*hints(self.there), *slight} - self._answers))

    @cached_property
    def _answers(self) -> Set[int]:
        """The words there that say no by their meaning for one here that does, in whose place they stand:
        *went bust*, *sono fallite*. They carry no denial beside it.
        """
        if not self.cue.denies:
            return frozenset()
        own, other = (
            sorted(
                {one.word for one in left if not (one.denies or one.meaning in NEVER_ALONE)}
                | {at for at in hints(side) if self.ties.strength(side.side, at) < _SURE}
            )
            for side, left in ((self.here, self.own), (self.there, self.others))
        )
        pairs = sorted(
            (abs(self.ties.place(self.here.side, word) - at), word, at)
            for word in own
            if word != self.cue.word
            for at in other
        )
        words, found = set[int](), set[int]()
        for apart, word, at in pairs:
            if apart <= min(_OFFSET, abs(self.place - at)) and word not in words and at not in found:
                words.add(word)
                found.add(at)
        return found

    def _unlinked(self, words: Sequence[int], phrases: Set[int] = frozenset()) -> float:
        """How near the nearest of some words is, of which a dictionary links some with others than those
        right before the denial.
        """
        meant = meant_ties_of(self.here, self.there)
        linked = {
            word
            for word in words
            if (other := meant.counterpart(self.there.side, word)) is not None
            and not -_FUSED <= other - self.cue.word <= 1
        }
        return max(
            self.nearest([word for word in words if word not in linked], phrases=phrases),
            self.nearest(sorted(linked), meant, phrases),
        )

    def nearest(
        self, words: Sequence[int], ties: Ties | None = None, phrases: Set[int] = frozenset()
    ) -> float:
        """How near to the place the nearest of some words stands that are no other word's counterpart by some
        ties, or begin `phrases`: 0 to 1.
        """
        ties = ties or self.ties
        return max(
            (
                (1 - ties.strength(self.there.side, word) * (word not in phrases))
                * (1 - min(1.0, abs(word - self.place) / _FAR))
                for word in words
            ),
            default=0.0,
        )


def says_negatively(word: Cue, here: Stretch, others: Sequence[Cue], ties: Ties) -> bool:
    """Whether the other side, which denies nothing there, says no by its meaning in the place of a word that
    does and is denied here: *cannot be ruled out*, *è da escludere*.
    """
    place = ties.place(here.side, word.word)
    return not any(one.denies for one in others) and any(
        one.meaning not in NEVER_ALONE | _SLIGHT and abs(one.word - place) <= _FAR for one in others
    )
