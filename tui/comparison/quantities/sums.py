"""One quantity said in two numbers: `2 hours and 20 minutes`, `due ore e venti`, `7lb 3oz`, `1 m e 80`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from tui.articles import Span
from tui.comparison.quantities.fact import Fact, Reading, Strength
from tui.comparison.quantities.found import Spotted
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.units import Measure, units
from tui.languages import bare, function_words

_HUNDREDTH, _CENT = Fraction(1, 100), "cent"
_MINUTES = 60
_SIXTIETHS = {"hour": "minute", "minute": "second"}
"""What stands after it without its unit: *due ore e venti*, *un minuto e 27*."""
_SUMMED = ("time", "months", "mass")
"""The dimensions in which a larger and a smaller unit are one quantity."""
_OF_BODIES = {"pound": ("lb",), "ounce": ("oz",)}
"""The weights among what a name may mean."""


def summed(scan: Scan, spotted: Sequence[Spotted]) -> list[Spotted]:
    """The facts, with one in the place of two that are one sum in falling units."""
    out: list[Spotted] = []
    for item in spotted:
        whole = _sum(scan, out[-1], item) if out else None
        if whole is None:
            out.append(item)
        else:
            out[-1] = whole
    return out


def _sum(scan: Scan, one: Spotted, other: Spotted) -> Spotted | None:
    between = range(one.end, other.start)
    if any(scan.term(at, "joiners") is None and scan.key(at) != "," for at in between):
        return None
    if other.fact.qualifier or other.fact.ordinal or one.fact.per or one.fact.ordinal or one.scale > 1:
        return None
    whole = _times(scan, one, other)
    readings = (whole,) if whole is not None else tuple(_hundredths(scan, one, other))
    if not readings:
        return None
    span = Span(one.fact.span.start, other.fact.span.end)
    fact = replace(one.fact, span=span, readings=readings, strength=Strength.STRONG)
    return Spotted(fact, one.start, other.end, one.scale)


def _times(scan: Scan, one: Spotted, other: Spotted) -> Reading | None:
    """A longer and a shorter time, a heavier and a lighter weight; after hours, minutes may stand without
    their unit, and after minutes seconds.
    """
    larger, smaller = _measure(one.fact), _measure(other.fact)
    first = units().measures.get(larger.unit)
    if first is None or first.dimension not in _SUMMED:
        return None
    unit = smaller.unit
    if larger.unit in _SIXTIETHS and smaller.value < _MINUTES and _bare(scan, one, other):
        unit = _SIXTIETHS[larger.unit]
    second: Measure | None = units().measures.get(unit)
    if (
        second is None
        or (first.dimension, first.system) != (second.dimension, second.system)
        or smaller.value * second.size >= first.size
    ):
        return None
    return Reading(larger.value * first.size / second.size + smaller.value, unit)


def _hundredths(scan: Scan, one: Spotted, other: Spotted) -> Iterator[Reading]:
    """Metres and centimetres, euros and cents, the second without their unit; one digit may be tenths."""
    larger, smaller = one.fact.readings[0], other.fact.readings[0]
    if larger.unit != "m" and (larger.unit == _CENT or not units().is_currency(larger.unit)):
        return
    joined = other.start > one.end and larger.unit == "m"  # 2 metri e 9
    bare = (smaller.value >= 10 or joined) and _bare(scan, one, other, apart=True)
    if not (smaller.unit == _CENT or bare) or smaller.value >= 100 or larger.value.denominator > 1:
        return
    yield Reading(larger.value + smaller.value * _HUNDREDTH, larger.unit)
    if smaller.value < 10 and smaller.unit != _CENT:
        yield Reading(larger.value + smaller.value / 10, larger.unit)


def _bare(scan: Scan, one: Spotted, other: Spotted, *, apart: bool = False) -> bool:
    """Whether the second number counts nothing of its own, since no noun comes after; without a joiner it
    must be written in one with the first (2h20) unless it may stand `apart` (*5 euros 50*).
    """
    if other.fact.rule != "number" or other.fact.readings[0].unit or scan.key(one.end) == ",":
        return False
    grammar = function_words(scan.vocabulary.language).get(bare(scan.key(other.end)))
    counts = scan.kind(other.end) == "word" and not grammar and scan.term(other.end, "of") is None
    return not counts and (apart or other.start > one.end or scan.glued(other.start))


def _measure(fact: Fact) -> Reading:
    """The reading in which a fact is a time or a weight, where it has one (1h 45m, 7lb 3oz)."""
    table = units()
    for reading in fact.readings:
        named = (reading.unit, *_OF_BODIES.get(reading.unit, ()))
        for unit in named:
            if unit in table.measures and table.measures[unit].dimension in _SUMMED:
                return replace(reading, unit=unit)
    return fact.readings[0]
