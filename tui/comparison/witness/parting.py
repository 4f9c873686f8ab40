"""Where one sentence and its back-translation part, for a person who has both before them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import Span
from tui.comparison.witness.said import Said, article_of

if TYPE_CHECKING:
    from tui.alignment import Encoder
    from tui.comparison.witness.facing import Facing

CLAUSE_WORDS = 4
"""So many content words in a row without a counterpart are a clause that parts."""


class Parting(Struct, frozen=True):
    """Where a sentence and a back-translation part: spans are offsets into the two texts compared."""

    source: tuple[Span, ...]
    """The words of the sentence that the back-translation has nothing for."""
    back: tuple[Span, ...]
    """The words of the back-translation that the sentence has nothing for."""
    score: float
    """The share of the content words of both that lack a counterpart, each by how much it lacks one: 0 to
    1."""
    clause: bool
    """Four content words in a row lack a counterpart on one side."""
    reversals: tuple[tuple[Span, Span], ...] = ()
    """Where one denies or reverses what the other says: a clause of each."""


def parting(sentence: str, back_translation: str, encoder: Encoder, language: str) -> Parting:
    """Compares a source sentence (or several in a row) with a back-translation into its language."""
    from tui.comparison.polarity import FAMILY as POLARITY
    from tui.comparison.witness.hearing import faces

    source, back = article_of([sentence], language), article_of([back_translation], language)
    pair = AlignedPair(source, back, Alignment((Bead((0,), (0,), 1.0),)), encoder)
    reversals = tuple((found.source[0], found.target[0]) for found in POLARITY.propose(pair))
    return _parting(faces(Said(pair, {0: 0}))[0], reversals)


def _parting(face: Facing, reversals: tuple[tuple[Span, Span], ...]) -> Parting:
    from tui.comparison.witness.units import ALIKE

    lacks = [
        [1 - float(face.alike[i].max(initial=0.0)) for i in range(len(face.source))],
        [1 - float(face.alike[:, j].max(initial=0.0)) for j in range(len(face.back))],
    ]
    lacking = [[lack > 1 - ALIKE for lack in side] for side in lacks]
    amount = sum(lack for side in lacks for lack in side if lack > 1 - ALIKE)
    spans = [
        tuple(unit.span for unit, without in zip(units, missing, strict=True) if without)
        for units, missing in zip((face.source, face.back), lacking, strict=True)
    ]
    return Parting(
        spans[0],
        spans[1],
        amount / max(1, len(face.source) + len(face.back)),
        any(len(list(run)) >= CLAUSE_WORDS for side in lacking for without, run in groupby(side) if without),
        reversals,
    )
