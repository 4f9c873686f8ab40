"""What is said of facts that do not match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.articles import Span
from tui.comparison.model import Finding, Severity
from tui.comparison.pair import Pair
from tui.comparison.quantities.equality import Likeness, same_unit
from tui.comparison.quantities.fact import Fact, FactKind, Strength, plain
from tui.comparison.quantities.matching import Match, matches

_PRECEDENCE: tuple[FactKind, ...] = ("amount", "percentage", "unit", "time", "date", "number")


_QUALIFIED: dict[frozenset[str], tuple[Severity, float]] = {
    frozenset(("up", "down")): ("critical", 0.8),
    frozenset(("up", "limit")): ("critical", 0.7),
    frozenset(("up", "")): ("minor", 0.5),
    frozenset(("down", "")): ("minor", 0.5),
}
"""What the two qualifiers of an equal value make of it; other pairs say the same."""


def find_quantities(pair: Pair) -> Iterable[Finding]:
    """Every number, percentage, amount, measure, date and time of one side that the other does not answer."""
    for match in matches(pair):
        yield from _judge(pair, match)


def _judge(pair: Pair, match: Match) -> Iterator[Finding]:
    if match.source is None:
        if match.target is not None:
            yield from _alone(pair, match.target.fact, source=False, elsewhere=match.elsewhere)
    elif match.target is None:
        yield from _alone(pair, match.source.fact, source=True, elsewhere=match.elsewhere)
    elif match.likeness is Likeness.NONE:
        yield _different(pair, match.source.fact, match.target.fact)
    else:
        yield from _agreeing(pair, match.source.fact, match.target.fact, match.likeness)


def _different(pair: Pair, source: Fact, target: Fact) -> Finding:
    texts = source.span.within(pair.source.text), target.span.within(pair.target.text)
    message = f"The source says {texts[0]}, the target {texts[1]}"
    kind = min(source.kind, target.kind, key=_PRECEDENCE.index)
    a, b = source.readings[0], target.readings[0]
    if a.value == b.value and not same_unit(a.unit, b.unit):
        return _finding(
            kind,
            "critical",
            0.8,
            source,
            target,
            message + ": the number is the same, what it counts is not",
            "unit",
        )
    confidence = 0.9 if source.strength is target.strength is Strength.STRONG else 0.7
    return _finding(kind, "critical", confidence, source, target, message, source.rule)


def _alone(pair: Pair, fact: Fact, *, source: bool, elsewhere: bool) -> Iterator[Finding]:
    text = fact.span.within((pair.source if source else pair.target).text)
    if fact.strength is not Strength.STRONG:
        return
    side, other = ("source", "target") if source else ("target", "source")
    message = f"Only the {side} says {text}"
    severity: Severity = "critical"
    confidence = 0.75
    if elsewhere:
        severity, confidence = "major", 0.4
        message += f"; the {other} has it near by"
    yield _finding(
        fact.kind,
        severity,
        confidence,
        fact if source else None,
        None if source else fact,
        message,
        fact.rule,
    )


def _agreeing(pair: Pair, source: Fact, target: Fact, likeness: Likeness) -> Iterator[Finding]:
    texts = source.span.within(pair.source.text), target.span.within(pair.target.text)
    said = f"The source says {texts[0]}, the target {texts[1]}"
    if likeness is Likeness.CONVERTED:
        yield _finding(
            source.kind,
            "minor",
            0.5,
            source,
            target,
            said + ": other units, and the conversion holds",
            "conversion",
        )
    elif likeness is Likeness.LOOSE and _drops_day(source, target):
        yield _finding(
            "date", "critical", 0.6, source, target, said + ": one of them leaves out the day", "day"
        )
    elif likeness is Likeness.OTHER_READING and _notation(source, target):
        reading = plain(target.readings[0].value)
        yield _finding(
            source.kind,
            "minor",
            0.4,
            source,
            target,
            said + f", which reads {reading} in its language",
            "notation",
        )
    elif source.kind != "date" and (
        qualified := _QUALIFIED.get(frozenset((source.qualifier, target.qualifier)))
    ):
        severity, confidence = qualified
        said = f"The source says {source.value}, the target {target.value}"
        yield _finding(source.kind, severity, confidence, source, target, said, "qualifier")


def _drops_day(source: Fact, target: Fact) -> bool:
    return {source.readings[0].unit, target.readings[0].unit} == {"month-name", "month-day"}


def _notation(source: Fact, target: Fact) -> bool:
    """Whether the two agree only if one of them is read in the other language's notation."""
    a, b = source.readings[0], target.readings[0]
    return (
        same_unit(a.unit, b.unit)
        and a.unit != "code"
        and {a.value / b.value if b.value else 0} <= {1000, 0.001}
    )


def _finding(
    kind: FactKind, severity: Severity, confidence: float, source: Fact | None, target: Fact | None,
    message: str, rule: str,
) -> Finding:  # fmt: skip
    return Finding(
        kind=kind,
        layer="facts",
        severity=severity,
        confidence=confidence,
        source=_spans(source),
        target=_spans(target),
        source_value=None if source is None else source.value,
        target_value=None if target is None else target.value,
        message=message + ".",
        rule=rule,
    )


def _spans(fact: Fact | None) -> tuple[Span, ...]:
    return () if fact is None else (fact.span,)
