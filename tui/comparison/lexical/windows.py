"""Whether something like a passage stands on the other side, beside it or anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.alignment import Encoder
    from tui.comparison.lexical.lexicon import Floats, Indexes

_NARROW = (5, 2)
_WIDE = (15, 5)
"""Words of a window, and words from the middle of one to the middle of the next."""
_BLOCK = 1024
"""Windows compared with all others at a time, which bounds memory."""


class Passages(Struct, frozen=True):
    """What was found for the passage around each word and mark of one side, in the order of the text."""

    beside: Floats
    """The cosine of a window of five words with the likest in its own bead or the two next to it (n)."""
    anywhere: Floats
    """The cosine of a window of fifteen words with the likest of the whole other side (n)."""


class _Windows(Struct, frozen=True):
    """The windows of one side."""

    at: Indexes
    """The places of the middle words among all words and marks (k)."""
    texts: list[str]
    beads: Indexes
    """The bead of the middle word (k)."""


def passages(
    source: Sequence[tuple[str, int]], target: Sequence[tuple[str, int]], encoder: Encoder
) -> tuple[Passages, Passages]:
    """Compares the passages of two sides, each given as its words and marks with the number of their bead."""
    found = []
    for size, step in (_NARROW, _WIDE):
        sides = _windows(source, size, step), _windows(target, size, step)
        vectors = encoder.encode([*sides[0].texts, *sides[1].texts])
        count = len(sides[0].texts)
        best = _beside if (size, step) == _NARROW else _anywhere
        cosines = best(vectors[:count], vectors[count:], sides[0].beads, sides[1].beads)
        found.append([_spread(*pair) for pair in zip(cosines, sides, (source, target), strict=True)])
    return Passages(found[0][0], found[1][0]), Passages(found[0][1], found[1][1])


def _windows(words: Sequence[tuple[str, int]], size: int, step: int) -> _Windows:
    spoken = [place for place, (word, _) in enumerate(words) if any(c.isalnum() for c in word)]
    half = size // 2
    middles = range(0, len(spoken), step)
    return _Windows(
        at=np.array(spoken[::step], np.intp),
        texts=[" ".join(words[p][0] for p in spoken[max(0, m - half) : m + half + 1]) for m in middles],
        beads=np.array([words[place][1] for place in spoken[::step]], np.intp),
    )


def _beside(left: Floats, right: Floats, left_beads: Indexes, right_beads: Indexes) -> tuple[Floats, Floats]:
    """The best cosine of each window with one of its own bead or of those next to it; 0 without any."""
    best = np.zeros(len(left)), np.zeros(len(right))
    for bead in np.unique(left_beads):
        rows = np.flatnonzero(left_beads == bead)
        columns = np.flatnonzero(np.abs(right_beads - bead) <= 1)
        if len(columns):
            cosines = left[rows] @ right[columns].T
            best[0][rows] = cosines.max(axis=1)
            best[1][columns] = np.maximum(best[1][columns], cosines.max(axis=0))
    return best


def _anywhere(left: Floats, right: Floats, *_: Indexes) -> tuple[Floats, Floats]:
    """The best cosine of each window with any of the other side."""
    best = np.zeros(len(left)), np.zeros(len(right))
    if len(right):
        for start in range(0, len(left), _BLOCK):
            cosines = left[start : start + _BLOCK] @ right.T
            best[0][start : start + _BLOCK] = cosines.max(axis=1)
            best[1][:] = np.maximum(best[1], cosines.max(axis=0))
    return best


def _spread(cosines: Floats, windows: _Windows, words: Sequence[tuple[str, int]]) -> Floats:
    """From windows to words: the mean of each window and its neighbours, interpolated between middles."""
    if not len(cosines):
        return np.zeros(len(words))
    padded = np.pad(cosines, 1, mode="edge")
    smooth = (padded[:-2] + padded[1:-1] + padded[2:]) / 3
    spread: Floats = np.interp(np.arange(len(words)), windows.at, smooth)
    return spread
