"""All the facts of quantity in a sentence: the most specific rule takes a place, and no two overlap."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from msgspec.structs import replace

from tui.articles import Span
from tui.comparison.quantities.ages import age_word, decade_number
from tui.comparison.quantities.compounds import is_number_word
from tui.comparison.quantities.context import Counting, in_context
from tui.comparison.quantities.dates import calendar_word, dated_number, numeric_date, short_year
from tui.comparison.quantities.fact import MARK, Fact, Reading, Strength
from tui.comparison.quantities.found import Found, Spotted
from tui.comparison.quantities.found import found as spotted
from tui.comparison.quantities.lasting import lasting
from tui.comparison.quantities.measures import measured, prefixed_amount
from tui.comparison.quantities.notation import roman
from tui.comparison.quantities.reading import number_at
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.times import clock_numeral, clock_word, timed_number
from tui.comparison.quantities.units import units
from tui.comparison.quantities.vocabulary import Vocabulary, vocabulary
from tui.comparison.quantities.written import code, exponent, mark, stroke

_ONE = Fraction(1)
_FIRST_ERA_SAYS_NOTHING = 5000
"""From this number on nothing is a year with an era."""
_SIGNS = frozenset("-−–‐")
_SPOKEN = frozenset(("word", "sign"))
_BEGINNINGS = frozenset((
    "articles", "cardinals", "scales", "ordinals", "fractions", "groups", "indefinite", "shadows",
    "multipliers", "idioms", "rounds", "periods", "months", "months_short", "weekdays", "seasons", "relative",
    "decade_before", "decades", "centuries", "feasts", "clock", "clock_marks", "half_before", "few", "signs",
    "codes", "not_facts",
))  # fmt: skip
"""The categories with which a fact may begin, or which say that none does."""


def facts(text: str, start: int, end: int, language: str, *, bare: bool = False) -> tuple[Fact, ...]:
    """The facts of quantity in `text[start:end]`, in order, for a BCP 47 language tag.

    `bare` reads numerals, months and weekdays only, to compare with a language whose words nobody listed.
    """
    return read(text, start, end, language, bare=bare)[0]


def read(
    text: str,
    start: int,
    end: int,
    language: str,
    *,
    bare: bool = False,
    beside: str | None = None,
    before: Counting | None = None,
) -> tuple[tuple[Fact, ...], Counting]:
    """The facts of a sentence, and what it counts, for the sentence after it.

    `beside` is the language of the other article, some of whose words may have been left as they were;
    `before` is what the sentence before this one counts.
    """
    other = None if beside is None or bare else vocabulary(beside)
    scan = Scan(text, start, end, vocabulary(language, bare=bare), other)
    placed: list[Spotted] = []
    free = 0  # the lexeme after the last fact
    for index in _beginnings(scan):
        if index < free:
            continue
        found, scale = _fact_at(scan, index)
        if found is None:
            free = scan.past(index, "not_facts")
            continue
        fact, end_of_it = _temperature(scan, _dated(scan, _rated(scan, found)))
        if mark(scan, index, end_of_it) or exponent(scan, index):
            fact = replace(fact, strength=Strength.FILLER, rule=MARK)
        elif _in_brackets(scan, index, end_of_it) and not _again(scan, placed, index):
            fact = replace(fact, strength=min(fact.strength, Strength.SOFT))
        placed.append(Spotted(fact, index, end_of_it, scale))
        free = end_of_it
    return in_context(scan, placed, before)


def _fact_at(scan: Scan, index: int) -> tuple[Found | None, Fraction]:
    kind, terms = scan.kind(index), scan.terms(index)
    if kind == "skip":
        return None, _ONE
    for category in ("idioms", "rounds"):
        if category in terms and (category == "idioms" or _is_round(scan, index)):
            return _said(scan, index, category), _ONE
    if "feasts" in terms:
        reading, width = Reading(terms["feasts"].number, "month-day"), terms["feasts"].width
        return spotted(scan, index, index + width, reading, "feast", Strength.FILLER), _ONE
    if "not_facts" in terms:
        return None, _ONE
    if kind == "date":
        return numeric_date(scan, index), _ONE
    if kind in ("code", "phone"):
        return code(scan, index), _ONE
    if kind == "clock":
        return clock_numeral(scan, index), _ONE
    found = (
        calendar_word(scan, index)
        or age_word(scan, index)
        or short_year(scan, index)
        or clock_word(scan, index)
        or prefixed_amount(scan, index)
        or lasting(scan, index)
        or stroke(scan, index)
    )
    if found is not None:
        return found, _scale_of(scan, found[1])
    number = number_at(scan, index)
    if number is None:
        return (code(scan, index) if kind == "numeral" else None), _ONE
    found = (
        dated_number(scan, index, number)
        or decade_number(scan, index, number)
        or timed_number(scan, index, number)
        or measured(scan, index, number)
    )
    return found, number.scale


def _said(scan: Scan, index: int, category: str) -> Found:
    """`24/7`, `fifty-fifty`, and the rounds of a cup: `semi-final`, `the last four`."""
    term = scan.terms(index)[category]
    value, end = term.number, index + term.width
    if category == "rounds":
        readings: tuple[Reading, ...] = (Reading(value, "round"), Reading(value))
        return Fact("number", scan.span(index, end), readings, "number", Strength.SOFT), end
    reading = Reading(value, "fraction" if value < 1 else "")
    return Fact("number", scan.span(index, end), (reading,), "number", Strength.FILLER), end


def _is_round(scan: Scan, index: int) -> bool:
    """Whether nothing is counted: *the last four*, but not *the last four months*."""
    after = index + scan.terms(index)["rounds"].width
    counts = (
        scan.kind(index) != "word" or scan.ends_with(after, "cardinals") or scan.kind(after - 1) == "numeral"
    )
    return not counts or scan.kind(after) != "word" or scan.term(after, "clock_before") is not None


def _rated(scan: Scan, found: Found) -> Found:
    """The fact with the time in which it happens: `90 km/h`, `5 euro l'ora`, `twice a day`."""
    fact, end = found
    rate = scan.term(end, "per")
    if (
        rate is None
        or fact.per
        or fact.ordinal
        or fact.kind == "date"
        or fact.readings[0].unit in ("", "clock")
    ):
        return found
    if scan.term(end, "relative") is not None or scan.term(end + rate.width, "not_a_rate") is not None:
        return found
    end += rate.width
    return replace(fact, span=Span(fact.span.start, scan.lexemes[end - 1].end), per=rate.value), end


def _dated(scan: Scan, found: Found) -> Found:
    """The fact with the era of its year or century: `431 BC`, `V secolo a.C.`, `AD 79`."""
    fact, end = found
    if fact.kind not in ("date", "number") or fact.readings[0].value >= _FIRST_ERA_SAYS_NOTHING:
        return found
    at = scan.past(end, "century_words")
    era = scan.term(at, "eras")
    if era is None:
        return found
    end = at + era.width
    return replace(fact, span=Span(fact.span.start, scan.lexemes[end - 1].end), era=era.value), end


def _temperature(scan: Scan, found: Found) -> Found:
    """A temperature with its sign, or a change of it."""
    fact, end = found
    if not any(units().is_temperature(reading.unit) for reading in fact.readings):
        return found
    start = next(n for n, lexeme in enumerate(scan.lexemes) if lexeme.start >= fact.span.start)
    if scan.ends_with(start, "change_before") or scan.term(end, "change_after") is not None:
        return replace(fact, change=True), end
    return _below_zero(scan, found, start)


def _below_zero(scan: Scan, found: Found, start: int) -> Found:
    """`−12 °C`, `minus 40 degrees`, `40 gradi sotto zero`."""
    fact, end = found
    after, sign = scan.term(end, "below_zero"), scan.key(start - 1)
    alone = start == 1 or not scan.glued(start - 1)
    signed = sign in _SIGNS and scan.glued(start) and alone
    if after is None and not signed and not scan.ends_with(start, "minus_words"):
        return found
    end += after.width if after is not None else 0
    start -= 0 if after is not None else 1
    readings = tuple(replace(reading, value=-reading.value) for reading in fact.readings)
    return replace(fact, span=scan.span(start, end), readings=readings), end


def _in_brackets(scan: Scan, index: int, end: int) -> bool:
    """Whether a small whole number stands alone in brackets: an article's paragraph, a note."""
    number = scan.whole(index)
    return (
        number is not None
        and number < 100
        and scan.key(index - 1) == "("
        and end == index + 1
        and scan.key(end) == ")"
    )


def _again(scan: Scan, spotted: list[Spotted], index: int) -> bool:
    """Whether the brackets stand right after a number in words, which they should only say again."""
    return bool(spotted) and spotted[-1].end == index - 1 and scan.kind(index - 2) == "word"


def _beginnings(scan: Scan) -> list[int]:
    """The lexemes with which a fact may begin: few, and asking each rule costs time."""
    words = scan.vocabulary
    return [
        index
        for index, lexeme in enumerate(scan.lexemes)
        if lexeme.kind not in _SPOKEN
        or lexeme.key == "'"
        or (scan.begins(index) and not _BEGINNINGS.isdisjoint(scan.terms(index)))
        or _is_numeral(lexeme.text, lexeme.key, words)
    ]


@lru_cache(maxsize=8192)
def _is_numeral(text: str, key: str, words: Vocabulary) -> bool:
    return is_number_word(key, words) or roman(text, alone=True) is not None


def _scale_of(scan: Scan, end: int) -> Fraction:
    term = scan.term(end - 1, "scales")
    return term.number if term is not None else _ONE
