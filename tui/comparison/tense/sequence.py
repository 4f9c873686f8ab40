"""What comes first and what then: *they ate and then sang* beside *cantarono e poi mangiarono*.

A word of sequence stands between what comes first and what comes after it. Where both sides have one, and
what stands before it on one side stands after it on the other and the reverse, the order is another.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.articles import Span
from tui.comparison.polarity import Stretch, clause_end, content_words, once, sentence_end
from tui.comparison.rule import SOURCE, TARGET, Candidate, Rule
from tui.comparison.tense.linking import Linking, linking
from tui.comparison.tense.tables import plain_forms, sequences

SEQUENCE = Rule(
    "sequence-turned", "reversal", "facts", "critical", needs=frozenset({"tense"}),
    yields_to=frozenset({"roles-exchanged", "ends-exchanged", "events-turned"}), yields_to_touch=True,
)  # fmt: skip

_REACH = 10
"""Words to either side of a word of sequence that may be what it puts in order."""


class Sequence(Struct, frozen=True):
    """A word of sequence with what it puts in order."""

    word: int
    end: int
    """The word after its last."""
    first: tuple[int, ...]
    """The words of content of what comes first."""
    then: tuple[int, ...]
    """Those of what comes after it."""


def turned(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """What comes in another order."""
    ours, theirs = in_order(source), in_order(target)
    if len(ours) != 1 or len(theirs) != 1:
        return
    found = _crossed(ours[0], theirs[0], linking(source, target))
    if found is not None:
        yield _candidate(source, ours[0], target, theirs[0], found)


@once
def in_order(side: Stretch) -> tuple[Sequence, ...]:
    """What a side puts in order, by words of sequence."""
    listed = sequences(side.language)
    found = []
    for at, end, comes in listed.in_turn(plain_forms(side)):
        first, last = at, end
        while first > 0 and at - first < _REACH and not _parts(side, first, mark=first < at):
            first -= 1
        while (
            last < len(side.tokens)
            and last - end < _REACH
            and not (last > end and _parts(side, last, mark=True))
        ):
            last += 1
        words = content_words(side)
        before = tuple(word for word in words if first <= word < at)
        after = tuple(word for word in words if end <= word < last)
        if comes == "then" and before and after:
            found.append(Sequence(at, end, before, after))
        elif comes == "first" and before and after:
            found.append(Sequence(at, end, after, before))
    return tuple(found)


def _parts(side: Stretch, at: int, *, mark: bool) -> bool:
    """Whether a sentence, or with `mark` a clause, ends before a word."""
    between = side.between(at)
    return sentence_end(between) or (mark and clause_end(between))


class _Crossed(Struct, frozen=True):
    """Two things that have changed places."""

    least: float
    """How surely the less sure of them is on both sides: 0 to 1."""
    straight: float
    """How much of what is linked has kept its place: 0 to 1."""


def _crossed(a: Sequence, b: Sequence, links: Linking) -> _Crossed | None:
    first, then = links.pairs(a.first, b.then), links.pairs(a.then, b.first)
    if not first or not then:
        return None
    kept = links.pairs(a.first, b.first) + links.pairs(a.then, b.then)
    sums = [sum(strength for _, _, strength in pairs) for pairs in (first, then, kept)]
    return _Crossed(min(1.0, *sums[:2]), sums[2] / sum(sums))


def _candidate(source: Stretch, a: Sequence, target: Stretch, b: Sequence, found: _Crossed) -> Candidate:
    """Evidence: `sequence-least`, `sequence-straight`, as in `_Crossed`."""
    spans = []
    for side, one in ((source, a), (target, b)):
        words = (*one.first, *one.then)
        spans.append(Span(side.tokens[min(words)].start, side.tokens[max(words)].end))
    said = [
        Span(side.tokens[one.word].start, side.tokens[one.end - 1].end).within(side.text).lower()
        for side, one in ((source, a), (target, b))
    ]
    return Candidate(
        rule=SEQUENCE,
        evidence={"sequence-least": found.least, "sequence-straight": found.straight},
        source=(spans[0],), target=(spans[1],), source_value=said[0], target_value=said[1],
        message=f"What comes first in the {SOURCE} comes after it in the {TARGET}.",
    )  # fmt: skip
