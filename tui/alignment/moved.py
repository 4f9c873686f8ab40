"""After the monotone pass: weak links are taken back, and what stands elsewhere is found.

What is left over on both sides is matched globally: two sentences that are each other's best there are moved
text, not missing text. Of two neighbours that changed places the shorter one is what moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment.chain import heaviest_in_order
from tui.alignment.corrections import Sides
from tui.alignment.evidence import Evidence, Weights
from tui.alignment.exchanged import exchanged
from tui.alignment.parts import EVEN, Parts
from tui.alignment.similarity import Cosines, Nearest

if TYPE_CHECKING:
    from tui.alignment.model import Floats

MOVED = 0.35
"""The cosine from which two sentences left over, each other's best, may be moved text."""
NEXT_TO_MOVED = 0.25
"""The same for the sentences next to moved text."""
HEADING = 1.0
"""The evidence `length` up to which two sentences left over right before moved text may be its heading,"""
UNEVEN = 1.0
"""and their `ratio`."""
ELSEWHERE = 0.5
"""The cosine from which a sentence left over may draw another out of its bead,"""
BETTER = 0.15
"""and how much more alike than in the bead they must be."""

_PARAGRAPH = 8
"""Sentences up to which a passage may have changed places with another, however little is between them."""
LINKED = 4
"""What a sentence that a person has linked weighs beside others when it is asked which of them moved."""

Linked = tuple[tuple[int, ...], tuple[int, ...], bool]
"""Source indexes, target indexes, whether moved."""


class Fixed(Struct, frozen=True):
    """Beads that a person has made."""

    linked: frozenset[Sides] = frozenset()
    moved: frozenset[Sides] = frozenset()

    def __contains__(self, bead: Sides) -> bool:
        return bead in self.linked or bead in self.moved


class Likeness:
    """How alike sentences are: the cosines of unit vectors, -1 for pairs that are kept `apart`."""

    def __init__(self, source: Floats, target: Floats, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._source = source
        self._target = target
        self._apart: dict[int, set[int]] = {}
        for s, t in apart:
            self._apart.setdefault(s, set()).add(t)

    def nearest(self, source: Sequence[int], target: Sequence[int]) -> Nearest:
        """What is most alike among some source and some target sentences, by their places in both."""
        column = {t: place for place, t in enumerate(target)} if self._apart else {}
        apart = [
            (row, column[t]) for row, s in enumerate(source) for t in self._apart.get(s, ()) if t in column
        ]
        return Cosines(self._source[list(source)], self._target[list(target)], apart).nearest()

    def barred(self, source: int, target: int) -> bool:
        """Whether two sentences are kept apart."""
        return target in self._apart.get(source, ())

    def of(self, source: int, target: int) -> float:
        """The cosine of two sentences."""
        return -1.0 if self.barred(source, target) else float(self._source[source] @ self._target[target])


def relinked(
    beads: Sequence[Sides], likeness: Likeness, fixed: Fixed, evidence: Evidence, weights: Weights
) -> list[Linked]:
    """The beads, weak ones taken apart and moved ones found; the `fixed` among them stay what they are."""
    parts = Parts(evidence, weights, fixed.__contains__, likeness.barred)
    links = [part for bead in parts.parted(list(beads)) for part in _held(bead, fixed, evidence, weights)]
    links = _yielding(links, likeness, fixed)
    free_source = [s[0] for s, t, _ in links if not t]
    free_target = [t[0] for s, t, _ in links if not s]
    found = _matched(free_source, free_target, likeness, evidence, weights)
    taken = set(found.values())
    out: list[Linked] = []
    for s, t, _ in links:
        if s and t:
            out.append((s, t, False))
        elif s:
            out.append((s, (found[s[0]],), True) if s[0] in found else (s, t, False))
        elif t[0] not in taken:
            out.append((s, t, False))
    in_order = heaviest_in_order(
        [
            (s[0], t[0], (LINKED if (s, t) in fixed.linked else 1) * (len(s) + len(t)))
            for s, t, _ in out
            if s and t and (s, t) not in fixed.moved
        ]
    )
    staying = _around_exchanges(out, in_order, fixed)
    return [(s, t, bool(s and t) and s[0] not in staying) for s, t, _ in out]


def _around_exchanges(links: Sequence[Linked], in_order: Set[int], fixed: Fixed) -> Set[int]:
    """What stays in place, by its first source sentence: of two passages that have changed places none, but
    what stands between them, unless a person says otherwise; or one of them is so long that rather the two
    others moved past it.
    """
    both = [(s, t) for s, t, _ in links if s and t]
    staying = set(in_order)
    for one, between, other in exchanged(both):
        stays, moves = (
            [both[at] for at in some if (both[at][0][0] in in_order) is (some is not between)]
            for some in (between, (*one, *other))
        )
        large = sum(len(t) for _, t in moves) > max(_PARAGRAPH, 2 * len(between))
        if moves and not large and not any(link in fixed for link in (*stays, *moves)):
            staying -= {s[0] for s, _ in moves}
            staying |= {s[0] for s, _ in stays}
    return staying


def _held(bead: Sides, fixed: Fixed, evidence: Evidence, weights: Weights) -> list[Linked]:
    s, t = bead
    if s and t and (bead in fixed or weights.probability("in_place", evidence.of_link(s, t)) >= EVEN):
        return [(s, t, False)]
    return _apart(s, t)


def _apart(s: tuple[int, ...], t: tuple[int, ...]) -> list[Linked]:
    return [((i,), (), False) for i in s] + [((), (j,), False) for j in t]


def _yielding(links: list[Linked], likeness: Likeness, fixed: Fixed) -> list[Linked]:
    """Takes a one-to-one bead apart when a sentence left over suits one of its two much better."""
    free_source = [s[0] for s, t, _ in links if not t]
    free_target = [t[0] for s, t, _ in links if not s]
    single = [(s, t) for s, t, _ in links if len(s) == len(t) == 1 and (s, t) not in fixed]
    of_source = likeness.nearest([s[0] for s, _ in single], free_target).of_row
    of_target = likeness.nearest(free_source, [t[0] for _, t in single]).of_column
    leaving = {
        (s, t)
        for (s, t), other in zip(single, np.maximum(of_source, of_target), strict=True)
        if other >= max(ELSEWHERE, likeness.of(s[0], t[0]) + BETTER)
    }
    out: list[Linked] = []
    for s, t, moved in links:
        out += _apart(s, t) if (s, t) in leaving else [(s, t, moved)]
    return out


def _matched(
    free_source: list[int], free_target: list[int], likeness: Likeness, evidence: Evidence, weights: Weights
) -> dict[int, int]:
    """The moved sentences: target index by source index."""

    def moved(s: int, t: int) -> bool:
        return weights.probability("moved", evidence.of_link((s,), (t,))) >= EVEN

    rows, columns = likeness.nearest(free_source, free_target).mutual(MOVED)
    pairs = [(free_source[i], free_target[j]) for i, j in zip(rows, columns, strict=True)]
    found = {s: t for s, t in pairs if moved(s, t)}
    left_source, left_target = set(free_source) - set(found), set(free_target) - set(found.values())
    found |= _with_headings(found, left_source, left_target, likeness, evidence)
    left_source, left_target = left_source - set(found), left_target - set(found.values())
    for s, t in sorted(found.items()):
        for step in (1, -1):
            near_s, near_t = s + step, t + step
            while (
                near_s in left_source
                and near_t in left_target
                and likeness.of(near_s, near_t) >= NEXT_TO_MOVED
                and moved(near_s, near_t)
            ):
                found[near_s] = near_t
                left_source.remove(near_s)
                left_target.remove(near_t)
                near_s, near_t = near_s + step, near_t + step
    return found


def _with_headings(
    found: Mapping[int, int],
    left_source: Set[int],
    left_target: Set[int],
    likeness: Likeness,
    evidence: Evidence,
) -> dict[int, int]:
    """What moved with moved text though it says too little to be found alone: the heading right before it,
    and the text right after a heading. Both must be left over on both sides.
    """
    more: dict[int, int] = {}
    for s, t in found.items():
        for near_s, near_t, heading in ((s - 1, t - 1, (s - 1, t - 1)), (s + 1, t + 1, (s, t))):
            if near_s not in left_source or near_t not in left_target or likeness.barred(near_s, near_t):
                continue
            seen = evidence.of_link((heading[0],), (heading[1],))
            may_head = seen["length"] <= HEADING and seen["ratio"] <= UNEVEN
            if may_head and (near_s < s or likeness.of(near_s, near_t) >= MOVED):
                more[near_s] = near_t
    times = Counter(more.values())
    return {s: t for s, t in more.items() if times[t] == 1}
