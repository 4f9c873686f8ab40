"""Weights of a denial that one side has alone, fitted beside many that are planted.

Readers judged few of them, and what is planted in one sentence in six is few too: a fit of the whole family
leans on its opposites. So a *non* is put into every sentence of three sets that can carry it, and every one
taken out, and of the weights only those of what is known of denials alone are let go. What matters is on
which side of the probability from which it is critical each falls: the loss is taken about that step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.evaluation_sets import Document, documents
from benchmarks.fitting import logistic
from benchmarks.planters import Planted, Planter, polarity
from benchmarks.planting import pair_of
from tui.alignment import AlignedPair, Encoder
from tui.comparison.compare import proposed
from tui.comparison.evidence import places
from tui.comparison.judge import Weights
from tui.comparison.model import SURE
from tui.comparison.polarity import FAMILY
from tui.comparison.polarity.negation import NEGATION
from tui.comparison.rule import Candidate

if TYPE_CHECKING:
    from benchmarks.fitting.judge import Sample

PLANTED_IN: Mapping[str, int | None] = {"ntrex": None, "newstest2009": None, "partut": 26}
"""The sets of which every sentence gets each kind of error, and how many of their documents."""
_KINDS = {"non added": 1.0, "non dropped": 2.0}
"""The kinds of error, and what one counts for: many fewer sentences have a *non* to be taken out."""
_FALSE = 40.0
"""What a false alarm counts for beside an error that is planted: it is critical, and errors are seldom."""
_RIDGE = 1.0
"""How much a weight is held to what is expected."""
HELD = frozenset({"rule-bead", "denial-slip", "denial-answered", "denial-carried"})
"""Of what planted errors teach nothing: how surely two sentences correspond, which are linked row by row
there; what few have, a word that only agrees with a denial; and what says the same as a denial, which is in
right translations that are freer than these.
"""
_STEP = log(SURE / (1 - SURE))
"""The odds from which on a denial may be critical."""
_FIXED = 1e7

Told = tuple[Candidate, dict[str, float]]


def planted(data: Path, corpus: str, encoder: Encoder) -> Iterator[tuple[float, list[Told]]]:
    """Of each *non* put into a set or taken out, one sentence at a time, what it counts for, and the
    candidates with all their evidence.
    """
    for document in documents(data, corpus)[: PLANTED_IN[corpus]]:
        for kind, counts in _KINDS.items():
            for told in _in_document(document, polarity.PLANTERS[kind], kind, encoder):
                yield counts, told


def _in_document(document: Document, plant: Planter, kind: str, encoder: Encoder) -> Iterator[list[Told]]:
    for row, (english, italian) in enumerate(zip(document.english, document.italian, strict=True)):
        error = plant(english, italian, Random(f"{kind} {document.id} {row}"))
        if error is not None:
            rows = (*document.italian[:row], error.text, *document.italian[row + 1 :])
            yield list(_at(pair_of(Document(document.id, document.english, rows), encoder), row, error))


def _at(pair: AlignedPair, row: int, error: Planted) -> Iterator[Told]:
    found, _ = proposed(pair, (FAMILY,))
    start = pair.target.sentences[row].start
    for one, where in zip(found, places(found, pair), strict=True):
        if one.rule == NEGATION and error.is_in(one.target, start):
            yield one, {**where, **one.evidence}


def weighed(samples: Sequence[Sample], guess: Weights) -> Weights:
    """The weights of polarity, begun from those expected: of denials, and of the evidence that they alone
    have, those that the samples of the family teach.
    """
    own = [one for one in samples if one.rule == NEGATION]
    shared = {kind for one in samples if one.rule != NEGATION for kind in one.evidence}
    free = {kind for one in own for kind in one.evidence} - shared - HELD
    kinds = sorted(guess.evidence)
    bias, *solved = (
        float(weight)
        for weight in logistic.fit(
            np.array([[1.0, *(one.evidence.get(kind, 0.0) for kind in kinds)] for one in own], np.float64),
            np.array([one.real for one in own], np.float64),
            np.array([one.counts if one.real else _FALSE for one in own], np.float64),
            np.array([0.0, *(_RIDGE if kind in free else _FIXED for kind in kinds)], np.float64),
            np.array(
                [guess.rules[NEGATION.name] - _STEP, *(guess.evidence[kind] for kind in kinds)], np.float64
            ),
        )
    )
    return Weights(
        {**guess.rules, NEGATION.name: round(bias + _STEP, 3)},
        {kind: round(weight, 3) + 0.0 for kind, weight in zip(kinds, solved, strict=True)},
    )
