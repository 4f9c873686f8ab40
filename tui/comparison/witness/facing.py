"""A sentence beside its back-translation: which units are each other's, and where one side has others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.comparison.witness.units import ALIKE, Unit, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_SPLIT = 8
"""So many units in a row are put beside fewer ones, each where it is likest."""
_FAR = 0.3
"""How much it costs a link to join the beginning of one side with the end of the other."""


class Facing(Struct, frozen=True):
    """The units of a bead's source and of its back-translation."""

    source: tuple[Unit, ...]
    back: tuple[Unit, ...]
    alike: Floats
    """How alike each unit of the source and each of the back-translation are, 0 to 1 (n, m)."""
    links: dict[int, int]
    """By the place in `source`, the place in `back` of what says the same."""

    @property
    def equal(self) -> float:
        """The share of the units of both sides that have their counterpart: 0 to 1."""
        return 2 * len(self.links) / max(1, len(self.source) + len(self.back))


class Gap(Struct, frozen=True):
    """Where the sides part: places in `Facing.source` and in `Facing.back`; one of them may be empty."""

    source: tuple[int, ...]
    back: tuple[int, ...]
    context: float
    """Whether the units before and after it are each other's counterparts: 0, .5 or 1."""


def facing(source: Sequence[Unit], back: Sequence[Unit], words: Words) -> Facing:
    """Links each unit with the likest one that is free, nearer ones first."""
    alike = words.alike(source, back)
    ranked = sorted(
        (
            (-(float(alike[i, j]) - _FAR * abs(i / len(source) - j / len(back))), i, j)
            for i in range(len(source))
            for j in range(len(back))
            if alike[i, j] >= ALIKE
        ),
    )
    links: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in links and j not in taken:
            links[i] = j
            taken.add(j)
    return Facing(tuple(source), tuple(back), alike, links)


def gaps(face: Facing) -> Iterator[Gap]:
    """Where the sides part: what stands between the same neighbours, then what only one side has.

    Two units that are linked and not the same are a gap too: *wife* and *sister* are alike.
    """
    turned = {j: i for i, j in face.links.items()}
    theirs = _runs([j for j in range(len(face.back)) if j not in turned])
    used: set[int] = set()
    for run in _runs([i for i in range(len(face.source)) if i not in face.links]):
        before, after = _around(run, face.links, len(face.source), len(face.back))
        found, context = None, 0.0
        for number, other in enumerate(theirs):
            held = (other[0] - 1 == before) / 2 + (other[-1] + 1 == after) / 2
            if number not in used and held > context:
                found, context = number, held
        if found is None:
            yield Gap(tuple(run), (), float(_adjoin(before, after)))
        else:
            used.add(found)
            yield from _paired(run, theirs[found], face.alike, context)
    for number, other in enumerate(theirs):
        if number not in used:
            before, after = _around(other, turned, len(face.back), len(face.source))
            yield Gap((), tuple(other), float(_adjoin(before, after)))
    for i, j in sorted(face.links.items()):
        if face.alike[i, j] < 1:
            beside = [
                (i + step < 0 and j + step < 0)
                or (i + step >= len(face.source) and j + step >= len(face.back))
                or face.links.get(i + step) == j + step
                for step in (-1, 1)
            ]
            yield Gap((i,), (j,), sum(beside) / 2)


def _paired(ours: Sequence[int], theirs: Sequence[int], alike: Floats, context: float) -> Iterator[Gap]:
    """One for one, in order and the likest, and what one side has over."""
    if len(ours) < len(theirs):
        turned = _paired(theirs, ours, alike.T, context)
        yield from (Gap(gap.back, gap.source, gap.context) for gap in turned)
        return
    some = combinations(ours, len(theirs)) if len(ours) <= _SPLIT else iter([tuple(ours[: len(theirs)])])
    kept = max(some, key=lambda ones: sum(float(alike[i, j]) for i, j in zip(ones, theirs, strict=True)))
    yield from (Gap((i,), (j,), context) for i, j in zip(kept, theirs, strict=True))
    yield from (Gap((i,), (), context / 2) for i in ours if i not in kept)


def _around(run: Sequence[int], links: dict[int, int], own: int, other: int) -> tuple[int | None, int | None]:
    """The places on the other side of the units before and after a run; its ends where the run has none.

    `own`, `other`: how many units either side has.
    """
    before = links.get(run[0] - 1) if run[0] else -1
    after = links.get(run[-1] + 1) if run[-1] + 1 < own else other
    return before, after


def _adjoin(before: int | None, after: int | None) -> bool:
    return before is not None and after is not None and after - before == 1


def _runs(places: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] + 1 == place:
            found[-1].append(place)
        else:
            found.append([place])
    return found
