"""A *not* that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.articles import Side, Span
from tui.comparison.names import cognate
from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.clauses import Stretch, clause_around, clause_near
from tui.comparison.polarity.cues import Cue
from tui.comparison.rule import Candidate, Rule
from tui.languages import Translations

NEGATION = Rule("negation-one-sided", "negation", "facts", "critical", needs=frozenset({"polarity"}))

_REACH = 0.16
"""How far, as a part of the side's length, a lexical equivalent may stand from where the cue would be."""


def negations(
    source: Stretch,
    target: Stretch,
    cues: tuple[Sequence[Cue], Sequence[Cue]],
    excused: tuple[Set[int], Set[int]],
    anchors: Anchors,
) -> Iterator[Candidate]:
    """Clauses denied on one side only (`negation-one-sided`).

    The cues of a bead are paired: those of one meaning first, then plain negations with each other, then a
    plain negation with a word that says no by its meaning. What remains of the plain ones is found, but for
    those at the `excused` words of each side.
    """
    left = _unpaired(*cues, anchors, len(target.tokens))
    for here, there, free in ((source, target, excused[0]), (target, source, excused[1])):
        for cue in _speaking(left[here.side], here, there, answered=bool(left[there.side])):
            if cue.word not in free:
                place = anchors.target_of(cue.word) if here is source else anchors.source_of(cue.word)
                yield _candidate(cue, here, there, place)


def _speaking(left: Sequence[Cue], here: Stretch, there: Stretch, *, answered: bool) -> Iterator[Cue]:
    """The cues that are found: those that deny, and words that deny what the other side says plainly.

    A second denial takes back the first: *non mancano*, *never fails to*. `answered`: the other side has an
    unpaired cue too, which may stand for such a word: *homeless*, *senza casa*.
    """
    translations = Translations(here.language, there.language)
    for cue in left:
        if cue.denies or cue.firm:
            if not any(0 < other.word - cue.word <= _BACK and other.cancels for other in left):
                yield cue
        elif cue.remainder and not answered and _said_plainly(cue.remainder, translations, there):
            yield cue


def _said_plainly(word: str, translations: Translations, there: Stretch) -> bool:
    """Whether the other side has what an affix denies: a listed translation of it, or a word alike."""
    listed = translations.of(word)
    return any(
        _alike(word, token.key) or not listed.isdisjoint(translations.forms(token.key))
        for token in there.tokens
    )


def _alike(word: str, other: str) -> bool:
    """Whether two long words look like one: *regular*, *regolare*, but not *irregolare*."""
    if len(word) <= _STEM or word[0] != other[0]:
        return False
    return cognate(word, other) or SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ALIKE


_STEM = 5
"""Letters that what an affix denies must have more than to be known again in the other language."""
_ALIKE = 0.78
"""The share of letters in the same order from which on two long words are one: *regular*, *regolare*."""
_SHORT = 20
"""Words that a side counts for at least when distances are measured."""
_BACK = 3
"""Words within which a word that says no takes back the negation before it."""


class _Cost(NamedTuple):
    order: int
    distance: float


def _unpaired(
    source: Sequence[Cue], target: Sequence[Cue], anchors: Anchors, length: int
) -> dict[Side, list[Cue]]:
    """The cues that find no counterpart; greedy, the best pairs first."""
    costs: list[tuple[_Cost, int, int]] = []
    for i, a in enumerate(source):
        place = anchors.target_of(a.word)
        for j, b in enumerate(target):
            cost = _cost(a, b, abs(place - b.word) / max(length, _SHORT))
            if cost:
                costs.append((cost, i, j))
    costs.sort()
    sources, targets = set(range(len(source))), set(range(len(target)))
    for _, i, j in costs:
        if i in sources and j in targets:
            sources.remove(i)
            targets.remove(j)
    return {
        "source": [source[i] for i in sorted(sources)],
        "target": [target[j] for j in sorted(targets)],
    }


def _cost(a: Cue, b: Cue, distance: float) -> _Cost | None:
    if a.meaning and a.meaning == b.meaning:
        return _Cost(3 if a.meaning == "idle" else 0, distance)
    if a.denies and b.denies:
        return _Cost(1, distance)
    if a.denies or b.denies:
        return _Cost(2, distance) if distance <= _REACH else None
    return None


def _candidate(cue: Cue, here: Stretch, there: Stretch, place: float) -> Candidate:
    clause = clause_around(here, cue.word)
    other = clause_near(there, place)
    spans: dict[Side, tuple[Span, ...]] = {here.side: (clause,), there.side: (other,)}
    values: dict[Side, str | None] = {here.side: cue.text.lower(), there.side: None}
    return Candidate(
        rule=NEGATION, evidence={},
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"Only the {here.side} says “{cue.text.lower()}”: {clause.within(here.text)}.",
    )  # fmt: skip
