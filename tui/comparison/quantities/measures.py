"""Numbers that count something: percentages, amounts of money, units of measure, durations, ages."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tui.comparison.quantities.dates import Found, year
from tui.comparison.quantities.fact import Fact, FactKind, Reading, Strength
from tui.comparison.quantities.numbers import Number, number_at
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.vocabulary import units

_SHARES = ("percent", "permille", "percentage-point", "basis-point")
_INCHES_A_FOOT = 12


def prefixed_amount(scan: Scan, index: int) -> Found | None:
    """Money with its sign or code before the number: `$3bn`, `US$ 5`, `EUR 2.500`."""
    unit, at = _currency_before(scan, index)
    if unit is None:
        return None
    number = number_at(scan, at, money=True)
    if number is None or not number.digits or number.unit or number.ordinal:
        return None
    readings = tuple(Reading(value, unit) for value in number.values)
    span = scan.span(index, number.end)
    return Fact("amount", span, readings, "amount", ambiguous=len(number.values) > 1), number.end


def measured(scan: Scan, index: int, number: Number) -> Found:
    """A number with the unit that follows it, or bare."""
    carries = number.unit not in ("", "fraction", "indefinite")
    counted = None if number.ordinal or carries else _unit_after(scan, number)
    if counted is not None:
        unit, end, number = counted
        if unit == "ft":
            return _feet(scan, index, number, end)
        return _with_unit(scan, index, number, unit, end)
    if carries:
        return _with_unit(scan, index, number, number.unit, number.end)
    readings = tuple(Reading(value, number.unit) for value in number.values)
    readings += _further_readings(scan, number)
    kind: FactKind = "number"
    rule = number.unit or ("ordinal" if number.ordinal else "number")
    if number.digits and not number.ordinal and year(scan, index, number):
        kind, rule = "date", "year"
    span, two_notations = scan.span(index, number.end), len(number.values) > 1 and number.digits
    return Fact(
        kind, span, readings, rule, number.strength, ordinal=number.ordinal, ambiguous=two_notations
    ), number.end


def _further_readings(scan: Scan, number: Number) -> tuple[Reading, ...]:
    """What a bare number may count: `nine straight hours`, `the 60th anniversary`; `9/11` may be a day."""
    at = number.end + (scan.kind(number.end) == "word" and not number.ordinal)
    unit = scan.term(at, "units")
    if unit is not None and (number.ordinal or at > number.end):
        return (Reading(number.value, unit.value),)
    if number.unit == "fraction" and number.digits and scan.key(number.end - 2) == "/":
        written = scan.key(number.end - 3), scan.key(number.end - 1)
        if not all(part.isdecimal() for part in written):
            return ()
        parts = int(written[0]), int(written[1])
        days = ((m, d) for m, d in (parts, parts[::-1]) if m <= 12 and d <= 31)
        return tuple(Reading(Fraction(m * 100 + d), "month-day") for m, d in days)
    return ()


def _currency_before(scan: Scan, index: int) -> tuple[str | None, int]:
    for category in ("signs", "codes"):
        term = scan.term(index, category)
        if term is None or not units().is_currency(term.value):
            continue
        lexeme = scan.lexemes[index]
        if category == "codes" and not lexeme.text.isupper():
            continue
        return term.value, index + term.width
    return None, index


def _unit_after(scan: Scan, number: Number) -> tuple[str, int, Number] | None:
    at = scan.past_hyphen(number.end)
    term = scan.term(at, "units")
    if term is None and number.value != 1:
        further = scan.past(at, "of")
        term = scan.term(further, "units") if further > at and number.scale > 1 else None
        at = further if term is not None else at
    if term is None:
        code = scan.term(at, "codes")
        lexeme = scan.at(at)
        if code is None or lexeme is None or not lexeme.text.isupper() or not number.digits:
            return None
        return code.value, at + 1, number
    if len(scan.key(at)) == 1 and scan.kind(at) == "word" and not number.digits:
        return None
    if scan.term(at, "glued_units") is not None and not scan.glued(at):
        return None
    end = at + term.width
    half = scan.term(end, "half_after")
    if half is not None and number.scale == 1:  # un anno e mezzo
        half_more = tuple(value + Fraction(1, 2) for value in number.values)
        return term.value, end + half.width, replace(number, values=half_more, strength=Strength.STRONG)
    return term.value, end, number


def _with_unit(scan: Scan, index: int, number: Number, unit: str, end: int) -> Found:
    readings = tuple(Reading(value, unit) for value in number.values)
    if unit == "m" and scan.key(number.end) == "m" and scan.glued(number.end):  # 125m: metres, or millions
        readings += (Reading(number.value * 1_000_000), Reading(number.value, "minute"))
    if scan.lexemes[end - 1].text[:1].isupper():  # a title that may stay as it is: 60 Minutes
        readings += (Reading(number.value),)
    if number.unit == "indefinite":
        readings = tuple(Reading(value, "indefinite") for value in number.values)
    kind = _kind(unit)
    two_notations = len(number.values) > 1 and number.digits
    return Fact(kind, scan.span(index, end), readings, kind, number.strength, ambiguous=two_notations), end


def _feet(scan: Scan, index: int, number: Number, end: int) -> Found:
    """`6-foot-6`, `6ft 6in`: one length in inches."""
    at = scan.past_hyphen(end)
    lexeme = scan.at(at)
    glued = at > end or scan.term(scan.past_hyphen(at + 1), "units") is not None
    if lexeme is None or not glued or not lexeme.text.isdecimal() or int(lexeme.text) >= _INCHES_A_FOOT:
        return _with_unit(scan, index, number, "ft", end)
    after = at + 1
    inch = scan.term(scan.past_hyphen(after), "units")
    if inch is not None and inch.value != "in":
        return _with_unit(scan, index, number, "ft", end)
    if inch is not None:
        after = scan.past_hyphen(after) + inch.width
    reading = Reading(number.value * _INCHES_A_FOOT + int(lexeme.text), "in")
    return Fact("unit", scan.span(index, after), (reading,), "unit", number.strength), after


def _kind(unit: str) -> FactKind:
    if unit in _SHARES:
        return "percentage"
    if units().is_currency(unit):
        return "amount"
    measure = units().measures.get(unit)
    if measure is not None and measure.dimension in ("time", "months"):
        return "time"
    return "unit"
