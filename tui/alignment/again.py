"""A pair aligned again of which a little was edited: away from the edit all is as it was.

What is most alike is looked up where an edited sentence takes part; the monotone pass runs around the edit
and ends where it meets the beads that it gave before; what was seen of a bead far from the edit still holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment.beads import best_beads
from tui.alignment.corrections import Sides
from tui.alignment.evidence import Compared, Evidence
from tui.alignment.similarity import Cosines, Nearest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment.beads import Sentences
    from tui.alignment.model import Floats
    from tui.alignment.similarity import Indexes
    from tui.alignment.vectors import PairVectors

_AROUND = 64
"""Beads on either side of an edit that the pass runs over again."""
_MET = 8
"""So many beads in a row as before: from there on the pass would go as it went."""
_Place = tuple[int, int, int, int]
"""Of a bead: where it begins on either side, and how many sentences it has there."""
_SCALE = 1e-3
"""By so much the scale of the lengths may change until all is aligned anew: few edits move it so far."""


Marks = tuple["NDArray[np.uint64]", "NDArray[np.uint64]"]
"""Of each sentence of either side a number that says which it is."""


class Trace(Struct, frozen=True):
    """How an alignment without corrections came about."""

    marks: Marks
    scale: float
    beads: list[Sides]
    """Those of the monotone pass."""
    compared: Compared
    likeliest: Nearest | None = None
    """What was most alike; None where that is not known any more."""


def marks_of(vectors: PairVectors) -> Marks:
    """The marks of the sentences of a pair, each by its vector and its length."""
    sides = (vectors.source, vectors.source_lengths), (vectors.target, vectors.target_lengths)
    source, target = (
        np.frombuffer(
            b"".join(
                blake2b(row.tobytes() + length.tobytes(), digest_size=8).digest()
                for row, length in zip(rows, lengths, strict=True)
            ),
            np.uint64,
        )
        for rows, lengths in sides
    )
    return source, target


class Edit(Struct, frozen=True):
    """Which sentences of a side are as they were: so many at its beginning and so many at its end; all of
    them both ways where none was edited.
    """

    before: int
    after: int
    old: int
    new: int

    @property
    def places(self) -> Indexes:
        """Where each sentence of before stands now; -1 where it does not."""
        places = np.full(self.old, -1, np.intp)
        places[: self.before] = np.arange(self.before)
        places[self.old - self.after :] = np.arange(self.new - self.after, self.new)
        return places

    def moved(self, indexes: Sequence[int], around: int) -> tuple[int, ...] | None:
        """Where rising indexes of before are now; None where something is edited as near as `around`."""
        if indexes[-1] + around < self.before or self.before == self.old == self.new:
            return tuple(indexes)
        if indexes[0] - around >= self.old - self.after:
            return tuple(index + self.new - self.old for index in indexes)
        return None


class Again(Struct, frozen=True):
    """An alignment of a pair that was edited since."""

    last: Trace
    vectors: PairVectors
    marks: Marks
    rows: Edit
    columns: Edit

    @classmethod
    def of(cls, last: Trace | None, vectors: PairVectors, marks: Marks) -> Again | None:
        """The pair of the last alignment as it is now; None for another pair."""
        if last is None:
            return None
        rows, columns = map(_edit, last.marks, marks)
        same = min((edit.before + edit.after) / max(1, edit.old, edit.new) for edit in (rows, columns))
        return cls(last, vectors, marks, rows, columns) if same > 1 / 2 else None

    def nearest(self) -> Nearest | None:
        """What is most alike now; None where it is not known what was."""
        source, target, was = self.vectors.source, self.vectors.target, self.last.likeliest
        if was is None:
            return None
        return Nearest(
            *_likeliest(source, target, was.of_row, was.column, self.rows, self.columns),
            *_likeliest(target, source, was.of_column, was.row, self.columns, self.rows),
        )

    def is_on_scale(self, scale: float) -> bool:
        """Whether lengths are compared much as they were, when their scale is this now."""
        return abs(scale / self.last.scale - 1) <= _SCALE

    def evidence(self, left: Sentences, right: Sentences) -> Evidence:
        """What is seen of beads, of those far from the edit already."""
        found = Evidence(left, right)
        found.adopt(self.last.compared, self.rows.moved, self.columns.moved)
        return found

    def beads(self, cosines: Cosines, left: Sentences, right: Sentences) -> list[Sides] | None:
        """The beads of the monotone pass; None where it does not soon go as it went before, or where
        much is said again and again, so that others may be as good.
        """
        was, rows, columns = self.last.beads, self.rows, self.columns
        ends = [(0, 0)]
        for s, t in was:
            ends.append((ends[-1][0] + len(s), ends[-1][1] + len(t)))
        first = max(k for k, (i, j) in enumerate(ends) if i <= rows.before and j <= columns.before)
        last = min(
            k
            for k, (i, j) in enumerate(ends)
            if i >= rows.old - rows.after and j >= columns.old - columns.after
        )
        start, stop = max(0, first - _AROUND), min(len(was), max(first, last) + _AROUND)
        by = rows.new - rows.old, columns.new - columns.old
        behind = [(tuple(i + by[0] for i in s), tuple(j + by[1] for j in t)) for s, t in was[last:]]
        (i, j), (to_i, to_j) = ends[start], ends[stop]
        some = np.arange(i, to_i + by[0]), np.arange(j, to_j + by[1])
        for marks, one in zip(self.marks, some, strict=True):
            if len(np.unique(marks[one])) < len(one) / 2:
                return None
        found = [
            (tuple(i + s for s in source), tuple(j + t for t in target))
            for source, target in best_beads(cosines.some(*some), left.some(some[0]), right.some(some[1]))
        ]
        head = _met(_places(was[start:first], (i, j)), _places(found, (i, j))) if start else (0, 0)
        if head is None:
            return None
        found = [*was[: start + head[0]], *found[head[1] :]]
        if stop == len(was):
            return found
        begin = ends[last][0] + by[0], ends[last][1] + by[1]
        tail = _met(_places(behind[: stop - last], begin)[::-1], _places(found, (0, 0))[::-1])
        return None if tail is None else [*found[: len(found) - tail[1]], *behind[stop - last - tail[0] :]]


def _edit(old: NDArray[np.uint64], new: NDArray[np.uint64]) -> Edit:
    """What the sentences of a side have in common at its beginning and at its end."""
    most = min(len(old), len(new))
    first, last = old[:most] == new[:most], old[len(old) - most :] == new[len(new) - most :]
    before, after = (most if alike.all() else int(alike.argmin()) for alike in (first, last[::-1]))
    is_as_it_was = before == len(old) == len(new)
    return Edit(before, after if is_as_it_was else min(after, most - before), len(old), len(new))


def _likeliest(
    source: Floats, target: Floats, was: Floats, where: Indexes, rows: Edit, columns: Edit
) -> tuple[Floats, Indexes]:
    """For each row the largest cosine, at least 0, and its column, from those of before."""
    places = rows.places
    best, column = np.zeros(rows.new, np.float32), np.full(rows.new, -1, np.intp)
    best[places[places >= 0]] = was[places >= 0]
    column[places[places >= 0]] = columns.places[where[places >= 0]]
    known, stale = np.flatnonzero(column >= 0), np.flatnonzero(column < 0)
    edited = np.arange(columns.before, columns.new - columns.after)
    if len(edited):
        found = Cosines(source[known], target[edited]).nearest()
        better = found.of_row > best[known]
        best[known[better]], column[known[better]] = found.of_row[better], edited[found.column[better]]
    if len(stale):
        found = Cosines(source[stale], target).nearest()
        best[stale], column[stale] = found.of_row, found.column
    return best, column


def _places(beads: Sequence[Sides], start: tuple[int, int]) -> list[_Place]:
    """Where beads in a row stand on both sides, of which the first begins at `start`."""
    found = []
    i, j = start
    for source, target in beads:
        found.append((i, j, len(source), len(target)))
        i, j = i + len(source), j + len(target)
    return found


def _met(was: Sequence[_Place], now: Sequence[_Place]) -> tuple[int, int] | None:
    """Behind which bead of two sequences both have had the same ones in a row for long enough."""
    at = {bead: place for place, bead in enumerate(now)}
    for end in range(_MET, len(was) + 1):
        place = at.get(was[end - 1])
        if (
            place is not None
            and place + 1 >= _MET
            and was[end - _MET : end] == now[place + 1 - _MET : place + 1]
        ):
            return end, place + 1
    return None
