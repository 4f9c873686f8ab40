"""Numbers in digits and in words, with what may be grown onto them: scales, halves, fractions, ordinals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tui.comparison.quantities.fact import Strength
from tui.comparison.quantities.notation import roman, values
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.words import cardinal_at, derived

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as read: what it may be worth and where it ends."""

    values: tuple[Fraction, ...]
    """The likeliest first."""
    end: int
    """The index of the lexeme after it."""
    strength: Strength = Strength.STRONG
    digits: bool = False
    ordinal: bool = False
    unit: str = ""
    """`fraction`, `indefinite`, or a unit that the word carries (`trentunenne`: year)."""
    scale: Fraction = Fraction(1)
    """What the last scale word multiplied (`3 million`: 1,000,000)."""

    @property
    def value(self) -> Fraction:
        """The likeliest value."""
        return self.values[0]


def number_at(scan: Scan, index: int, *, money: bool = False) -> Number | None:
    """The number that begins at `index`; `money` says that a currency sign stands before it (£125m)."""
    lexeme = scan.at(index)
    if lexeme is None:
        return None
    if lexeme.kind == "numeral":
        return _numeral(scan, index, money=money)
    if lexeme.kind != "word":
        return None
    for rule in (_half, _article, _few, _cardinal, _derived, _ordinal, _group, _indefinite, _shadow, _roman):
        found = rule(scan, index)
        if found is not None:
            return found
    return None


def _numeral(scan: Scan, index: int, *, money: bool) -> Number | None:
    lexeme = scan.lexemes[index]
    read = values(lexeme.text, scan.vocabulary.decimal)
    if not read:
        return None
    number = Number(read, index + 1, digits=True)
    following = scan.at(index + 1)
    if following is not None and following.kind == "numeral" and values(following.text, ".")[:1] == (_HALF,):
        return replace(number, values=(read[0] + _HALF,), end=index + 2)  # 18 ½
    if following is not None and following.glued and scan.term(index + 1, "ordinal_marks") is not None:
        return replace(number, end=index + 2, ordinal=True)
    if following is not None and following.glued and following.kind == "word":
        for ending, meaning in scan.vocabulary.suffixes:  # 44enne
            if following.key == ending:
                return _with_meaning(replace(number, end=index + 2), meaning)
    if (
        read[0].denominator == 1
        and scan.key(index + 1) == "/"
        and scan.glued(index + 1)
        and scan.glued(index + 2)
    ):
        below = scan.at(index + 2)
        if below is not None and below.text.isdecimal() and int(below.text) > read[0] > 0:
            return Number((read[0] / int(below.text),), index + 3, unit="fraction", digits=True)
    return _denominator(scan, _half_after(scan, _scaled(scan, number, money=money)))


def _scaled(scan: Scan, number: Number, *, money: bool) -> Number:
    """`2.5 million`, `8mila`, `£125m`, `3 miliardi e 200 milioni`."""
    while True:
        at = scan.past_hyphen(number.end)
        term = scan.term(at, "scales")
        if term is None or (scan.key(at) in "mkb" and not _letter_is_scale(scan, at, money=money)):
            break
        end = at + term.width
        end += (
            scan.key(end) == "." and scan.glued(end) and end + 1 < len(scan) and len(scan.key(at)) == 3
        )  # mln.
        number = replace(
            number, values=tuple(v * term.number for v in number.values), end=end, scale=term.number
        )
    at = scan.past(number.end, "joiners")
    if number.scale >= 1_000_000 and scan.kind(at) == "numeral":
        rest = _scaled(
            scan, Number(values(scan.lexemes[at].text, scan.vocabulary.decimal), at + 1), money=money
        )
        if rest.values and 1 < rest.scale < number.scale and rest.value < number.scale:
            return replace(number, values=(number.value + rest.value,), end=rest.end)
    return number


def _letter_is_scale(scan: Scan, index: int, *, money: bool) -> bool:
    if not scan.glued(index):
        return False
    if money or scan.key(index) == "k":
        return True
    currency = scan.term(scan.past(index + 1, "of"), "units")
    return currency is not None and currency.value.isupper()


def _half_after(scan: Scan, number: Number) -> Number:
    """`two and a half`, `un milione e mezzo`."""
    term = scan.term(number.end, "half_after")
    if term is None or number.ordinal:
        return number
    return replace(
        number, values=tuple(v + number.scale / 2 for v in number.values), end=number.end + term.width
    )


def _denominator(scan: Scan, number: Number) -> Number:
    """`two thirds`, `tre quarti`, `two-thirds`; `two dozen`."""
    at = scan.past_hyphen(number.end)
    part = scan.term(at, "fractions")
    if (
        part is not None
        and number.value < 20
        and number.value.denominator == 1
        and number.value * part.number < 1
    ):
        return Number((number.value * part.number,), at + part.width, unit="fraction", digits=number.digits)
    group = scan.term(at, "groups") or scan.term(at, "indefinite")
    if group is not None and number.scale == 1:
        return replace(
            number, values=(number.value * group.number,), end=at + group.width, scale=group.number
        )
    return number


def _half(scan: Scan, index: int) -> Number | None:
    term = scan.term(index, "half_before")
    if term is None:
        return None
    at = scan.past_hyphen(index + term.width)
    for category in ("scales", "groups"):
        size = scan.term(at, category)
        if size is not None:
            return Number((size.number / 2,), at + size.width, scale=size.number)
    if scan.term(at, "units") is not None:
        return Number((_HALF,), at, strength=Strength.SOFT)
    return Number((_HALF,), index + term.width, strength=Strength.FILLER, unit="fraction")


def _article(scan: Scan, index: int) -> Number | None:
    if scan.term(index, "articles") is None:
        return None
    at = index + 1
    if scan.term(at, "scales") is not None and len(scan.key(at)) > 2:
        return None  # a million: the article is its first number word
    group = scan.term(at, "groups")
    if group is not None:
        return Number((group.number,), at + group.width, scale=group.number)
    part = scan.term(at, "fractions")
    if part is not None and scan.term(at + 1, "months") is None:
        return Number((part.number,), at + part.width, strength=Strength.SOFT, unit="fraction")
    unit = scan.term(at, "units")
    if unit is not None and len(scan.key(at)) > 2 and scan.term(at, "ordinals") is None:  # a second
        return Number((Fraction(1),), at, strength=Strength.SHADOW)
    return None


def _few(scan: Scan, index: int) -> Number | None:
    """`a few hundred`, `qualche centinaio`, `hundreds of thousands` without the first word."""
    term = scan.term(index, "few")
    if term is None:
        return None
    at = index + term.width
    for category in ("scales", "groups", "indefinite"):
        size = scan.term(at, category)
        if size is not None and len(scan.key(at)) > 2:
            return _indefinite(scan, at) or Number(
                (size.number,), at + size.width, Strength.SOFT, unit="indefinite"
            )
    return None


def _cardinal(scan: Scan, index: int) -> Number | None:
    found = cardinal_at(scan, index)
    if found is None:
        return None
    value, end = found
    number = Number((value,), end, strength=_strength(scan, index, end, value))
    if value >= 1000:
        number = replace(number, scale=_last_scale(scan, end))
    tail = scan.term(scan.past_hyphen(end), "ordinals")
    if tail is not None and scan.past_hyphen(end) > end and value % 10 == 0 and tail.number < 10:
        return replace(
            number, values=(value + tail.number,), end=end + 2, ordinal=True, strength=Strength.STRONG
        )
    if scan.term(end, "decimal_words") is not None:
        decimals = cardinal_at(scan, end + 1)
        if decimals is not None and decimals[0].denominator == 1:
            digits = str(decimals[0].numerator)
            return _scaled(
                scan, replace(number, values=(value + Fraction(f"0.{digits}"),), end=decimals[1]), money=False
            )
    return _denominator(scan, _scaled(scan, _half_after(scan, number), money=False))


def _last_scale(scan: Scan, end: int) -> Fraction:
    term = scan.term(end - 1, "scales")
    return term.number if term is not None and term.number >= 1000 else Fraction(1)


def _strength(scan: Scan, index: int, end: int, value: Fraction) -> Strength:
    if end == index + 1 and scan.term(index, "articles") is not None:
        return Strength.FILLER
    alone = end == index + 1 and scan.term(end, "units") is None
    if value <= 1 or (alone and scan.term(index, "homographs") is not None):
        return Strength.SHADOW
    return Strength.SOFT if value == 2 else Strength.STRONG


def _derived(scan: Scan, index: int) -> Number | None:
    found = derived(scan.key(index), scan.vocabulary.language)
    if found is None or scan.terms(index):  # millennio is a word of its own
        return None
    return _with_meaning(Number((found[0],), index + 1), found[1])


def _with_meaning(number: Number, meaning: str) -> Number:
    return replace(number, ordinal=True) if meaning == "ordinal" else replace(number, unit=meaning)


def _ordinal(scan: Scan, index: int) -> Number | None:
    term = scan.term(index, "ordinals")
    if term is None:
        return None
    strength = {1: Strength.SHADOW, 2: Strength.SHADOW, 3: Strength.SOFT}.get(
        int(term.number), Strength.STRONG
    )
    part = scan.term(index, "fractions")
    read = (term.number,) if part is None else (term.number, part.number)
    return Number(read, index + term.width, strength=strength, ordinal=True)


def _group(scan: Scan, index: int) -> Number | None:
    term = scan.term(index, "groups")
    return Number((term.number,), index + term.width, strength=Strength.SOFT) if term is not None else None


def _indefinite(scan: Scan, index: int) -> Number | None:
    """`hundreds`, `decine di migliaia`."""
    term = scan.term(index, "indefinite")
    if term is None:
        return None
    value, end = term.number, index + term.width
    further = scan.term(scan.past(end, "of"), "indefinite")
    if further is not None and scan.past(end, "of") > end:
        value, end = value * further.number, scan.past(end, "of") + further.width
    return Number((value,), end, strength=Strength.SOFT, unit="indefinite")


def _shadow(scan: Scan, index: int) -> Number | None:
    for category in ("shadows", "fractions"):
        term = scan.term(index, category)
        if term is not None:
            unit = "fraction" if category == "fractions" else ""
            return Number((term.number,), index + term.width, strength=Strength.FILLER, unit=unit)
    return None


def _roman(scan: Scan, index: int) -> Number | None:
    value = roman(scan.lexemes[index].text)
    return (
        None if value is None else Number((Fraction(value),), index + 1, strength=Strength.SOFT, ordinal=True)
    )
