"""Names that stand for others in the news: a capital or a palace for the government that acts there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cache

from tui.comparison.names.mentions import Mention
from tui.languages import tsv_table

_EVERYWHERE = "name"
"""How `seats.tsv` marks what is another name for the same, wherever it stands."""
_PALACE = "palace"


def metonyms(a: Set[str], b: Set[str]) -> bool:
    """Whether one of two names may stand for the other, as *Moscow* does for *Russia*, or the *Kremlin* for
    *Moscow*.
    """
    return _names(a, b, seats=True) or _of_one_palace(a, b)


def stands_for(one: Mention, other: Mention) -> bool:
    """Whether one of two names that stand in a text means the other.

    A capital or a palace does where somebody acts there, not where either is a place: *the museum in Berlin*,
    *the streets of Moscow*, nor as an adjective, *a Parisian lawyer*.
    """
    a, b = one.things, other.things
    if _names(a, b, seats=False) or _of_one_palace(a, b):
        return True
    return _is_acting(one, other) and not _on_the_way(one, other)


def may_stand_for(one: Mention, other: Mention) -> bool:
    """Whether one of two names may mean the other, though each may be a place: *pressure from Washington*."""
    return _is_acting(one, other) and _on_the_way(one, other)


def _is_acting(one: Mention, other: Mention) -> bool:
    a, b = one.things, other.things
    return _names(a, b, seats=True) and not (
        (one.people and _is_seat(a, b))
        or (other.people and _is_seat(b, a))
        or "where" in (one.placed, other.placed)
    )


def _on_the_way(one: Mention, other: Mention) -> bool:
    return one.placed == other.placed == "way"


def _names(a: Set[str], b: Set[str], *, seats: bool) -> bool:
    return any(
        how == _EVERYWHERE or seats
        for ones, others in ((a, b), (b, a))
        for thing in ones
        for what, how in _seats().get(thing, {}).items()
        if what in others
    )


def _is_seat(a: Set[str], b: Set[str]) -> bool:
    """Whether `a` is where the government of `b` sits."""
    return any(what in b for thing in a for what in _seats().get(thing, {}))


def _of_one_palace(a: Set[str], b: Set[str]) -> bool:
    """Whether one is a palace and the other the city, and both stand for the same."""
    ours, theirs = ({what for thing in one for what in _seats().get(thing, {})} for one in (a, b))
    return _palaces().isdisjoint(a) != _palaces().isdisjoint(b) and bool(ours & theirs)


@cache
def _seats() -> Mapping[str, Mapping[str, str]]:
    """What the place of a key stands for, and how."""
    stands: dict[str, dict[str, str]] = defaultdict(dict)
    for row in tsv_table("names/seats.tsv"):
        stands[row["place"]][row["stands_for"]] = row["how"]
    return stands


@cache
def _palaces() -> frozenset[str]:
    """The seats that stand for who sits in them and for nothing else: no cities."""
    return frozenset(row["place"] for row in tsv_table("names/seats.tsv") if row["how"] == _PALACE)
