"""Numbers that begin with digits: `2,500`, `3¾`, `1 1/2`, `44enne`, `20-fold`, `17°`."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from tui.comparison.quantities.notation import values, vulgar
from tui.comparison.quantities.numbers import Number, denominator, half_after, of_a_scale, scaled
from tui.comparison.quantities.scan import Scan

_COMMON_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32))
"""Those of kitchen, workshop and stock exchange: after another number they make it a mixed one."""


def numeral(scan: Scan, index: int, *, money: bool = False) -> Number | None:
    """The number that begins with the numeral at `index`; `money`: a currency sign stands before it."""
    read = values(scan.text(index), scan.vocabulary.notation.decimal)
    if not read:
        return None
    if vulgar(scan.text(index)) is not None:
        return of_a_scale(scan, Number(read, index + 1, unit="fraction", digits=True))
    number = Number(read, index + 1, digits=True)
    if scan.glued(index + 1) and scan.term(index + 1, "ordinal_marks") is not None:
        return replace(number, end=index + 2, ordinal=True)
    return _grown(scan, number) or _mixed(scan, number) or _plain(scan, number, money=money)


def _plain(scan: Scan, number: Number, *, money: bool) -> Number:
    number = scaled(scan, number, money=money)
    at = scan.past(number.end, "joiners")
    if number.scale >= 1_000_000 and scan.kind(at) == "numeral":
        read = values(scan.text(at), scan.vocabulary.notation.decimal)
        rest = scaled(scan, Number(read, at + 1), money=money) if read else None
        if rest is not None and 1 < rest.scale < number.scale and rest.value < number.scale:
            return replace(number, values=(number.value + rest.value,), end=rest.end)
    return denominator(scan, half_after(scan, number))


def _grown(scan: Scan, number: Number) -> Number | None:
    """`44enne`, `20-fold`."""
    at = scan.past_hyphen(number.end)
    if not scan.glued(at) or scan.kind(at) != "word":
        return None
    for ending, meaning in scan.vocabulary.suffixes:
        if scan.key(at) == ending:
            return replace(number, end=at + 1).meaning(meaning)
    return None


def _mixed(scan: Scan, number: Number) -> Number | None:
    """`3¾`, `18 ½`, `1 1/2`."""
    if number.value.denominator != 1:
        return None
    part = vulgar(scan.text(number.end))
    if part is not None:
        return replace(number, values=(number.value + part,), end=number.end + 1)
    above, below = scan.whole(number.end), scan.whole(number.end + 2)
    slash = scan.key(number.end + 1) == "/" and scan.glued(number.end + 1) and scan.glued(number.end + 2)
    if (
        scan.glued(number.end)
        or not slash
        or not above
        or below not in _COMMON_DENOMINATORS
        or above >= below
    ):
        return None
    return replace(number, values=(number.value + Fraction(above, below),), end=number.end + 3)
