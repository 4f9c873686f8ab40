"""Which side of a bead says more: only there may something have no counterpart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.articles import SIDES, Side, other_side
from tui.comparison.lexical.bead_words import TWINS, BeadTokens
from tui.comparison.lexical.weights import weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.comparison.lexical.lexicon import Floats, Lexicon

_EQUAL = (100, 50, 1000)
"""So many content words, such words without a twin, and characters of either side are added to the articles'
own before their ratio is taken: what is counted on the target is scaled by it, since languages differ."""


class Fuller(Struct, frozen=True):
    """A bead one side of which says more."""

    bead: BeadTokens
    side: Side
    excess: float
    """How much more: the log odds that it is this side."""


def fuller(lexicon: Mapping[Side, Lexicon], beads: Sequence[BeadTokens]) -> list[Fuller]:
    """The beads of which one side says more than the other: a third of those of clean texts.

    Weights and least excess stand in `assets/weights/fuller.toml`.
    """
    (least,) = weights("fuller", "least")
    return [
        Fuller(bead, "source" if more > 0 else "target", abs(float(more)))
        for bead, more in zip(beads, excesses(lexicon, beads) @ weights("fuller", "excess"), strict=True)
        if abs(more) >= least
    ]


def excesses(lexicon: Mapping[Side, Lexicon], beads: Sequence[BeadTokens]) -> Floats:
    """How much more the source side of each bead has than the target side: (beads, 3).

    Of content words and numbers, and of those without a twin on the other side, over the root of the number
    of both; of characters, as a logarithm times a tenth of that root.
    """
    if not beads:
        return np.zeros((0, 3))
    counts = np.array([[_counted(bead, side, lexicon[side]) for side in SIDES] for bead in beads])
    totals = counts.sum(axis=0)
    source, target = counts[:, 0], counts[:, 1] * (totals[0] + _EQUAL) / (totals[1] + _EQUAL)
    root = np.sqrt(source + target + 1)
    more: Floats = (source - target) / root
    more[:, 2] = np.log((source[:, 2] + 1) / (target[:, 2] + 1)) * root[:, 2] / 10
    return more


def _counted(bead: BeadTokens, side: Side, lexicon: Lexicon) -> tuple[float, float, float]:
    """Content words and numbers, those of them without a twin, and characters of words."""
    rows = bead.rows[side]
    full = (lexicon.content | lexicon.number)[rows]
    twins = np.any(bead.alike >= TWINS, axis=1 if side == "source" else 0).tolist()
    other = bead.tokens[other_side(side)]
    same = {token.key for token in other}
    alone = [not twin and token.key not in same for twin, token in zip(twins, bead.tokens[side], strict=True)]
    length = sum(token.end - token.start + 1 for token in bead.tokens[side])
    return float(full.sum()), float((full & np.array(alone, np.bool_)).sum()), float(length)
