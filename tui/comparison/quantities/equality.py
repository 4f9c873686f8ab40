"""When two facts say the same: exactly, under another reading, or loosely."""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction

from tui.comparison.quantities.fact import Fact, Reading
from tui.comparison.quantities.vocabulary import Measure, units

_ROUNDED = Fraction(12, 100)
"""How far a conversion may be off: writers round (30 yards as 25 metres, 550 pounds as 250 kilos)."""
_DEGREES = 4
_WRITTEN_APART = Fraction(21, 10)
"""*Dozens* and *decine* are one, *hundreds* and *migliaia* are not."""
_ELIDED = ("time", "months", "length", "area", "mass", "volume", "speed", "temperature", "angle", "points")
"""Dimensions whose unit a text may leave out (`aged 18`, `18 anni`)."""


class Likeness(IntEnum):
    """How well two facts agree."""

    NONE = 0
    CONVERTED = 1
    """Measures of two systems that amount to about the same."""
    LOOSE = 2
    """One says less than the other (a year without its century, an age without *years*)."""
    OTHER_READING = 3
    SAME = 4
    IDENTICAL = 5
    """The same value with the same qualifier."""


def likeness(one: Fact, other: Fact) -> Likeness:
    """How well two facts agree; the qualifier only tells SAME from IDENTICAL."""
    first, second = one.readings[0], other.readings[0]
    if _same(first, second):
        return Likeness.IDENTICAL if one.qualifier == other.qualifier else Likeness.SAME
    pairs = [(a, b) for a in one.readings for b in other.readings]
    if any(_same(a, b) for a, b in pairs):
        return Likeness.OTHER_READING
    if any(_loosely_same(a, b) or _loosely_same(b, a) for a, b in pairs):
        return Likeness.LOOSE
    return Likeness.CONVERTED if any(converts(a, b) for a, b in pairs) else Likeness.NONE


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one, or one is a name that the other answers to."""
    return one == other or units().related(one, other)


def converts(one: Reading, other: Reading) -> bool:
    """Whether two measures of different systems amount to the same, rounding allowed."""
    return any(
        _amount_to_the_same(one, a, other, b) for a in _measures(one.unit) for b in _measures(other.unit)
    )


def _amount_to_the_same(one: Reading, first: Measure, other: Reading, second: Measure) -> bool:
    if first.dimension != second.dimension or first.system == second.system:
        return False
    if first.dimension == "temperature":  # a scale whose zero lies elsewhere
        celsius, fahrenheit = (one, other) if first.system == "metric" else (other, one)
        return abs(celsius.value - (fahrenheit.value - 32) * Fraction(5, 9)) <= _DEGREES
    low, high = sorted((one.value * first.size, other.value * second.size))
    return high > 0 and high - low <= _ROUNDED * high


def _measures(unit: str) -> tuple[Measure, ...]:
    """The measures a unit may be (*ton*: the metric one and the short one)."""
    table = units()
    if unit in table.measures:
        return (table.measures[unit],)
    return tuple(table.measures[m] for m in sorted(table.families.get(unit, ())) if m in table.measures)


def _same(one: Reading, other: Reading) -> bool:
    if one.unit == other.unit:
        if one.unit == "code":
            return one.text == other.text
        if one.unit == "indefinite":
            low, high = sorted((one.value, other.value))
            return high < _WRITTEN_APART * low
        return one.value == other.value
    if units().related(one.unit, other.unit):
        return one.value == other.value
    first, second = units().measures.get(one.unit), units().measures.get(other.unit)
    if (
        first is None
        or second is None
        or first.dimension != second.dimension
        or first.system != second.system
    ):
        return False
    return one.value * first.size == other.value * second.size


def _loosely_same(less: Reading, more: Reading) -> bool:
    """Whether `less` is what a shorter way of saying `more` leaves."""
    a, b = less.value, more.value
    if less.unit == "":
        measure = units().measures.get(more.unit)
        if more.unit == "indefinite" or (measure is not None and measure.dimension in _ELIDED):
            return a == b
        if more.unit == "fraction":
            return a == b or (b.numerator == 1 and a == b.denominator)  # one in three, un terzo
        if more.unit == "day":
            return a == b % 100
        if more.unit == "clock":
            return a * 60 == b or (a + 12) * 60 == b
        if more.unit == "decade":
            return a == b
        return more.unit == "date" and a == b // 10000
    if less.unit == "fraction":
        return more.unit == "percent" and abs(a * 100 - b) <= Fraction(1, 2)
    if less.unit == "month-name":
        return (more.unit == "day" and a == b // 100) or (more.unit == "date" and a == b // 100 % 100)
    if less.unit == "day":
        return more.unit == "date" and a == b % 10000
    if less.unit == "decade":
        return (more.unit == "decade" and min(a, b) < 100 and a % 100 == b % 100) or (
            more.unit == "year" and a == b  # in his 40s, quarantenne
        )
    return less.unit == "code" and more.unit == "" and a < 100 and b > 1900 and a == b % 100  # SS19, 2019
