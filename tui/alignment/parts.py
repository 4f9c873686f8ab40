"""Beads of several sentences: what does not belong to one leaves it, what is left beside one joins it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Literal

from msgspec import Struct

from tui.alignment.corrections import Sides
from tui.alignment.evidence import Evidence, Weights

MOST = 6
"""Sentences that one sentence may stand for."""
ADDS = 0.02
"""How much more alike a part must make a bead whose lengths it brings no nearer: a doubled one adds none."""
EVEN = 0.5
"""The probability from which a link is more likely than not."""
PART = 0.4
"""The same for a part: the texts it is fitted on lost far more sentences than translators cut in two."""

_End = Literal[0, -1]


class Parts(Struct, frozen=True):
    """Which sentences belong to a bead of several."""

    evidence: Evidence
    weights: Weights
    kept: Callable[[Sides], bool]
    """Whether a bead is as a person made it."""
    barred: Callable[[int, int], bool]
    """Whether a source and a target sentence may not stand in one bead."""

    def parted(self, beads: list[Sides]) -> list[Sides]:
        """The beads, each of the sentences that belong to it."""
        if "part" not in self.weights.of:
            return beads
        return self._joined([part for bead in beads for part in self._trimmed(bead)])

    def _trimmed(self, bead: Sides) -> list[Sides]:
        """A bead and before and behind it the sentences at its ends that do not belong to it."""
        before: list[Sides] = []
        behind: list[Sides] = []
        while not self.kept(bead) and bead[0] and bead[1] and (side := _long_side(bead)) is not None:
            likely, end = min((self._belongs(bead, side, bead[side][end]), end) for end in _ENDS)
            if likely >= PART:
                break
            (before if end == 0 else behind).append(_alone(side, bead[side][end]))
            bead = _with(bead, side, bead[side][1:] if end == 0 else bead[side][:-1])
        return [*before, bead, *reversed(behind)]

    def _joined(self, beads: list[Sides]) -> list[Sides]:
        """The beads, those of one lone sentence joined to the bead beside it where they belong."""
        out = list(beads)
        place = 0
        while place < len(out):
            lone = out[place]
            choices = [] if all(lone) else [c for step in (-1, 1) for c in self._beside(out, place, step)]
            likely, other = max(choices, default=(0.0, place))
            if likely < PART:
                place += 1
                continue
            side = _side_of(lone)
            out[other] = _with(out[other], side, tuple(sorted((*out[other][side], *lone[side]))))
            del out[place]
            place = max(0, min(place, other) - 1)  # what stands before may join now
        return out

    def _beside(self, beads: list[Sides], place: int, step: int) -> list[tuple[float, int]]:
        """How likely a lone sentence belongs to the next bead in a direction, and which; or nothing."""
        other = place + step
        if not 0 <= other < len(beads) or not all(beads[other]) or self.kept(beads[other]):
            return []
        side = _side_of(beads[place])
        bead, sentence = beads[other], beads[place][side][0]
        next_to = sentence in (bead[side][0] - 1, bead[side][-1] + 1)
        room = len(bead[1 - side]) == 1 and len(bead[side]) < MOST
        pairs = product([sentence], bead[1]) if side == 0 else product(bead[0], [sentence])
        if not (next_to and room) or any(self.barred(*pair) for pair in pairs):
            return []
        return [(self._belongs(bead, side, sentence), other)]

    def _belongs(self, bead: Sides, side: Literal[0, 1], sentence: int) -> float:
        seen = self.evidence.of_part(bead, side, sentence)
        if seen["gain"] < ADDS and seen["ratio_gain"] <= 0:
            return 0.0
        return self.weights.probability("part", seen)


_ENDS: tuple[_End, _End] = (0, -1)


def _side_of(lone: Sides) -> Literal[0, 1]:
    return 0 if lone[0] else 1


def _long_side(bead: Sides) -> Literal[0, 1] | None:
    """The side of several sentences, or none."""
    if len(bead[0]) > 1:
        return 0
    return 1 if len(bead[1]) > 1 else None


def _alone(side: Literal[0, 1], sentence: int) -> Sides:
    return ((sentence,), ()) if side == 0 else ((), (sentence,))


def _with(bead: Sides, side: Literal[0, 1], sentences: tuple[int, ...]) -> Sides:
    return (sentences, bead[1]) if side == 0 else (bead[0], sentences)
