"""The monotone pass: the best sequence of beads, by dynamic programming over every pair of sentences.

The score of a bead is that of Bertalign (Liu & Zhu 2023, "Bertalign", Digital Scholarship in the Humanities
38/2): the cosine of its sides, less half of what each side has in common with the other's neighbours, times
how well the lengths agree. The vector of several sentences is their sum weighted by the square root of the
length. The constants are those that do best in `benchmarks/alignment.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

EMPTY = 0.05
"""The score of a sentence without a counterpart: aligners that make it a cost hide most deletions."""
EXTRA = -0.03
"""The score of each sentence of a bead beyond the first of its side."""
SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""Source and target sentences of a bead with both sides."""

_WIDEST = 3
_SOURCE_ALONE, _TARGET_ALONE, _FIRST_SHAPE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Sentences:
    """One side: unit vectors (n, d) and lengths (n), the latter on a scale common to both sides."""

    vectors: Floats
    lengths: Floats

    @property
    def weights(self) -> Floats:
        """What each sentence counts for in the vector of several."""
        weights: Floats = np.sqrt(np.maximum(self.lengths, 1.0)).astype(np.float32)
        return weights

    def some(self, indexes: NDArray[np.intp]) -> Sentences:
        """Those of the given indexes."""
        if len(indexes) == len(self.lengths):
            return self
        return Sentences(self.vectors[indexes], self.lengths[indexes])


class _Runs:
    """The runs of 1 to 3 sentences of a side, by width and last sentence: arrays (3, n)."""

    def __init__(self, side: Sentences) -> None:
        n = len(side.lengths)
        self.weights = side.weights
        self.norms = np.ones((_WIDEST, n), np.float32)
        """Norm of the weighted sum of the vectors."""
        self.lengths = np.zeros((_WIDEST, n), np.float32)
        total = np.zeros_like(side.vectors)
        for width in range(min(_WIDEST, n)):
            total[width:] += (side.vectors * self.weights[:, None])[: n - width]
            self.norms[width] = np.maximum(np.linalg.norm(total, axis=1), 1e-6)
            self.lengths[width] = side.lengths
            if width:
                self.lengths[width, width:] += self.lengths[width - 1, : n - width]


class _Rows:
    """Cosines of source runs with target runs, row by row, from the cosines of single sentences (n, m).

    Whole matrices for every shape would take gigabytes at 5,000 sentences a side.
    """

    def __init__(self, cosines: Floats, source: _Runs, target: _Runs) -> None:
        self._cosines = cosines
        self._source = source
        self._target = target
        self._single: dict[int, Floats] = {}

    def run(self, last: int, width: int) -> Floats:
        """Source run of `width` ending at `last` with every target run: (3, m)."""
        if width == 1:
            return self.single(last)
        first = last - width + 1
        weighted = self._source.weights[first : last + 1] @ self._cosines[first : last + 1]
        return self._spread(weighted / self._source.norms[width - 1, last])

    def single(self, sentence: int) -> Floats:
        """One source sentence with every target run: (3, m)."""
        if sentence not in self._single:
            self._single.pop(sentence - _WIDEST - 3, None)
            self._single[sentence] = self._spread(self._cosines[sentence])
        return self._single[sentence]

    def _spread(self, row: Floats) -> Floats:
        m = len(row)
        out = np.empty((_WIDEST, m), np.float32)
        out[0] = row
        weighted = row * self._target.weights
        total = weighted.copy()
        for width in range(1, min(_WIDEST, m)):
            total[width:] += weighted[: m - width]
            out[width] = total / self._target.norms[width]
        return out


def best_beads(
    cosines: Floats,
    source: Sentences,
    target: Sentences,
    progress: Callable[[float], None] | None = None,
    barred: NDArray[np.bool_] | None = None,
) -> list[tuple[range, range]]:
    """The monotone sequence of beads with the highest total score.

    `cosines` is (n, m), source by target. Each bead is a range of source and a range of target indexes, one
    of which may be empty; none holds a pair that is `barred` (n, m). Time and memory grow with n·m: 5,000 by
    5,000 take 25 MB beside the cosines.
    """
    n, m = cosines.shape
    source_runs, target_runs = _Runs(source), _Runs(target)
    rows = _Rows(cosines, source_runs, target_runs)
    step = np.arange(m + 1) * EMPTY  # doubles: the totals of a long article outgrow single precision
    moves = np.full((n + 1, m + 1), _TARGET_ALONE, np.uint8)
    best = [step]  # the last rows of the table, newest last
    for i in range(1, n + 1):
        here = best[-1] + EMPTY
        move = np.full(m + 1, _SOURCE_ALONE, np.uint8)
        for code, (k, h) in enumerate(SHAPES, start=_FIRST_SHAPE):
            if k > i or h > m:
                continue
            reached = best[-k][: m + 1 - h] + _scores(rows, source_runs, target_runs, i - 1, (k, h))
            if barred is not None and barred[i - k : i].any():
                reached[_within(barred[i - k : i], h)] = -np.inf
            better = reached > here[h:]
            here[h:][better] = reached[better]
            move[h:][better] = code
        # A run of lone target sentences is the only move inside a row: a running maximum does them all.
        reached = np.maximum.accumulate(here - step) + step
        # Of two equal paths the one whose lone source sentences stand first: so they are read.
        move[1:][reached[:-1] + EMPTY >= here[1:] - 1e-9] = _TARGET_ALONE
        moves[i] = move
        best = [*best[-_WIDEST + 1 :], reached]
        if progress is not None and i % 64 == 0:
            progress(i / n)
    return _walk_back(moves)


def _scores(rows: _Rows, source: _Runs, target: _Runs, last: int, shape: tuple[int, int]) -> Floats:
    """The scores of the beads of one shape that end at source sentence `last`, one a target run that fits."""
    k, h = shape
    cosine = rows.run(last, k)
    n, m = source.lengths.shape[1], cosine.shape[1]
    run = cosine[h - 1]
    around = [rows.single(i)[h - 1] for i in (last - k, last + 1) if 0 <= i < n]
    in_source = sum(around) / len(around) if around else np.zeros(m, np.float32)
    before, after = np.zeros(m, np.float32), np.zeros(m, np.float32)
    before[h:] = cosine[0, : m - h]
    after[:-1] = cosine[0, 1:]
    in_target = (before + after) / 2
    if m > h:  # the first and the last run have one neighbour
        in_target[h - 1], in_target[-1] = after[h - 1], before[-1]
    source_length, target_length = source.lengths[k - 1, last], target.lengths[h - 1]
    ratio = np.minimum(source_length, target_length) / np.maximum(
        np.maximum(source_length, target_length), 1.0
    )
    score = (run - (in_source + in_target) / 2) * np.log2(1 + ratio) + EXTRA * (k + h - 2)
    scores: Floats = score[h - 1 :].astype(np.float32, copy=False)
    return scores


def _within(barred: NDArray[np.bool_], width: int) -> NDArray[np.bool_]:
    """Which runs of `width` columns hold a True of `barred`, by their first column."""
    windows = np.lib.stride_tricks.sliding_window_view(barred.any(axis=0), width)
    within: NDArray[np.bool_] = np.logical_or.reduce(windows, axis=1)
    return within


def _walk_back(moves: NDArray[np.uint8]) -> list[tuple[range, range]]:
    i, j = moves.shape[0] - 1, moves.shape[1] - 1
    beads: list[tuple[range, range]] = []
    while i or j:
        move = moves[i, j] if j else _SOURCE_ALONE
        if move == _SOURCE_ALONE:
            k, h = 1, 0
        elif move == _TARGET_ALONE:
            k, h = 0, 1
        else:
            k, h = SHAPES[move - _FIRST_SHAPE]
        beads.append((range(i - k, i), range(j - h, j)))
        i, j = i - k, j - h
    beads.reverse()
    return beads
