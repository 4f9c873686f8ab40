"""Numbers that count something: percentages, amounts of money, units of measure, durations, ages."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.quantities.dates import elided_year, worded_year, year
from tui.comparison.quantities.fact import Fact, FactKind, Reading, Strength
from tui.comparison.quantities.found import Found
from tui.comparison.quantities.numbers import HALF, Number, begins_measure
from tui.comparison.quantities.reading import number_at
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.units import units

_SHARES = ("percent", "permille", "percentage-point", "basis-point")
_COUNTS = ("fraction", "indefinite", "times")
"""What a number's unit may be that says how it counts, not what."""
_SCALE = 2
"""Letters that stand for a scale at most: *m*, *bn*."""
_INCHES_A_FOOT = 12
_POWERS = ("2", "3")


class _Counted(Struct, frozen=True):
    """A number with the unit after it, and the index of the lexeme after both."""

    number: Number
    unit: str
    end: int


def prefixed_amount(scan: Scan, index: int) -> Found | None:
    """Money with its sign or code before the number: `$3bn`, `US$ 5`, `EUR 2.500`."""
    unit, at = _currency_before(scan, index)
    if unit is None:
        return None
    number = number_at(scan, at, money=True)
    if number is None or not number.digits or number.unit or number.ordinal:
        return None
    if scan.term(index, "signs") is None and _has_long_unit(scan, number):
        return None  # the make of a thing of 64bit, not 64 drams
    readings = tuple(Reading(value, unit) for value in number.values)
    span = scan.span(index, number.end)
    return Fact("amount", span, readings, "amount", ambiguous=len(number.values) > 1), number.end


def measured(scan: Scan, index: int, number: Number) -> Found:
    """A number with the unit that follows it, or bare."""
    carries = number.unit not in ("", *_COUNTS)
    counted = None if number.ordinal or carries or number.unit == "times" else _counted(scan, number)
    if counted is not None and counted.unit == "ft":
        found = _feet(scan, index, counted)
    elif counted is not None:
        found = _with_unit(scan, index, counted)
    elif carries:
        found = _with_unit(scan, index, _Counted(number, number.unit, number.end))
    else:
        found = _bare(scan, index, number)
    fact, end = found
    said_so = scan.term(index, "said_so")
    if said_so is not None and index + said_so.width == end:  # quindici giorni are two weeks
        value, unit = said_so.value.split()
        fact = replace(fact, readings=(*fact.readings, Reading(Fraction(value), unit)))
    return replace(fact, qualifier=number.qualifier), end


def _bare(scan: Scan, index: int, number: Number) -> Found:
    unit = "" if number.ordinal else number.unit
    readings = tuple(
        Reading(value, "fraction" if number.ordinal and value < 1 else unit) for value in number.values
    )  # quarto: the fourth, a fourth
    if not unit and not number.ordinal and scan.ends_with(index, "age_before"):  # aged 18
        readings = (Reading(number.value, "year"), *readings)
    years = (*elided_year(scan, index, number), *worded_year(scan, index, number))
    readings += (*_further_readings(scan, number), *years)
    kind: FactKind = "number"
    rule = unit or ("ordinal" if number.ordinal else "number")
    if number.digits and not number.ordinal and year(scan, index, number):
        kind, rule = "date", "year"
    span, two_notations = scan.span(index, number.end), len(number.values) > 1 and number.digits
    return Fact(
        kind, span, readings, rule, number.strength, ordinal=number.ordinal, ambiguous=two_notations
    ), number.end


def _further_readings(scan: Scan, number: Number) -> tuple[Reading, ...]:
    """What a bare number may count: `nine straight hours`, `the 60th anniversary`, `dieci centesimi`."""
    part, coin = (scan.term(number.end - 1, category) for category in ("fractions", "units"))
    if (
        part is not None
        and coin is not None
        and number.unit == "fraction"
        and units().is_currency(coin.value)
    ):
        return (Reading(number.value / part.number, coin.value),)
    if not number.unit and not number.ordinal and scan.term(number.end, "times_words") is not None:
        return (Reading(number.value, "times"),)
    at = number.end + (scan.kind(number.end) == "word" and not number.ordinal)
    if number.unit == "fraction":
        at = scan.past(scan.past(number.end, "of"), "articles")
    unit = scan.term(at, "units")
    if unit is not None and (number.ordinal or at > number.end):
        return (Reading(number.value, unit.value),)
    return ()


def _has_long_unit(scan: Scan, number: Number) -> bool:
    """Whether a number has a unit after it that is no currency and no letter for a scale, as in *EUR 5 m*."""
    counted = _counted(scan, number)
    return (
        counted is not None
        and not units().is_currency(counted.unit)
        and len(scan.text(scan.past_hyphen(number.end))) > _SCALE
    )


def _currency_before(scan: Scan, index: int) -> tuple[str | None, int]:
    for category in ("signs", "codes"):
        term = scan.term(index, category)
        if term is None or not units().is_currency(term.value):
            continue
        if category == "codes" and not _is_code(scan, index):
            continue
        return term.value, index + term.width
    return None, index


def _counted(scan: Scan, number: Number) -> _Counted | None:
    at = scan.past_hyphen(number.end)
    found = _unit_at(scan, at, number)
    if found is None and (number.scale > 1 or number.unit == "indefinite"):
        at = scan.past(at, "of")
        found = _unit_at(scan, at, number) if at > number.end else None
    if found is None:
        return None
    unit, end = found
    counted = _Counted(number, unit, end)
    if "/" in unit:  # mph
        return counted
    more = _and_a_part(scan, end) if number.scale == 1 and not number.unit else None
    if more is None:
        return counted
    values = tuple(value + more[0] for value in number.values)
    return _Counted(replace(number, values=values, strength=Strength.STRONG), unit, more[1])


def _unit_at(scan: Scan, at: int, number: Number) -> tuple[str, int] | None:
    """The unit named at `at` and the index after its name."""
    squared = scan.term(at, "powers_before")
    if squared is not None:
        length = _named(scan, scan.past_hyphen(at + squared.width), number)
        unit = units().raised(length[0], squared.value) if length else None
        return (unit, length[1]) if unit is not None and length is not None else None
    found = _named(scan, at, number)
    if found is None:
        return None
    if scan.text(found[1]) in _POWERS and scan.glued(found[1]):  # 20 m2
        unit = units().raised(found[0], scan.text(found[1]))
        if unit is not None:
            return unit, found[1] + 1
    after = scan.term(found[1], "powers_after")
    unit = units().raised(found[0], after.value) if after is not None else None
    return (unit, found[1] + after.width) if unit is not None and after is not None else found


def _named(scan: Scan, at: int, number: Number) -> tuple[str, int] | None:
    symbol = units().symbol(scan.text(at)) if number.digits and scan.kind(at) in ("word", "code") else None
    if symbol is not None and (len(scan.text(at)) > 1 or not scan.terms(at)) and not _other_word(scan, at):
        return symbol, at + 1
    term = scan.term(at, "units")
    if term is None and at > number.end and scan.key(at - 1) in ("-", "‐"):
        term = scan.foreign(at, "units")  # una prova 14-day
    if term is None:
        code = scan.term(at, "codes") if number.digits and _is_code(scan, at) else None
        return (code.value, at + 1) if code is not None else None
    sign = len(scan.key(at)) == 1 or scan.term(at, "sign_units") is not None
    alone = sign and scan.kind(at) == "word" and not number.digits
    return None if alone or _other_word(scan, at) else (term.value, at + term.width)


def _is_code(scan: Scan, at: int) -> bool:
    """Whether a word is written as the code of a currency is: *USD*, and where the language does so *Usd*."""
    word = scan.text(at)
    return word.isupper() or (bool(scan.vocabulary.grammar.get("titled_codes")) and word.istitle())


def _other_word(scan: Scan, at: int) -> bool:
    """Whether a sign of a unit is more likely a word: `3 in 10`, `10 mi dicono`."""
    return (
        scan.term(at, "sign_units") is not None
        and not scan.glued(at)
        and scan.kind(at + 1) in ("word", "numeral")
    )


def _and_a_part(scan: Scan, end: int) -> tuple[Fraction, int] | None:
    """What is added after the unit: `un anno e mezzo`, `due ore e un quarto`."""
    half = scan.term(end, "half_after")
    if half is not None:
        return None if begins_measure(scan, end) else (HALF, end + half.width)
    at = scan.past(end, "joiners")
    part = number_at(scan, at) if at > end else None
    if part is None or part.unit != "fraction" or part.value >= 1 or scan.term(at, "half_before") is not None:
        return None
    return None if {"of", "units", "months"} & scan.terms(part.end).keys() else (part.value, part.end)


def _with_unit(scan: Scan, index: int, counted: _Counted) -> Found:
    number, end = counted.number, counted.end
    unit, _, per = counted.unit.partition("/")
    readings = tuple(Reading(value, unit) for value in number.values)
    at = scan.past_hyphen(number.end)
    if unit == "m" and scan.key(at) == "m" and scan.glued(at):  # 125m: metres, or millions
        readings += (Reading(number.value * 1_000_000), Reading(number.value, "minute"))
    if _is_title(scan.text(end - 1)) or scan.term(at, "unit_is_a_word") is not None:
        readings += (Reading(number.value),)  # a title that may stay as it is (60 Minutes); all 12 won
    kind, many = _kind(unit), ""
    if number.unit == "indefinite":
        readings, many = tuple(Reading(value, "indefinite") for value in number.values), unit
    two_notations = len(number.values) > 1 and number.digits
    fact = Fact(kind, scan.span(index, end), readings, kind, number.strength, ambiguous=two_notations)
    return replace(fact, per=per, many=many), end


def _is_title(word: str) -> bool:
    """Whether a unit is written as in a name: *60 Minutes*, but not *60 MB*."""
    return len(word) > 2 and word.isalpha() and word.istitle()


def _feet(scan: Scan, index: int, counted: _Counted) -> Found:
    """`6-foot-6`, `6ft 6in`, `5 feet and 3¾ inches`: one length in inches."""
    at = scan.past_hyphen(counted.end)
    glued = at > counted.end
    at = scan.past(at, "joiners")
    inches = number_at(scan, at) if scan.kind(at) == "numeral" or not glued else None
    if inches is None or inches.value >= _INCHES_A_FOOT or inches.ordinal or inches.scale > 1:
        return _with_unit(scan, index, counted)
    unit = scan.term(scan.past_hyphen(inches.end), "units")
    if (unit is None and not glued) or (unit is not None and unit.value != "in"):
        return _with_unit(scan, index, counted)
    after = inches.end if unit is None else scan.past_hyphen(inches.end) + unit.width
    reading = Reading(counted.number.value * _INCHES_A_FOOT + inches.value, "in")
    return Fact("unit", scan.span(index, after), (reading,), "unit", counted.number.strength), after


def _kind(unit: str) -> FactKind:
    if unit in _SHARES:
        return "percentage"
    if units().is_currency(unit):
        return "amount"
    measure = units().measures.get(unit)
    if measure is not None and measure.dimension in ("time", "months"):
        return "time"
    return "unit"
