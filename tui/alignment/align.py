"""From two articles to their alignment, and again from the same vectors when a person has corrected it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.alignment.corrections import Correction, settled, turned
from tui.alignment.given import aligned_in_units
from tui.alignment.kept import key_of, recalled, remember, sides_of
from tui.alignment.kept_trace import KeptTrace
from tui.alignment.model import Alignment, Bead, Encoder, in_reading_order
from tui.alignment.units import untouched
from tui.alignment.vectors import PairVectors, Progress, encode
from tui.articles import Article

if TYPE_CHECKING:
    from tui.alignment.again import Trace
    from tui.alignment.evidence import Weights
    from tui.cache import Store

_LONG = 1_000
"""Sentences a side from which on it is kept how an alignment came about, for when one is edited."""
_ENCODING = 0.9
"""The share of the time that goes to encoding."""


def align(
    source: Article,
    target: Article,
    encoder: Encoder,
    progress: Progress | None = None,
    store: Store | None = None,
) -> Alignment:
    """Aligns two articles sentence by sentence.

    Many-to-many beads up to 1-3 and 3-1, lone sentences, and moved ones; every sentence stands in exactly one
    bead, and every bead has a score. `store`: where the alignment is kept for the next time.
    """
    report = progress or (lambda _: None)
    if store is not None:
        sides = sides_of(source, target)
        key = key_of(sides, (), encoder.name)
        if kept := recalled(store, key):
            return kept
    vectors = encode(source, target, encoder, lambda done: report(done * _ENCODING))
    is_long = min(len(source.sentences), len(target.sentences)) >= _LONG
    traces = KeptTrace(store, sides, encoder.name) if store is not None and is_long else None
    aligner = Aligner(traces.recalled() if traces else None)
    alignment = aligner(vectors, (), lambda done: report(_ENCODING + done * (1 - _ENCODING)))
    if store is not None:
        remember(store, key, alignment)
    if traces and aligner.last:
        traces.remember(aligner.last)
    report(1.0)
    return alignment


def realign(
    vectors: PairVectors,
    corrections: Sequence[Correction],
    progress: Progress | None = None,
    weights: Weights | None = None,
) -> Alignment:
    """Aligns a pair under corrections, the oldest first: every one that no later one replaces holds.

    Linked passages stay in place where the text around them allows it, and what stands before such a passage
    is aligned apart from what stands after it; the others count as moved. The result depends on nothing but
    the arguments: without the last correction it is what it was before. A corrected bead has a score of 1.
    `weights`: others than the fitted ones, to fit them.
    """
    return Aligner()(vectors, corrections, progress, weights)


class Aligner:
    """Aligns one pair after the other, each as `realign` does; the last one again, edited, for little."""

    def __init__(self, last: Trace | None = None) -> None:
        """`last`: how an alignment came about that another one has made."""
        self.last = last

    def __call__(
        self,
        vectors: PairVectors,
        corrections: Sequence[Correction],
        progress: Progress | None = None,
        weights: Weights | None = None,
    ) -> Alignment:
        """Parameters as those of `realign`."""
        alignment, trace = _aligned(vectors, corrections, progress, weights, self.last)
        self.last = trace or self.last
        return alignment


def _aligned(
    vectors: PairVectors,
    corrections: Sequence[Correction],
    progress: Progress | None,
    weights: Weights | None,
    last: Trace | None,
) -> tuple[Alignment, Trace | None]:
    """The alignment and, where nothing is corrected, how it came about in the direction that is asked."""
    if vectors.is_turned:
        there = [turned(correction) for correction in corrections]
        alignment, trace = _aligned(vectors.turned, there, progress, weights, last)
        return alignment.turned, trace

    from tui.alignment.again import Again, Trace, marks_of
    from tui.alignment.beads import Sentences
    from tui.alignment.corrected import Pass, anchors, beads_of_link, others, with_moved
    from tui.alignment.evidence import Evidence, fitted
    from tui.alignment.moved import Fixed, Likeness, relinked
    from tui.alignment.near import most_alike
    from tui.alignment.similarity import SURE, Cosines, common_scale

    said = settled(corrections)
    if vectors.units:
        if not (said.linked or said.moved or said.apart):
            return aligned_in_units(vectors), None
        kept = untouched(vectors.units, (*said.linked, *said.moved))
        said = replace(said, linked=(*kept, *said.linked))
    source, target = vectors.source, vectors.target
    cosines = Cosines(source, target, said.apart)
    corrected = (*said.linked, *said.moved)
    free_of_hand = not (corrected or said.apart)
    marks = marks_of(vectors) if free_of_hand else None
    again = Again.of(last, vectors, marks) if marks else None
    likeliest = (again.nearest() if again else None) or most_alike(cosines)
    rows = others(len(source), (s for s, _ in corrected))
    columns = others(len(target), (t for _, t in corrected))
    free = cosines.some(rows, columns)
    nearest = most_alike(free) if corrected else likeliest
    scale = common_scale(vectors.source_lengths[rows], vectors.target_lengths[columns], nearest.mutual(SURE))
    if again and not again.is_on_scale(scale):
        again = None
    left = Sentences(source, vectors.source_lengths)
    right = Sentences(target, vectors.target_lengths * scale)
    linked = [bead for link in said.linked for bead in beads_of_link(link, cosines, left, right)]

    monotone = Pass(free.preferring(nearest), rows, columns, left, right)
    known = again.beads(monotone.cosines, left, right) if again else None
    passed = beads = known or monotone.beads((), progress)
    if linked:
        beads = monotone.beads(anchors(linked, beads))
    fixed = Fixed(frozenset(linked), frozenset(said.moved))
    beads = with_moved(beads, [*linked, *said.moved])
    evidence = again.evidence(left, right) if again else Evidence(left, right)
    weights = weights or fitted()
    out: list[Bead] = []
    for s, t, moved in relinked(beads, Likeness(source, target, said.apart), fixed, evidence, weights):
        if (s, t) in fixed:
            score = 1.0
        elif s and t:
            sure = weights.probability("moved" if moved else "in_place", evidence.of_link(s, t))
            score = sure * evidence.cosine(s, t)
        else:
            score = 1 - float(likeliest.of_row[s[0]] if s else likeliest.of_column[t[0]])
        out.append(Bead(s, t, min(1.0, max(0.0, score)), moved))
    trace = Trace(marks, scale, passed, evidence.compared, likeliest) if marks else None
    return in_reading_order(out), trace
