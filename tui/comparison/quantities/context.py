"""What a number takes from the words and numbers around it: more or less, a unit, a scale, a month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.quantities.equality import Likeness, likeness
from tui.comparison.quantities.fact import End, Fact, Reading
from tui.comparison.quantities.found import Spotted
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.sums import summed
from tui.languages import bare, function_words

_LONGEST_QUALIFIER = 5
_LONGEST_LINK = 3
"""How many lexemes may stand between two numbers of one range (`da 5 fino a 10`)."""
_DENIAL = 5
"""Lexemes before a qualifier among which a denial turns it over."""
_DENIES, _PARTS = (
    frozenset({"not", "never"}),
    frozenset({"and", "or", "but", "that", "if", "when", "which", "who"}),
)
"""What a word does that denies, and that begins another clause."""
_PLACES = frozenset({"on", "in", "to", "toward", "with", "by", "of", "from", "for", "through", "within"})
"""What a preposition does."""
_TURNED: Mapping[str, str] = {"up": "down", "down": "up"}
_WITHIN = "within"
"""The qualifiers that say how far at most, or how long; before anything else they say when or where."""
_TEN, _HUNDRED = 10, 100


class Counting(Struct, frozen=True):
    """What the numbers of a sentence count: what a bare number there, or in the next one, may count too."""

    units: frozenset[str] = frozenset()
    scales: frozenset[Fraction] = frozenset()


def in_context(
    scan: Scan, placed: Sequence[Spotted], before: Counting | None
) -> tuple[tuple[Fact, ...], Counting]:
    """The facts of a sentence, each with what it takes from the others; and what the sentence counts."""
    joined = _without_echoes(scan, _of_the_whole(scan, summed(scan, _qualified(scan, placed))))
    counting = _counting(joined)
    found = _shared(scan, joined)
    if not found:
        return (), counting
    named = frozenset(
        term.value
        for index in range(len(scan))
        if (term := scan.term(index, "units")) is not None
        and len(scan.key(index)) > 2
        and scan.kind(index) == "word"
    )
    around = Counting(counting.units | named, counting.scales)
    if before is not None:
        around = Counting(around.units | before.units, around.scales | before.scales)
    return tuple(_elliptical(fact, around) for fact in found), counting


def _qualified(scan: Scan, placed: Sequence[Spotted]) -> list[Spotted]:
    """Gives each amount the words around it that make it more or less: `more than 70`, `70 or more`."""
    out: list[Spotted] = []
    for item in placed:
        dated = item.fact.kind == "date" and item.fact.rule != "year"
        if item.fact.ordinal or dated:  # under the 4th republic
            out.append(item)
            continue
        begin = _qualifier_before(scan, item.start, out[-1].end if out else 0)
        late = scan.term(item.end, "qualifiers_after")
        start, end = item.start if begin is None else begin, item.end
        term = late if begin is None else scan.term(begin, "qualifiers")
        if begin is None and late is not None:
            end += late.width
        fact = replace(item.fact, end=_which_end(scan, start))
        if term is not None and term.value == _WITHIN:
            fact, start = _within(scan, fact, item, start)
        elif term is not None:
            said = (
                _TURNED.get(term.value, term.value)
                if begin is not None and _denied(scan, begin)
                else term.value
            )
            fact = replace(fact, qualifier=said, span=scan.span(start, end))
            if fact.rule == "year" and fact.readings[0].unit == "":  # nearly 1000 people
                fact = replace(fact, kind="number", rule="number")
        out.append(replace(item, fact=fact, start=start, end=end))
    return out


def _within(scan: Scan, fact: Fact, item: Spotted, start: int) -> tuple[Fact, int]:
    """A measure that is said to be the most, and where it begins: *within 20 km*; not *by noon*."""
    if not fact.readings[0].unit or not _countable(fact.readings[0].unit):
        return fact, item.start
    return replace(fact, qualifier="limit", span=scan.span(start, item.end)), start


def _denied(scan: Scan, begin: int) -> bool:
    """Whether a denial stands before a qualifier in its clause: *did not sell more than*; not *did not work
    on floors higher than*, which only says which floors.
    """
    function = function_words(scan.vocabulary.language)
    for index in range(begin - 1, max(-1, begin - 1 - _DENIAL), -1):
        does = function.get(bare(scan.key(index)), frozenset[str]())
        if _DENIES & does:
            return True
        if scan.kind(index) != "word" or _PARTS & does or (_PLACES & does and index < begin - 1):
            return False
    return False


def _of_the_whole(scan: Scan, placed: Sequence[Spotted]) -> list[Spotted]:
    """Numbers that say how many of others, worked out too: `all but two of the 27` are 25, `a third of the
    90 seats` are 30.
    """
    out = list(placed)
    for at, (part, whole) in enumerate(pairwise(placed)):
        between = range(part.end, whole.start)
        if scan.term(part.end, "of") is None or any(scan.kind(index) != "word" for index in between):
            continue
        taken, given = part.fact.readings[0], whole.fact.readings[0]
        if taken.unit == "fraction" and taken.value < 1:
            left = taken.value * given.value
        elif scan.ends_with(part.start, "all_but"):
            left = given.value - taken.value
        else:
            continue
        if left > 0 and left.denominator == 1 and not whole.fact.ordinal:
            readings = (*part.fact.readings, Reading(left, given.unit))
            out[at] = replace(part, fact=replace(part.fact, readings=readings))
    return out


def _which_end(scan: Scan, index: int) -> End:
    """Whether a word right before `index` makes of what follows the beginning of a change, or its end."""
    for end in (index, index - 1) if scan.term(index - 1, "definite") is not None else (index,):
        if scan.ends_with(end, "range_from"):
            return "from"
        if scan.ends_with(end, "range_to"):
            return "to"
    return ""


def _qualifier_before(scan: Scan, index: int, least: int) -> int | None:
    """Where the longest qualifier begins that ends right before `index`, or before the article there."""
    ends = [index] if scan.term(index - 1, "definite") is None else [index, index - 1]
    for end in ends:
        for width in range(_LONGEST_QUALIFIER, 0, -1):
            term = scan.term(end - width, "qualifiers") if end - width >= least else None
            if term is not None and term.width == width:
                return end - width
    return None


def _without_echoes(scan: Scan, placed: Sequence[Spotted]) -> list[Spotted]:
    """Leaves out what brackets only say again: `€100 (one hundred euros)`."""
    out: list[Spotted] = []
    for item in placed:
        said = out[-1] if out and scan.key(item.start - 1) == "(" and scan.key(item.end) == ")" else None
        if (
            said is None
            or said.end != item.start - 1
            or likeness(said.fact, item.fact) < Likeness.OTHER_READING
        ):
            out.append(item)
    return out


def _shared(scan: Scan, placed: Sequence[Spotted]) -> list[Fact]:
    """Lets a bare number take the unit, scale or month of its neighbour: `2 to 4 inches`, `May 9 and 10`."""
    out = [p.fact for p in placed]
    for i, (one, other) in enumerate(pairwise(placed)):
        if not _linked(scan, one.end, other.start):
            continue
        out[i] = _lend(out[i], other.fact, other.scale)
        out[i + 1] = _lend(out[i + 1], one.fact, one.scale)
    return out


def _linked(scan: Scan, start: int, end: int) -> bool:
    return 0 < end - start <= _LONGEST_LINK and all(
        scan.term(at, "range") is not None or scan.term(at, "qualifiers") is not None
        for at in range(start, end)
    )


def _lend(fact: Fact, neighbour: Fact, scale: Fraction) -> Fact:
    bare = fact.readings[0]
    if bare.unit or fact.rule == "code":
        return fact
    unit, value = neighbour.readings[0].unit, neighbour.readings[0].value
    lent: tuple[Reading, ...] = ()
    if unit == "month-day":
        if 1 <= bare.value <= 31:
            lent = (Reading(value // _HUNDRED * _HUNDRED + bare.value, "month-day"),)
    elif unit == "decade":
        if bare.value % 10 == 0 and (
            bare.value < _HUNDRED or fact.rule == "year"
        ):  # anni Cinquanta e Sessanta
            lent = (Reading(bare.value, "decade"),)
    elif neighbour.rule == "century":  # Sette e Ottocento
        if bare.value < 10:
            lent = (Reading(bare.value + 11),)
    elif _countable(unit):
        scaled = (bare.value * scale,) if scale > bare.value else ()
        lent = tuple(Reading(v, unit) for v in (bare.value, *scaled))
    if fact.rule == neighbour.rule == "year" or (neighbour.rule == "year" and bare.value < _HUNDRED):
        shared = _TEN if bare.value < _TEN else _HUNDRED  # 1914–8, 1914–18
        lent += (Reading(value // shared * shared + bare.value),)
    return replace(fact, readings=(*fact.readings, *(r for r in lent if r not in fact.readings)))


_UNCOUNTABLE = frozenset((
    "weekday", "month-name", "month-day", "day-month", "month-year", "date", "season", "code", "clock",
    "decade", "short-year", "round", "times", "fraction", "indefinite",
))  # fmt: skip
"""Units that no other number of the sentence shares."""


def _countable(unit: str) -> bool:
    return unit not in _UNCOUNTABLE and not unit.startswith("relative")


def _counting(placed: Sequence[Spotted]) -> Counting:
    return Counting(
        frozenset(p.fact.readings[0].unit for p in placed if _countable(p.fact.readings[0].unit)) - {""},
        frozenset(p.scale for p in placed if p.scale >= 1000),
    )


def _elliptical(fact: Fact, around: Counting) -> Fact:
    """Lets a bare number count what others count: `they gave the men $1,000 and her only 250`."""
    value = fact.readings[0].value
    if fact.rule != "number" or fact.readings[0].unit or fact.kind != "number":
        return fact
    scaled = [value, *(value * scale for scale in sorted(around.scales) if value < 1000)]
    readings = [Reading(v, unit) for v in scaled for unit in ("", *sorted(around.units))]
    return replace(fact, readings=(*fact.readings, *(r for r in readings if r not in fact.readings)))
