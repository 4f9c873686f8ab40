"""Numerals as written: which sign groups thousands and which begins the decimals is a matter of language."""

import re
import unicodedata
from fractions import Fraction

_SPACES = str.maketrans("", "", "\u00a0\u202f\u2007\u2008\u2009 '’‘")
_DENOMINATORS = 100
"""No vulgar fraction of Unicode has a denominator beyond this."""
_ROMAN = re.compile(r"L?X{0,3}(?:IX|IV|V?I{0,3})\Z")  # no C, D, M: CD, DC, MC are more often something else
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def values(numeral: str, decimal: str) -> tuple[Fraction, ...]:
    """The values a numeral may have, the likeliest in a text whose decimal sign is `decimal` first.

    `1,500` and `1.500` have two (1500 and 1.5): the language decides the order. `2.5`, `2,500.50` and
    `1.000.000` have one whatever the language, since only one reading is well formed.
    """
    part = vulgar(numeral)
    if part is not None:
        return (part,)
    digits = numeral.translate(_SPACES)
    signs = [c for c in digits if c in ".,"]
    if not signs:
        return (Fraction(digits),) if digits.isdecimal() else ()
    if ":" in digits:
        return ()
    last = signs[-1]
    if len(set(signs)) == 2:  # the last sign begins the decimals
        return _mixed(digits, last)
    groups = digits.split(last)
    as_thousands = Fraction("".join(groups)) if _grouped(groups) else None
    if len(groups) > 2:
        return () if as_thousands is None else (as_thousands,)
    as_decimal = Fraction(f"{groups[0]}.{groups[1]}")
    if as_thousands is None:
        return (as_decimal,)
    return (as_decimal, as_thousands) if last == decimal else (as_thousands, as_decimal)


def vulgar(numeral: str) -> Fraction | None:
    """The value of a fraction in one character (`½`, `⅗`); None for other texts."""
    if len(numeral) != 1 or numeral.isascii() or numeral.isdecimal():
        return None
    value = unicodedata.numeric(numeral, None)
    return Fraction(value).limit_denominator(_DENOMINATORS) if value is not None and 0 < value < 1 else None


def _mixed(digits: str, decimal: str) -> tuple[Fraction, ...]:
    whole, _, part = digits.rpartition(decimal)
    groups = re.split("[.,]", whole)
    if decimal in whole or not _grouped(groups):
        return ()
    return (Fraction("".join(groups) + "." + part),)


def _grouped(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and groups[0] != "0" and all(len(g) == 3 for g in groups[1:])


def clock(numeral: str) -> int | None:
    """`17.30`, `17:30` and `5:30` as minutes since midnight; None when no clock shows that."""
    match = re.fullmatch(r"(\d{1,2})[.:](\d{2})", numeral)
    return None if match is None else minutes_of_day(int(match[1]), int(match[2]))


def minutes_of_day(hour: int, minute: int) -> int | None:
    """An hour and its minutes as minutes since midnight; None when no clock shows that."""
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def roman(word: str, *, alone: bool = False) -> int | None:
    """A Roman numeral up to 89 as a number; None for other words.

    One letter (I, V, X) is a number only where `alone` says that a number is awaited.
    """
    if len(word) < (1 if alone else 2) or word in ("L", "LI") or not _ROMAN.match(word):
        return None
    total = 0
    for letter, following in zip(word, [*word[1:], ""], strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total
