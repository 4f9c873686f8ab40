"""Which members of a class the two sides of a bead have in common, and which stand against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from tui.comparison.classes.members import Member
from tui.comparison.polarity import Anchors, Stretch

_REACH = 0.25
"""How far, as a part of the side's length, two members may stand from each other's place."""
_REACH_ALONE = 0.75
"""The same where no other member could stand for either."""
_NEAREST = 5.0
"""The same in words, where the side is short."""
_NEARER = 2.0
"""So many words nearer to the place of a member than another one is what stands there."""
_STEP = 0.3
"""How far two members of a scale lie apart at least: *some* and *several* are one."""


class Opposed(Struct, frozen=True):
    """A member of each side that the other side lacks."""

    source: Member
    target: Member
    apart: float
    """How far, in words, one is from the other's place."""
    left: tuple[int, int]
    """How many members of the class each side has that the other lacks."""
    repeated: bool
    """Whether the other side has one of them too, in another place."""


def opposed(
    sources: Sequence[Member], targets: Sequence[Member], anchors: Anchors, sides: tuple[Stretch, Stretch]
) -> Iterator[Opposed]:
    """The members of one class that stand against each other, nearest first; none that is left as it is."""
    keys = [frozenset(token.key for token in side.tokens) for side in sides]
    sources = [one for one in sources if not _stands(one, sides[0], keys[1])]
    targets = [one for one in targets if not _stands(one, sides[1], keys[0])]
    length = len(sides[1].tokens)
    pairs = sorted(
        ((abs(anchors.target_of(a.word) - b.word), a, b) for a in sources for b in targets),
        key=lambda pair: (pair[0], pair[1].word, pair[2].word),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    near = max(_NEAREST, _REACH * length)
    for apart, a, b in sorted(pairs, key=lambda pair: not _both_sure(*pair[1:])):
        same = a.agrees(b) and (apart <= near or _both_sure(a, b)) and not _outdone(apart, a, b, pairs)
        if same and a.word not in taken[0] and b.word not in taken[1]:
            taken[0].add(a.word)
            taken[1].add(b.word)
    left = left_over(sources, taken[0]), left_over(targets, taken[1])
    counts = len(left[0]), len(left[1])
    for apart, a, b in pairs:
        if a not in left[0] or b not in left[1] or a.word in taken[0] or b.word in taken[1]:
            continue
        reach = _REACH if max(counts) > 1 else _REACH_ALONE
        within = apart <= max(_NEAREST, reach * length) or (max(counts) == 1 and a.word_class.floats)
        if a.apart(b) >= _STEP and within:
            taken[0].add(a.word)
            taken[1].add(b.word)
            again = any(a.agrees(other) for other in targets) or any(other.agrees(b) for other in sources)
            yield Opposed(a, b, apart, counts, again)


def _both_sure(a: Member, b: Member) -> bool:
    return bool(a.says and b.says)


def _outdone(apart: float, a: Member, b: Member, pairs: Sequence[tuple[float, Member, Member]]) -> bool:
    """Whether a word that only may stand for a member stands farther from its place than one that surely
    says another: *must reach us no later than May*, *devono pervenire all'ufficio a partire da maggio*.
    """
    if _both_sure(a, b):
        return False
    return any(
        nearer + _NEARER <= apart
        and _both_sure(one, other)
        and not one.agrees(other)
        and (one is a if a.says else other is b)
        for nearer, one, other in pairs
    )


def _stands(member: Member, side: Stretch, there: Set[str]) -> bool:
    """Whether the words of a member stand letter for letter on the other side: *Captain Rossi*."""
    return all(token.key in there for token in side.tokens[member.word : member.end])


def left_over(members: Sequence[Member], taken: set[int]) -> list[Member]:
    """The members that surely say something and have no counterpart."""
    return [one for one in members if one.says and one.word not in taken]


def unanswered(members: Sequence[Member], others: Sequence[Member]) -> Iterator[Member]:
    """The members of one side, of those that the other side has none of at all."""
    for one in members:
        if one.says and not any(one.agrees(other) for other in others):
            yield one
