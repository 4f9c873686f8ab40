"""The monotone pass: the best sequence of beads, by dynamic programming over every pair of sentences.

The score of a bead is that of Bertalign (Liu & Zhu 2023, "Bertalign", Digital Scholarship in the Humanities
38/2): the cosine of its sides, less half of what each side has in common with the other's neighbours, times
how well the lengths agree. The vector of several sentences is their sum weighted by the square root of the
length. The constants are those that do best in `benchmarks/alignment.py`.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment.band import MARGIN, WHOLE, Part, anchors, band, everywhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tui.alignment.model import Floats
    from tui.alignment.similarity import Cosines

    Doubles = NDArray[np.float64]

EMPTY = 0.05
"""The score of a sentence without a counterpart: aligners that make it a cost hide most deletions."""
EXTRA = -0.03
"""The score of each sentence of a bead beyond the first of its side."""
SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""Source and target sentences of a bead with both sides."""

_WIDEST = 3
_ROWS = 8192
_AT_ONCE = 64
"""Source sentences whose beads are scored at once."""
_SOURCE_ALONE, _TARGET_ALONE, _FIRST_SHAPE = 0, 1, 2
_CLEAR = 4
"""Sentences that the best beads must keep from the edges of the band: else it is widened"""
_WIDEST_MARGIN = 1536
"""up to this margin."""


class Sentences(Struct, frozen=True):
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
        for width in range(min(_WIDEST, n)):
            self.lengths[width] = side.lengths
            if width:
                self.lengths[width, width:] += self.lengths[width - 1, : n - width]
        for start in range(0, n, _ROWS):  # weighted vectors of all at once would be a second copy of them
            first, stop = max(0, start - _WIDEST + 1), min(n, start + _ROWS)
            weighted = side.vectors[first:stop] * self.weights[first:stop, None]
            total = np.zeros_like(weighted)
            for width in range(min(_WIDEST, len(weighted))):
                total[width:] += weighted[: len(weighted) - width]
                norms = np.maximum(np.linalg.norm(total[start - first :], axis=1), 1e-6)
                self.norms[width, start:stop] = norms

    def some(self, columns: slice) -> _Runs:
        """The runs that end in some of the sentences."""
        if columns == slice(0, len(self.weights)):
            return self
        part = copy(self)
        part.weights = self.weights[columns]
        part.norms, part.lengths = self.norms[:, columns], self.lengths[:, columns]
        return part


class _Stretch:
    """The scores of the beads that end at some source sentences, from the cosines of single ones in a block.

    Of a stretch of rows at once: row by row it takes three times as long, and whole matrices for every shape
    would take gigabytes at 5,000 sentences a side.
    """

    def __init__(self, block: Floats, first: int, source: _Runs, target: _Runs, rows: range) -> None:
        """`block`: from source sentence `first` on; `target` has the runs of its columns alone."""
        self._block = block
        self._first = first
        self._source = source
        self._target = target
        self._rows = rows
        self._seen = max(0, rows.start - _WIDEST), min(source.lengths.shape[1], rows.stop + 1)
        self._single = self._spread(block[self._seen[0] - first : self._seen[1] - first])
        """Single source sentences with every target run: (3, sentences, columns)."""

    def scores(self, shape: tuple[int, int], ends: tuple[bool, bool]) -> Floats:
        """The scores of the beads of one shape that end at each row from sentence `k` on: (rows, columns).

        `ends`: whether the columns begin where the target does, and end where it ends. The first `h - 1`
        columns end no run.
        """
        k, h = shape
        last = range(max(self._rows.start, k - 1), self._rows.stop)
        cosine = self._runs(last, k)
        m = cosine.shape[2]
        in_source = self._beside(last, k, h)
        before, after = np.zeros((2, len(last), m), np.float32)
        before[:, h:] = cosine[0, :, : m - h]
        after[:, :-1] = cosine[0, :, 1:]
        in_target = (before + after) / 2
        if m > h:  # the first and the last run have one neighbour
            if ends[0]:
                in_target[:, h - 1] = after[:, h - 1]
            if ends[1]:
                in_target[:, -1] = before[:, -1]
        ours = self._source.lengths[k - 1, last.start : last.stop, None]
        theirs = self._target.lengths[h - 1]
        ratio = np.minimum(ours, theirs) / np.maximum(np.maximum(ours, theirs), 1.0)
        scores: Floats = (cosine[h - 1] - (in_source + in_target) / 2) * np.log2(1 + ratio)
        scores += EXTRA * (k + h - 2)
        return scores

    def _runs(self, last: range, width: int) -> Floats:
        """Source runs of `width` that end at some sentences with every target run: (3, runs, columns)."""
        if width == 1:
            return self._single[:, last.start - self._seen[0] : last.stop - self._seen[0]]
        start, stop = last.start - width + 1, last.stop
        of_source = _windows(self._source.weights[start:stop], width)
        rows = _windows(self._block[start - self._first : stop - self._first], width).swapaxes(1, 2)
        weighted = (of_source[:, None] @ rows)[:, 0]
        return self._spread(weighted / self._source.norms[width - 1, last.start : last.stop, None])

    def _beside(self, last: range, k: int, h: int) -> Floats:
        """What target runs of `h` have in common with the sentences beside source runs of `k`: their mean."""
        single, seen = self._single[h - 1], self._seen
        left, right = max(last.start, k), min(last.stop, seen[1] - 1)
        total = np.zeros((len(last), single.shape[1]), np.float32)
        count = np.zeros((len(last), 1), np.float32)
        for there, step in ((range(left, last.stop), -k), (range(last.start, right), 1)):
            here = slice(there.start - last.start, there.stop - last.start)
            total[here] += single[there.start + step - seen[0] : there.stop + step - seen[0]]
            count[here] += 1
        total /= np.maximum(count, 1)
        return total

    def _spread(self, rows: Floats) -> Floats:
        """Rows of cosines with single target sentences as such with every target run: (3, rows, columns)."""
        m = rows.shape[1]
        out = np.empty((_WIDEST, *rows.shape), np.float32)
        out[0] = rows
        weighted = rows * self._target.weights
        total = weighted.copy()
        for width in range(1, min(_WIDEST, m)):
            total[:, width:] += weighted[:, : m - width]
            out[width] = total / self._target.norms[width]
        return out


def _windows(rows: Floats, width: int) -> Floats:
    """Every run of so many rows: (runs, ..., width)."""
    found: Floats = np.lib.stride_tricks.sliding_window_view(rows, width, axis=0)
    return found


Beads = list[tuple[range, range]]


def best_beads(
    cosines: Cosines,
    source: Sentences,
    target: Sentences,
    progress: Callable[[float], None] | None = None,
    whole: int = WHOLE,
) -> Beads:
    """The monotone sequence of beads with the highest total score.

    Each bead is a range of source and a range of target indexes, one of which may be empty; none holds a pair
    that is kept apart. Of more than `whole` pairs of sentences only those in a band are looked at, which is
    widened until the best sequence keeps away from its edges: then time and memory grow with the length.
    """
    n, m = cosines.shape
    if n * m <= whole:
        return _pass(cosines, source, target, everywhere((n, m)), progress)[0]
    fixed = anchors(cosines, whole)
    margin = MARGIN
    while True:
        beads, clear = _pass(cosines, source, target, band(cosines, fixed, margin), progress)
        if clear >= _CLEAR or margin >= _WIDEST_MARGIN:
            return beads
        margin *= 4


def _pass(
    cosines: Cosines,
    source: Sentences,
    target: Sentences,
    parts: list[Part],
    progress: Callable[[float], None] | None,
) -> tuple[Beads, int]:
    """The best beads within a band, and how many sentences they keep from its edges inside the text."""
    source_runs, target_runs = _Runs(source), _Runs(target)
    # Doubles: the totals of a long article outgrow single precision. The last rows of the table, newest last.
    best: list[Doubles] = [np.arange(parts[0].columns.stop + 1, dtype=np.float64) * EMPTY]
    first = 0
    moves: list[_Moves] = []
    for part in parts:
        cells = slice(part.columns.start, part.columns.stop + 1)
        best = [_moved_window(row, first, cells) for row in best]
        first = cells.start
        made, best = _part(cosines, source_runs, target_runs, part, best)
        moves.append(_Moves(part, made))
        if progress is not None:
            progress(part.rows.stop / max(1, len(source.lengths)))
    return _walk_back(moves, cosines.shape)


def _moved_window(row: Doubles, first: int, cells: slice) -> Doubles:
    """What `cells` hold of a row of the table that begins at cell `first`: -inf where it has none."""
    out = np.full(cells.stop - cells.start, -np.inf)
    start, stop = max(first, cells.start), min(first + len(row), cells.stop)
    if start < stop:
        out[start - cells.start : stop - cells.start] = row[start - first : stop - first]
    return out


def _part(
    cosines: Cosines, source: _Runs, target: _Runs, part: Part, best: list[Doubles]
) -> tuple[NDArray[np.uint8], list[Doubles]]:
    """The moves of the rows of a part, one a cell, and the last rows of the table; `best`: those before."""
    n, m = cosines.shape
    rows, columns = part.rows, part.columns
    around = slice(max(0, rows.start - _WIDEST - 1), min(n, rows.stop + 1))
    seen = slice(max(0, columns.start - _WIDEST - 1), min(m, columns.stop + 1))
    runs_seen, ends = target.some(seen), (seen.start == 0, seen.stop == m)
    block = cosines.block(around, seen)
    barred = cosines.barred(around, columns) if cosines.apart else None
    width = columns.stop - columns.start
    step = np.arange(columns.start, columns.stop + 1) * EMPTY
    moves = np.empty((rows.stop - rows.start, width + 1), np.uint8)
    shapes = [(code, shape) for code, shape in enumerate(SHAPES, start=_FIRST_SHAPE) if shape[1] <= width]
    for start in range(rows.start, rows.stop, _AT_ONCE):
        some = range(start, min(rows.stop, start + _AT_ONCE))
        stretch = _Stretch(block, around.start, source, runs_seen, some)
        scores = {shape: stretch.scores(shape, ends) for _, shape in shapes if shape[0] <= some.stop}
        for last in some:
            here = best[-1] + EMPTY
            move = np.full(width + 1, _SOURCE_ALONE, np.uint8)
            for code, (k, h) in shapes:
                if k > min(last + 1, len(best)):
                    continue
                row = scores[k, h][last - max(some.start, k - 1)]
                first = columns.start - seen.start + h - 1
                reached = best[-k][: width + 1 - h] + row[first : first + width + 1 - h]
                held = (
                    None if barred is None else barred[last + 1 - k - around.start : last + 1 - around.start]
                )
                if held is not None and held.any():
                    reached[_within(held, h)] = -np.inf
                better = reached > here[h:]
                np.copyto(here[h:], reached, where=better)
                np.copyto(move[h:], code, where=better)
            # A run of lone target sentences is the only move inside a row: a running maximum does them all.
            reached = np.maximum.accumulate(here - step) + step
            # Of two equal paths the one whose lone source sentences stand first: so they are read.
            move[1:][reached[:-1] + EMPTY >= here[1:] - 1e-9] = _TARGET_ALONE
            moves[last - rows.start] = move
            best = [*best[-_WIDEST + 1 :], reached]
    return moves, best


def _within(barred: NDArray[np.bool_], width: int) -> NDArray[np.bool_]:
    """Which runs of `width` columns hold a True of `barred`, by their first column."""
    windows = np.lib.stride_tricks.sliding_window_view(barred.any(axis=0), width)
    within: NDArray[np.bool_] = np.logical_or.reduce(windows, axis=1)
    return within


class _Moves(Struct, frozen=True):
    """How each cell of a part of the table is reached: (rows, columns + 1)."""

    part: Part
    codes: NDArray[np.uint8]


def _walk_back(moves: list[_Moves], shape: tuple[int, int]) -> tuple[Beads, int]:
    """The beads of the best path, and how near it comes to an edge of the band."""
    (i, j), m = shape, shape[1]
    beads: Beads = []
    clear = m
    at = len(moves) - 1
    while i or j:
        while at > 0 and i <= moves[at].part.rows.start:
            at -= 1
        move = _TARGET_ALONE
        if i:
            part = moves[at].part
            move = moves[at].codes[i - 1 - part.rows.start, j - part.columns.start] if j else _SOURCE_ALONE
            if part.columns.start:
                clear = min(clear, j - part.columns.start)
            if part.columns.stop < m:
                clear = min(clear, part.columns.stop - j)
        if move == _SOURCE_ALONE:
            k, h = 1, 0
        elif move == _TARGET_ALONE:
            k, h = 0, 1
        else:
            k, h = SHAPES[move - _FIRST_SHAPE]
        beads.append((range(i - k, i), range(j - h, j)))
        i, j = i - k, j - h
    beads.reverse()
    return beads, clear
