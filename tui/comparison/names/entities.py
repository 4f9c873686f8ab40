"""Names that stand for each other throughout two articles: a nickname translated, an emperor's other name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass

_TOGETHER = 0.6
"""The share of the places of two forms in which they stand in the same bead (Dice's coefficient)."""
_OFTEN = 2
"""Beads in which they do at least."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Which forms of the source and of the target keep meeting."""

    pairs: frozenset[tuple[str, str]]

    @staticmethod
    def of(beads: Iterable[tuple[Set[str], Set[str]]]) -> Standing:
        """`beads`: the forms without a counterpart of their own on each side of each bead."""
        source: Counter[str] = Counter()
        target: Counter[str] = Counter()
        both: Counter[tuple[str, str]] = Counter()
        for ours, theirs in beads:
            source.update(ours)
            target.update(theirs)
            both.update((one, other) for one in ours for other in theirs)
        return Standing(
            frozenset(
                (one, other)
                for (one, other), met in both.items()
                if met >= _OFTEN and 2 * met >= _TOGETHER * (source[one] + target[other])
            )
        )

    def together(self, source: Iterable[str], target: Iterable[str]) -> bool:
        """Whether a form of the source and one of the target keep meeting."""
        theirs = set(target)
        return any((one, other) in self.pairs for one in source for other in theirs)
