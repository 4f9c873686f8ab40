"""Decades and centuries: `1990s`, `anni Venti del Novecento`, `nineteen-twenties`, `il '700`."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from tui.comparison.quantities.fact import Reading, Strength
from tui.comparison.quantities.found import Found, found
from tui.comparison.quantities.notation import roman
from tui.comparison.quantities.numbers import Number
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.words import cardinal_at, compound

_FIRST_SHORT = 3
"""*il '300* is the fourteenth century; what is less was never said so."""
_AFTER_SHORT = 11
"""From the hundreds in *'700* to the eighteenth century."""
_DIGITS = 4
"""Of the first year of a century."""
_TEENS = range(10, 21)
"""The centuries before which a decade is said (*nineteen-twenties*)."""


def decade_number(scan: Scan, index: int, number: Number) -> Found | None:
    """A number that makes a decade: `1990s`, `90s`, `nineteen-twenties`, `eighteen hundreds`."""
    if number.value in _TEENS and number.end == index + 1 and not number.digits:
        at = scan.past_hyphen(number.end)
        named = scan.term(at, "decades") if scan.term(at, "cardinals") is None else None
        if named is not None:
            return _decade(scan, index, at + 1, number.value * 100 + named.number)
    if (
        number.scale == 100
        and number.value / 100 in _TEENS
        and scan.term(number.end - 1, "indefinite") is not None
    ):
        return _decade(scan, index, number.end, number.value)
    round_ten = (
        number.digits and number.end == index + 1 and number.value.denominator == 1 and number.value % 10 == 0
    )
    term = scan.term(index + 1, "decade_after") if round_ten else None
    if term is None or not (scan.glued(index + 1) or scan.kind(index + 1) == "sign"):
        return None
    fact, end = _decade(scan, index, index + 1 + term.width, number.value)
    if len(scan.text(index)) == 2:  # 30s are seconds, too
        fact = replace(fact, readings=(*fact.readings, Reading(number.value, "second")))
    return fact, end


def age_word(scan: Scan, index: int) -> Found | None:
    """A century or decade that a word begins: `il Novecento`, `il '700`, `gli anni Venti`, `the nineties`."""
    terms = scan.terms(index)
    if "decade_before" in terms:
        return _decade_after_word(scan, index, index + terms["decade_before"].width)
    plain = "cardinals" not in terms and compound(scan.key(index), scan.vocabulary.language) is None
    if "decades" in terms and plain:
        return _decade(scan, index, index + 1, terms["decades"].number)
    if (
        "decades" in terms and scan.capital(index) and scan.ends_with(index, "decade_article")
    ):  # negli Ottanta
        return _decade(scan, index, index + 1, terms["decades"].number)
    century = _century(scan, index)
    if century is None:
        return None
    value, end = century
    fact, _ = found(scan, index, end, Reading(value), "century", Strength.SOFT)
    years = cardinal_at(scan, index)
    if years is not None and end == index + 1:
        fact = replace(fact, readings=(*fact.readings, Reading(years[0])))
    return fact, end


def _century(scan: Scan, index: int) -> tuple[Fraction, int] | None:
    """The number of the century named at `index`, and the index after it."""
    named = scan.term(index, "centuries")
    if named is not None and scan.capital(index):
        return named.number, index + named.width
    first, last = scan.term(index, "cardinals"), scan.term(index + 2, "centuries")
    paired = scan.term(index + 1, "joiners") is not None and scan.capital(index + 2)
    if first is not None and last is not None and scan.capital(index) and paired:  # tra Otto e Novecento
        value = first.number + _AFTER_SHORT
        return (value, index + 1) if value < last.number else None
    at = index + (scan.key(index) == "'" and scan.glued(index + 1))
    short = scan.whole(at)
    apart = at > index or scan.key(index - 1).endswith("'")
    if short is None or not apart or short % 100 or not _FIRST_SHORT <= short // 100 <= 9:
        return None
    if {"units", "scales"} & scan.terms(at + 1).keys() or not scan.vocabulary.grammar.get("short_centuries"):
        return None
    return Fraction(short // 100 + _AFTER_SHORT), at + 1


def _decade_after_word(scan: Scan, index: int, at: int) -> Found | None:
    """`anni '90`, `anni Novanta`, `anni 2000`, `anni Dieci del Duemila`."""
    at += scan.key(at) == "'"
    named = scan.term(at, "decades")
    if named is not None:
        return _decade(scan, index, at + 1, named.number)
    value = scan.whole(at)
    if value is None or value % 10 or len(scan.text(at)) not in (2, 4):
        return None
    if {"units", "scales"} & scan.terms(at + 1).keys():
        return None
    return _decade(scan, index, at + 1, Fraction(value))


def _decade(scan: Scan, start: int, end: int, value: Fraction) -> Found:
    """A decade, of the century that may follow it; a round hundred may be the whole century."""
    if value < 100:
        of = scan.past(end, "of", "of_the")
        century = (
            _century(scan, of) or _numbered_century(scan, of) or _hundreds(scan, of) if of > end else None
        )
        if century is not None:
            value, end = (century[0] - 1) * 100 + value, century[1]
    fact, _ = found(scan, start, end, Reading(value, "decade"), "decade")
    if value >= 1000 and value % 100 == 0:
        fact = replace(fact, readings=(*fact.readings, Reading(value / 100 + 1)))
    return fact, end


def _numbered_century(scan: Scan, index: int) -> tuple[Fraction, int] | None:
    """`(del) XX secolo`, `(of the) 20th century`."""
    value = roman(scan.text(index), alone=True)
    ordinal = scan.term(index, "ordinals")
    end = index + 1
    if value is None and ordinal is not None:
        value = int(ordinal.number)
    if value is None and scan.whole(index) is not None:
        value, end = scan.whole(index), scan.past(end, "ordinal_marks")
    century = scan.term(end, "century_words")
    return None if value is None or century is None else (Fraction(value), end + century.width)


def _hundreds(scan: Scan, index: int) -> tuple[Fraction, int] | None:
    """The century that `(degli anni Novanta del) 1500` or `cinquecento` names by its first year."""
    named = scan.term(index, "centuries")
    if named is not None:
        return named.number, index + named.width
    value = scan.whole(index)
    if value is None or value % 100 or value // 100 not in _TEENS or len(scan.text(index)) != _DIGITS:
        return None
    return Fraction(value // 100 + 1), index + 1
