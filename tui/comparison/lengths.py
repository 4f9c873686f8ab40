"""How much longer one side of a bead is than the other, and how much of that a part of it explains.

What was left out of one side is what the other has more: without it the sides are as long as one another.
Where a side stays far longer without a phrase, more is wrong than that, or the sentences do not belong
together.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.once import once_a_pair

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead

_LONGER = 0.7
"""The logarithm of how much longer a side is that is as much as it need be."""
_USUAL = 1000
"""So many characters of either side are added to the articles' own before their ratio is taken."""
_FEW = 20
"""And so many to those of a bead."""


class Lengths(Struct, frozen=True):
    """The characters of the words of a bead, each with a blank."""

    own: Mapping[Side, int]
    scale: float
    """How much longer the source is than the target."""

    @property
    def longer(self) -> Side:
        """The side that is longer."""
        return "source" if self._scaled("source") > self._scaled("target") else "target"

    def evidence(self, side: Side, span: Span | None = None) -> dict[str, float]:
        """How much longer a side is, 0 to 1; with `span` how much longer or shorter it is without that."""
        own, other = self._scaled(side), self._scaled(other_side(side))
        if span is None:
            return {"longer": min(1.0, max(0.0, _longer(own, other)))}
        share = (span.end - span.start) / max(1, self.own[side])
        left = _longer(own * max(0.0, 1 - share), other)
        return {"still-longer": min(1.0, max(0.0, left)), "then-shorter": min(1.0, max(0.0, -left))}

    def _scaled(self, side: Side) -> float:
        return self.own[side] * (self.scale if side == "target" else 1.0)


def lengths(pair: AlignedPair, bead: Bead) -> Lengths:
    """The lengths of a bead."""
    own = {
        side: sum(
            token.end - token.start + 1 for number in bead.side(side) for token in pair.tokens[side][number]
        )
        for side in SIDES
    }
    return Lengths(own, _scale(pair))


@once_a_pair
def _scale(pair: AlignedPair) -> float:
    source, target = (len(pair.article(side).text) + _USUAL for side in SIDES)
    return source / target


def _longer(own: float, other: float) -> float:
    return log((own + _FEW) / (other + _FEW)) / _LONGER
