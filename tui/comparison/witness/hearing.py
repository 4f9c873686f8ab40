"""A bead as the witness hears it: source beside back-translation, and the target's own words beside both.

A translator errs. What it has put in stands in no word of the target, what it has lost stands there all the
same, and where it has taken one word for another the target's word is nearer to the source's than to its
own. So the words of the target are asked too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span
from tui.comparison.lexical.bead_words import BeadWords, bead_tokens, bead_words
from tui.comparison.witness.alone import Linked
from tui.comparison.witness.facing import Facing, facing
from tui.comparison.witness.renders import renders
from tui.comparison.witness.said import Said
from tui.comparison.witness.units import Unit, Words, units
from tui.comparison.word_vectors import word_vectors
from tui.languages import Token, bare, function_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.comparison.lexical.lexicon import Lexicon

    Floats = NDArray[np.float32]

_SAME = 0.5
"""The cosine from which a word of the back-translation is taken for one of the target's."""


class Heard(Struct, frozen=True):
    """A bead with what is known of its words."""

    face: Facing
    tokens: tuple[Token, ...]
    """The content words of the target (k)."""
    ours: Floats
    """What each unit of the source and each of those have in common, 0 to 1 (n, k)."""
    theirs: Floats
    """What each unit of the back-translation and each of those have in common, 0 to 1 (m, k)."""
    linked: Floats
    """How surely each unit of the source is linked with a word of the target (n)."""
    free: Floats
    """How surely each of `tokens` is linked with no word of the source (k)."""
    words: Linked
    """The words of the bead of the two articles, by their links."""
    rendered: tuple[int | None, ...]
    """The place in `tokens` of the word that each unit of the back-translation renders (m); None if
    unknown."""

    def word(self, back: int) -> int | None:
        """The place in `tokens` of the word that a unit of the back-translation renders; None if unknown."""
        return self.rendered[back]

    def in_target(self, backs: Sequence[int]) -> tuple[Span, ...]:
        """The words of the target that units of the back-translation render, as far as they are known."""
        places = {place for back in backs if (place := self.word(back)) is not None}
        return tuple(self.tokens[place].span for place in sorted(places))


def faces(what: Said) -> dict[int, Facing]:
    """The units of every bead that is compared, by the index of the bead in `what.pair`."""
    pair = what.pair
    held = {
        number: (
            units(pair, "source", pair.alignment.beads[number].source),
            units(pair, "target", pair.alignment.beads[number].target),
        )
        for number in what.beads
    }
    every = (unit for sides in held.values() for side in sides for unit in side)
    words = Words(every, pair.source.language, pair.encoder)
    return {number: facing(*sides, words) for number, sides in held.items()}


def hearing(pair: AlignedPair, what: Said) -> dict[int, Heard]:
    """Every bead that is compared, by its index in `what.pair`. `pair`: the two articles."""
    found = faces(what)
    beads = [pair.alignment.beads[what.beads[number]] for number in found]
    lexicon, read = bead_words(*bead_tokens(pair, beads), pair.encoder, every_vector=True)
    vectors = _Vectors(pair, found.values(), read)
    return {
        number: _heard(face, _linked(bead, lexicon, pair), vectors, pair)
        for (number, face), bead in zip(found.items(), read, strict=True)
    }


class _Vectors:
    """The vectors of every word that is compared."""

    def __init__(self, pair: AlignedPair, found: Iterable[Facing], read: Sequence[BeadWords]) -> None:
        keys = {token.key for bead in read for side in bead.sides.values() for token in side.tokens}
        keys |= {unit.key for face in found for unit in (*face.source, *face.back) if isinstance(unit, Token)}
        words = sorted(keys)
        self._row: Mapping[str, int] = {key: at for at, key in enumerate(words)}
        self._vectors = word_vectors(words, pair.encoder) if words else np.zeros((0, 1), np.float32)

    def common(self, ones: Sequence[Unit], tokens: Sequence[Token]) -> Floats:
        """What units and words have in common (n, k): 1 for equal ones."""
        found = np.zeros((len(ones), len(tokens)), np.float32)
        columns = [self._row[token.key] for token in tokens]
        for at, unit in enumerate(ones):
            if isinstance(unit, Token) and columns:
                found[at] = np.clip(self._vectors[columns] @ self._vectors[self._row[unit.key]], 0, 1)
        return found


def _linked(bead: BeadWords, lexicon: Mapping[Side, Lexicon], pair: AlignedPair) -> Linked:
    return Linked(
        bead,
        {
            side: (lexicon[side].content | lexicon[side].number)[words.rows]
            for side, words in bead.sides.items()
        },
        {side: pair.article(side).language for side in SIDES},
    )


def _heard(face: Facing, words: Linked, vectors: _Vectors, pair: AlignedPair) -> Heard:
    function = function_words(pair.target.language)
    source, target = words.bead.sides["source"], words.bead.sides["target"]
    content = [
        at
        for at, token in enumerate(target.tokens)
        if token.key[:1].isalnum() and not function.get(bare(token.key))
    ]
    tokens = tuple(target.tokens[at] for at in content)
    best = source.chance.max(axis=1, initial=0.0)
    links = [
        [
            float(chance)
            for token, chance in zip(source.tokens, best, strict=True)
            if unit.span.start <= token.start < unit.span.end and token.key[:1].isalnum()
        ]
        for unit in face.source
    ]
    theirs = vectors.common(face.back, tokens)
    return Heard(
        face,
        tokens,
        vectors.common(face.source, tokens),
        theirs,
        np.array([max(held, default=0.0) for held in links], np.float32),
        np.array([1 - target.chance[at].max(initial=0.0) for at in content], np.float32),
        words,
        tuple(
            _rendered(unit, tokens, row, (pair.source.language, pair.target.language))
            for unit, row in zip(face.back, theirs, strict=True)
        ),
    )


def _rendered(unit: Unit, tokens: Sequence[Token], alike: Floats, languages: tuple[str, str]) -> int | None:
    """The word that a unit of the back-translation renders: the likest one, or one that a dictionary has."""
    if not tokens:
        return None
    best = int(alike.argmax())
    if alike[best] >= _SAME or not isinstance(unit, Token):
        return best if alike[best] >= _SAME else None
    return next((at for at, word in enumerate(tokens) if renders(unit, word, languages)), None)
