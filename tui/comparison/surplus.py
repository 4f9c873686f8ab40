"""Whether what stands on one side alone is in the way of that side's meaning, or part of what both say.

Without a name that the other side dropped the two say more nearly the same; without one that it says by other
words they lie farther apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.articles import Side
from tui.comparison.change import Change, for_and_against, without
from tui.comparison.rule import Candidate, Question

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.alignment.model import Vectors

NEARER, FARTHER = "without-nearer", "without-farther"
"""The names of the evidence."""
_FULL = 0.2
"""The gain over the length of the step from which on either counts whole."""
_LEAST = 1e-4
"""A step so short says nothing."""


def measured(candidates: Iterable[Candidate], pair: AlignedPair) -> Iterator[Candidate]:
    """The candidates; each that stands on one side alone asks how the sides compare without it.

    `without-nearer`, `without-farther`: by how much the cosine of the two sides of its bead grows, or falls,
    over the distance between its side with it and without it.
    """
    for one in candidates:
        if bool(one.source) == bool(one.target):
            yield one
        else:
            asked = Question(_without(one, pair).texts, _compared)
            yield replace(one, questions=(*one.questions, asked))


def _compared(vectors: Vectors) -> dict[str, float]:
    whole, cut, other = vectors
    step = sqrt(max(0.0, 1 - float(whole @ cut)))
    gain = float(cut @ other - whole @ other) / step / _FULL if step > _LEAST else 0.0
    return dict(zip((NEARER, FARTHER), for_and_against(gain), strict=True))


def _without(candidate: Candidate, pair: AlignedPair) -> Change:
    side: Side = "source" if candidate.source else "target"
    spans = candidate.source or candidate.target
    return without(pair, pair.alignment.beads[pair.bead(side, spans[0].start)], side, spans)
