"""Numbers that begin with a word: `twenty-one`, `a dozen`, `mezzo milione`, `XIV`, `centinaia`, `doubled`."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from tui.comparison.quantities.compounds import SPAN, derived
from tui.comparison.quantities.fact import Strength
from tui.comparison.quantities.notation import roman
from tui.comparison.quantities.numbers import HALF, Number, denominator, half_after, of_a_scale, scaled
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.words import cardinal_at
from tui.languages import function_words

_ROUND = frozenset(Fraction(10) ** power for power in (2, 3, 6, 9))
"""What one word says for *many*: *cento passi*, *a thousand uses*."""
_FEW_LETTERS = 2
"""A scale that is no longer is an abbreviation, and belongs to digits."""
_REACH = 7
"""How many lexemes a Roman numeral of one letter may stand from its century (`tra il V e il VII secolo`)."""
_TEENS, _CENTURIES = range(10, 22), range(10, 100)
"""The two halves of a year said in pairs: *nineteen eighty-four*, *twenty-one hundred*."""


def worded(scan: Scan, index: int) -> Number | None:
    """The number that begins with the word at `index`."""
    for rule in (
        _half,
        _article,
        _few,
        _cardinal,
        _definite_scale,
        _derived,
        _ordinal,
        _group,
        _indefinite,
        _shadow,
        _roman,
    ):
        found = rule(scan, index)
        if found is not None:
            return found
    return None


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
        return Number((HALF,), at, strength=Strength.SOFT)
    return Number((HALF,), index + term.width, strength=Strength.FILLER, unit="fraction")


def _article(scan: Scan, index: int) -> Number | None:
    if scan.term(index, "articles") is None:
        return None
    at = index + 1
    if scan.term(at, "scales") is not None and len(scan.key(at)) > _FEW_LETTERS:
        return None  # a million: the article is its first number word
    group = scan.term(at, "groups")
    if group is not None:
        return Number((group.number,), at + group.width, scale=group.number)
    if scan.term(at, "half_before") is not None:  # una mezza dozzina
        half = _half(scan, at)
        if half is not None and not half.unit:
            return half
    part = scan.term(at, "fractions")
    apart = scan.past_hyphen(at + 1) == at + 1 and scan.term(at + 1, "months") is None
    if part is not None and apart:  # a third, but not a third-rate film
        fraction = Number((part.number,), at + part.width, strength=Strength.SOFT, unit="fraction")
        return of_a_scale(scan, fraction)
    small = derived(scan.key(at), scan.vocabulary.language) if scan.kind(at) == "word" else None
    if (
        small is not None and small.meaning == "ordinal" and scan.term(at + 1, "of") is not None
    ):  # un ventesimo di
        return Number((1 / small.value,), at + 1, strength=Strength.SOFT, unit="fraction")
    unit = scan.term(at, "units")
    if (
        unit is not None and len(scan.key(at)) > _FEW_LETTERS and scan.term(at, "ordinals") is None
    ):  # a second
        return Number((Fraction(1),), at, strength=Strength.SHADOW)
    one = Number((Fraction(1),), at)
    more = half_after(scan, one)
    return more if more is not one else None  # un cucchiaio e mezzo


def _few(scan: Scan, index: int) -> Number | None:
    """`a few hundred`, `qualche centinaio`, `several hundred million`."""
    term = scan.term(index, "few")
    if term is None:
        return None
    at = index + term.width
    for category in ("scales", "groups", "indefinite"):
        size = scan.term(at, category)
        if size is not None and len(scan.key(at)) > _FEW_LETTERS:
            found = _indefinite(scan, at)
            if found is not None:
                return found
            number = Number((size.number,), at + size.width, Strength.SOFT, unit="indefinite")
            further = scan.past(number.end, "of")
            return scaled(scan, replace(number, end=further)) if "scales" in scan.terms(further) else number
    return None


def _cardinal(scan: Scan, index: int) -> Number | None:
    found = cardinal_at(scan, index)
    if found is None:
        return None
    value, end = found
    pair = _year_in_pairs(scan, value, end)
    if pair is not None:
        return pair
    number = Number((value,), end, strength=_strength(scan, index, end, value))
    if value >= 1000:
        number = replace(number, scale=_last_scale(scan, end))
    tail = scan.term(scan.past_hyphen(end), "ordinals")
    is_open = value % 10 == 0 and value != 10  # twenty-second, but ten seconds in *ten-second*
    if tail is not None and scan.past_hyphen(end) > end and is_open and tail.number < 10:
        return replace(
            number, values=(value + tail.number,), end=end + 2, ordinal=True, strength=Strength.STRONG
        )
    if scan.term(end, "decimal_words") is not None:
        decimals = cardinal_at(scan, end + 1)
        if decimals is not None and decimals[0].denominator == 1:
            written = Fraction(f"0.{decimals[0].numerator}")
            return scaled(scan, replace(number, values=(value + written,), end=decimals[1]))
    return denominator(scan, scaled(scan, half_after(scan, number)))


def _definite_scale(scan: Scan, index: int) -> Number | None:
    """`il milione`, `per hundred grams`: a scale without a number after an article, or where so many are
    taken at a time, is one of it.
    """
    term = scan.term(index, "scales")
    if term is None or len(scan.key(index)) <= _FEW_LETTERS or scan.term(index, "indefinite") is not None:
        return None
    if not any(scan.ends_with(index, before) for before in ("definite", "at_a_time")):
        return None
    return Number((term.number,), index + term.width, strength=Strength.SOFT, scale=term.number)


def _year_in_pairs(scan: Scan, value: Fraction, end: int) -> Number | None:
    """`nineteen eighty-four`, where the language says years so."""
    if not scan.vocabulary.grammar.get("years_in_pairs") or value not in _TEENS:
        return None
    rest = cardinal_at(scan, scan.past_hyphen(end))
    if rest is None or rest[0] not in _CENTURIES or {"units", "scales"} & scan.terms(rest[1]).keys():
        return None
    return Number((value * 100 + rest[0],), rest[1])


def _last_scale(scan: Scan, end: int) -> Fraction:
    term = scan.term(end - 1, "scales")
    return term.number if term is not None and term.number >= 1000 else Fraction(1)


def _strength(scan: Scan, index: int, end: int, value: Fraction) -> Strength:
    if end == index + 1 and scan.term(index, "articles") is not None:
        return Strength.FILLER
    if value <= 1 or (
        end == index + 1 and scan.term(index, "homographs") is not None and not _counts(scan, end)
    ):
        return Strength.SHADOW
    many = value in _ROUND and (end == index + 1 or scan.term(index, "articles") is not None)
    if many and scan.term(end, "units") is None:
        return Strength.SOFT
    return Strength.SOFT if value == 2 else Strength.STRONG


def _counts(scan: Scan, index: int) -> bool:
    """Whether a unit stands at `index` that is no other word: *sei anni*, but not *sei peso*, *sei in*."""
    terms = scan.terms(index).keys()
    return "units" in terms and not {"unit_is_a_word", "sign_units"} & terms


def _derived(scan: Scan, index: int) -> Number | None:
    found = derived(scan.key(index), scan.vocabulary.language)
    if found is None or scan.terms(index):  # millennio is a word of its own
        return None
    number = Number((found.value,), index + 1, qualifier=found.qualifier)  # type: ignore[arg-type]
    if found.meaning in ("", "times", SPAN):  # bidimensionale, tenfold, ventennio
        number = replace(number, strength=Strength.SOFT)
    return number.meaning("year" if found.meaning == SPAN else found.meaning)


def _says_what(scan: Scan, index: int) -> bool:
    """Whether a word with a meaning of its own stands at `index`: *quinte classi*, but not *quinte erano*."""
    functions = function_words(scan.vocabulary.language)
    return scan.kind(index) == "word" and not functions.get(scan.key(index))


def _ordinal(scan: Scan, index: int) -> Number | None:
    term = scan.term(index, "ordinals")
    if term is None or (scan.term(index, "homographs") is not None and not _says_what(scan, index + 1)):
        return None  # dietro le quinte
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
    for category, unit in (("shadows", ""), ("multipliers", "times"), ("fractions", "fraction")):
        term = scan.term(index, category)
        if term is not None:
            number = Number((term.number,), index + term.width, strength=Strength.FILLER, unit=unit)
            return of_a_scale(scan, number) if category == "fractions" else number
    return None


_LETTERS = frozenset({"LV", "XL", "LX"})
"""Numerals that are abbreviations more often."""


def _roman(scan: Scan, index: int) -> Number | None:
    text = scan.text(index)
    alone, doubtful = len(text) == 1, text in _LETTERS
    told = (alone or doubtful) and (_in_a_century(scan, index) or _of_a_king(scan, index))
    if doubtful and not told:
        return None  # logical volumes, extra large
    value = roman(text, alone=alone and told)
    return (
        None if value is None else Number((Fraction(value),), index + 1, strength=Strength.SOFT, ordinal=True)
    )


def _of_a_king(scan: Scan, index: int) -> bool:
    """Whether a letter stands after a name as the number of a king or pope does (*George V*); not *I*."""
    named = scan.capital(index - 1) and len(scan.text(index - 1)) > _FEW_LETTERS
    further = index + 1 + (scan.key(index + 1) == ".")  # an initial
    return named and scan.text(index) != "I" and not scan.text(further)[:1].isupper()


def _in_a_century(scan: Scan, index: int) -> bool:
    """Whether a letter is a number: a century is named beside it, with nothing between but further Roman
    numerals, or what is numbered so stands before it (`Chapter V`, `capitolo V`).
    """
    if scan.ends_with(index, "numbered_by_letters") and (scan.text(index) != "I" or scan.capital(index - 1)):
        return True
    for step in (1, -1):
        for at in range(index + step, index + step * _REACH, step):
            if scan.term(at, "century_words") is not None:
                return True
            if not (
                scan.term(at, "range")
                or scan.term(at, "definite")
                or scan.key(at) == "."
                or roman(scan.text(at), alone=True)
            ):
                break
    return False
