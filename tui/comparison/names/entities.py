"""Names that stand for each other throughout two articles: a nickname translated, an emperor's other name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set

from msgspec import Struct

_TOGETHER = 0.6
"""The share of the places of two forms in which they stand in the same bead (Dice's coefficient)."""
_OFTEN = 2
"""Beads in which they do at least."""


class BeadForms(Struct, frozen=True):
    """The words of one side of a bead, folded and without accents."""

    words: Set[str]
    unmatched: Set[str]
    """The names and the words with a capital that have no counterpart of their own."""


class Standing(Struct, frozen=True):
    """Which forms of the source and of the target keep meeting."""

    pairs: frozenset[tuple[str, str]]

    @staticmethod
    def of(beads: Iterable[tuple[BeadForms, BeadForms]]) -> Standing:
        """From the forms on each side of each bead."""
        source: Counter[str] = Counter()
        target: Counter[str] = Counter()
        both: Counter[tuple[str, str]] = Counter()
        for ours, theirs in beads:
            source.update(ours.words)
            target.update(theirs.words)
            both.update((one, other) for one in ours.unmatched for other in theirs.unmatched)
        return Standing(
            frozenset(
                (one, other)
                for (one, other), met in both.items()
                if met >= _OFTEN and 2 * met >= _TOGETHER * (source[one] + target[other])
            )
        )
