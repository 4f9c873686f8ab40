"""What stands around words that one of two sentences has alone: in one language a word that was left out
leaves the others as they are, the small ones too, and a freer wording has others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from tui.comparison.witness.units import Unit
from tui.languages import Token, bare, function_words

_MANY = 4
"""So many words that differ around a place, and more, are as many as there need be."""

_Mark = frozenset[str]
"""What a word is known by on both sides: it is the same as one with which it has a mark in common."""
_EDGE: _Mark = frozenset({"edge"})


class Sentence(Struct, frozen=True):
    """One of two sentences: its words, and what of it should stand in the other too."""

    tokens: Sequence[Token]
    units: Sequence[Unit]


def around(
    one: Sentence, other: Sentence, links: dict[int, int], alone: Sequence[int], language: str
) -> dict[str, float]:
    """How the two compare where only `one` has some units; `links`: by the place of a unit, that of what says
    the same in `other`.

    `exact`: how many of the words right before and after them stand beside each other there; `apart`: how
    many of all the words up to the nearest linked ones differ, to four. Both 0 to 1; nothing where those
    stand the other way round.
    """
    before = next((at for at in range(alone[0] - 1, -1, -1) if at in links), None)
    after = next((at for at in range(alone[-1] + 1, len(one.units)) if at in links), None)
    if before is not None and after is not None and links[before] > links[after]:
        return {}
    here = dict(_marked(one, before, after, language))
    there = [
        mark
        for _, mark in _marked(
            other,
            None if before is None else links[before],
            None if after is None else links[after],
            language,
        )
    ]
    spans = [one.units[at].span for at in alone]
    gone = [at for at in here if any(span.start <= at < span.end for span in spans)]
    if not gone:
        return {}
    left = [mark for at, mark in here.items() if at < gone[0]]
    right = [mark for at, mark in here.items() if at > gone[-1]]
    between = [mark for at, mark in here.items() if gone[0] < at < gone[-1] and at not in gone]
    sides = [left[-1] if left else _EDGE, right[0] if right else _EDGE]
    return {
        "exact": max(
            sum(bool(mark & found) for mark, found in zip(sides, both, strict=True)) / 2
            for both in pairwise([_EDGE, *there, _EDGE])
        ),
        "apart": min(1.0, _differing([*left, *between, *right], there) / _MANY),
    }


def _marked(
    sentence: Sentence, before: int | None, after: int | None, language: str
) -> Iterator[tuple[int, _Mark]]:
    """The words from one unit to another, or to the sentence's end: where each starts, and its mark."""
    ends = {
        name: sentence.units[at].span for name, at in (("before", before), ("after", after)) if at is not None
    }
    start = ends["before"].start if "before" in ends else 0
    last = sentence.tokens[-1].end if sentence.tokens else start
    end = ends["after"].end if "after" in ends else last
    roles = function_words(language)
    for token in sentence.tokens:
        if start <= token.start < end:
            linked = [name for name, span in ends.items() if span.start <= token.start < span.end]
            yield token.start, frozenset(linked) or roles.get(bare(token.key)) or frozenset({token.key})


def _differing(ones: Sequence[_Mark], others: Sequence[_Mark]) -> int:
    """How many of both have no counterpart in order: what is left of their longest common part."""
    row = [0] * (len(others) + 1)
    for one in ones:
        above = row[:]
        for at, other in enumerate(others):
            row[at + 1] = above[at] + 1 if one & other else max(above[at + 1], row[at])
    return len(ones) + len(others) - 2 * row[-1]
