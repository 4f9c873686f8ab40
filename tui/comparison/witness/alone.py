"""What the two texts themselves say of a word that one side seems to have alone.

A translator drops words, puts some in and takes one for another; two languages word a thing otherwise.
Neither is an omission, and each looks like one. So the word links between the texts are asked too, and the
place where the word would stand: one that was dropped leaves its neighbours beside each other, often with an
article that governs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import Side, Span, other_side
from tui.comparison.lexical.links import rival
from tui.languages import Token, bare, function_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.comparison.lexical.bead_words import BeadWords

    Floats = NDArray[np.float32]

_ANCHOR = 0.5
"""From this chance on a link says which places of the two sides correspond."""
_GOVERN = frozenset({"definite", "indefinite", "my", "your", "his", "our", "their", "per", "each"})
"""The roles of words that need a noun after them, if they have no other role."""
_NEVER_GOVERNED = frozenset({
    "of", "in", "on", "to", "from", "by", "with", "for", "and", "or", "but", "that", "which", "who", "than",
    "because", "while", "if", "when", "be", "have", "would",
})  # fmt: skip
"""Roles of which no word that has one follows such a word."""
_CONJUNCTIONS = frozenset({"and", "or"})
_ENDS = frozenset(".;:!?)")
"""Marks before which nothing that joins stands."""


class Linked(Struct, frozen=True):
    """The words of a bead of the two articles, by their links."""

    bead: BeadWords
    full: Mapping[Side, NDArray[np.bool_]]
    """Which words of either side say something: neither function words nor marks."""
    languages: Mapping[Side, str]

    def of(self, side: Side, spans: Sequence[Span]) -> dict[str, float]:
        """What the links say of words of a side that seem to have no counterpart: each 0 to 1.

        `linked`: how surely each is linked with a word of the other side, `open`, with one that no other word
        is linked with; `meant`: what it has in common with such a one; `adjoin`: whether its neighbours are
        linked with words beside each other; `broken`: whether these cannot stand beside each other.
        """
        own, other = self.bead.sides[side], self.bead.sides[other_side(side)]
        places = [at for at, token in enumerate(own.tokens) if any(_within(token, span) for span in spans)]
        if not places or not len(other.rows):
            return {}
        there = self.full[other_side(side)]
        chance = own.chance[places] * there
        free: Floats = 1 - rival(own.chance * self.full[side][:, None], 0)[places]
        before, after = _around(own.chance, places)
        holes = {at for at in (before, None if after is None else after - 1) if at is not None}
        return {
            "linked": _mean(chance),
            "open": _mean(chance * free),
            "meant": _mean(own.meaning[places] * there * free),
            "adjoin": float(before is not None and after is not None and after - before == 1),
            "broken": float(any(self._broken(other_side(side), at) for at in holes)),
        }

    def linked(self, side: Side, word: Token) -> float:
        """How surely a word of a side is linked with one of the other, be that a function word."""
        own = self.bead.sides[side]
        return max(
            (
                float(chance)
                for token, chance in zip(own.tokens, own.chance.max(axis=1, initial=0.0), strict=True)
                if token.start == word.start
            ),
            default=0.0,
        )

    def _broken(self, side: Side, at: int) -> bool:
        """Whether something lacks right before or after a word of a side."""
        tokens, roles = self.bead.sides[side].tokens, function_words(self.languages[side])
        pairs = zip(tokens[max(0, at - 1) : at + 2], tokens[max(0, at) : at + 3], strict=False)
        return any(_apart(one, other, roles) for one, other in pairs)


def _apart(one: Token, other: Token, roles: Mapping[str, frozenset[str]]) -> bool:
    """Whether two words cannot stand beside each other."""
    does, follows = roles.get(bare(one.key), frozenset()), roles.get(bare(other.key), frozenset())
    if does and does <= _GOVERN:
        return bool(follows & _NEVER_GOVERNED) or other.text in _ENDS or other.text == ","
    return bool(does) and does <= _CONJUNCTIONS and other.text in _ENDS


def _around(chance: Floats, places: Sequence[int]) -> tuple[int | None, int | None]:
    """The words of the other side that the nearest linked words before and after some places stand for."""
    best = chance.max(axis=1)
    before = next((at for at in range(places[0] - 1, -1, -1) if best[at] >= _ANCHOR), None)
    after = next((at for at in range(places[-1] + 1, len(best)) if best[at] >= _ANCHOR), None)
    found = [None if at is None else int(chance[at].argmax()) for at in (before, after)]
    return found[0], found[1]


def _within(token: Token, span: Span) -> bool:
    return span.start <= token.start < span.end


def _mean(table: Floats) -> float:
    """The mean of the greatest of each row."""
    return float(table.max(axis=1, initial=0.0).mean())
