"""Where the monotone pass looks: everywhere in short articles, in long ones in a band around sure anchors.

From coarse to fine: the mutual best pairs of the whole articles that rise together are anchors; in what lies
between two of them and is still large, those of that part alone; in what is large even then the diagonal.
The band is what lies between two anchors and a margin around it, so that an anchor need not be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment.chain import heaviest_in_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment.similarity import Cosines, Indexes, Pairs

WHOLE = 1_000_000
"""Pairs up to which all are looked at: 1,000 sentences a side."""
MARGIN = 24
"""Sentences on either side of an anchor, and of what lies between two, that the band holds too."""
_LIKELY = 0.3
"""The cosine from which two sentences that are each other's best between two anchors are one."""
_STEP = 256
"""Rows between two anchors on a diagonal, and of a block of the band, at most."""


class Part(Struct, frozen=True):
    """A part of the band: all columns of a range for all rows of a range."""

    rows: slice
    columns: slice


def everywhere(shape: tuple[int, int]) -> list[Part]:
    """The band that holds every pair."""
    return [Part(slice(0, shape[0]), slice(0, shape[1]))]


def band(cosines: Cosines, anchors: Pairs, margin: int = MARGIN) -> list[Part]:
    """The parts of the band, one below the other; columns never go back from one to the next."""
    n, m = cosines.shape
    rows = np.concatenate([[0], anchors[0] + 1, [n]])
    columns = np.concatenate([[0], anchors[1] + 1, [m]])
    parts = []
    for start in range(0, n, _STEP):
        stop = min(n, start + _STEP)
        before = np.searchsorted(rows, start - margin, side="right") - 1
        behind = np.searchsorted(rows, stop + margin, side="left")
        first = 0 if before < 0 else max(0, int(columns[before]) - 1 - margin)
        last = m if behind >= len(columns) else min(m, int(columns[behind]) + margin)
        parts.append(Part(slice(start, stop), slice(first, last)))
    return parts


def anchors(cosines: Cosines, whole: int = WHOLE) -> Pairs:
    """The anchors of a pair, rising on both sides, so near to each other that what lies between is small."""
    assert cosines.sure is not None
    found = rising(cosines.sure)
    out: list[tuple[int, int]] = []
    row = column = 0
    for to_row, to_column in [*zip(*found, strict=True), cosines.shape]:
        if (to_row - row) * (to_column - column) > whole:
            out += _between(cosines, range(row, int(to_row)), range(column, int(to_column)), whole)
        if (to_row, to_column) != cosines.shape:
            out.append((int(to_row), int(to_column)))
        row, column = int(to_row) + 1, int(to_column) + 1
    pairs = np.array(out, np.intp).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _between(cosines: Cosines, rows: range, columns: range, whole: int) -> list[tuple[int, int]]:
    """Anchors between two that are far apart: mutual best pairs of this part alone, else its diagonals."""
    part = cosines.some(np.arange(rows.start, rows.stop), np.arange(columns.start, columns.stop))
    found = rising(part.nearest().mutual(_LIKELY))
    out: list[tuple[int, int]] = []
    row = column = 0
    for to_row, to_column in [*zip(*found, strict=True), part.shape]:
        height, width = int(to_row) - row, int(to_column) - column
        if height * width > whole:
            steps = max(height, width) // _STEP
            out += [(row + height * k // steps, column + width * k // steps) for k in range(1, steps)]
        if (to_row, to_column) != part.shape:
            out.append((int(to_row), int(to_column)))
        row, column = int(to_row) + 1, int(to_column) + 1
    return sorted({(rows.start + s, columns.start + t) for s, t in out})


def rising(pairs: Pairs) -> Pairs:
    """The most of the pairs that rise together."""
    kept = heaviest_in_order([(int(s), int(t), 1) for s, t in zip(*pairs, strict=True)])
    inside: NDArray[np.bool_] = np.isin(pairs[0], np.array(sorted(kept), np.intp))
    rising: tuple[Indexes, Indexes] = pairs[0][inside], pairs[1][inside]
    return rising
