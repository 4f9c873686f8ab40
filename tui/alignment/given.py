"""The alignment that a file gives which holds both versions: its units are kept, and aligned inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.alignment.corrections import Sides
from tui.alignment.model import Alignment, Bead
from tui.articles import Article

if TYPE_CHECKING:
    from tui.alignment.vectors import PairVectors

Units = tuple[Sides, ...]
"""The sentences of each unit, in order; one side of a unit may be empty."""


def units_of(source: Article, target: Article) -> Units:
    """The units of which two articles say that they stand in them; none for articles of two files."""
    units: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, article in enumerate((source, target)):
        for paragraph in article.paragraphs:
            if paragraph.unit >= 0:
                units[paragraph.unit][side].extend(paragraph.sentences)
    found = tuple((tuple(s), tuple(t)) for _, (s, t) in sorted(units.items()))
    held = [sum(len(unit[side]) for unit in found) for side in (0, 1)]
    return found if held == [len(source.sentences), len(target.sentences)] else ()


def untouched(units: Units, links: Iterable[Sides]) -> list[Sides]:
    """The units with both sides, but for those that share a sentence with one of `links`."""
    taken = [set[int](), set[int]()]
    for link in links:
        for side in (0, 1):
            taken[side].update(link[side])
    return [unit for unit in units if all(unit) and not any(taken[side] & set(unit[side]) for side in (0, 1))]


def aligned_in_units(vectors: PairVectors) -> Alignment:
    """The alignment of a pair whose units are given: what stands in two units does not correspond."""
    from tui.alignment.beads import Sentences
    from tui.alignment.corrected import beads_of_link
    from tui.alignment.evidence import Evidence
    from tui.alignment.similarity import Cosines

    source, target = vectors.source, vectors.target
    cosines = Cosines(source, target)
    scale = vectors.source_lengths.sum() / max(1.0, vectors.target_lengths.sum())
    left, right = Sentences(source, vectors.source_lengths), Sentences(target, vectors.target_lengths * scale)
    evidence = Evidence(left, right)
    best = cosines.nearest()
    beads: list[Bead] = []
    for s, t in vectors.units:
        linked = beads_of_link((s, t), cosines, left, right) if s and t else []
        beads += [Bead(*sides, min(1.0, max(0.0, evidence.cosine(*sides)))) for sides in linked]
        if not t:
            beads += [Bead((n,), (), min(1.0, max(0.0, 1 - float(best.of_row[n])))) for n in s]
        if not s:
            beads += [Bead((), (n,), min(1.0, max(0.0, 1 - float(best.of_column[n])))) for n in t]
    return Alignment(tuple(beads))
