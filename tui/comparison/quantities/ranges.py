"""A change told the other way round: *from 20 to 10*, *da 10 a 20*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.alignment import AlignedPair
from tui.comparison.quantities.fact import Fact, Strength
from tui.comparison.quantities.matching import Match
from tui.comparison.quantities.rules import TURNED
from tui.comparison.rule import SOURCE, TARGET, Candidate


class _Both(NamedTuple):
    """A fact that both sides have in one bead."""

    source: Fact
    target: Fact


def turned(pair: AlignedPair, found: Sequence[Match]) -> Iterator[Candidate]:
    """Two numbers of one bead that each side has, one as where a change begins and one as where it ends, and
    the other side the other way round (`range-turned`).
    """
    beads: dict[int, list[_Both]] = {}
    for match in found:
        if match.source and match.target and match.source.bead == match.target.bead:
            beads.setdefault(match.bead, []).append(_Both(match.source.fact, match.target.fact))
    for both in beads.values():
        for one, other in pairwise(sorted(both, key=lambda pair: pair.source.span)):
            begins, ends = (one, other) if one.source.end == "from" else (other, one)
            if not _measure_a_change(begins) or not _measure_a_change(ends):  # from one hedge to another
                continue
            if (begins.source.end, ends.source.end) == ("from", "to") == (ends.target.end, begins.target.end):
                yield _candidate(pair, begins, ends)


def _measure_a_change(both: _Both) -> bool:
    return min(both.source.strength, both.target.strength) >= Strength.SOFT


def _candidate(pair: AlignedPair, begins: _Both, ends: _Both) -> Candidate:
    said = [fact.span.within(pair.source.text) for fact in (begins.source, ends.source)]
    told = [fact.span.within(pair.target.text) for fact in (ends.target, begins.target)]
    return Candidate(
        rule=TURNED, kind=ends.source.kind, evidence={},
        source=(begins.source.span, ends.source.span), target=(ends.target.span, begins.target.span),
        source_value=f"{begins.source.value} → {ends.source.value}",
        target_value=f"{ends.target.value} → {begins.target.value}",
        message=f"The {SOURCE} goes from {said[0]} to {said[1]}, the {TARGET} from {told[0]} to {told[1]}.",
    )  # fmt: skip
