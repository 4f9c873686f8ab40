"""What is said of facts that do not match."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import SIDES, Article, Span
from tui.comparison.quantities.equality import Likeness, same_unit
from tui.comparison.quantities.fact import Fact, FactKind, Strength, digits
from tui.comparison.quantities.matching import Match, matches, words_are_known
from tui.comparison.quantities.ranges import turned
from tui.comparison.quantities.rules import (
    ALONE,
    CONVERSION,
    DAY,
    DIFFERS,
    NOTATION,
    QUALIFIER,
    QUALIFIER_ALONE,
    RULES,
    UNIT,
    UNREAD,
    UNSAID,
)
from tui.comparison.rule import AS_READ, Candidate, Family, Rule
from tui.comparison.surplus import measured
from tui.languages import bare, function_words

_PRECEDENCE: tuple[FactKind, ...] = ("amount", "percentage", "unit", "time", "date", "number")


class _Verdict(Struct, frozen=True):
    """What a match breaks, and what is said beside the two texts."""

    rule: Rule
    remark: str = ""


_QUALIFIED = {
    frozenset(("up", "down")): _Verdict(QUALIFIER, ": more for less"),
    frozenset(("up", "limit")): _Verdict(QUALIFIER, ": more for less"),
    frozenset(("up", "")): _Verdict(QUALIFIER_ALONE),
    frozenset(("down", "")): _Verdict(QUALIFIER_ALONE),
}
"""What the two qualifiers of an equal value make of it; other pairs say the same."""
_ONE_SAYS = ": only one of them says what it counts"
_NOUN = re.compile(r"[ \u00a0]([a-zà-ÿ]{3,})(?![\w'’])")
"""A word in small letters right after a number."""
_OFTEN = 3
"""So often one unit stands for another throughout."""
_SMALL = 10
"""Before so small a number *over* and *sotto* are mostly prepositions: talks over four regions."""


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """The differences in quantities, with how each that stands on one side alone fits there."""
    return measured(_proposed(pair), pair)


def _proposed(pair: AlignedPair) -> Iterator[Candidate]:
    """Every number, percentage, amount, measure, date and time of one side that the other does not answer.

    Where a language's words are not listed, only numerals, months and weekdays are compared: a scale or a
    twelve-hour clock may hide in a word, and whatever differs is told by a rule that is never loud.
    """
    listed = words_are_known(pair)
    found = matches(pair)
    often = Counter(filter(None, map(_units, found)))
    told: set[tuple[str, str]] = set()
    for match in found:
        source, target = _facts(match)
        verdict = _verdict(pair, source, target, match)
        if verdict is not None:
            verdict = verdict if listed else _Verdict(UNREAD, verdict.remark)
            units = _units(match)
            again = units is not None and units in told and often[units] >= _OFTEN
            told.update([units] if units else ())
            evidence = {**_evidence(pair, match), "throughout": float(again)}
            yield _candidate(pair, source, target, verdict, evidence)
    yield from turned(pair, found)


def _facts(match: Match) -> tuple[Fact | None, Fact | None]:
    return match.source.fact if match.source else None, match.target.fact if match.target else None


def _units(match: Match) -> tuple[str, str] | None:
    """The units of two facts that differ in nothing else."""
    source, target = _facts(match)
    if source is None or target is None or match.likeness is not Likeness.NONE:
        return None
    if _different(source, target).rule is not UNIT:
        return None
    return source.readings[0].unit, target.readings[0].unit


FAMILY = Family("quantities", RULES, propose)


def _evidence(pair: AlignedPair, match: Match) -> dict[str, float]:
    """`elsewhere`: the other side has the value near by, where it answers another mention; `soft`: one of the
    facts may be none; `telling`: how rare the value is, so that its equal elsewhere would be the same fact;
    `digits`: it is written in digits; `ordinal`: it only says which; `coded`: it is compared as written;
    `vague`: the other side counts without a number there; and, given by the caller, `throughout`: a unit
    keeps standing for another, as where examples are told in the reader's currency, and that was told.
    """
    sides = zip(SIDES, (match.source, match.target), strict=True)
    told = [(side, item.fact) for side, item in sides if item is not None]
    facts = [fact for _, fact in told]
    written = [fact.span.within(pair.article(side).text) for side, fact in told]
    return {
        "digits": float(all(any(c.isdecimal() for c in text) for text in written)),
        "ordinal": float(all(fact.ordinal for fact in facts)),
        "coded": float(any(fact.readings[0].unit == "code" for fact in facts)),
        "vague": float(match.vague),
        "elsewhere": float(match.elsewhere),
        "soft": float(any(fact.strength is not Strength.STRONG for fact in facts)),
        "telling": float(all(fact.readings[0].value >= _SMALL for fact in facts)),
    }


def _verdict(pair: AlignedPair, source: Fact | None, target: Fact | None, match: Match) -> _Verdict | None:
    if source is not None and target is not None:
        if match.likeness is Likeness.NONE:
            verdict = _different(source, target)
            named = any(map(_names_what, (pair.source, pair.target), (source, target)))
            return _Verdict(UNSAID, _ONE_SAYS) if verdict.rule is UNIT and named else verdict
        return _agreeing(source, target, match.likeness)
    fact = source or target
    if fact is None or fact.strength is not Strength.STRONG:
        return None
    if match.likeness is Likeness.CONVERTED:
        return _Verdict(CONVERSION, ", the same in other units")
    near = f"; the {'target' if source else 'source'} has it near by" if match.elsewhere else ""
    return _Verdict(ALONE[fact.kind], near)


def _names_what(article: Article, fact: Fact) -> bool:
    """Whether a bare number counts what a noun says that is listed as no unit, and may mean one."""
    after = _NOUN.match(article.text, fact.span.end)
    return (
        not fact.readings[0].unit
        and after is not None
        and not function_words(article.language).get(bare(after[1].casefold()))
    )


def _different(source: Fact, target: Fact) -> _Verdict:
    a, b = source.readings[0], target.readings[0]
    if a.value == b.value and not same_unit(a.unit, b.unit):
        vague = {"indefinite", "decade"} & {a.unit, b.unit}  # billion-dollar aid, miliardi di aiuti; nel 1960
        if vague or ("" in (a.unit, b.unit) and _kind(source, target) not in ("percentage", "time")):
            return _Verdict(UNSAID, _ONE_SAYS)
        return _Verdict(UNIT, ": the number is the same, what it counts is not")
    return _Verdict(DIFFERS[_kind(source, target)])


def _agreeing(source: Fact, target: Fact, likeness: Likeness) -> _Verdict | None:
    if likeness is Likeness.CONVERTED:
        return _Verdict(CONVERSION, ": other units, and the conversion holds")
    if likeness is Likeness.LOOSE and _drops_day(source, target):
        return _Verdict(DAY, ": one of them leaves out the day")
    if likeness is Likeness.OTHER_READING and _notation(source, target):
        reading = digits(target.readings[0].value)
        return _Verdict(NOTATION, f", which reads {reading} in its language")
    preposition = source.readings[0].value <= _SMALL or "time" in (source.kind, target.kind)  # over 12 years
    if "" in (source.qualifier, target.qualifier) and preposition:
        return None
    return _QUALIFIED.get(frozenset((source.qualifier, target.qualifier)))


def _drops_day(source: Fact, target: Fact) -> bool:
    return {source.readings[0].unit, target.readings[0].unit} == {"month-name", "month-day"}


def _notation(source: Fact, target: Fact) -> bool:
    """Whether the two agree only if one of them is read in the other language's notation."""
    return any(
        one.ambiguous
        and one.readings[1].value == other.readings[0].value
        and one.readings[0] not in other.readings[1 + other.ambiguous :]
        for one, other in ((source, target), (target, source))
    )


def _kind(*facts: Fact | None) -> FactKind:
    """The most telling kind of some facts."""
    return min((fact.kind for fact in facts if fact is not None), key=_PRECEDENCE.index)


def _candidate(
    pair: AlignedPair,
    source: Fact | None,
    target: Fact | None,
    verdict: _Verdict,
    evidence: Mapping[str, float],
) -> Candidate:
    said = [
        f"the {AS_READ[side]} says {fact.span.within(pair.article(side).text)}"
        for side, fact in zip(SIDES, (source, target), strict=True)
        if fact is not None
    ]
    message = f"T{said[0][1:]}, {said[1].replace(' says', '', 1)}" if len(said) == 2 else f"Only {said[0]}"
    return Candidate(
        rule=verdict.rule,
        source=_spans(source),
        target=_spans(target),
        source_value=None if source is None else source.value,
        target_value=None if target is None else target.value,
        message=f"{message}{verdict.remark}.",
        evidence=evidence,
        kind=_kind(source, target),
    )


def _spans(fact: Fact | None) -> tuple[Span, ...]:
    return () if fact is None else (fact.span,)
