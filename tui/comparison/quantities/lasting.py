"""Durations and lengths in the marks of two units: `1'27"`, `3′04″`, `6'2"`, `27'`, `9"58`, `3'32"53`."""

from __future__ import annotations

from fractions import Fraction

from tui.comparison.quantities.fact import Fact, Reading
from tui.comparison.quantities.found import Found
from tui.comparison.quantities.notation import values
from tui.comparison.quantities.scan import Scan

_MINUTE, _FOOT = 60, 12
_THOUSANDTHS = 3
"""Digits after the mark of the seconds, at most."""


def lasting(scan: Scan, index: int) -> Found | None:
    """`1'27"`: minutes and seconds, or feet and inches; `27'`: minutes, feet, or the end of a quotation;
    `9"58`: seconds and hundredths.
    """
    first = scan.whole(index)
    split = _split_second(scan, index + 1)
    if first is not None and split is not None:
        part, end = split
        return Fact("time", scan.span(index, end), (Reading(first + part, "second"),), "time"), end
    if first is None or scan.key(index + 1) != "'" or not scan.glued(index + 1):
        return None
    apart = scan.key(index + 3) == '"' and scan.glued(index + 3)  # 5' 30"
    numeral = (scan.glued(index + 2) or apart) and scan.kind(index + 2) == "numeral"
    second = values(scan.text(index + 2), scan.vocabulary.notation.decimal) if numeral else ()
    if second and second[0] < _MINUTE:
        end = index + 3
        split = _split_second(scan, end)
        if split is not None:
            reading = Reading(first * _MINUTE + second[0] + split[0], "second")
            return Fact("time", scan.span(index, split[1]), (reading,), "time"), split[1]
        for sign in ('"', "'"):
            end += scan.key(end) == sign and scan.glued(end)
        readings = Reading(first * _MINUTE + second[0], "second"), Reading(first * _FOOT + second[0], "in")
        return Fact("time", scan.span(index, end), readings, "time"), end
    if scan.glued(index + 2) and scan.kind(index + 2) in ("word", "numeral"):
        return None
    value = Fraction(first)
    return Fact(
        "number",
        scan.span(index, index + 1),
        (Reading(value), Reading(value, "minute"), Reading(value, "ft")),
        "number",
    ), index + 1


def _split_second(scan: Scan, index: int) -> tuple[Fraction, int] | None:
    """The part of a second that digits right after its mark at `index` say, and the index after them."""
    digits = scan.text(index + 1)
    glued = scan.glued(index) and scan.glued(index + 1)
    if scan.key(index) != '"' or not glued or not digits.isdecimal() or len(digits) > _THOUSANDTHS:
        return None
    return Fraction(int(digits), 10 ** len(digits)), index + 2
