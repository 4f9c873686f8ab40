"""A meaning turned round: one side says *lift*, the other *impose*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.clauses import Stretch
from tui.comparison.polarity.opposites import Pole
from tui.comparison.rule import Candidate, Rule

OPPOSITE = Rule(
    "opposite-words",
    "reversal",
    "facts",
    "critical",
    needs=frozenset({"opposites"}),
    yields_to=frozenset({"qualifier"}),  # more than 70, meno di 70
)

_DEGREE = "degree"
"""The notion of *more* and *less*."""
_TOGETHER = 2
_REACH = 0.15
"""How far, as a part of the side's length, opposite words may stand from each other's place."""


def reversals(
    source: Stretch, target: Stretch, poles: tuple[Sequence[Pole], Sequence[Pole]], anchors: Anchors
) -> Iterator[Candidate]:
    """Notions of which each side has another pole, and neither has the other's (`opposite-words`)."""
    sources, targets = poles
    pairs = sorted(
        (
            (abs(anchors.target_of(a.word) - b.word), a, b)
            for a in sources
            for b in targets
            if a.notion == b.notion
        ),
        key=lambda pair: pair[0],
    )
    taken: set[tuple[str, int, bool]] = set()
    for _, a, b in pairs:
        if a.means_plus == b.means_plus and not taken & _places(a, b):
            taken |= _places(a, b)
    found: list[tuple[Pole, Pole]] = []
    for apart, a, b in pairs:
        turned = a.means_plus != b.means_plus and a.plus != b.plus
        if turned and apart <= max(3.5, _REACH * len(target.tokens)) and not taken & _places(a, b):
            taken |= _places(a, b)
            found.append((a, b))
    for a, b in found:
        if not any(_beside(a, c) and _beside(b, d) for c, d in found):
            yield _candidate(a, b, source, target)


def _beside(a: Pole, b: Pole) -> bool:
    """Whether two poles stand together, so that two opposites cancel: *least expensive*, *più economico*."""
    return 0 < abs(a.word - b.word) <= _TOGETHER


def _places(a: Pole, b: Pole) -> set[tuple[str, int, bool]]:
    """The places of two poles; a degree takes a place of its own, since *longer* is *più* and *lungo*."""
    degree = a.notion == _DEGREE
    return {("source", a.word, degree), ("target", b.word, degree)}


def _candidate(a: Pole, b: Pole, source: Stretch, target: Stretch) -> Candidate:
    said = a.span.within(source.text), b.span.within(target.text)
    modal = a.notion.startswith("modal-")
    return Candidate(
        rule=OPPOSITE, kind="modality" if modal else "reversal", evidence={},
        source=(a.span,), target=(b.span,),
        source_value=said[0].lower(), target_value=said[1].lower(),
        message=f"Opposite meanings: {said[0]} in the source, {said[1]} in the target.",
    )  # fmt: skip
