"""Clauses that one side of a bead has alone, each judged as a whole.

Of a clause that was left out most words have no counterpart, what is around it has, and without it the sides
say more exactly the same. One word of it may be linked all the same, with what it merely resembles: so a
clause is judged by all its words, where `omissions` looks for runs of words each of which seems to lack one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from tui.articles import Span, other_side
from tui.comparison.lexical.links import rival
from tui.comparison.lexical.omissions import Doubtful, doubtful
from tui.comparison.lexical.rules import CLAUSES
from tui.comparison.lone import lone
from tui.comparison.quantities import is_answered, is_quantity
from tui.comparison.rule import Candidate
from tui.comparison.unrendered import rendered

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.languages import Token

_FEWEST = 3
"""Words of content that a clause has at least."""
_LINKED = 0.6
"""Above this mean of their links a clause's words have counterparts."""
_LONG = 8
"""Words of content of a clause that is as long as it need be."""
_EXCESS = 8.0
"""The log odds that a side says more that are as sure as they need be."""


def propose_clauses(pair: AlignedPair) -> Iterator[Candidate]:
    """The clauses of the fuller side of each bead that its other side seems to have nothing for.

    The encoder is asked how much more the sides say the same without one: `eased`, or less: `missed`.
    `answered`: whether it has quantities that all have their equals there.
    """
    for one in doubtful(pair):
        side = one.side
        for span, words, evidence in _clauses(pair, one):
            if is_quantity(pair, side, words):
                continue  # the facts say what became of it
            evidence["answered"] = float(is_answered(pair, side, span))
            yield lone(pair, one.words.bead, side, span, CLAUSES[side], evidence)


def _clauses(pair: AlignedPair, one: Doubtful) -> Iterator[tuple[Span, list[Span], dict[str, float]]]:
    """The clauses of a bead that may lack a counterpart, their words of content, and what speaks for it.

    `linked`: how surely each word of content is linked, `open`, with a word that no other is linked with;
    `best`: how surely the likest of them is; `words`: how many they are; `share`: how much of its side it is;
    `around`: how surely the rest of its side is linked; `fuller`: how surely the side says more;
    `rendered`: how many more of them a dictionary says are rendered than are not.
    """
    own, there = one.words.sides[one.side], one.words.sides[other_side(one.side)]
    if not len(there.rows):
        return
    said = rendered(pair, one.words.bead, one.side)
    here, other = one.lexicon[one.side], one.lexicon[other_side(one.side)]
    content = here.content[own.rows]
    full, full_there = (
        (lexicon.content | lexicon.number)[side.rows] for lexicon, side in ((here, own), (other, there))
    )
    chance = own.chance * full_there
    link = chance.max(axis=1)
    taken = rival(own.chance * full[:, None], 0)
    free = (chance * (1 - taken)).max(axis=1)
    total = int(content.sum())
    for first, last in _between_marks(own.tokens):
        words = [at for at in range(first, last + 1) if content[at]]
        rest = [at for at in range(len(content)) if content[at] and not first <= at <= last]
        if len(words) < _FEWEST or not rest or float(link[words].mean()) > _LINKED:
            continue
        yield (
            Span(own.tokens[first].start, own.tokens[last].end),
            [own.tokens[at].span for at in words],
            {
                "linked": float(link[words].mean()),
                "open": float(free[words].mean()),
                "best": float(np.sort(free[words])[-2:].mean()),
                "words": min(1.0, len(words) / _LONG),
                "share": len(words) / total,
                "around": float(link[rest].mean()),
                "fuller": min(1.0, one.excess / _EXCESS),
                "rendered": max(0.0, 2 * sum(own.tokens[at].start in said for at in words) / len(words) - 1),
            },
        )


def _between_marks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first and the last word of everything between two marks."""
    start = 0
    for at in range(len(tokens) + 1):
        if at == len(tokens) or _parts(tokens, at):
            if at > start:
                yield start, at - 1
            start = at + 1


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a mark that parts clauses, as the hyphen of a compound does not."""
    if any(char.isalnum() for char in tokens[at].text):
        return False
    return not (
        0 < at < len(tokens) - 1
        and tokens[at].text == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )
