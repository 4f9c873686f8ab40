"""Numerals as written: which sign groups thousands and which begins the decimals is a matter of language."""

import re
from fractions import Fraction

_SPACES = str.maketrans("", "", "\u00a0\u202f\u2009 '’‘")
_VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "⅛": Fraction(1, 8),
}  # fmt: skip
_ROMAN = re.compile(r"L?X{0,3}(?:IX|IV|V?I{0,3})\Z")  # no C, D, M: CD, DC, MC are more often something else
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def values(numeral: str, decimal: str) -> tuple[Fraction, ...]:
    """The values a numeral may have, the likeliest in a text whose decimal sign is `decimal` first.

    `1,500` and `1.500` have two (1500 and 1.5): the language decides the order. `2.5`, `2,500.50` and
    `1.000.000` have one whatever the language, since only one reading is well formed.
    """
    if numeral in _VULGAR:
        return (_VULGAR[numeral],)
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
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def roman(word: str) -> int | None:
    """A Roman numeral of two letters or more, up to 89, as a number; None for other words."""
    if len(word) < 2 or word == "LI" or not _ROMAN.match(word):
        return None
    total = 0
    for letter, following in zip(word, [*word[1:], ""], strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total
