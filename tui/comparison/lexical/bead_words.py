"""The words of every bead, and how likely each two of them correspond."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tui.articles import SIDES, Side
from tui.comparison.lexical.lexicon import Lexicon, encoded, lexicons, meaning, spelling
from tui.comparison.lexical.links import links
from tui.comparison.tokens import tokens_and_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.alignment import Bead
    from tui.comparison.lexical.lexicon import Flags, Floats, Indexes
    from tui.comparison.pair import Pair
    from tui.comparison.tokens import Token

_TWINS = 0.5
"""From this likeness of spelling on, two words of a bead need no vectors to be seen as alike."""


@dataclass(frozen=True)
class BeadSide:
    """The words and marks that a bead has on one side, in order."""

    tokens: tuple[Token, ...]
    rows: Indexes
    """Each word's row in the lexicon of its side."""
    meaning: Floats
    """What each word has in common with each of the other side of the bead, 0 to 1 (n, m)."""
    chance: Floats
    """How likely each word is linked with each of the other side of the bead, 0 to 1 (n, m)."""


@dataclass(frozen=True)
class BeadWords:
    """The words of a bead."""

    bead: Bead
    sides: Mapping[Side, BeadSide]


def bead_words(
    pair: Pair, beads: Sequence[Bead], *, every_vector: bool
) -> tuple[dict[Side, Lexicon], list[BeadWords]]:
    """The lexicon of each side of some beads, and their words.

    Without `every_vector` only those content words are encoded that some bead has on one side without a word
    spelt like them on the other: encoding is what costs, and the letters of the others say enough.
    """
    tokens = [{side: _tokens(pair, side, bead.side(side)) for side in SIDES} for bead in beads]
    keys = [sorted({token.key for found in tokens for token in found[side]}) for side in SIDES]
    source, target = lexicons(keys[0], keys[1], (pair.source.language, pair.target.language))
    read = []
    for found in tokens:
        rows = source.rows(token.key for token in found["source"])
        columns = target.rows(token.key for token in found["target"])
        read.append((rows, columns, spelling(source, target, rows, columns)))
    needed = np.ones(len(source.row), np.bool_), np.ones(len(target.row), np.bool_)
    if not every_vector:
        needed = _unclear(source, target, read)
    source, target = encoded(source, target, needed, pair.encoder)
    made = []
    for bead, found, (rows, columns, alike) in zip(beads, tokens, read, strict=True):
        common = meaning(source, target, rows, columns, alike)
        chance = links(source, target, rows, columns, alike, common)
        sides: dict[Side, BeadSide] = {
            "source": BeadSide(found["source"], rows, common, chance),
            "target": BeadSide(found["target"], columns, common.T, chance.T),
        }
        made.append(BeadWords(bead, sides))
    return {"source": source, "target": target}, made


def _unclear(
    source: Lexicon, target: Lexicon, beads: list[tuple[Indexes, Indexes, Floats]]
) -> tuple[Flags, Flags]:
    """Which content words of each lexicon stand in a bead whose other side has no word spelt like them."""
    unclear = np.zeros(len(source.row), np.bool_), np.zeros(len(target.row), np.bool_)
    for rows, columns, alike in beads:
        if alike.size:
            unclear[0][rows[alike.max(axis=1) < _TWINS]] = True
            unclear[1][columns[alike.max(axis=0) < _TWINS]] = True
    return unclear[0] & source.content, unclear[1] & target.content


def _tokens(pair: Pair, side: Side, sentences: Iterable[int]) -> tuple[Token, ...]:
    article = pair.article(side)
    return tuple(
        token
        for number in sentences
        for token in tokens_and_marks(
            article.text,
            pair.tokens[side][number],
            article.sentences[number].start,
            article.sentences[number].end,
        )
    )
