"""After the monotone pass: weak links are taken back, and what stands elsewhere is found.

What is left over on both sides is matched globally: two sentences that are each other's best there are moved
text, not missing text. Of two passages that changed places the shorter one is what moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tui.alignment.similarity import mutual_best

if TYPE_CHECKING:
    from tui.alignment.beads import Floats

WEAKEST = 0.25
"""A bead whose sides are less alike is two lone sentences (`benchmarks/alignment.py`)."""
MOVED = 0.5
"""The cosine from which two sentences left over, each other's best, are moved text."""
NEXT_TO_MOVED = 0.35
"""The same for the sentences next to moved text."""
BETTER = 0.15
"""How much more alike a sentence left over must be to draw a sentence out of its bead."""

Link = tuple[tuple[int, ...], tuple[int, ...], bool]
"""Source indexes, target indexes, whether moved."""


def relinked(beads: list[tuple[range, range]], source: Floats, target: Floats) -> list[Link]:
    """The beads, weak ones taken apart and moved ones found; `source` and `target` are unit vectors."""
    links = [part for bead in beads for part in _held(bead, source, target)]
    links = _yielding(links, source, target)
    free_source = [s[0] for s, t, _ in links if not t]
    free_target = [t[0] for s, t, _ in links if not s]
    found = _matched(free_source, free_target, source, target)
    taken = set(found.values())
    out: list[Link] = []
    for s, t, _ in links:
        if s and t:
            out.append((s, t, False))
        elif s:
            out.append((s, (found[s[0]],), True) if s[0] in found else (s, t, False))
        elif t[0] not in taken:
            out.append((s, t, False))
    in_order = _longest_in_order([(s[0], t[0], len(s) + len(t)) for s, t, _ in out if s and t])
    return [(s, t, bool(s and t) and s[0] not in in_order) for s, t, _ in out]


def _longest_in_order(pairs: list[tuple[int, int, int]]) -> set[int]:
    """The source indexes of the heaviest choice of `pairs` (source, target, weight) that rise together."""
    pairs = sorted(pairs)
    rank = {t: r for r, t in enumerate(sorted(t for _, t, _ in pairs))}
    weight_to = np.zeros(len(pairs) + 1)  # by rank + 1: the heaviest choice that ends there
    last = np.full(len(pairs) + 1, -1)  # the pair that ends it
    before = np.full(len(pairs), -1)
    for i, (_, t, weight) in enumerate(pairs):
        best = int(weight_to[: rank[t] + 1].argmax())
        before[i] = last[best]
        weight_to[rank[t] + 1] = weight_to[best] + weight
        last[rank[t] + 1] = i
    kept = set()
    at = int(last[weight_to.argmax()])
    while at >= 0:
        kept.add(pairs[at][0])
        at = int(before[at])
    return kept


def _held(bead: tuple[range, range], source: Floats, target: Floats) -> list[Link]:
    s, t = tuple(bead[0]), tuple(bead[1])
    if s and t and (source[list(s)] @ target[list(t)].T).max() >= WEAKEST:
        return [(s, t, False)]
    return _apart(s, t)


def _apart(s: tuple[int, ...], t: tuple[int, ...]) -> list[Link]:
    return [((i,), (), False) for i in s] + [((), (j,), False) for j in t]


def _yielding(links: list[Link], source: Floats, target: Floats) -> list[Link]:
    """Takes a one-to-one bead apart when a sentence left over suits one of its two much better."""
    free_source = [s[0] for s, t, _ in links if not t]
    free_target = [t[0] for s, t, _ in links if not s]
    out: list[Link] = []
    for s, t, moved in links:
        if len(s) == len(t) == 1:
            other = max(
                (source[s[0]] @ target[free_target].T).max(initial=-1),
                (source[free_source] @ target[t[0]]).max(initial=-1),
            )
            if other >= max(MOVED, source[s[0]] @ target[t[0]] + BETTER):
                out += _apart(s, t)
                continue
        out.append((s, t, moved))
    return out


def _matched(
    free_source: list[int], free_target: list[int], source: Floats, target: Floats
) -> dict[int, int]:
    """The moved sentences: target index by source index."""
    cosines = source[free_source] @ target[free_target].T
    rows, columns = mutual_best(cosines, MOVED)
    found = {free_source[i]: free_target[j] for i, j in zip(rows, columns, strict=True)}
    left_source, left_target = set(free_source) - set(found), set(free_target) - set(found.values())
    for s, t in sorted(found.items()):
        for step in (1, -1):
            near_s, near_t = s + step, t + step
            while (
                near_s in left_source
                and near_t in left_target
                and source[near_s] @ target[near_t] >= NEXT_TO_MOVED
            ):
                found[near_s] = near_t
                left_source.remove(near_s)
                left_target.remove(near_t)
                near_s, near_t = near_s + step, near_t + step
    return found


def cosine_of(s: tuple[int, ...], t: tuple[int, ...], source: Floats, target: Floats) -> float:
    """The cosine of the two sides of a bead: `source` and `target` are vectors times their weights."""
    left, right = source[list(s)].sum(axis=0), target[list(t)].sum(axis=0)
    return float(left @ right / max(float(np.linalg.norm(left) * np.linalg.norm(right)), 1e-6))
