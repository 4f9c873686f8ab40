"""Where something moves: *to Turin* on one side, *da Torino* on the other."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.comparison.names.gazetteer import Hit, gazetteer, is_place
from tui.comparison.roles.links import WordLinks
from tui.comparison.roles.reading import Reading

_REACH = 6
"""Words before a place among which stands what moves."""


class Led(Struct, frozen=True):
    """A place after a preposition, near a word that moves."""

    first: int
    """The preposition, as an index of tokens."""
    last: int
    things: frozenset[str]
    goal: bool
    """Whether something moves there, not from there."""
    motion: int
    """What moves."""


class Reversed(Struct, frozen=True):
    """A place to which something moves on one side, and from which it moves on the other."""

    here: Led
    there: Led
    motion: float
    """How surely what moves is the same: 0 to 1."""


def goals(here: Reading, there: Reading, links: WordLinks) -> Iterator[Reversed]:
    """Places that each side names once, with opposite directions."""
    if not (_moving(here) and _moving(there)):
        return
    ours, theirs = list(_places(here)), list(_places(there))
    for one in _led(here, ours):
        for other in _led(there, theirs):
            same = one.things & other.things
            alone = all(sum(bool(hit.things & same) for hit in hits) == 1 for hits in (ours, theirs))
            if same and alone and one.goal != other.goal:
                yield Reversed(one, other, links.verbs(one.motion, other.motion, closely=True))


def _moving(reading: Reading) -> bool:
    """Whether a side has a word that moves."""
    return any(reading.rules.motion & held for held in reading.side.forms)


def _places(reading: Reading) -> Iterator[Hit]:
    found = gazetteer(reading.side.language).find(reading.side.tokens, reading.side.text)
    return (hit for hit in found if hit.firm and not hit.people and any(map(is_place, hit.things)))


def _led(reading: Reading, places: list[Hit]) -> Iterator[Led]:
    rules, keys = reading.rules, reading.keys
    for hit in places:
        first = hit.first - 1
        if first > 0 and keys[first] in rules.determiners and keys[first] not in rules.goal | rules.origin:
            first -= 1
        if first < 1 or keys[first] not in rules.goal | rules.origin:
            continue
        for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if not reading.joined(at):
                break
            if rules.motion & reading.side.forms[at]:
                yield Led(first, hit.last, hit.things, keys[first] in rules.goal, at)
                break
