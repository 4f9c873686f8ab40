"""Reads each bead once for all rules of time, duty and condition."""

from collections.abc import Iterable

from tui.alignment import AlignedPair
from tui.comparison.polarity import asked_stretches
from tui.comparison.rule import Candidate, Family
from tui.comparison.tense.connectives import CONNECTIVE, connectives
from tui.comparison.tense.future import FUTURE, futures, habitual
from tui.comparison.tense.marks import CONDITION, DUTY, GRADE, ONE_SIDED, PLACE, YET, contradictions
from tui.comparison.tense.past import PAST, pasts
from tui.comparison.tense.sequence import SEQUENCE, turned
from tui.comparison.tense.suppositions import SUPPOSED, suppositions
from tui.comparison.tense.times import TENSE, tenses


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Another time, another duty, another condition."""
    for _, source, target in asked_stretches(pair):
        if source.tokens and target.tokens:
            linked = list(tenses(source, target))
            yield from linked or [*futures(source, target), *pasts(source, target)]
            yield from contradictions(source, target)
            yield from connectives(source, target)
            yield from turned(source, target)
            yield from suppositions(source, target)


FAMILY = Family(
    "tense",
    (TENSE, FUTURE, PAST, YET, PLACE, DUTY, GRADE, CONDITION, ONE_SIDED, CONNECTIVE, SEQUENCE, SUPPOSED),
    propose,
    beside=True,
    settle=habitual,
)
