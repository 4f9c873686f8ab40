"""Days, months, weekdays, years and *this year*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from msgspec.structs import replace

from tui.comparison.quantities.fact import PERIOD, Fact, Reading, Strength
from tui.comparison.quantities.found import Found, found
from tui.comparison.quantities.numbers import Number
from tui.comparison.quantities.scan import Scan

_SHORT_YEARS = range(21, 100)
"""What a year may be without its century, in words."""


def numeric_date(scan: Scan, index: int) -> Found | None:
    """`2024-05-09`, `9/5/2024`: with two readings where the language's readers may take day for month."""
    first, second, third = (int(part) for part in re.split(r"[/.-]", scan.text(index)))
    if first > 31:
        orders = [(first, second, third)]
    else:
        year = third if third > 99 else third + (2000 if third < 50 else 1900)
        orders = [(year, m, d) for m, d in days_in_order(scan, first, second)]
    readings = tuple(
        Reading(Fraction(y * 10000 + m * 100 + d), "date") for y, m, d in orders if _is_day(m, d)
    )
    if not readings:
        return None
    return Fact("date", scan.span(index, index + 1), readings, "numeric-date"), index + 1


def days_in_order(scan: Scan, first: int, second: int) -> list[tuple[int, int]]:
    """The months and days that two numbers may be: day first, or both ways where the month may come first."""
    orders = [(second, first), (first, second)]
    if scan.vocabulary.notation.month_first:
        orders.reverse()
    days = [(month, day) for month, day in dict.fromkeys(orders) if _is_day(month, day)]
    return days if scan.vocabulary.notation.month_first else days[:1]


def dated_number(scan: Scan, index: int, number: Number) -> Found | None:
    """A number that a month claims: `20 aprile`, `30th of September`."""
    if not (number.value.denominator == 1 and 1 <= number.value <= 31 and not number.unit):
        return None
    worded = number.ordinal and not number.digits
    if (
        worded and number.value > 1 and not scan.vocabulary.grammar.get("ordinal_days")
    ):  # la seconda di giugno
        return None
    at = scan.past(scan.past_hyphen(number.end), "of")
    at += number.digits and scan.key(at) == "." and scan.glued(at)  # 20. April
    month = _month(scan, at, beside_number=True)
    if month is None or (
        at > number.end and scan.key(index - 1) in ("-", "–") and scan.glued(index)
    ):  # il 4-1 di febbraio
        return None
    value, end = month
    return found(scan, index, end, Reading(value * 100 + number.value, "month-day"), "day-and-month")


def calendar_word(scan: Scan, index: int) -> Found | None:
    """A month, with its day where one follows, a weekday, a season or *this year*."""
    terms = scan.terms(index)
    if not terms:
        return None
    if "relative" in terms:
        unit, _, offset = terms["relative"].value.partition(":")
        reading = Reading(Fraction(offset), f"relative-{unit.removesuffix('s')}")
        return found(scan, index, index + terms["relative"].width, reading, "relative-date", Strength.SOFT)
    if "weekdays" in terms:
        return found(scan, index, index + 1, Reading(terms["weekdays"].number, "weekday"), "weekday")
    if "seasons" in terms:
        reading = Reading(terms["seasons"].number, "season")
        return found(scan, index, index + terms["seasons"].width, reading, "season", Strength.SOFT)
    if "periods" in terms:  # nell'ultimo bimestre
        period = _period(scan, index)
        if period is not None:
            return period
    month = _month(scan, index)
    return None if month is None else _month_then_day(scan, index, *month)


def _period(scan: Scan, index: int) -> Found | None:
    """A stretch of time that one word names; one that is a part of anything (*a quarter*) is a time where it
    is counted, or told from others like it: *the second quarter*, *the last quarter*.
    """
    term, part = scan.terms(index)["periods"], scan.term(index, "fractions")
    if part is not None and not any(scan.ends_with(index, use) for use in ("ordinals", "period_before")):
        return None
    value, unit = term.value.split()
    reading, end = Reading(Fraction(value), unit), index + term.width
    fact, _ = found(scan, index, end, reading, PERIOD, Strength.SOFT, kind="time")
    if part is not None and part.width == term.width:
        fact = replace(fact, readings=(reading, Reading(part.number, "fraction")))
    return fact, end


def short_year(scan: Scan, index: int) -> Found | None:
    """`'63`: an apostrophe and two digits, with nothing before and no decade after."""
    digits = scan.text(index + 1)
    if scan.key(index) != "'" or not scan.glued(index + 1) or len(digits) != 2 or not digits.isdecimal():
        return None
    after = index + 2
    closes = scan.glued(after) and (scan.kind(after) == "word" or scan.key(after) in ("'", '"', "%"))
    if closes or (scan.glued(index) and scan.kind(index - 1) in ("word", "numeral")):
        return None
    return found(scan, index, after, Reading(Fraction(digits), "short-year"), "year")


def year(scan: Scan, index: int, number: Number) -> bool:
    """Whether a number is written as a year is: four digits without a sign, 1000 to 2199."""
    text = scan.text(index)
    return number.end == index + 1 and len(text) == 4 and text.isdecimal() and 1000 <= number.value < 2200


def elided_year(scan: Scan, index: int, number: Number) -> Iterable[Reading]:
    """What a number may be after an elided word: `nell'86` may be a year."""
    text = scan.text(index)
    if number.end == index + 1 and len(text) == 2 and text.isdecimal() and scan.key(index - 1).endswith("'"):
        yield Reading(number.value, "short-year")


def worded_year(scan: Scan, index: int, number: Number) -> Iterable[Reading]:
    """What a number in words with a capital may be, where the language names years so: `il Sessantotto`."""
    alone = number.end == index + 1 and not number.digits and number.value in _SHORT_YEARS
    if alone and scan.vocabulary.grammar.get("years_by_word") and scan.capital(index):
        yield Reading(number.value, "short-year")


def _month_then_day(scan: Scan, index: int, value: Fraction, end: int) -> Found:
    day = scan.whole(end)
    if day is not None and 1 <= day <= 31:
        after = end + 1
        if scan.glued(after) and scan.term(after, "ordinal_marks") is not None:
            after += 1
        if not {"units", "scales"} & scan.terms(after).keys():
            return found(scan, index, after, Reading(value * 100 + day, "month-day"), "day-and-month")
    named = (
        scan.term(index, "month_is_a_word") is not None and scan.kind(end) != "numeral"
    )  # after May resigned
    strength = Strength.SOFT if named else Strength.STRONG
    return found(scan, index, end, Reading(value, "month-name"), "month", strength)


def _month(scan: Scan, index: int, *, beside_number: bool = False) -> tuple[Fraction, int] | None:
    """The month named at `index` and the index after it; a name that is also a word needs company."""
    if scan.kind(index) != "word":
        return None
    beside_number = beside_number or scan.kind(index - 1) == "numeral"
    capital = scan.text(index)[0].isupper()
    term = scan.term(index, "months")
    if term is not None:
        if scan.term(index, "month_is_a_word") is None:
            return term.number, index + term.width
        dated = beside_number or scan.kind(index + 1) == "numeral" or scan.ends_with(index, "month_before")
        end = index + term.width
        dated = dated or _joined_to_a_month(scan, index, end) or _beside_a_month(scan, index, end)
        return (term.number, end) if dated and capital else None
    short = scan.term(index, "months_short")
    if short is None:
        return None
    dot = scan.key(index + 1) == "." and scan.glued(index + 1)
    end = index + 1 + dot
    comma = scan.key(end) == ","  # Nov, 2019
    if _beside_a_month(scan, index, end):
        return short.number, end
    last = end == len(scan)  # on Sept.
    introduced = scan.ends_with(index, "month_before") and (
        last or not scan.text(end)[:1].isupper()
    )  # di gen. Rossi
    beside_number = beside_number or introduced or scan.kind(end + comma) == "numeral"
    if not (beside_number and (dot or capital or scan.kind(index - 1) == "numeral")):
        return None
    return short.number, end


def _beside_a_month(scan: Scan, index: int, end: int) -> bool:
    """Whether another month stands across a stroke: `Jan/Feb`, `gen.-feb.`"""
    for sign, month in ((end, end + 1), (index - 1, index - 2 - (scan.key(index - 2) == "."))):
        joined = scan.key(sign) in ("/", "-", "–") and scan.glued(sign)
        if joined and {"months", "months_short"} & scan.terms(month).keys():
            return True
    return False


def _joined_to_a_month(scan: Scan, index: int, end: int) -> bool:
    """Whether another month stands across a joining word: `July and August`."""
    return any(
        scan.term(word, "joiners") is not None and scan.term(month, "months") is not None
        for word, month in ((index - 1, index - 2), (end, end + 1))
    )


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31
