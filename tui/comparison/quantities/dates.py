"""Days, months, weekdays, years, decades, centuries and *this year*."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from tui.comparison.quantities.fact import Fact, Reading, Strength
from tui.comparison.quantities.numbers import Number
from tui.comparison.quantities.scan import Scan

Found = tuple[Fact, int]
"""A fact and the index of the lexeme after it."""


def numeric_date(scan: Scan, index: int) -> Found | None:
    """`2024-05-09`, `9/5/2024`: with two readings where day and month may change places."""
    lexeme = scan.lexemes[index]
    first, second, third = (int(part) for part in re.split(r"[/.-]", lexeme.text))
    if first > 31:
        orders = [(first, second, third)]
    else:
        year = third if third > 99 else third + (2000 if third < 50 else 1900)
        orders = [(year, second, first), (year, first, second)]
        if scan.vocabulary.month_first:
            orders.reverse()
    readings = tuple(
        Reading(Fraction(y * 10000 + m * 100 + d), "date")
        for y, m, d in dict.fromkeys(orders)
        if _is_day(m, d)
    )
    if not readings:
        return None
    return Fact("date", scan.span(index, index + 1), readings, "numeric-date"), index + 1


def dated_number(scan: Scan, index: int, number: Number) -> Found | None:
    """A number that a month or a decade claims: `20 aprile`, `30th of September`, `1990s`."""
    return _day_before_month(scan, index, number) or _decade(scan, index, number)


def calendar_word(scan: Scan, index: int) -> Found | None:
    """A month, with its day where one follows, a weekday or season, *this year*, *the nineties*."""
    terms = scan.terms(index)
    if not terms:
        return None
    if "relative" in terms:
        unit, _, offset = terms["relative"].value.partition(":")
        reading = Reading(Fraction(offset), f"relative-{unit.removesuffix('s')}")
        return _fact(scan, index, index + terms["relative"].width, reading, "relative-date", Strength.SOFT)
    if "weekdays" in terms:
        return _fact(scan, index, index + 1, Reading(terms["weekdays"].number, "weekday"), "weekday")
    if "seasons" in terms:
        reading = Reading(terms["seasons"].number, "season")
        return _fact(scan, index, index + terms["seasons"].width, reading, "season", Strength.SOFT)
    month = _month(scan, index)
    if month is not None:
        return _month_then_day(scan, index, *month)
    if (
        "centuries" in terms
        and scan.lexemes[index].text[:1].isupper()
        and scan.ends_with(index, "century_before")
    ):
        return _fact(scan, index, index + 1, Reading(terms["centuries"].number), "century", Strength.SOFT)
    if "decade_before" in terms:
        return _decade_after_word(scan, index)
    if "decades" in terms and "cardinals" not in terms:
        return _fact(scan, index, index + 1, Reading(terms["decades"].number, "decade"), "decade")
    return None


def year(scan: Scan, index: int, number: Number) -> bool:
    """Whether a number is written as a year is: four digits without a sign, 1000 to 2199."""
    text = scan.lexemes[index].text
    return number.end == index + 1 and len(text) == 4 and text.isdecimal() and 1000 <= number.value < 2200


def _day_before_month(scan: Scan, index: int, number: Number) -> Found | None:
    if not (number.value.denominator == 1 and 1 <= number.value <= 31 and not number.unit):
        return None
    at = scan.past(scan.past_hyphen(number.end), "of")
    at += number.digits and scan.key(at) == "." and scan.glued(at)  # 20. April
    month = _month(scan, at, beside_number=True)
    if month is None or (
        at > number.end and scan.key(index - 1) in "-–" and scan.glued(index)
    ):  # il 4-1 di febbraio
        return None
    value, end = month
    return _fact(scan, index, end, Reading(value * 100 + number.value, "month-day"), "day-and-month")


def _month_then_day(scan: Scan, index: int, value: Fraction, end: int) -> Found:
    day = scan.at(end)
    if day is not None and day.kind == "numeral" and day.text.isdecimal() and 1 <= int(day.text) <= 31:
        after = end + 1
        if scan.glued(after) and scan.term(after, "ordinal_marks") is not None:
            after += 1
        if not {"units", "scales"} & scan.terms(after).keys():
            return _fact(
                scan, index, after, Reading(value * 100 + int(day.text), "month-day"), "day-and-month"
            )
    named = (
        scan.term(index, "month_is_a_word") is not None and scan.kind(end) != "numeral"
    )  # after May resigned
    strength = Strength.SOFT if named else Strength.STRONG
    return _fact(scan, index, end, Reading(value, "month-name"), "month", strength)


def _month(scan: Scan, index: int, *, beside_number: bool = False) -> tuple[Fraction, int] | None:
    """The month named at `index` and the index after it; a name that is also a word needs company."""
    lexeme = scan.at(index)
    if lexeme is None:
        return None
    beside_number = beside_number or scan.kind(index + 1) == "numeral" or scan.kind(index - 1) == "numeral"
    term = scan.term(index, "months")
    if term is not None:
        if scan.term(index, "month_is_a_word") is None:
            return term.number, index + term.width
        dated = beside_number or scan.ends_with(index, "month_before")
        return (term.number, index + term.width) if dated and lexeme.text[0].isupper() else None
    short = scan.term(index, "months_short")
    if short is None:
        return None
    dot = scan.key(index + 1) == "." and scan.glued(index + 1)
    beside_number = beside_number or (dot and (scan.kind(index + 2) == "numeral" or index + 2 == len(scan)))
    if not (beside_number and (dot or lexeme.text[0].isupper() or scan.kind(index - 1) == "numeral")):
        return None
    return short.number, index + 1 + dot


def _decade(scan: Scan, index: int, number: Number) -> Found | None:
    if not (
        number.digits and number.end == index + 1 and number.value.denominator == 1 and number.value % 10 == 0
    ):
        return None
    term = scan.term(index + 1, "decade_after")
    if term is None or not (scan.glued(index + 1) or scan.kind(index + 1) == "sign"):
        return None
    fact, end = _fact(scan, index, index + 1 + term.width, Reading(number.value, "decade"), "decade")
    if number.value % 100 == 0:  # the 1800s may be the nineteenth century
        fact = replace(fact, readings=(*fact.readings, Reading(number.value / 100 + 1)))
    return fact, end


def _decade_after_word(scan: Scan, index: int) -> Found | None:
    """`anni '90`, `anni Novanta`, `anni 2000`."""
    at = index + 1 + (scan.key(index + 1) == "'")
    named = scan.term(at, "decades")
    if named is not None:
        return _fact(scan, index, at + 1, Reading(named.number, "decade"), "decade")
    lexeme = scan.at(at)
    if lexeme is None or not lexeme.text.isdecimal() or int(lexeme.text) % 10:
        return None
    apart = len(lexeme.text) not in (2, 4) or {"units", "scales"} & scan.terms(at + 1).keys()
    if apart:
        return None
    return _fact(scan, index, at + 1, Reading(Fraction(lexeme.text), "decade"), "decade")


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _fact(
    scan: Scan, start: int, end: int, reading: Reading, rule: str, strength: Strength = Strength.STRONG
) -> Found:
    return Fact("date", scan.span(start, end), (reading,), rule, strength), end
