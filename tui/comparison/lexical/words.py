"""How different every word is, and what stands for it on the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.articles import SIDES, Side, Span
from tui.comparison.lexical.bead_words import bead_tokens, bead_words
from tui.comparison.lexical.weights import weights
from tui.comparison.lexical.windows import Passages, passages
from tui.comparison.lexical.word import Word

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.comparison.lexical.bead_words import BeadWords
    from tui.comparison.lexical.lexicon import Floats, Lexicon
    from tui.languages import Token

LINKED = 0.5
"""From this chance on two words are linked (benchmarks/xlwa.py)."""

_PHRASE = 5
"""A word is judged with its neighbours, so many words together, because people mark phrases."""
_FUNCTION, _MARK = 0.4, 0.1
"""How much a function word and a mark count among them, where a content word counts 1."""


class Evidence(Struct, frozen=True):
    """What is known of the words and marks of one side, in the order of the text."""

    tokens: list[Token]
    counterparts: list[Span | None]
    signals: Floats
    """Shape (n, 7), weighed by `assets/weights/words.toml`: 1; how little the word is linked; how little it
    and its neighbours are; whether it is a function word; whether it is a number that its bead has on this
    side only; both cosines of `Passages`."""


class _Placed(Struct, frozen=True):
    """A word or mark with its place."""

    token: Token
    bead: int
    """The number of its bead."""
    row: int
    """Its row in the lexicon of its side."""
    links: Floats
    """How likely it is linked with each word of the other side of its bead (m)."""


def compare_words(pair: AlignedPair) -> dict[Side, tuple[Word, ...]]:
    """Every word and mark of each side once, in the order of the text."""
    out: dict[Side, tuple[Word, ...]] = {}
    for side, found in evidence(pair).items():
        differences = 1 / (1 + np.exp(-found.signals @ weights("words", "difference")))
        out[side] = tuple(
            Word(token.start, token.end, float(difference), counterpart)
            for token, counterpart, difference in zip(
                found.tokens, found.counterparts, differences, strict=True
            )
        )
    return out


def evidence(pair: AlignedPair) -> dict[Side, Evidence]:
    """What the links, the beads and the passages say of every word."""
    lexicon, beads = bead_words(*bead_tokens(pair, pair.alignment.beads), pair.encoder, every_vector=True)
    placed = {side: _placed(beads, side) for side in SIDES}
    source, target = ([(word.token.text, word.bead) for word in placed[side]] for side in SIDES)
    return {
        side: Evidence(
            tokens=[word.token for word in placed[side]],
            counterparts=[
                _counterpart(word.links, beads[word.bead].sides[other].tokens) for word in placed[side]
            ],
            signals=_signals(placed[side], beads, other, lexicon[side], around),
        )
        for side, other, around in zip(
            SIDES, SIDES[::-1], passages(source, target, pair.encoder), strict=True
        )
    }


def _placed(beads: list[BeadWords], side: Side) -> list[_Placed]:
    """The words of one side in the order of the text."""
    return sorted(
        (
            _Placed(token, number, int(row), links)
            for number, bead in enumerate(beads)
            for token, row, links in zip(
                bead.sides[side].tokens, bead.sides[side].rows, bead.sides[side].chance, strict=True
            )
        ),
        key=lambda word: word.token.start,
    )


def _signals(
    words: list[_Placed], beads: list[BeadWords], other: Side, lexicon: Lexicon, around: Passages
) -> Floats:
    rows = np.array([word.row for word in words], np.intp)
    unlinked = np.array([1 - word.links.max(initial=0) for word in words])
    weight = np.where(lexicon.mark, _MARK, np.where(lexicon.function, _FUNCTION, 1.0))[rows]
    keys = [{token.key for token in bead.sides[other].tokens} for bead in beads]
    lone = np.array([word.token.key not in keys[word.bead] for word in words], np.bool_)
    columns = [
        np.ones(len(words)),
        unlinked,
        _around(unlinked * weight) / _around(weight),
        lexicon.function[rows],
        lone & lexicon.number[rows],
        around.beside,
        around.anywhere,
    ]
    return np.stack(columns, axis=1, dtype=np.float64)


def _counterpart(chances: Floats, others: tuple[Token, ...]) -> Span | None:
    found = counterpart(chances)
    return Span(others[found[0]].start, others[found[-1]].end) if found else None


def counterpart(chances: Floats) -> range:
    """The likeliest link of a word and the links that adjoin it, among the words of the other side."""
    if not len(chances) or chances.max() < LINKED:
        return range(0)
    first = last = int(chances.argmax())
    while first > 0 and chances[first - 1] >= LINKED:
        first -= 1
    while last + 1 < len(chances) and chances[last + 1] >= LINKED:
        last += 1
    return range(first, last + 1)


def _around(values: Floats) -> Floats:
    """The sum over each word and its neighbours (n)."""
    half = _PHRASE // 2
    return np.convolve(values, np.ones(_PHRASE))[half : half + len(values)] if len(values) else values
