"""What is said together: all that a side of a bead has alone, phrase by phrase, is one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.articles import Side, Span, other_side
from tui.comparison.evidence import bead_of
from tui.comparison.lone import nothing_for
from tui.comparison.model import Finding, severity
from tui.comparison.rule import Rule

if TYPE_CHECKING:
    from tui.alignment import AlignedPair


def said_together(
    findings: Iterable[Finding], rules: Mapping[str, Rule], pair: AlignedPair
) -> Iterator[Finding]:
    """What a side of a bead has alone, phrase by phrase and as loud as each other, as one finding of several
    places: as sure as the surest of them. All other findings as they are.
    """
    alike: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for number, one in enumerate(findings):
        told = severity(one.confidence, one.ceiling) if rules[one.rule].together else None
        alike[(one.kind, told, bead_of(one, pair)) if told else (number,)].append(one)
    for some in alike.values():
        yield _joined(some, pair) if len(some) > 1 else some[0]


def _joined(findings: Sequence[Finding], pair: AlignedPair) -> Finding:
    surest = max(findings, key=lambda one: one.confidence)
    side: Side = "source" if surest.source else "target"
    spans = _united(span for one in findings for span in one.side(side))
    texts = [span.within(pair.article(side).text) for span in spans]
    value = " … ".join(texts)
    return replace(
        surest,
        source=spans if side == "source" else (),
        target=spans if side == "target" else (),
        source_value=value if side == "source" else None,
        target_value=value if side == "target" else None,
        message=nothing_for(texts, other_side(side)),
    )


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in the order of the text, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
