"""When two facts say the same: exactly, under another reading, or loosely."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from fractions import Fraction
from operator import eq

from msgspec.structs import replace

from tui.comparison.quantities.fact import Fact, Reading
from tui.comparison.quantities.units import Measure, units

_FARTHEST = Fraction(12, 100)
"""No rounding of a conversion goes beyond this share of the value."""
_CENT = "cent"
_LEAST_GRAIN = 10
"""A smaller number is no round one: 5 miles are 8 km, not 9."""
_SECONDS_A_MONTH = Fraction(365_2425, 12_0000) * 86400
_WRITTEN_APART = Fraction(21, 10)
"""*Dozens* and *decine* are one, *hundreds* and *migliaia* are not."""
_HOUR, _DAY = 60, 1440
_FIRST_YEAR = 1000
"""From which on a number beside a decade is one year of it."""
_NEVER_ELIDED = ("time", "months", "share")


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
    if one.per and other.per and one.per != other.per:
        return Likeness.CONVERTED if _rates_convert(one, other) else Likeness.NONE
    if one.era and other.era and one.era != other.era:
        return Likeness.NONE
    if one.zones or other.zones:
        told = _in_zones(one, other)
        if told is not None:
            return told
    if one.many and other.many and not same_unit(one.many, other.many):
        return Likeness.NONE
    if _same(one.readings[0], other.readings[0]):
        return Likeness.IDENTICAL if one.qualifier == other.qualifier else Likeness.SAME
    pairs = [(a, b) for a in one.readings for b in other.readings]
    if _measure_one_thing(one.readings[0].unit, other.readings[0].unit):  # 200 pounds, 200 kg
        pairs = [(a, b) for a, b in pairs if a.unit and b.unit]
    if any(_same(a, b) for a, b in pairs):
        return Likeness.OTHER_READING
    if one.ordinal == other.ordinal or not _measured(one if other.ordinal else other):
        if any(_loosely_same(a, b) or _loosely_same(b, a) for a, b in pairs):
            return Likeness.LOOSE
        apart = one.change or other.change
        if any(converts(a, b) or (apart and _degrees_apart(a, b)) for a, b in pairs):
            return Likeness.CONVERTED
    return Likeness.NONE


def _in_zones(one: Fact, other: Fact) -> Likeness | None:
    """How well two times agree of which one at least has its zone; None where the zones say nothing.

    One without a zone may be told in the time of its reader.
    """
    ours, theirs = one.zones or one.home, other.zones or other.home
    said = one.zones and other.zones
    same = any(reading.unit == "clock" and reading in other.readings for reading in one.readings)
    if not ours or not theirs or (same and not (said and ours.isdisjoint(theirs))):
        return None
    moments = [
        {
            (reading.value - hours * _HOUR) % _DAY
            for reading in fact.readings
            if reading.unit == "clock"
            for hours in zones
        }
        for fact, zones in ((one, ours), (other, theirs))
    ]
    if moments[0] & moments[1]:
        return Likeness.CONVERTED
    return Likeness.NONE if said else None


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one, or one is a name that the other answers to."""
    return one == other or units().related(one, other)


def commensurable(one: str, other: str) -> bool:
    """Whether two units are one or measure the same (years, decades)."""
    first, second = units().measures.get(one), units().measures.get(other)
    return same_unit(one, other) or (
        first is not None and second is not None and first.dimension == second.dimension
    )


def _measure_one_thing(one: str, other: str) -> bool:
    """Whether two units that are not one measure the same, whatever else their names may mean: then none of
    them is left out (*pounds* beside kilograms are a weight).
    """
    if same_unit(one, other):
        return False
    return not {m.dimension for m in _measures(one)}.isdisjoint(m.dimension for m in _measures(other))


def converts(one: Reading, other: Reading) -> bool:
    """Whether two measures of different systems amount to the same, as far as the written digits go."""
    same = same_unit(one.unit, other.unit)
    return any(
        _round_to(one.value, a, other.value, b) or _round_to(other.value, b, one.value, a)
        for a in _measures(one.unit)
        for b in _measures(other.unit)
        if a.dimension == b.dimension and a.system != b.system and not (same and a.dimension != "temperature")
    )


def _degrees_apart(one: Reading, other: Reading) -> bool:
    """Whether two differences of temperature amount to the same: up 9 °F, 5 °C warmer."""
    return any(
        _rounds(one.value * a.size / b.size, other.value) or _rounds(other.value * b.size / a.size, one.value)
        for a in _measures(one.unit)
        for b in _measures(other.unit)
        if a.dimension == b.dimension == "temperature" and a.system != b.system
    )


def _rates_convert(one: Fact, other: Fact) -> bool:
    """Whether two rates in different times amount to the same: 36 km/h, 10 m/s."""
    seconds = units().measures
    rates = [
        (fact.readings[0].value, replace(measure, size=measure.size / _length(seconds[fact.per])))
        for fact in (one, other)
        for measure in _measures(fact.readings[0].unit)[:1]
        if fact.per in seconds
    ]
    if len(rates) < 2 or rates[0][1].dimension != rates[1][1].dimension:
        return False
    (a, its), (b, others) = rates
    return _round_to(a, its, b, others) or _round_to(b, others, a, its)


def _length(time: Measure) -> Fraction:
    """A time in seconds; months and years by the mean of a year."""
    return time.size * (_SECONDS_A_MONTH if time.dimension == "months" else 1)


def _round_to(exact: Fraction, its: Measure, rounded: Fraction, rounds: Measure) -> bool:
    """Whether `rounded` is what a writer makes of `exact`: 30 yards are 25 metres, but not 26."""
    if its.dimension == "temperature":  # scales whose zeros lie apart
        value = (exact - 32) * its.size if its.system == "imperial" else exact / rounds.size + 32
    else:
        value = exact * its.size / rounds.size
    return _rounds(value, rounded)


def _rounds(value: Fraction, rounded: Fraction) -> bool:
    """Whether `rounded` is near enough to be a value in round figures."""
    off = abs(value - rounded)
    return off <= _grain(rounded) / 2 and off <= _FARTHEST * abs(rounded)


def _grain(value: Fraction) -> Fraction:
    """The step in which a value seems to be counted: 250 in fifties, 198 in ones, 7.5 in halves."""
    if value == 0:
        return Fraction(0)
    step = Fraction(1, 100)
    for grain in (Fraction(m) * Fraction(10) ** e for e in range(-2, 12) for m in (1, 5)):
        if value % grain == 0:
            step = grain
    return min(step, Fraction(1)) if value < _LEAST_GRAIN else step


def _measured(fact: Fact) -> bool:
    return fact.readings[0].unit in units().measures


def _measures(unit: str) -> tuple[Measure, ...]:
    """The measures a unit may be (*ton*: the metric one and the short one)."""
    table = units()
    if unit in table.measures:
        return (table.measures[unit],)
    measures = [table.measures[m] for m in sorted(table.families.get(unit, ())) if m in table.measures]
    return tuple(m for m in measures if m.system != "nautical" or len(measures) == 1)


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
    if _CENT in (one.unit, other.unit):  # €0.99, 99 centesimi
        cents, whole = (one, other) if one.unit == _CENT else (other, one)
        return units().is_currency(whole.unit) and cents.value == whole.value * 100
    first, second = units().measures.get(one.unit), units().measures.get(other.unit)
    if first is None or second is None or first.dimension != second.dimension:
        return False
    return first.system == second.system and one.value * first.size == other.value * second.size


def _is_year(value: Fraction) -> bool:
    return value.denominator == 1 and 1600 <= value < 2200


def _loosely_same(less: Reading, more: Reading) -> bool:
    """Whether `less` is what a shorter way of saying `more` leaves."""
    says = _SHORTER.get((less.unit, more.unit))
    if says is not None:
        return says(less.value, more.value)
    if less.unit or less.value != more.value:
        return False
    measure = units().measures.get(more.unit)
    return measure is not None and measure.dimension not in _NEVER_ELIDED


def _chapter_and_verse(value: Fraction) -> Fraction:
    """What `3:16` would be as a time, from the decimal number `3,16`."""
    return int(value) * 60 + value % 1 * 100


_SHORTER: dict[tuple[str, str], Callable[[Fraction, Fraction], bool]] = {
    ("", "year"): eq,  # aged 18, 18 anni
    ("", "times"): eq,  # due volte, twice
    ("times", "fraction"): eq,  # halved, della metà
    ("times", "percent"): lambda a, b: b in (a * 100, (a - 1) * 100),  # doubled, 100 per cento
    ("short-year", ""): lambda a, b: a == b % 100 and _is_year(b),  # '63, 1963
    ("short-year", "decade"): lambda a, b: a == b % 100 and a % 10 == 0,
    ("month-name", "month-year"): lambda a, b: a == b % 100,
    ("", "indefinite"): eq,
    ("", "decade"): lambda a, b: a == b and (a < _FIRST_YEAR or a % 100 == 0),  # nel 1800, the 1800s
    ("", "fraction"): lambda a, b: (
        a == b or (b.numerator == 1 and a == b.denominator)
    ),  # one in three, un terzo
    ("", "month-day"): lambda a, b: a == b % 100,
    ("", "clock"): lambda a, b: b in (a * 60, (a + 12) * 60, _chapter_and_verse(a), a // 100 * 60 + a % 100),
    ("fraction", "quarter"): lambda a, b: a == b / 4,  # a quarter, un trimestre
    ("fraction", "semester"): lambda a, b: a == b / 2,  # the first half, il primo semestre
    ("fraction", "percent"): lambda a, b: abs(a * 100 - b) <= Fraction(1, 2),
    ("day-month", "month-day"): eq,  # 5/5, 5 May
    ("month-name", "month-day"): lambda a, b: a == b // 100,
    ("month-name", "date"): lambda a, b: a == b // 100 % 100,
    ("month-day", "date"): lambda a, b: a == b % 10000,
    ("decade", "decade"): lambda a, b: min(a, b) < 100 and a % 100 == b % 100,
    ("decade", "year"): lambda a, b: a <= b < a + 10,  # in his 40s, quarantenne; mid-thirties, 35 anni
    ("relative-year", "month"): lambda _, b: b == 12,  # the last 12 months, l'anno trascorso
    ("code", ""): lambda a, b: a < 100 and b // 100 in (19, 20) and a == b % 100,  # SS19, 2019
}
"""By the unit of the shorter and of the longer form."""
