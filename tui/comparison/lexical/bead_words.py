"""The words of every bead, and how likely each two of them correspond."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles import SIDES, Side
from tui.comparison.lexical.lexicon import Lexicon, lexicons
from tui.comparison.lexical.links import links
from tui.comparison.tokens import tokens_and_marks

if TYPE_CHECKING:
    from tui.alignment import Bead
    from tui.comparison.lexical.lexicon import Floats, Indexes
    from tui.comparison.pair import Pair
    from tui.comparison.tokens import Token


@dataclass(frozen=True)
class BeadWords:
    """The words and marks of one bead, in order."""

    bead: Bead
    tokens: Mapping[Side, tuple[Token, ...]]
    rows: Mapping[Side, Indexes]
    """Each word as a row of its side's lexicon."""
    chance: Floats
    """How likely each source word is linked with each target word, 0 to 1 (n, m)."""


def bead_words(pair: Pair) -> tuple[dict[Side, Lexicon], list[BeadWords]]:
    """The lexicon of each side, and the words of each bead in the order of the beads."""
    tokens = {side: _tokens(pair, side) for side in SIDES}
    keys = [sorted({token.key for sentence in tokens[side] for token in sentence}) for side in SIDES]
    languages = pair.source.language, pair.target.language
    lexicon = dict(zip(SIDES, lexicons(keys[0], keys[1], languages, pair.encoder), strict=True))
    made = []
    for bead in pair.alignment.beads:
        own = {side: tuple(token for s in bead.side(side) for token in tokens[side][s]) for side in SIDES}
        rows = {side: lexicon[side].rows(token.key for token in own[side]) for side in SIDES}
        chance = links(lexicon["source"], lexicon["target"], rows["source"], rows["target"])
        made.append(BeadWords(bead, own, rows, chance))
    return lexicon, made


def _tokens(pair: Pair, side: Side) -> list[tuple[Token, ...]]:
    article = pair.article(side)
    return [
        tokens_and_marks(article.text, tokens, sentence.start, sentence.end)
        for tokens, sentence in zip(pair.tokens[side], article.sentences, strict=True)
    ]
