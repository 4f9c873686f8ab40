"""The words of every bead, and how likely each two of them correspond."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles import SIDES, Side
from tui.comparison.lexical.lexicon import Lexicon, lexicons
from tui.comparison.lexical.links import links
from tui.comparison.tokens import tokens_and_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.alignment import Bead
    from tui.comparison.lexical.lexicon import Floats, Indexes
    from tui.comparison.pair import Pair
    from tui.comparison.tokens import Token


@dataclass(frozen=True)
class BeadSide:
    """The words and marks that a bead has on one side, in order."""

    tokens: tuple[Token, ...]
    rows: Indexes
    """Each word's row in the lexicon of its side."""
    chance: Floats
    """How likely each word is linked with each of the other side of the bead, 0 to 1 (n, m)."""


@dataclass(frozen=True)
class BeadWords:
    """The words of a bead."""

    bead: Bead
    sides: Mapping[Side, BeadSide]


def bead_words(pair: Pair) -> tuple[dict[Side, Lexicon], list[BeadWords]]:
    """The lexicon of each side, and the words of each bead in the order of the beads."""
    tokens = {side: _tokens(pair, side) for side in SIDES}
    keys = [sorted({token.key for sentence in tokens[side] for token in sentence}) for side in SIDES]
    languages = pair.source.language, pair.target.language
    source, target = lexicons(keys[0], keys[1], languages, pair.encoder)
    made = []
    for bead in pair.alignment.beads:
        ours = tuple(token for s in bead.source for token in tokens["source"][s])
        theirs = tuple(token for t in bead.target for token in tokens["target"][t])
        rows = source.rows(token.key for token in ours)
        columns = target.rows(token.key for token in theirs)
        chance = links(source, target, rows, columns)
        sides: dict[Side, BeadSide] = {
            "source": BeadSide(ours, rows, chance),
            "target": BeadSide(theirs, columns, chance.T),
        }
        made.append(BeadWords(bead, sides))
    return {"source": source, "target": target}, made


def _tokens(pair: Pair, side: Side) -> list[tuple[Token, ...]]:
    article = pair.article(side)
    return [
        tokens_and_marks(article.text, tokens, sentence.start, sentence.end)
        for tokens, sentence in zip(pair.tokens[side], article.sentences, strict=True)
    ]
