"""What is said of facts that do not match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.alignment import AlignedPair
from tui.articles import SIDES, Span
from tui.comparison.model import Finding, Severity
from tui.comparison.quantities.equality import Likeness, same_unit
from tui.comparison.quantities.fact import Fact, FactKind, Strength, digits
from tui.comparison.quantities.matching import Match, matches, words_are_known
from tui.comparison.quantities.ranges import turned

_PRECEDENCE: tuple[FactKind, ...] = ("amount", "percentage", "unit", "time", "date", "number")


@dataclass(frozen=True, slots=True)
class _Judgement:
    """How bad a match is, how sure that is, and what is said beside the two texts."""

    severity: Severity
    confidence: float
    rule: str
    remark: str = ""


_QUALIFIED = {
    frozenset(("up", "down")): _Judgement("critical", 0.8, "qualifier", ": more for less"),
    frozenset(("up", "limit")): _Judgement("critical", 0.7, "qualifier", ": more for less"),
    frozenset(("up", "")): _Judgement("minor", 0.5, "qualifier"),
    frozenset(("down", "")): _Judgement("minor", 0.5, "qualifier"),
}
"""What the two qualifiers of an equal value make of it; other pairs say the same."""
_SMALL = 10
"""Before so small a number *over* and *sotto* are mostly prepositions: talks over four regions."""


def find_quantities(pair: AlignedPair) -> Iterable[Finding]:
    """Every number, percentage, amount, measure, date and time of one side that the other does not answer.

    Where a language's words are not listed, only numerals, months and weekdays are compared, and never
    loudly: a scale or a twelve-hour clock may hide in a word.
    """
    quiet = not words_are_known(pair)
    found = list(matches(pair))
    for match in found:
        source = match.source.fact if match.source else None
        target = match.target.fact if match.target else None
        judgement = _judge(source, target, match)
        if judgement is None:
            continue
        if quiet:
            judgement = replace(judgement, severity="minor", confidence=judgement.confidence / 2)
        yield _finding(pair, source, target, replace(judgement, confidence=_sure(pair, match, judgement)))
    yield from turned(pair, found)


def _sure(pair: AlignedPair, match: Match, judgement: _Judgement) -> float:
    """The confidence, less where it is doubtful that the sentences correspond at all."""
    return round(judgement.confidence * min(1.0, 2 * pair.alignment.beads[match.bead].score), 3)


def _judge(source: Fact | None, target: Fact | None, match: Match) -> _Judgement | None:
    if source is not None and target is not None:
        if match.likeness is Likeness.NONE:
            return _different(source, target)
        return _agreeing(source, target, match.likeness)
    fact = source or target
    if fact is None or fact.strength is not Strength.STRONG:
        return None
    if match.likeness is Likeness.CONVERTED:
        return _Judgement("minor", 0.4, "conversion", ", the same in other units")
    if match.elsewhere:
        return _Judgement("major", 0.4, fact.rule, f"; the {'target' if source else 'source'} has it near by")
    return _Judgement("critical", 0.75, fact.rule)


def _different(source: Fact, target: Fact) -> _Judgement:
    a, b = source.readings[0], target.readings[0]
    if a.value == b.value and not same_unit(a.unit, b.unit):
        return _Judgement("critical", 0.8, "unit", ": the number is the same, what it counts is not")
    sure = source.strength is target.strength is Strength.STRONG
    return _Judgement("critical", 0.9 if sure else 0.7, source.rule)


def _agreeing(source: Fact, target: Fact, likeness: Likeness) -> _Judgement | None:
    if likeness is Likeness.CONVERTED:
        return _Judgement("minor", 0.5, "conversion", ": other units, and the conversion holds")
    if likeness is Likeness.LOOSE and _drops_day(source, target):
        return _Judgement("critical", 0.6, "day", ": one of them leaves out the day")
    if likeness is Likeness.OTHER_READING and _notation(source, target):
        reading = digits(target.readings[0].value)
        return _Judgement("minor", 0.4, "notation", f", which reads {reading} in its language")
    preposition = source.readings[0].value <= _SMALL or source.kind == "time"  # paid over twelve years
    if "" in (source.qualifier, target.qualifier) and preposition:
        return None
    return _QUALIFIED.get(frozenset((source.qualifier, target.qualifier)))


def _drops_day(source: Fact, target: Fact) -> bool:
    return {source.readings[0].unit, target.readings[0].unit} == {"month-name", "month-day"}


def _notation(source: Fact, target: Fact) -> bool:
    """Whether the two agree only if one of them is read in the other language's notation."""
    by_target = source.readings[0].value in [reading.value for reading in target.readings[1:]]
    by_source = target.readings[0].value in [reading.value for reading in source.readings[1:]]
    explained = (by_target and not target.ambiguous) or (by_source and not source.ambiguous)
    return (by_target or by_source) and not explained


def _finding(pair: AlignedPair, source: Fact | None, target: Fact | None, judgement: _Judgement) -> Finding:
    said = [
        f"the {side} says {fact.span.within(pair.article(side).text)}"
        for side, fact in zip(SIDES, (source, target), strict=True)
        if fact is not None
    ]
    message = f"T{said[0][1:]}, {said[1].replace(' says', '', 1)}" if len(said) == 2 else f"Only {said[0]}"
    return Finding(
        kind=min((fact.kind for fact in (source, target) if fact is not None), key=_PRECEDENCE.index),
        layer="facts",
        severity=judgement.severity,
        confidence=judgement.confidence,
        source=_spans(source),
        target=_spans(target),
        source_value=None if source is None else source.value,
        target_value=None if target is None else target.value,
        message=f"{message}{judgement.remark}.",
        rule=judgement.rule,
    )


def _spans(fact: Fact | None) -> tuple[Span, ...]:
    return () if fact is None else (fact.span,)
