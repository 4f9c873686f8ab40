"""Passages that have changed places, around what stayed between them.

Two neighbours that changed places are one passage that moved past the other. Of two that are none, what
stands between them stayed, however little it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.alignment.corrections import Sides

Exchanged = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""Links by their indexes: of a passage, of what stands between, of the passage it has changed places with."""


def exchanged(links: Sequence[Sides]) -> Iterator[Exchanged]:
    """The exchanges among links with both sides, each the order of three passages turned round."""
    in_source = sorted(range(len(links)), key=lambda at: links[at][0])
    in_target = sorted(range(len(links)), key=lambda at: links[at][1])
    rank = {at: number for number, at in enumerate(in_target)}
    passages: list[list[int]] = []
    for at in in_source:
        if passages and rank[at] == rank[passages[-1][-1]] + 1:
            passages[-1].append(at)
        else:
            passages.append([at])
    first = 0
    while first + 2 < len(passages):
        one, between, other = passages[first : first + 3]
        if rank[one[0]] == rank[between[-1]] + 1 and rank[between[0]] == rank[other[-1]] + 1:
            yield one, between, other
            first += 2
        first += 1
