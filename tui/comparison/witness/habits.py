"""How freely an article is translated, as its back-translation shows.

A translator who words freely puts in and leaves out in every other sentence what nobody would miss: there the
same difference says less than in a close translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean

from tui.comparison.witness.differences import Difference

FAIR: Mapping[str, float] = {"other": 2.2, "gone": 0.6, "new": 0.58}
"""How often a bead of a fair translation parts in each way, by a fair engine (demetr.tsv, its references)."""
BEADS = 4
"""So many beads of such a translation are added to an article's: few beads tell little."""


def habits(parted: Iterable[Difference], beads: int) -> dict[str, float]:
    """How often beads part in each way, each 0 to 1: .5 where they do so as often as most, 1 from twice that
    on; `any`: the mean.
    """
    kinds = [difference.kind for difference in parted]
    found = {
        kind: min(1.0, (kinds.count(kind) + BEADS * fair) / (beads + BEADS) / (2 * fair))
        for kind, fair in FAIR.items()
    }
    return {**found, "any": fmean(found.values())}
