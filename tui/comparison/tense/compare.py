"""Reads each bead once for all rules of time, duty and condition."""

from collections.abc import Iterable

from tui.alignment import AlignedPair
from tui.comparison.polarity import stretches
from tui.comparison.rule import Candidate, Family
from tui.comparison.tense.marks import CONDITION, DUTY, GRADE, ONE_SIDED, YET, contradictions
from tui.comparison.tense.times import TENSE, tenses


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Another time, another duty, another condition."""
    for source, target in stretches(pair):
        if source.tokens and target.tokens:
            yield from tenses(source, target)
            yield from contradictions(source, target)


FAMILY = Family("tense", (TENSE, YET, DUTY, GRADE, CONDITION, ONE_SIDED), propose)
