"""How different every word is, and what stands for it on the other side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tui.articles import SIDES, Side, Span
from tui.comparison.lexical.bead_words import bead_words
from tui.comparison.lexical.windows import likeness
from tui.comparison.lexical.word import Word

if TYPE_CHECKING:
    from tui.comparison.lexical.bead_words import BeadWords
    from tui.comparison.lexical.lexicon import Floats, Lexicon
    from tui.comparison.pair import Pair
    from tui.comparison.tokens import Token

LINKED = 0.4
"""From this chance on two words are linked (benchmarks/xlwa.py)."""

WEIGHTS = np.array([0.63, 2.6, -4.27, -1.27, 0.83, 0.66])
"""Of the columns of `Evidence.signals`: the difference is their logistic function. Fitted on the documents
that benchmarks/swissgov.py measures with."""

_PHRASE = 5
"""A word is judged with its neighbours, so many words together, because people mark phrases."""
_FUNCTION, _MARK = 0.4, 0.1
"""How much a function word and a mark count among them, where a content word counts 1."""
_LONG = 12
"""Characters from which on a word is simply long."""


@dataclass(frozen=True)
class Evidence:
    """What is known of the words and marks of one side, in the order of the text."""

    tokens: list[Token]
    counterparts: list[Span | None]
    signals: Floats
    """Shape (n, 6): 1; how little the word and its neighbours are linked; the cosine of the passage around it
    with the likest of the other side; the score of its bead, 0 without a counterpart; 1 for a number that its
    bead has on this side only; its length, since longer words say more."""


def compare_words(pair: Pair) -> dict[Side, tuple[Word, ...]]:
    """Every word and mark of each side once, in the order of the text."""
    out: dict[Side, tuple[Word, ...]] = {}
    for side, found in evidence(pair).items():
        differences = 1 / (1 + np.exp(-found.signals @ WEIGHTS))
        out[side] = tuple(
            Word(token.start, token.end, float(difference), counterpart)
            for token, counterpart, difference in zip(
                found.tokens, found.counterparts, differences, strict=True
            )
        )
    return out


def evidence(pair: Pair) -> dict[Side, Evidence]:
    """What the links, the beads and the passages say of every word."""
    lexicon, beads = bead_words(pair, every_vector=True)
    tokens = {
        side: sorted((token for bead in beads for token in bead.sides[side].tokens), key=lambda t: t.start)
        for side in SIDES
    }
    source, target = ([token.text for token in tokens[side]] for side in SIDES)
    passages = likeness(source, target, pair.encoder)
    return {
        side: _of_side(beads, side, lexicon[side], passage)
        for side, passage in zip(SIDES, passages, strict=True)
    }


def _of_side(beads: list[BeadWords], side: Side, lexicon: Lexicon, passages: Floats) -> Evidence:
    tokens: list[Token] = []
    counterparts: list[Span | None] = []
    rows, unlinked, score, lone = [], [], [], []
    for bead in beads:
        own = bead.sides[side]
        others = bead.sides["target" if side == "source" else "source"]
        tokens += own.tokens
        counterparts += [_counterpart(chances, others.tokens) for chances in own.chance]
        rows.append(own.rows)
        unlinked.append(1 - own.chance.max(axis=1, initial=0))
        score.append(np.full(len(own.rows), bead.bead.score if others.tokens else 0))
        keys = {token.key for token in others.tokens}
        lone.append(np.array([token.key not in keys for token in own.tokens], np.bool_))
    order = np.argsort([token.start for token in tokens], kind="stable")
    row = np.concatenate([np.zeros(0, np.intp), *rows])[order]
    weight = np.where(lexicon.mark, _MARK, np.where(lexicon.function, _FUNCTION, 1.0))[row]
    length = np.array([len(key) for key in lexicon.row])[row]
    columns = [
        np.ones(len(order)),
        _around(np.concatenate([order[:0], *unlinked])[order] * weight) / _around(weight),
        passages,
        np.concatenate([order[:0], *score])[order],
        np.concatenate([order[:0], *lone])[order] & lexicon.number[row],
        np.minimum(length, _LONG) / _LONG,
    ]
    return Evidence(
        [tokens[i] for i in order],
        [counterparts[i] for i in order],
        np.stack(columns, axis=1, dtype=np.float64),
    )


def _counterpart(chances: Floats, others: tuple[Token, ...]) -> Span | None:
    """The likeliest link and the linked words that adjoin it."""
    if not others or chances.max() < LINKED:
        return None
    first = last = int(chances.argmax())
    while first > 0 and chances[first - 1] >= LINKED:
        first -= 1
    while last + 1 < len(others) and chances[last + 1] >= LINKED:
        last += 1
    return Span(others[first].start, others[last].end)


def _around(values: Floats) -> Floats:
    """The sum over each word and its neighbours (n)."""
    half = _PHRASE // 2
    return np.convolve(values, np.ones(_PHRASE))[half : half + len(values)] if len(values) else values
