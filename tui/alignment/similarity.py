"""How alike the sentences of the two sides are, seen against what else they could belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment.beads import Floats

    Indexes = NDArray[np.intp]

SURE = 0.4
"""The cosine from which two sentences that are each other's best are taken to belong together."""
_DOUBT = 4
"""Pairs of equal length that the sure pairs are weighed against when lengths are scaled."""
_BLOCK = 512
"""Rows of a matrix worked on at a time, so that no second matrix of its size is needed."""


def mutual_best(cosines: Floats, at_least: float) -> tuple[Indexes, Indexes]:
    """The pairs (rows, columns) that are each other's best, with a cosine of `at_least`."""
    if not cosines.size:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    of_row, of_column = cosines.argmax(axis=1), cosines.argmax(axis=0)
    rows = np.arange(len(of_row))
    kept = (of_column[of_row] == rows) & (cosines[rows, of_row] >= at_least)
    return rows[kept], of_row[kept]


def prefer_mutual(cosines: Floats, pairs: tuple[Indexes, Indexes]) -> None:
    """Lowers, in place, what competes with the mutual best `pairs`: by its distance from theirs.

    Without this a sentence whose counterpart was moved takes what stands in its place.
    """
    rows, columns = pairs
    of_row = np.full(cosines.shape[0], -1, np.float32)
    of_column = np.full(cosines.shape[1], -1, np.float32)
    of_row[rows] = of_column[columns] = cosines[rows, columns]
    for start in range(0, len(of_row), _BLOCK):
        block = cosines[start : start + _BLOCK]
        best = np.maximum(of_row[start : start + _BLOCK, None], of_column[None])
        block -= np.maximum(best - block, 0)


def common_scale(source: Floats, target: Floats, pairs: tuple[Indexes, Indexes]) -> float:
    """The factor that makes target lengths comparable: the median ratio over the sure `pairs`.

    The fewer they are, the nearer it is to 1: one pair may be a sentence and half of its counterpart.
    """
    rows, columns = pairs
    if not len(rows):
        return 1.0
    ratio = float(np.median(source[rows] / np.maximum(target[columns], 1.0)))
    return float(max(ratio, 1e-3) ** (len(rows) / (len(rows) + _DOUBT)))
