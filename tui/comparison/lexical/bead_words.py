"""The words of every bead, and how likely each two of them correspond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.articles import SIDES, Side
from tui.comparison.lexical.lexicon import Lexicon, encoded, lexicons, listed, meaning, spelling
from tui.comparison.lexical.links import links
from tui.comparison.word_vectors import shipped_for
from tui.languages import tokens_and_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.alignment import AlignedPair, Bead, Encoder
    from tui.comparison.lexical.lexicon import Flags, Floats, Indexes
    from tui.languages import Token

TWINS = 0.5
"""From this likeness on, two words of a bead need no vectors to be seen as alike."""


class BeadTokens(Struct, frozen=True):
    """The words and marks of a bead, as far as they are known without vectors."""

    bead: Bead
    tokens: Mapping[Side, tuple[Token, ...]]
    rows: Mapping[Side, Indexes]
    """Each word's row in the lexicon of its side."""
    alike: Floats
    """How alike each word of the source and each of the target are spelt, or that they are listed (n, m)."""


class BeadSide(Struct, frozen=True):
    """The words and marks that a bead has on one side, in order."""

    tokens: tuple[Token, ...]
    rows: Indexes
    """Each word's row in the lexicon of its side."""
    meaning: Floats
    """What each word has in common with each of the other side of the bead, 0 to 1 (n, m)."""
    chance: Floats
    """How likely each word is linked with each of the other side of the bead, 0 to 1 (n, m)."""


class BeadWords(Struct, frozen=True):
    """The words of a bead."""

    bead: Bead
    sides: Mapping[Side, BeadSide]


def bead_tokens(pair: AlignedPair, beads: Sequence[Bead]) -> tuple[dict[Side, Lexicon], list[BeadTokens]]:
    """The words of some beads, and the lexicon of each side without vectors."""
    tokens = [{side: _tokens(pair, side, bead.side(side)) for side in SIDES} for bead in beads]
    keys = [sorted({token.key for found in tokens for token in found[side]}) for side in SIDES]
    source, target = lexicons(keys[0], keys[1], (pair.source.language, pair.target.language))
    lexicon: dict[Side, Lexicon] = {"source": source, "target": target}
    read = []
    for bead, found in zip(beads, tokens, strict=True):
        rows = {side: lexicon[side].rows(token.key for token in found[side]) for side in SIDES}
        places = source, target, rows["source"], rows["target"]
        read.append(BeadTokens(bead, found, rows, np.maximum(spelling(*places), listed(*places))))
    return lexicon, read


def bead_words(
    lexicon: Mapping[Side, Lexicon], beads: Sequence[BeadTokens], encoder: Encoder, *, every_vector: bool
) -> tuple[dict[Side, Lexicon], list[BeadWords]]:
    """The same lexicons with vectors, and the words of some beads compared.

    Without `every_vector` only those content words are encoded that some bead has on one side without a word
    like them on the other, and those of which the vectors are shipped: encoding is what costs.
    """
    source, target = lexicon["source"], lexicon["target"]
    needed = np.ones(len(source.row), np.bool_), np.ones(len(target.row), np.bool_)
    if not every_vector:
        needed = _needed(source, target, beads, encoder)
    source, target = encoded(source, target, needed, encoder)
    made = []
    for bead in beads:
        places = source, target, bead.rows["source"], bead.rows["target"]
        common = meaning(*places, bead.alike)
        chance = links(*places, bead.alike, common)
        sides: dict[Side, BeadSide] = {
            "source": BeadSide(bead.tokens["source"], bead.rows["source"], common, chance),
            "target": BeadSide(bead.tokens["target"], bead.rows["target"], common.T, chance.T),
        }
        made.append(BeadWords(bead.bead, sides))
    return {"source": source, "target": target}, made


def _needed(
    source: Lexicon, target: Lexicon, beads: Sequence[BeadTokens], encoder: Encoder
) -> tuple[Flags, Flags]:
    """The words of these beads that are no names and have no twin in one, or whose vector costs nothing."""
    table = shipped_for(encoder)
    needed = []
    for side, lexicon, axis in zip(SIDES, (source, target), (1, 0), strict=True):
        there = np.zeros(len(lexicon.row), np.bool_)
        unclear = np.zeros(len(lexicon.row), np.bool_)
        for bead in beads:
            there[bead.rows[side]] = True
            if bead.alike.size:
                is_name = [at > 0 and token.text[0].isupper() for at, token in enumerate(bead.tokens[side])]
                alone = (bead.alike.max(axis=axis) < TWINS) & ~np.array(is_name, np.bool_)
                unclear[bead.rows[side][alone]] = True
        ready = np.array([table is not None and key in table.row for key in lexicon.row], np.bool_)
        needed.append((unclear & lexicon.content) | (there & ready))
    return needed[0], needed[1]


def _tokens(pair: AlignedPair, side: Side, sentences: Iterable[int]) -> tuple[Token, ...]:
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
