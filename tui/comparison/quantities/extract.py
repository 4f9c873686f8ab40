"""All the facts of quantity in a sentence: the most specific rule takes a place, and no two overlap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from tui.comparison.quantities.dates import Found, calendar_word, dated_number, numeric_date
from tui.comparison.quantities.fact import End, Fact, Reading, Strength
from tui.comparison.quantities.measures import measured, prefixed_amount
from tui.comparison.quantities.notation import roman
from tui.comparison.quantities.numbers import number_at
from tui.comparison.quantities.scan import Scan
from tui.comparison.quantities.times import clock_numeral, clock_word, timed_number
from tui.comparison.quantities.vocabulary import Vocabulary, vocabulary
from tui.comparison.quantities.words import is_number_word

_LONGEST_QUALIFIER = 5
_LONGEST_LINK = 3
"""How many lexemes may stand between two numbers of one range (`da 5 fino a 10`)."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A fact with the lexemes it covers and what its scale word multiplied."""

    fact: Fact
    start: int
    end: int
    scale: Fraction


def facts(text: str, start: int, end: int, language: str, *, bare: bool = False) -> tuple[Fact, ...]:
    """The facts of quantity in `text[start:end]`, in order, for a BCP 47 language tag.

    `bare` reads numerals, months and weekdays only, to compare with a language whose words nobody listed.
    """
    scan = Scan(text, start, end, vocabulary(language, bare=bare))
    placed: list[_Placed] = []
    index = 0
    while index < len(scan):
        if _says_nothing(scan, index):
            index += 1
            continue
        found, scale = _fact_at(scan, index)
        if found is not None:
            placed.append(_Placed(found[0], index, found[1], scale))
            index = found[1]
        else:
            index = max(index + 1, scan.past(index, "not_facts"))
    if placed and _is_list_marker(scan, placed[0]):
        placed[0] = replace(placed[0], fact=replace(placed[0].fact, strength=Strength.FILLER))
    return tuple(_elliptical(_shared(scan, _qualified(scan, placed))))


def _fact_at(scan: Scan, index: int) -> tuple[Found | None, Fraction]:
    one = Fraction(1)
    kind = scan.kind(index)
    if kind == "skip" or scan.term(index, "not_facts") is not None:
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
    return not _is_numeral(scan.lexemes[index].text, scan.key(index), scan.vocabulary)


@lru_cache(maxsize=65536)
def _is_numeral(text: str, key: str, words: Vocabulary) -> bool:
    return is_number_word(key, words) or roman(text) is not None


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


def _is_list_marker(scan: Scan, first: _Placed) -> bool:
    """Whether the sentence begins with a number that only counts paragraphs (`4. But if …`)."""
    marked = (
        first.end == 1 and scan.kind(0) == "numeral" and len(scan.key(0)) <= 2 and scan.key(1) in (".", ")")
    )
    return marked and len(scan) > 3 and scan.lexemes[2].text[:1].isupper()


def _qualified(scan: Scan, placed: list[_Placed]) -> list[_Placed]:
    """Gives each amount the words around it that make it more or less: `more than 70`, `70 or more`."""
    out: list[_Placed] = []
    for item in placed:
        if item.fact.ordinal or (
            item.fact.kind == "date" and item.fact.rule != "year"
        ):  # under the 4th republic
            out.append(item)
            continue
        begin = _qualifier_before(scan, item.start, out[-1].end if out else 0)
        late = scan.term(item.end, "qualifiers_after")
        start, end = item.start if begin is None else begin, item.end
        term = late if begin is None else scan.term(begin, "qualifiers")
        if begin is None and late is not None:
            end += late.width
        fact = replace(item.fact, end=_which_end(scan, start))
        if term is not None:
            fact = replace(fact, qualifier=term.value, span=scan.span(start, end))  # type: ignore[arg-type]
            if fact.rule == "year":  # nearly 1000 people
                fact = replace(fact, kind="number", rule="number")
        out.append(replace(item, fact=fact, start=start, end=end))
    return out


def _which_end(scan: Scan, index: int) -> End:
    """Whether a word right before `index` makes of what follows the beginning of a change, or its end."""
    for end in (index, index - 1) if scan.term(index - 1, "definite") is not None else (index,):
        if scan.ends_with(end, "range_from"):
            return "from"
        if scan.ends_with(end, "range_to"):
            return "to"
    return ""


def _qualifier_before(scan: Scan, index: int, least: int) -> int | None:
    """Where the longest qualifier begins that ends right before `index`, or before the article there."""
    ends = [index] if scan.term(index - 1, "definite") is None else [index, index - 1]
    for end in ends:
        for width in range(_LONGEST_QUALIFIER, 0, -1):
            term = scan.term(end - width, "qualifiers") if end - width >= least else None
            if term is not None and term.width == width:
                return end - width
    return None


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
    elif unit not in (
        "weekday",
        "month-name",
        "date",
        "season",
        "code",
        "clock",
        "decade",
    ) and not unit.startswith("relative"):
        scaled = (bare.value * scale,) if scale > bare.value else ()
        lent = tuple(Reading(v, unit) for v in (bare.value, *scaled))
    if fact.rule == neighbour.rule == "year" or (neighbour.rule == "year" and bare.value < 100):
        lent += (Reading(value // 100 * 100 + bare.value),)
    return replace(fact, readings=(*fact.readings, *(r for r in lent if r not in fact.readings)))
