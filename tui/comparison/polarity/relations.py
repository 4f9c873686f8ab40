"""Words that say how two things stand to each other: *older than*, *a sud di*, *sotto*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from tui.articles import Side
from tui.comparison.polarity.ties import Ties
from tui.languages import bare, function_words

_HELD, _NEXT = 6, 3
"""Words to either side of a place, and how many of those that carry meaning stand beside it."""
_RELATING = frozenset({"than", "of"})
"""What a word does that stands between one that relates and the second of the two."""


class Place(Protocol):
    """Some words of a side in their order."""

    @property
    def word(self) -> int:
        """The index of the first."""
        ...

    @property
    def end(self) -> int:
        """The index after the last."""
        ...


def beside(place: Place, ties: Ties, side: Side) -> tuple[Sequence[int], Sequence[int]]:
    """The next words before and after a place that carry meaning."""
    before = ties.content(side, place.word - _HELD, place.word - 1)
    after = ties.content(side, place.end, place.end + _HELD - 1)
    return before[-_NEXT:], after[:_NEXT]


def related_crosswise(a: Place, b: Place, ties: Ties) -> bool:
    """Whether a word of the source and one of the target, opposites, relate the same two the other way round
    and so say the same: *Milan is north of Rome*, *Roma è a sud di Milano*.
    """
    if not (_relates(a, ties, "source") and _relates(b, ties, "target")):
        return False
    ours, theirs = beside(a, ties, "source"), beside(b, ties, "target")
    crossed = [_count_tied(ours[here], theirs[1 - here], ties) for here in (0, 1)]
    straight = sum(_count_tied(ours[here], theirs[here], ties) for here in (0, 1))
    return all(crossed) and sum(crossed) > straight


def _relates(place: Place, ties: Ties, side: Side) -> bool:
    stretch = ties.source if side == "source" else ties.target
    following = stretch.tokens[place.end].key if place.end < len(stretch.tokens) else ""
    does = function_words(stretch.language).get(bare(following), frozenset())
    return bool(_RELATING & does) or not ties.carries(side, place.word)


def _count_tied(words: Iterable[int], others: Sequence[int], ties: Ties) -> int:
    return sum(ties.counterpart("source", word) in others for word in words)
