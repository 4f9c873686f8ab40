"""Numbers in digits and in words, with what may be grown onto them: scales, halves, fractions, ordinals."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.quantities.fact import Qualifier, Strength
from tui.comparison.quantities.scan import Scan

HALF = Fraction(1, 2)
_LARGEST_DENOMINATED = 20
"""Twenty thirds are said, two hundred thirds are a number and an ordinal."""


class Number(Struct, frozen=True):
    """A number as read: what it may be worth and where it ends."""

    values: tuple[Fraction, ...]
    """The likeliest first."""
    end: int
    """The index of the lexeme after it."""
    strength: Strength = Strength.STRONG
    digits: bool = False
    ordinal: bool = False
    unit: str = ""
    """`fraction`, `indefinite`, `times`, or a unit that the word carries (`trentunenne`: year)."""
    scale: Fraction = Fraction(1)
    """What the last scale word multiplied (`3 million`: 1,000,000)."""
    qualifier: Qualifier = ""
    """What the word itself says of it (`ultrasessantenne`)."""

    @property
    def value(self) -> Fraction:
        """The likeliest value."""
        return self.values[0]

    def meaning(self, meaning: str) -> Number:
        """The number as an ending or a prefix makes it: an ordinal, a multiplier, or a number of years."""
        return replace(self, ordinal=True) if meaning == "ordinal" else replace(self, unit=meaning)


def scaled(scan: Scan, number: Number, *, money: bool = False) -> Number:
    """The number with its scales: `2.5 million`, `8mila`, `£125m`, `migliaia di miliardi`."""
    while True:
        at = scan.past_hyphen(number.end)
        term = scan.term(at, "scales")
        if term is None or (len(scan.key(at)) == 1 and not _letter_is_scale(scan, at, money=money)):
            break
        end = at + term.width
        end += scan.key(end) == "." and scan.glued(end) and end + 1 < len(scan) and len(scan.key(at)) == 3
        number = replace(
            number, values=tuple(v * term.number for v in number.values), end=end, scale=term.number
        )
    return number


def _letter_is_scale(scan: Scan, index: int, *, money: bool) -> bool:
    if not scan.glued(index):
        return money and scan.kind(index + 1) != "numeral"  # EUR 5 m
    if money or scan.key(index) == "k":
        return True
    currency = scan.term(scan.past(index + 1, "of"), "units")
    return currency is not None and currency.value.isupper()


def half_after(scan: Scan, number: Number) -> Number:
    """`two and a half`, `un milione e mezzo`; and `tre tazze e mezza`, where a noun stands between."""
    if number.ordinal or number.unit:
        return number
    at = scan.past_hyphen(number.end)
    term = scan.term(at, "half_after")
    if (
        term is None
        and at == number.end
        and number.value < _LARGEST_DENOMINATED
        and scan.kind(at) == "word"
        and scan.terms(at).keys() <= {"times_words"}
    ):
        at += 1
        term = scan.term(at, "half_after") if not begins_measure(scan, at) else None
    if term is None:
        return number
    values = tuple(v + number.scale / 2 for v in number.values)
    return replace(number, values=values, end=at + term.width, strength=Strength.STRONG)


def begins_measure(scan: Scan, index: int) -> bool:
    """Whether the half at `index` is half of something itself: `vent'anni e mezzo secolo`."""
    term = scan.term(index, "half_after")
    return term is not None and bool({"units", "scales"} & scan.terms(index + term.width).keys())


def denominator(scan: Scan, number: Number) -> Number:
    """`two thirds`, `tre quarti`, `two-thirds`; `two dozen`, `a thousand millions`."""
    at = scan.past_hyphen(number.end)
    part = scan.term(at, "fractions")
    if (
        part is not None
        and number.value < _LARGEST_DENOMINATED
        and number.value.denominator == 1
        and number.value * part.number < 1
    ):
        fraction = Number(
            (number.value * part.number,), at + part.width, unit="fraction", digits=number.digits
        )
        return of_a_scale(scan, fraction)
    group = scan.term(at, "groups") or scan.term(at, "indefinite")
    if group is None or number.scale >= group.number:
        return number
    end, size = at + group.width, group.number
    further = scan.term(scan.past(end, "of"), "indefinite")
    if further is not None and scan.past(end, "of") > end:  # 1,5 migliaia di miliardi
        end, size = scan.past(end, "of") + further.width, size * further.number
    return replace(number, values=(number.value * size,), end=end, scale=size)


def of_a_scale(scan: Scan, fraction: Number) -> Number:
    """`a quarter of a million`, `un quarto di milione`, or the fraction as it is."""
    at = scan.past(fraction.end, "of")
    if at == fraction.end:
        return fraction
    at = scan.past(at, "articles")
    size = scan.term(at, "scales")
    if size is None or len(scan.key(at)) < 3:
        return fraction
    return Number((fraction.value * size.number,), at + size.width, scale=size.number)
