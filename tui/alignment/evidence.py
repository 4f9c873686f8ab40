"""How sure it is that sentences correspond: a bead seen against its length and what else its sides could be.

Each probability is a logistic function of what is seen, with the weights of `assets/alignment.toml` that
`benchmarks/fitting/links.py` fits: of a link in place, of moved text, and of one sentence of several as a
part of its bead. Nothing here knows a language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import exp, log, log2
from typing import TYPE_CHECKING, Literal

import numpy as np
from msgspec import Struct

from tui.alignment.corrections import Sides
from tui.languages import toml_table

if TYPE_CHECKING:
    from tui.alignment.beads import Sentences
    from tui.alignment.model import Floats

Seen = Mapping[str, float]
"""What was seen, by the names that `assets/alignment.toml` uses."""
Question = Literal["in_place", "moved", "part"]
Compared = Mapping[Sides, tuple[float, float, float]]
"""Of links of one sentence a side what their vectors say: the cosine, and by how much that is above the best
and above the mean of what each has in common with the other's neighbours."""

_WINDOW = 10
"""Sentences before and behind a bead that each of its sides is compared with."""
_SHORT = 40.0
"""Characters in a short sentence, the unit of `length`."""


class Weights(Struct, frozen=True):
    """Weights by question and by name, log odds per unit; `bias` before anything is seen."""

    of: Mapping[Question, Mapping[str, float]]

    def probability(self, question: Question, seen: Seen) -> float:
        """0 to 1, to four places; 1 to a question that has no weights."""
        weights = self.of.get(question)
        if weights is None:
            return 1.0
        odds = 0.0
        for name, value in seen.items():  # `sum` over a generator takes twice as long
            odds += weights[name] * value
        odds += weights["bias"]
        return round(1 / (1 + exp(-max(-50.0, min(50.0, odds)))), 4)


@cache
def fitted() -> Weights:
    """The weights of `assets/alignment.toml`."""
    table = toml_table("alignment.toml")
    return Weights({question: table[question] for question in ("in_place", "moved", "part")})


class Evidence:
    """What is seen of beads, from the sentences of both sides with their lengths on one scale."""

    def __init__(self, source: Sentences, target: Sentences) -> None:
        self._sides = source, target
        self._links: dict[Sides, Seen] = {}
        self._compared: dict[Sides, tuple[float, float, float]] = {}
        self._weights = tuple(side.weights for side in self._sides)

    @property
    def compared(self) -> Compared:
        """What was compared of links of one sentence a side."""
        return {key: seen for key, seen in self._compared.items() if len(key[0]) == len(key[1]) == 1}

    def adopt(self, other: Compared, *moved: Callable[[Sequence[int], int], tuple[int, ...] | None]) -> None:
        """Takes over what another has compared of links around which nothing is different.

        `moved`: for each side, where sentences of the other are in this one; None where something so near to
        them is not the same.
        """
        for key, seen in other.items():
            s, t = (move(side, _WINDOW) for move, side in zip(moved, key, strict=True))
            if s is not None and t is not None:
                self._compared[s, t] = seen

    def cosine(self, s: Sequence[int], t: Sequence[int]) -> float:
        """The cosine of the two sides of a bead."""
        return float(self._vector(0, s) @ self._vector(1, t))

    def of_link(self, s: Sequence[int], t: Sequence[int]) -> Seen:
        """What tells whether two sides correspond.

        Their cosine; by how much it is above the best and above the mean of what each side has in common with
        the other's neighbours; how far the lengths are apart; and how long the shorter side is, since little
        text says little.
        """
        key = tuple(s), tuple(t)
        if key not in self._links:
            self._links[key] = self._of_link(key)
        return self._links[key]

    def _of_link(self, key: Sides) -> Seen:
        s, t = key
        if key not in self._compared:
            self._compared[key] = self._compare(s, t)
        cosine, margin, above = self._compared[key]
        lengths = self._length(0, s), self._length(1, t)
        length = log2(1 + min(lengths) / _SHORT)
        return {
            "cosine": cosine,
            "margin": margin,
            "above": above,
            "ratio": abs(log(lengths[0] / lengths[1])),
            "length": length,
            "cosine_by_length": cosine * length,
        }

    def _compare(self, s: Sequence[int], t: Sequence[int]) -> tuple[float, float, float]:
        left, right = self._vector(0, s), self._vector(1, t)
        cosine = float(left @ right)
        both = self._around(1, t, left), self._around(0, s, right)
        best = max((float(np.maximum.reduce(around)) for around in both if len(around)), default=0.0)
        means = [_mean(around) if len(around) else 0.0 for around in both]
        return cosine, cosine - best, cosine - sum(means) / 2

    def of_part(self, bead: Sides, side: Literal[0, 1], part: int) -> Seen:
        """What tells whether a sentence of one side (0: source) belongs to the rest of a bead.

        How the cosine and the lengths of the bead change with it; its own cosine with the other side, and by
        how much that is above the best of its other candidates there; and its length.
        """
        without: list[Sequence[int]] = list(bead)
        without[side] = [i for i in bead[side] if i != part]
        together: list[Sequence[int]] = list(bead)
        together[side] = sorted({*bead[side], part})
        other = bead[1 - side]
        alone = self._vector(side, [part])
        cosine = float(alone @ self._vector(1 - side, other))
        around = self._around(1 - side, other, alone)
        before, after = self._apart(*without), self._apart(*together)
        return {
            "gain": self.cosine(*together) - self.cosine(*without),
            "cosine": cosine,
            "margin": cosine - float(around.max(initial=0.0)),
            "ratio": after,
            "ratio_gain": before - after,
            "length": log2(1 + self._length(side, [part]) / _SHORT),
        }

    def _vector(self, side: int, indexes: Sequence[int]) -> Floats:
        if len(indexes) == 1:
            vector: Floats = self._sides[side].vectors[indexes[0]]
            return vector
        chosen = list(indexes)
        weighted = self._sides[side].vectors[chosen] * self._weights[side][chosen, None]
        total: Floats = weighted.sum(axis=0)
        return total / np.float32(max(float(np.linalg.norm(total)), 1e-6))

    def _around(self, side: int, indexes: Sequence[int], vector: Floats) -> Floats:
        """The cosines of a vector with what stands around a run of sentences."""
        first, last = min(indexes), max(indexes)
        start = max(0, first - _WINDOW)
        cosines = self._sides[side].vectors[start : last + 1 + _WINDOW] @ vector
        around: Floats = np.concatenate([cosines[: first - start], cosines[last + 1 - start :]])
        return around

    def _length(self, side: int, indexes: Sequence[int]) -> float:
        lengths = self._sides[side].lengths
        return max(1.0, sum(float(lengths[i]) for i in indexes))

    def _apart(self, s: Sequence[int], t: Sequence[int]) -> float:
        """How far apart the lengths of two sides are: the logarithm of their ratio, without its sign."""
        return abs(log(self._length(0, s) / self._length(1, t)))


def _mean(values: Floats) -> float:
    """What `np.mean` gives, which takes four times as long for so few."""
    return float(np.float32(float(np.add.reduce(values)) / len(values)))
