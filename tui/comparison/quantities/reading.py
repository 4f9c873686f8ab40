"""The number that begins at a place of a sentence, however it is written."""

from __future__ import annotations

from msgspec.structs import replace

from tui.comparison.quantities.fact import Strength
from tui.comparison.quantities.numbers import Number
from tui.comparison.quantities.numerals import numeral
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.worded import worded


def number_at(scan: Scan, index: int, *, money: bool = False) -> Number | None:
    """The number that begins at `index`; `money` says that a currency sign stands before it (£125m).

    A number said twice, in words and in digits (`thirty (30) days`), is one.
    """
    number = _number_at(scan, index, money=money)
    if number is None:
        return None
    if scan.key(number.end) != "(":
        return _with_part(scan, number)
    again = _number_at(scan, number.end + 1, money=False)
    if (
        again is None
        or again.value != number.value
        or scan.key(again.end) != ")"
        or again.digits is number.digits
    ):
        return number
    return replace(number, end=again.end + 1, values=again.values if again.digits else number.values)


def _with_part(scan: Scan, number: Number) -> Number:
    """`two and a quarter hours`: a fraction after the whole, before what they count."""
    at = scan.past(scan.past_hyphen(number.end), "joiners")
    if at == number.end or number.unit or number.ordinal or number.scale > 1 or number.value.denominator > 1:
        return number
    part = _number_at(scan, scan.past_hyphen(at), money=False)
    if part is None or part.unit != "fraction" or part.value >= 1 or part.ordinal:
        return number
    if scan.term(scan.past_hyphen(part.end), "units") is None:
        return number
    values = tuple(value + part.value for value in number.values)
    return replace(number, values=values, end=part.end, strength=Strength.STRONG)


def _number_at(scan: Scan, index: int, *, money: bool) -> Number | None:
    match scan.kind(index):
        case "numeral":
            return numeral(scan, index, money=money)
        case "word":
            return worded(scan, index)
    return None
