"""A *not* that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.articles import Side, Span
from tui.comparison.model import Finding
from tui.comparison.pair import Pair
from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.clauses import Stretch, clause_around, clause_near, stretch
from tui.comparison.polarity.cues import Cue, cues

_REACH = 0.35
"""How far, as a part of the side's length, a lexical equivalent may stand from where the cue would be."""


def find_negations(pair: Pair) -> Iterable[Finding]:
    """Clauses denied on one side only (`negation-one-sided`).

    The cues of a bead are paired: those of one meaning first, then plain negations with each other, then a
    plain negation with a word that says no by its meaning. What remains of the plain ones is found.
    """
    for bead in pair.alignment.beads:
        if bead.source and bead.target:
            yield from _in_bead(
                pair, stretch(pair, "source", bead.source), stretch(pair, "target", bead.target)
            )


class _Cost(NamedTuple):
    order: int
    distance: float


def _in_bead(pair: Pair, source: Stretch, target: Stretch) -> Iterator[Finding]:
    found = {side.side: cues(side.tokens, side.text, side.language) for side in (source, target)}
    if not any(cue.denies for side in found.values() for cue in side):
        return
    anchors = Anchors(source.tokens, target.tokens)
    left = _unpaired(found["source"], found["target"], anchors, len(target.tokens))
    for cue in left["source"]:
        yield _finding(cue, source, target, anchors.target_of(cue.word))
    for cue in left["target"]:
        yield _finding(cue, target, source, anchors.source_of(cue.word))


def _unpaired(
    source: Sequence[Cue], target: Sequence[Cue], anchors: Anchors, length: int
) -> dict[Side, list[Cue]]:
    """The cues that deny and find no counterpart; greedy, the best pairs first."""
    costs: list[tuple[_Cost, int, int]] = []
    for i, a in enumerate(source):
        place = anchors.target_of(a.word)
        for j, b in enumerate(target):
            cost = _cost(a, b, abs(place - b.word) / max(length, 8))
            if cost:
                costs.append((cost, i, j))
    costs.sort()
    sources, targets = set(range(len(source))), set(range(len(target)))
    for _, i, j in costs:
        if i in sources and j in targets:
            sources.remove(i)
            targets.remove(j)
    return {
        "source": [source[i] for i in sorted(sources) if source[i].denies],
        "target": [target[j] for j in sorted(targets) if target[j].denies],
    }


def _cost(a: Cue, b: Cue, distance: float) -> _Cost | None:
    if a.meaning and a.meaning == b.meaning:
        return _Cost(0, distance) if distance <= _REACH else None
    if a.denies and b.denies:
        return _Cost(1, distance)
    if a.denies or b.denies:
        return _Cost(2, distance) if distance <= _REACH else None
    return None


def _finding(cue: Cue, here: Stretch, there: Stretch, place: float) -> Finding:
    clause = clause_around(here, cue.word)
    other = clause_near(there, place)
    spans: dict[Side, tuple[Span, ...]] = {here.side: (clause,), there.side: (other,)}
    values: dict[Side, str | None] = {here.side: cue.text.lower(), there.side: None}
    return Finding(
        kind="negation", layer="facts", severity="critical", confidence=0.8,
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"only the {here.side} says “{cue.text.lower()}”: {clause.within(here.text)}",
        rule="negation-one-sided",
    )  # fmt: skip
