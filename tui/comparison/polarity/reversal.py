"""A meaning turned round: one side says *lift*, the other *impose*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.comparison.model import Finding
from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.clauses import Stretch
from tui.comparison.polarity.opposites import Pole

_REACH = 0.15
"""How far, as a part of the side's length, opposite words may stand from each other's place."""


def reversals(
    source: Stretch, target: Stretch, poles: tuple[Sequence[Pole], Sequence[Pole]], anchors: Anchors
) -> Iterator[Finding]:
    """Notions of which each side has another pole, and neither has the other's (`opposite-words`)."""
    sources, targets = poles
    agreed = {
        (side, place)
        for a in sources
        for b in targets
        if a.notion == b.notion and a.means_plus == b.means_plus
        for side, place in (("source", a.word), ("target", b.word))
    }
    said = {
        (side, p.notion, p.means_plus)
        for side, held in zip(("source", "target"), poles, strict=True)
        for p in held
    }
    taken: set[tuple[str, int]] = set(agreed)
    for a in sources:
        for b in targets:
            if a.notion != b.notion or a.means_plus == b.means_plus or a.plus == b.plus:
                continue
            if ("source", a.word) in taken or ("target", b.word) in taken:
                continue
            if ("source", a.notion, b.means_plus) in said or ("target", a.notion, a.means_plus) in said:
                continue
            apart = abs(anchors.target_of(a.word) - b.word)
            if apart <= max(2.5, _REACH * len(target.tokens)):
                taken |= {("source", a.word), ("target", b.word)}
                yield _finding(a, b, source, target)


def _finding(a: Pole, b: Pole, source: Stretch, target: Stretch) -> Finding:
    said = a.span.within(source.text), b.span.within(target.text)
    return Finding(
        kind="reversal", layer="facts", severity="critical", confidence=0.7, source=(a.span,), target=(b.span,),
        source_value=said[0].lower(), target_value=said[1].lower(),
        message=f"opposite meanings: {said[0]} in the source, {said[1]} in the target",
        rule="opposite-words",
    )  # fmt: skip
