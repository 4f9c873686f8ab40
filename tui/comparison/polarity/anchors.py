"""Where a place of one side lies on the other, by the words that both have."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from tui.comparison.names import cognate
from tui.comparison.polarity.clauses import Stretch, once_of_two
from tui.languages import Token, unaccented


class Anchors:
    """The words of two corresponding stretches of text, tied where they are the same or cognate."""

    def __init__(self, source: Sequence[Token], target: Sequence[Token]) -> None:
        self._source, self._target = source, target

    @cached_property
    def _pairs(self) -> list[tuple[int, int]]:
        """Both ends, and between them the ties that grow on both sides."""
        source, target = self._source, self._target
        return [(-1, -1), *_increasing(_ties(source, target)), (len(source), len(target))]

    def target_of(self, word: float) -> float:
        """Where source word `word` would stand in the target, counted in words."""
        return _between(self._pairs, word)

    def source_of(self, word: float) -> float:
        """Where target word `word` would stand in the source, counted in words."""
        return _between([(t, s) for s, t in self._pairs], word)


@once_of_two
def anchors_of(source: Stretch, target: Stretch) -> Anchors:
    """The anchors of a bead."""
    return Anchors(source.tokens, target.tokens)


def _between(pairs: Sequence[tuple[int, int]], word: float) -> float:
    at = min(max(1, bisect_left(pairs, word, key=lambda pair: pair[0])), len(pairs) - 1)
    (a, b), (c, d) = pairs[at - 1], pairs[at]
    return b + (word - a) * (d - b) / (c - a) if c > a else float(b)


def _ties(source: Sequence[Token], target: Sequence[Token]) -> list[tuple[int, int]]:
    """Words that stand once on each side, letter for letter or as cognates, nearest in place first."""
    ties: list[tuple[int, int]] = []
    places: dict[str, list[int]] = {}
    for at, token in enumerate(target):
        if len(token.key) > 3 or token.key[0].isdigit():
            places.setdefault(unaccented(token.key)[:4], []).append(at)
    ratio = len(target) / max(1, len(source))
    for at, token in enumerate(source):
        key = unaccented(token.key)
        near = [
            other
            for other in places.get(key[:4], ())
            if unaccented(target[other].key) == key
            or (not key[0].isdigit() and cognate(key, target[other].key))
        ]
        if near:
            best = min(near, key=lambda other: abs(other - at * ratio))
            if abs(best - at * ratio) <= 0.4 * len(target) + 2:
                ties.append((at, best))
    return ties


def _increasing(ties: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of ties that grow on both sides (patience sorting, with its links kept)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, target) in enumerate(ties):
        place = bisect_left(tails, target)
        before.append(last[place - 1] if place else -1)
        if place == len(tails):
            tails.append(target)
            last.append(index)
        else:
            tails[place], last[place] = target, index
    out: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        out.append(ties[at])
        at = before[at]
    return out[::-1]
