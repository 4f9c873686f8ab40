"""How alike the sentences of the two sides are, seen against what else they could belong to.

Cosines are computed block by block: the whole matrix of two articles of 20,000 sentences has 1.6 GB.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment.model import Floats

    Indexes = NDArray[np.intp]

SURE = 0.4
"""The cosine from which two sentences that are each other's best are taken to belong together."""
_DOUBT = 4
"""Pairs of equal length that the sure pairs are weighed against when lengths are scaled."""
_ROWS, _COLUMNS = 2048, 4096
"""The largest block: 32 MB. A smaller matrix is one block."""

Pairs = tuple["Indexes", "Indexes"]
"""Rows and columns of pairs, by row."""


class Nearest(Struct, frozen=True):
    """For each row and each column the largest cosine, at least 0, and where it stands first."""

    of_row: Floats
    column: Indexes
    of_column: Floats
    row: Indexes

    @staticmethod
    def none(rows: int, columns: int) -> Nearest:
        """Before anything is compared."""
        return Nearest(
            np.zeros(rows, np.float32),
            np.zeros(rows, np.intp),
            np.zeros(columns, np.float32),
            np.zeros(columns, np.intp),
        )

    def take(self, block: Floats, rows: slice, columns: slice) -> None:
        """Takes over what is larger in a block of cosines than in the blocks before."""
        _take(block, self.of_row[rows], self.column[rows], columns.start)
        _take(block.T, self.of_column[columns], self.row[columns], rows.start)

    def mutual(self, at_least: float) -> Pairs:
        """The pairs that are each other's best, with a cosine of `at_least`."""
        if not (len(self.of_row) and len(self.of_column)):
            return np.zeros(0, np.intp), np.zeros(0, np.intp)
        rows = np.arange(len(self.of_row))
        kept = (self.row[self.column] == rows) & (self.of_row >= at_least)
        return rows[kept], self.column[kept]


class Cosines(Struct, frozen=True):
    """The cosines of source with target sentences, a matrix (n, m) of which only blocks are ever made."""

    source: Floats
    """Unit vectors (n, d)."""
    target: Floats
    apart: Collection[tuple[int, int]] = ()
    """Rows and columns of pairs that are no more alike than 0."""
    preferred: tuple[Floats, Floats] | None = None
    """By row and by column the cosine of the sure pair it stands in, else -1: see `preferring`."""
    sure: Pairs | None = None
    """The pairs that are preferred."""

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.source), len(self.target)

    def block(self, rows: slice, columns: slice) -> Floats:
        """The cosines of some rows with some columns."""
        found: Floats = self.source[rows] @ self.target[columns].T
        for row, column in self._apart_in(rows, columns):
            found[row, column] = min(found[row, column], 0)
        if self.preferred is not None:
            best = np.maximum(self.preferred[0][rows, None], self.preferred[1][columns][None])
            found -= np.maximum(best - found, 0)
        return found

    def barred(self, rows: slice, columns: slice) -> NDArray[np.bool_] | None:
        """Which pairs of a block are kept apart; None where it has none."""
        pairs = list(self._apart_in(rows, columns))
        if not pairs:
            return None
        found = np.zeros((rows.stop - rows.start, columns.stop - columns.start), np.bool_)
        found[tuple(np.transpose(pairs))] = True
        return found

    def some(self, rows: Indexes, columns: Indexes) -> Cosines:
        """The cosines of the given rows and columns, which rise."""
        if self.shape == (len(rows), len(columns)):
            return self
        row = {int(old): new for new, old in enumerate(rows)} if self.apart else {}
        column = {int(old): new for new, old in enumerate(columns)} if self.apart else {}
        apart = [(row[s], column[t]) for s, t in self.apart if s in row and t in column]
        return replace(
            self,
            source=self.source[rows],
            target=self.target[columns],
            apart=apart,
            preferred=self.preferred and (self.preferred[0][rows], self.preferred[1][columns]),
            sure=self.sure and _inside(self.sure, rows, columns),
        )

    def nearest(self) -> Nearest:
        """What is most alike, over all of the other side."""
        one_thread()
        n, m = self.shape
        found = Nearest.none(n, m)
        for rows in _slices(n, n if n * m <= _ROWS * _COLUMNS else _ROWS):
            for columns in _slices(m, m if n * m <= _ROWS * _COLUMNS else _COLUMNS):
                found.take(self.block(rows, columns), rows, columns)
        return found

    def preferring(self, nearest: Nearest) -> Cosines:
        """The cosines with what competes with the sure pairs lowered: by its distance from theirs.

        Without this a sentence whose counterpart was moved takes what stands in its place.
        """
        rows, columns = nearest.mutual(SURE)
        of_row, of_column = (np.full(count, -1, np.float32) for count in self.shape)
        of_row[rows] = of_column[columns] = nearest.of_row[rows]
        return replace(self, preferred=(of_row, of_column), sure=(rows, columns))

    def _apart_in(self, rows: slice, columns: slice) -> Iterator[tuple[int, int]]:
        for row, column in self.apart:
            if rows.start <= row < rows.stop and columns.start <= column < columns.stop:
                yield row - rows.start, column - columns.start


def common_scale(source: Floats, target: Floats, pairs: Pairs) -> float:
    """The factor that makes target lengths comparable: the median ratio over the sure `pairs`.

    The fewer they are, the nearer it is to 1: one pair may be a sentence and half of its counterpart.
    """
    rows, columns = pairs
    if not len(rows):
        return 1.0
    # `np.median` would import masked arrays, which nothing else here needs
    ratios = np.sort(source[rows] / np.maximum(target[columns], 1.0))
    ratio = float(ratios[(len(ratios) - 1) // 2 : len(ratios) // 2 + 1].mean())
    return float(max(ratio, 1e-3) ** (len(rows) / (len(rows) + _DOUBT)))


@cache
def one_thread() -> None:
    """Holds the matrix products of the process to one thread: shared among several their last bits differ."""
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, "blas")


def _slices(count: int, size: int) -> Iterator[slice]:
    for start in range(0, count, max(1, size)):
        yield slice(start, min(count, start + size))


def _take(block: Floats, best: Floats, place: Indexes, first: int) -> None:
    """Takes over, in place, what is larger in a block than the best of the blocks before."""
    where = block.argmax(axis=1)
    values = block[np.arange(len(block)), where]
    better = values > best
    best[better] = values[better]
    place[better] = where[better] + first


def _inside(pairs: Pairs, rows: Indexes, columns: Indexes) -> Pairs:
    """Those of the pairs that lie in rising rows and columns, by their new numbers."""
    row, column = (np.searchsorted(kept, old) for kept, old in zip((rows, columns), pairs, strict=True))
    there = (row < len(rows)) & (column < len(columns))
    there[there] = (rows[row[there]] == pairs[0][there]) & (columns[column[there]] == pairs[1][there])
    return row[there], column[there]
