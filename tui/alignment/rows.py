"""From beads of sentences to rows of paragraphs, what a page can lay side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment.corrections import Correction, Merge, Split
from tui.alignment.model import Alignment
from tui.articles import Article, Side

RowKind = Literal["aligned", "only-source", "only-target", "moved", "continued"]


class Row(Struct, frozen=True):
    """A run of whole paragraphs on each side that belong beside each other; one side may be empty."""

    source: range
    """Paragraph indexes."""
    target: range
    kind: RowKind
    """`moved`: the counterpart was moved; `continued`: it belongs to a paragraph of another row."""
    elsewhere: tuple[int, ...] = ()
    """The indexes of the rows where other counterparts of its paragraphs stand."""

    def side(self, side: Side) -> range:
        """The paragraphs of one side."""
        return self.source if side == "source" else self.target


Weights = dict[tuple[int, int], float]
"""By (source paragraph, target paragraph): how many characters of the two are linked."""


def rows(
    source: Article, target: Article, alignment: Alignment, corrections: Sequence[Correction] = ()
) -> tuple[Row, ...]:
    """The rows in reading order: every paragraph of either side stands in exactly one.

    The splits and merges among the `corrections` are carried out one after the other.
    """
    in_place, moved = _weights(source, target, alignment)
    laid = list(_in_order(_runs(in_place), len(source.paragraphs), len(target.paragraphs)))
    for correction in corrections:
        if isinstance(correction, Merge):
            laid = _merged(laid, correction)
        elif isinstance(correction, Split):
            laid = _split(laid, correction)
    place: dict[tuple[Side, int], int] = {}
    for index, (s, t) in enumerate(laid):
        place |= {("source", p): index for p in s} | {("target", q): index for q in t}
    far: dict[int, set[int]] = defaultdict(set)
    for p, q in (*in_place, *moved):
        here, there = place["source", p], place["target", q]
        if here != there:
            far[here].add(there)
            far[there].add(here)
    linked = {("source", p) for p, _ in in_place} | {("target", q) for _, q in in_place}
    elsewhere = {("source", p) for p, _ in moved} | {("target", q) for _, q in moved}
    out: list[Row] = []
    for index, (s, t) in enumerate(laid):
        row = Row(s, t, "aligned", tuple(sorted(far[index])))
        if not (s and t):
            side: Side = "source" if s else "target"
            members = {(side, p) for p in row.side(side)}
            alone: RowKind = "only-source" if s else "only-target"
            kind: RowKind = "continued" if members & linked else "moved" if members & elsewhere else alone
            row = replace(row, kind=kind)
        out.append(row)
    return tuple(out)


def _weights(source: Article, target: Article, alignment: Alignment) -> tuple[Weights, Weights]:
    in_place: Weights = defaultdict(float)
    moved: Weights = defaultdict(float)
    for bead in alignment.beads:
        for s in bead.source:
            for t in bead.target:
                a, b = source.sentences[s], target.sentences[t]
                weights = moved if bead.moved else in_place
                weights[a.paragraph, b.paragraph] += (a.end - a.start) + (b.end - b.start)
    return in_place, moved


def _runs(weights: Weights) -> list[tuple[range, range]]:
    """The rows with both sides: each paragraph joins the one it shares most with, if it stands next to it."""
    best_source: dict[int, int] = {}
    best_target: dict[int, int] = {}
    for p, q in sorted(weights, key=lambda pair: weights[pair]):
        best_source[q], best_target[p] = p, q
    targets: dict[int, list[int]] = defaultdict(list)
    for q in sorted(best_source):
        targets[best_source[q]].append(q)
    sources: dict[int, list[int]] = defaultdict(list)
    for p in sorted(best_target):
        owner = p if p in targets else best_source[best_target[p]]
        sources[owner].append(p)
    return _rising(
        [
            # What continues later stands in a row of its own: a paragraph is read beside its beginning.
            (
                _next_to_each_other(sources[owner], owner),
                _next_to_each_other(targets[owner], targets[owner][0]),
            )
            for owner in sorted(targets)
        ],
        weights,
    )


def _rising(runs: list[tuple[range, range]], weights: Weights) -> list[tuple[range, range]]:
    """The heaviest choice of runs that rise on both sides: a sentence linked by hand may cross others."""
    if all(before[1].start < after[1].start for before, after in pairwise(runs)):
        return runs

    from tui.alignment.chain import heaviest_in_order

    kept = heaviest_in_order(
        [(s.start, t.start, round(sum(weights.get((p, q), 0) for p in s for q in t))) for s, t in runs]
    )
    return [run for run in runs if run[0].start in kept]


def _next_to_each_other(members: list[int], around: int) -> range:
    """The unbroken run of `members` that holds `around`."""
    start, stop = around, around + 1
    while start - 1 in members:
        start -= 1
    while stop in members:
        stop += 1
    return range(start, stop)


def _in_order(runs: list[tuple[range, range]], n: int, m: int) -> Iterator[tuple[range, range]]:
    """The runs with the paragraphs between them, one a row: first those of the source."""
    p = q = 0
    for s, t in [*runs, (range(n, n), range(m, m))]:
        yield from ((range(i, i + 1), range(0)) for i in range(p, s.start))
        yield from ((range(0), range(j, j + 1)) for j in range(q, t.start))
        if s:
            yield s, t
        p, q = s.stop, t.stop


def _merged(laid: list[tuple[range, range]], merge: Merge) -> list[tuple[range, range]]:
    """The rows from the first to the last that hold a paragraph of `merge` become one."""
    held = [
        index
        for index, (s, t) in enumerate(laid)
        if any(p in s for p in merge.source) or any(q in t for q in merge.target)
    ]
    if not held:
        return laid
    first, end = held[0], held[-1] + 1
    inside = laid[first:end]
    return [*laid[:first], (_union([s for s, _ in inside]), _union([t for _, t in inside])), *laid[end:]]


def _split(laid: list[tuple[range, range]], split: Split) -> list[tuple[range, range]]:
    """What stands before the two paragraphs comes first, row by row, then the rest."""
    before = [(_below(s, split.source), _below(t, split.target)) for s, t in laid]
    after = [(_from(s, split.source), _from(t, split.target)) for s, t in laid]
    return [row for row in (*before, *after) if row[0] or row[1]]


def _union(ranges: list[range]) -> range:
    filled = [each for each in ranges if each]
    return range(filled[0].start, filled[-1].stop) if filled else range(0)


def _below(run: range, end: int) -> range:
    return range(run.start, min(run.stop, end)) if run.start < end else range(0)


def _from(run: range, start: int) -> range:
    return range(max(run.start, start), run.stop) if run.stop > start else range(0)
