"""How different every word is, and what stands for it on the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles import SIDES, Side, Span
from tui.comparison.lexical.bead_words import bead_words
from tui.comparison.lexical.word import Word

if TYPE_CHECKING:
    from tui.comparison.lexical.lexicon import Floats
    from tui.comparison.pair import Pair
    from tui.comparison.tokens import Token

LINKED = 0.4
"""From this chance on two words are linked (benchmarks/xlwa.py)."""


def compare_words(pair: Pair) -> dict[Side, tuple[Word, ...]]:
    """Every word and mark of each side once, in the order of the text."""
    words: dict[Side, list[Word]] = {side: [] for side in SIDES}
    for bead in bead_words(pair)[1]:
        for side, other, chance in zip(SIDES, SIDES[::-1], (bead.chance, bead.chance.T), strict=True):
            others = bead.tokens[other]
            for token, chances in zip(bead.tokens[side], chance, strict=True):
                difference = 1 - float(chances.max(initial=0))
                words[side].append(Word(token.start, token.end, difference, _counterpart(chances, others)))
    return {side: tuple(sorted(words[side], key=lambda word: word.start)) for side in SIDES}


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
