"""How freely an article is translated, as its back-translation shows.

A translator who words freely puts in and leaves out in every other sentence what nobody would miss: there the
same difference says less than in a close translation. Of what is really other there are about as many in
either, so the odds of a difference fall as their number rises: how freely is told on a scale of logarithms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log

from tui.comparison.witness.differences import Difference

FAIR: Mapping[str, float] = {"other": 2.2, "gone": 0.6, "new": 0.58}
"""How often a bead of a fair translation parts in each way, by a fair engine (demetr.tsv, its references)."""
CLOSE = 0.05
"""How often at least: one sentence in so many is really other."""
BEADS = 4
"""So many beads are few: they tell little of an article."""


def habits(parted: Iterable[Difference], beads: int) -> dict[str, float]:
    """How often beads part in each way, each 0 to 1, as a bead of a fair translation is added: 1 from twice
    as often as in such a one on. `any`: how often they part at all, on a plain scale, to `BEADS` of them.
    """
    kinds = [difference.kind for difference in parted]
    found = {
        kind: min(
            1.0, max(0.0, log((kinds.count(kind) + fair) / (beads + 1) / CLOSE) / log(2 * fair / CLOSE))
        )
        for kind, fair in FAIR.items()
    }
    often = sum(FAIR.values())
    return {**found, "any": min(1.0, (len(kinds) + BEADS * often) / (beads + BEADS) / (2 * often))}


def few(beads: int) -> float:
    """How few beads are heard, 0 to 1: who asks of one sentence wants to know more of it."""
    return BEADS / (beads + BEADS)
