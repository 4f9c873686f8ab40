"""What corrections do to the monotone pass: it runs between the passages that a person has linked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment.beads import Sentences, best_beads
from tui.alignment.chain import heaviest_in_order
from tui.alignment.corrections import Sides
from tui.alignment.moved import LINKED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment.similarity import Cosines


def others(count: int, taken: Iterable[Sequence[int]]) -> NDArray[np.intp]:
    """The indexes below `count` that are in none of `taken`."""
    free = np.ones(count, np.bool_)
    for indexes in taken:
        free[list(indexes)] = False
    return np.flatnonzero(free)


class Pass(Struct, frozen=True):
    """The monotone pass over the sentences that no correction links."""

    cosines: Cosines
    """(rows, columns)."""
    rows: NDArray[np.intp]
    """The source sentence of each row."""
    columns: NDArray[np.intp]
    """The target sentence of each column."""
    source: Sentences
    """All of that side."""
    target: Sentences

    def beads(self, anchors: Sequence[Sides], progress: Callable[[float], None] | None = None) -> list[Sides]:
        """The best beads before, between and after `anchors`, which rise on both sides, and these."""
        out: list[Sides] = []
        row = column = 0
        for anchor in (*anchors, None):
            to_row = len(self.rows) if anchor is None else bisect_left(self.rows, anchor[0][0])
            to_column = len(self.columns) if anchor is None else bisect_left(self.columns, anchor[1][0])
            here = self.cosines.some(np.arange(row, to_row), np.arange(column, to_column))
            rows, columns = self.rows[row:to_row], self.columns[column:to_column]
            found = best_beads(here, self.source.some(rows), self.target.some(columns), progress)
            out += [(_chosen(rows, s), _chosen(columns, t)) for s, t in found]
            if anchor is not None:
                out.append(anchor)
            row, column = to_row, to_column
        return out


def beads_of_link(link: Sides, cosines: Cosines, source: Sentences, target: Sentences) -> list[Sides]:
    """A linked passage as beads with both sides: what the pass leaves alone joins the bead before it."""
    s, t = link
    if len(s) == 1 or len(t) == 1:
        return [link]
    rows, columns = np.array(s), np.array(t)
    found = best_beads(cosines.some(rows, columns), source.some(rows), target.some(columns))
    out: list[Sides] = []
    waiting: Sides = (), ()
    for bead in found:
        more = _joined(waiting, (_chosen(rows, bead[0]), _chosen(columns, bead[1])))
        waiting = (), ()
        if all(more):
            out.append(more)
        elif out:
            out[-1] = _joined(out[-1], more)
        else:
            waiting = more
    return out


def anchors(linked: Sequence[Sides], beads: Sequence[Sides]) -> list[Sides]:
    """Those of the `linked` that rise on both sides and cross as little as may be of the other beads."""
    pairs = [(s[0], t[0], len(s) + len(t)) for s, t in beads if s and t]
    pairs += [(s[0], t[0], LINKED * (len(s) + len(t))) for s, t in linked]
    kept = heaviest_in_order(pairs)
    return sorted(sides for sides in linked if sides[0][0] in kept)


def with_moved(beads: Sequence[Sides], corrected: Sequence[Sides]) -> list[Sides]:
    """The beads and the `corrected` ones not yet among them, each before what follows it in the source."""
    out = list(beads)
    for sides in sorted(set(corrected) - set(beads)):
        place = next((i for i, (s, _) in enumerate(out) if s and s[0] > sides[0][0]), len(out))
        out.insert(place, sides)
    return out


def _chosen(indexes: NDArray[np.intp], which: range) -> tuple[int, ...]:
    return tuple(int(i) for i in indexes[which.start : which.stop])


def _joined(one: Sides, other: Sides) -> Sides:
    return one[0] + other[0], one[1] + other[1]
