"""Which denials of two sides stand for each other, and which are left.

Those of one meaning first, then plain ones, then a plain one with what grammar puts in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from tui.articles import Side
from tui.comparison.polarity.cues import SLIP, Cue

_REACH = 0.3
"""How far, as a part of the side's length, what grammar puts in place of a cue may stand from it."""
_GOES_ON = 0.15
"""So much farther apart two denials count of which one goes on with a clause denied before."""
_NEARBY = 0.5
"""The same for a word that says the same without a denial."""
_UNSEEN = 0.2
"""The same where nothing else shows that it does."""
_GRAMMAR = frozenset({"idle", "concord", "nor"})
"""Meanings that may stand for a plain denial whatever else is said."""
ONLY, UNLESS = "only", "unless"
"""The class of *until* and *unless* after a denial, and of *if* before one."""
_DENYING = frozenset({"fail", "without", "instead"})
"""Meanings that are a plain denial of a verb on the other side as often as not."""
_INSTEAD = 1
"""The order in which what says the same without a denial is paired: before other denials are."""
_SLIPS = 3
"""The order of a denial and what only agrees with one, where there is none."""
_PHRASE = 4
"""Words from the first of a phrase within which it holds the denial for a word that agrees with one."""
_RIGHT_THERE = 0.15
"""How far what only agrees with a denial stands at most that takes it from another of its side."""
_LOOSELY = 4
"""That of a denial and a word that says the same by its meaning or by grammar."""
_SHORT = 20
"""Words that a side counts for at least when distances are measured."""
_EXACT = 2
"""Words from its place within which a denial is surely the counterpart of its partner."""


class Left(NamedTuple):
    """What is without a counterpart on one side."""

    cues: list[Cue]
    paired: list[Cue]
    doubtful: int = 0
    """How many denials of both sides are paired with one that stands elsewhere."""
    loosely: int = 0
    """How many are paired with a word that only says the same."""


class _Cost(NamedTuple):
    order: int
    distance: float


def unpaired(
    source: Sequence[Cue],
    target: Sequence[Cue],
    places: Sequence[float],
    length: int,
    held: Callable[[Cue, Cue], bool | None] = lambda _, __: True,
) -> dict[Side, Left]:
    """The cues that find no counterpart, and those that do; greedy, the best pairs first.

    So many denials as one side has more than the other are paired first with what says the same without one.
    `places`: where each cue of the source would stand in the target, counted in words; `held`: whether a cue
    of the source and one of the target, of which one only says the same as a denial, stand for the same
    words, if that can be seen.
    """
    more = sum(cue.denies for cue in source) - sum(cue.denies for cue in target)
    costs: list[tuple[_Cost, int, int]] = []
    for i, a in enumerate(source):
        for j, b in enumerate(target):
            distance = abs(places[i] - b.word) / max(length, _SHORT)
            free = _says_instead(b, a) if more > 0 else _says_instead(a, b)
            if more and free and distance <= _NEARBY and held(a, b) is not False:
                costs.append((_Cost(_INSTEAD, distance), i, j))
            slips = (a.denies and is_lost(b, target)) or (b.denies and is_lost(a, source))
            if slips and (more > 0 if a.denies else more < 0):
                costs.append((_Cost(_SLIPS, distance), i, j))
            elif slips and distance <= _RIGHT_THERE:
                costs.append((_Cost(2, distance + _GOES_ON), i, j))
            cost = _cost(a, b, distance)
            if cost and (cost.order != _LOOSELY or _is_there(a, b, distance) or _holds(held(a, b), distance)):
                costs.append((cost, i, j))
    costs.sort()
    sources, targets, spare = set(range(len(source))), set(range(len(target))), abs(more)
    doubtful = loosely = 0
    lost: list[tuple[int, int]] = []  # denials of which the other side has only what agrees with one
    for cost, i, j in costs:
        if i in sources and j in targets and (spare or cost.order not in (_INSTEAD, _SLIPS)):
            sources.remove(i)
            targets.remove(j)
            spare -= cost.order in (_INSTEAD, _SLIPS)
            loosely += cost.order in (_INSTEAD, _LOOSELY)
            if is_lost(source[i], source) or is_lost(target[j], target):
                lost.append((i, j))
            if cost.order == _INSTEAD and _turned_round(source[i], target[j]):
                (sources if more > 0 else targets).difference_update(
                    _next_denial(source if more > 0 else target, i if more > 0 else j)
                )
            if abs(places[i] - target[j].word) > _EXACT:
                doubtful += source[i].denies + target[j].denies
    sources.update(i for i, _ in lost)
    targets.update(j for _, j in lost)
    return {
        "source": _split(source, sources, doubtful, loosely),
        "target": _split(target, targets, doubtful, loosely),
    }


def is_lost(cue: Cue, side: Sequence[Cue]) -> bool:
    """Whether a word that only agrees with a denial has none before it, nor one in a phrase: *non manca*."""
    return cue.meaning == SLIP and not any(
        one.meaning == "idle" and 0 < cue.word - one.word <= _PHRASE for one in side
    )


def _is_there(a: Cue, b: Cue, distance: float) -> bool:
    """Whether a phrase with a denial that mostly denies nothing stands right where the other side denies
    something: *un vino di due anni che non era aspro*.
    """
    return "idle" in (a.meaning, b.meaning) and distance <= _UNSEEN


def _holds(held: bool | None, distance: float) -> bool:
    """Whether two cues stand for each other: nearby, where nothing shows it."""
    return distance <= _UNSEEN if held is None else held


def _says_instead(word: Cue, denial: Cue) -> bool:
    """Whether a word says what a denial says with what stands around it: *only if* for *if not …, not …*."""
    return word.meaning in denial.instead or (word.meaning == ONLY and UNLESS in denial.instead)


def _turned_round(a: Cue, b: Cue) -> bool:
    """Whether a condition that is denied stands for a word of *only*: *if not …, not …*, *only if*."""
    return any(UNLESS in one.instead and other.meaning == ONLY for one, other in ((a, b), (b, a)))


def _next_denial(cues: Sequence[Cue], at: int) -> set[int]:
    """What is denied next: what a condition that is denied too makes sure of."""
    return set([later for later in range(at + 1, len(cues)) if cues[later].denies][:1])


def _split(cues: Sequence[Cue], left: Set[int], doubtful: int, loosely: int) -> Left:
    return Left(
        [cue for at, cue in enumerate(cues) if at in left],
        [cue for at, cue in enumerate(cues) if at not in left],
        doubtful,
        loosely,
    )


def _cost(a: Cue, b: Cue, distance: float) -> _Cost | None:
    if a.meaning and a.meaning == b.meaning:
        return _Cost(5 if a.meaning == "idle" else 0, distance)
    if (a.meaning == UNLESS and b.expletive) or (a.expletive and b.meaning == UNLESS):
        return _Cost(0, distance)  # a meno che non
    if a.denies and b.denies:
        return _Cost(2, distance + _GOES_ON * (a.coordinated != b.coordinated))
    if a.denies or b.denies:
        plain, other = (a, b) if a.denies else (b, a)
        if other.expletive and ONLY in plain.instead:  # did not sleep until, dormì finché non
            return None
        if other.meaning in _DENYING and plain.clausal and distance <= _NEARBY:
            return _Cost(_LOOSELY, distance)  # fails to arrive, non arriva
        return _Cost(_LOOSELY, distance) if {a.meaning, b.meaning} & _GRAMMAR and distance <= _REACH else None
    return None
