"""The alignment that a file gives which holds both versions: its units are kept, and aligned inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.alignment.model import Alignment, Bead, in_reading_order

if TYPE_CHECKING:
    from tui.alignment.vectors import PairVectors


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
    return in_reading_order(beads)
