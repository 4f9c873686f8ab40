"""What is most alike on the other side, in time that grows with the articles, not with their square.

In short articles each sentence is compared with all of the other side. In long ones a thousand are, spread
over the text: those that are each other's best and rise together say where every other one's counterpart
should stand, and there it is looked for. What finds nothing sure there may have been moved: it is compared
with all of the other side that found nothing either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from tui.alignment.band import band, rising
from tui.alignment.similarity import SURE, Cosines, Nearest, Pairs

if TYPE_CHECKING:
    from tui.alignment.model import Floats
    from tui.alignment.similarity import Indexes

_ALL = 25_000_000
"""Pairs up to which all are compared: 5,000 sentences a side."""
_SAMPLE = 1_000
"""Sentences compared with all of the other side."""
_AROUND = 128
"""Sentences on either side of where the counterpart should stand that are compared."""
_SETTLED = 0.6
"""The cosine from which what was found there is not looked for elsewhere."""


def most_alike(cosines: Cosines, at_most: int = _ALL) -> Nearest:
    """For each row and each column the largest cosine, at least 0, and where it stands.

    Of more than `at_most` pairs only those are looked at that can be: see above.
    """
    n, m = cosines.shape
    if n * m <= at_most:
        return cosines.nearest()
    found = Nearest.none(n, m)
    for part in band(cosines, _milestones(cosines), _AROUND):
        found.take(cosines.block(part.rows, part.columns), part.rows, part.columns)
    rows, columns = np.flatnonzero(found.of_row < _SETTLED), np.flatnonzero(found.of_column < _SETTLED)
    if len(rows) and len(columns):
        elsewhere = cosines.some(rows, columns).nearest()
        _better(found.of_row, found.column, rows, elsewhere.of_row, columns[elsewhere.column])
        _better(found.of_column, found.row, columns, elsewhere.of_column, rows[elsewhere.row])
    return found


def _milestones(cosines: Cosines) -> Pairs:
    """Sure pairs spread over the text, rising on both sides."""
    n, _ = cosines.shape
    rows = np.arange(0, n, max(1, n // _SAMPLE))
    there = replace(cosines, source=cosines.source[rows], apart=(), preferred=None, sure=None).nearest()
    back = replace(
        cosines, target=cosines.target[there.column], apart=(), preferred=None, sure=None
    ).nearest()
    kept = (back.row == rows) & (there.of_row >= SURE)
    return rising((rows[kept], there.column[kept]))


def _better(best: Floats, place: Indexes, where: Indexes, values: Floats, places: Indexes) -> None:
    """Takes over, in place, what is larger elsewhere."""
    better = values > best[where]
    best[where[better]] = values[better]
    place[where[better]] = places[better]
