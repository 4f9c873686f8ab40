"""The heaviest choice of links that rise together on both sides."""

from __future__ import annotations

from collections.abc import Sequence


def heaviest_in_order(pairs: Sequence[tuple[int, int, int]]) -> set[int]:
    """The source indexes of the heaviest choice of `pairs` (source, target, weight) that rise together.

    Takes n·log n steps: a tree over the targets holds the heaviest choice that ends before each (Fenwick
    1994, "A new data structure for cumulative frequency tables").
    """
    pairs = sorted(pairs)
    rank = {target: number for number, target in enumerate(sorted({t for _, t, _ in pairs}))}
    heaviest = _Heaviest(len(rank))
    before: list[int] = []
    for i, (_, target, weight) in enumerate(pairs):
        weight_before, last = heaviest.before(rank[target])
        before.append(last)
        heaviest.put(rank[target], weight_before + weight, i)
    kept = set()
    _, at = heaviest.before(len(rank))
    while at >= 0:
        kept.add(pairs[at][0])
        at = before[at]
    return kept


class _Heaviest:
    """For ranks from 0 on: the heaviest weight put below one, and what it was put for."""

    def __init__(self, count: int) -> None:
        self._best = [(0, 0, -1)] * (count + 1)  # weight, less the rank: of equal ones the lowest; what for

    def put(self, rank: int, weight: int, what: int) -> None:
        entry = (weight, -rank - 1, what)
        at = rank + 1
        while at < len(self._best):
            self._best[at] = max(self._best[at], entry)
            at += at & -at

    def before(self, rank: int) -> tuple[int, int]:
        best = (0, 0, -1)
        at = rank
        while at > 0:
            best = max(best, self._best[at])
            at -= at & -at
        return best[0], best[2]
