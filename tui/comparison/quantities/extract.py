"""All the facts of quantity in a sentence: the most specific rule takes a place, and no two overlap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from tui.comparison.quantities.dates import Found, calendar_word, dated_number, numeric_date
from tui.comparison.quantities.fact import Fact, Qualifier, Reading, Strength
from tui.comparison.quantities.measures import measured, prefixed_amount
from tui.comparison.quantities.notation import roman
from tui.comparison.quantities.numbers import number_at
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.times import clock_numeral, clock_word, timed_number
from tui.comparison.quantities.vocabulary import vocabulary
from tui.comparison.quantities.words import is_number_word

_LONGEST_LINK = 3
"""How many lexemes may stand between two numbers of one range (`da 5 fino a 10`)."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A fact with the lexemes it covers and what its scale word multiplied."""

    fact: Fact
    start: int
    end: int
    scale: Fraction


def facts(text: str, start: int, end: int, language: str) -> tuple[Fact, ...]:
    """The facts of quantity in `text[start:end]`, in order, for a BCP 47 language tag."""
    scan = Scan(text, start, end, vocabulary(language))
    placed: list[_Placed] = []
    qualifier: tuple[Qualifier, int] = ("", -1)
    index = 0
    while index < len(scan):
        found, scale = _fact_at(scan, index)
        if found is not None:
            fact, after = found
            if qualifier[0] and _reaches(scan, qualifier[1], index):
                fact = replace(fact, qualifier=qualifier[0])
            elif (late := scan.term(after, "qualifiers_after")) is not None:
                fact = replace(fact, qualifier=late.value)  # type: ignore[arg-type]
                after += late.width
            if index == 0 and _is_list_marker(scan, after):
                fact = replace(fact, strength=Strength.FILLER)
            placed.append(_Placed(fact, index, after, scale))
            index, qualifier = after, ("", -1)
            continue
        terms = scan.terms(index)
        if (term := terms.get("qualifiers")) is not None:
            qualifier = (term.value, index + term.width)  # type: ignore[assignment]
        index += max((terms[c].width for c in ("qualifiers", "not_facts") if c in terms), default=1)
    return tuple(_elliptical(_shared(scan, placed)))


def _fact_at(scan: Scan, index: int) -> tuple[Found | None, Fraction]:
    one = Fraction(1)
    kind = scan.kind(index)
    if kind == "skip" or scan.term(index, "not_facts") is not None or _says_nothing(scan, index):
        return None, one
    if kind == "date":
        return numeric_date(scan, index), one
    if kind in ("code", "phone"):
        return _code(scan, index), one
    if kind == "clock":
        return clock_numeral(scan, index), one
    found = calendar_word(scan, index) or clock_word(scan, index) or prefixed_amount(scan, index)
    if found is not None:
        return found, _scale_of(scan, found[1])
    number = number_at(scan, index)
    if number is None:
        return (_code(scan, index) if kind == "numeral" else None), one
    found = (
        dated_number(scan, index, number)
        or timed_number(scan, index, number)
        or measured(scan, index, number)
    )
    return found, number.scale


def _says_nothing(scan: Scan, index: int) -> bool:
    """Whether no rule can begin at a lexeme; this is so for most words, and asking each rule costs time."""
    if scan.kind(index) not in ("word", "sign") or scan.terms(index):
        return False
    return not is_number_word(scan.key(index), scan.vocabulary) and roman(scan.lexemes[index].text) is None


def _scale_of(scan: Scan, end: int) -> Fraction:
    term = scan.term(end - 1, "scales")
    return term.number if term is not None else Fraction(1)


def _code(scan: Scan, index: int) -> Found:
    """What is compared as it is written: numbers in names (`G7`), telephone numbers, odd notation."""
    lexeme = scan.lexemes[index]
    digits = "".join(c for c in lexeme.text if c.isdecimal())
    name = "".join(c for c in lexeme.text.upper() if c.isalnum())
    readings = (Reading(Fraction(digits), "code", name), Reading(Fraction(digits)))
    return Fact("number", scan.span(index, index + 1), readings, "code"), index + 1


def _is_list_marker(scan: Scan, after: int) -> bool:
    """Whether the sentence begins with a number that only counts paragraphs (`4. But if …`)."""
    marked = after == 1 and scan.kind(0) == "numeral" and len(scan.key(0)) <= 2 and scan.key(1) in (".", ")")
    return marked and len(scan) > 3 and scan.lexemes[2].text[:1].isupper()


def _reaches(scan: Scan, end: int, index: int) -> bool:
    """Whether a qualifier ending at `end` belongs to the fact at `index`: at most an article is between."""
    return end == index or (end + 1 == index and scan.term(end, "definite") is not None)


def _shared(scan: Scan, placed: list[_Placed]) -> list[Fact]:
    """Lets a bare number take the unit, scale or month of its neighbour: `2 to 4 inches`, `May 9 and 10`."""
    out = [p.fact for p in placed]
    for i, (one, other) in enumerate(pairwise(placed)):
        if not _linked(scan, one.end, other.start):
            continue
        out[i] = _lend(out[i], other.fact, other.scale)
        out[i + 1] = _lend(out[i + 1], one.fact, one.scale)
    return out


def _elliptical(found: list[Fact]) -> list[Fact]:
    """Lets a bare number count what its sentence counts: `they gave the men $1,000 and her only 250`."""
    counted = sorted({f.readings[0].unit for f in found if f.kind in ("amount", "percentage")})
    return [
        replace(fact, readings=(*fact.readings, *(Reading(fact.readings[0].value, unit) for unit in counted)))
        if fact.rule == "number" and not fact.readings[0].unit
        else fact
        for fact in found
    ]


def _linked(scan: Scan, start: int, end: int) -> bool:
    return 0 < end - start <= _LONGEST_LINK and all(
        scan.term(at, "range") is not None or scan.term(at, "qualifiers") is not None
        for at in range(start, end)
    )


def _lend(fact: Fact, neighbour: Fact, scale: Fraction) -> Fact:
    bare = fact.readings[0]
    if bare.unit or fact.rule == "code":
        return fact
    unit, value = neighbour.readings[0].unit, neighbour.readings[0].value
    lent: tuple[Reading, ...] = ()
    if unit == "month-day":
        if 1 <= bare.value <= 31:
            lent = (Reading(value // 100 * 100 + bare.value, "month-day"),)
    elif unit not in ("weekday", "month-name", "date", "code", "clock", "decade") and not unit.startswith(
        "relative"
    ):
        scaled = (bare.value * scale,) if scale > bare.value else ()
        lent = tuple(Reading(v, unit) for v in (bare.value, *scaled))
    if fact.rule == neighbour.rule == "year" or (neighbour.rule == "year" and bare.value < 100):
        lent += (Reading(value // 100 * 100 + bare.value),)
    return replace(fact, readings=(*fact.readings, *(r for r in lent if r not in fact.readings)))
