"""What an alignment is: beads that hold every sentence of both sides exactly once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, overload

from msgspec import Struct

from tui.articles import SIDES, Article, Side
from tui.languages import Token, tokenize

if TYPE_CHECKING:  # numpy costs a tenth of a second, which the first frame does not have
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Vectors = Floats

_KEPT = 1_024
"""Sentences of a side whose tokens are kept: some 6 MB. A section of a long pair has fewer."""


class Encoder(Protocol):
    """Turns texts of any of its languages into vectors whose dot product says how alike they are."""

    @property
    def name(self) -> str:
        """Name and version, as reports print it."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of unit length a text, in order: shape (texts, dimensions)."""
        ...


class Bead(Struct, frozen=True):
    """A set of source sentences and a set of target sentences that correspond; one side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    """How sure the bead is, 0 to 1: that the sides correspond or, with one side empty, that nothing does."""
    moved: bool = False
    """The sides correspond but stand in different places."""

    def side(self, side: Side) -> tuple[int, ...]:
        """The sentence indexes of one side."""
        return self.source if side == "source" else self.target

    @property
    def turned(self) -> Bead:
        """The bead with its sides exchanged."""
        return Bead(self.target, self.source, self.score, self.moved)

    @property
    def kind(self) -> str:
        """`aligned`, `moved`, `only-source` or `only-target`."""
        if not self.target:
            return "only-source"
        if not self.source:
            return "only-target"
        return "moved" if self.moved else "aligned"


class Alignment(Struct, frozen=True, dict=True):
    """Beads in reading order; every sentence of either article stands in exactly one."""

    beads: tuple[Bead, ...]

    @cached_property
    def _by_sentence(self) -> dict[Side, dict[int, int]]:
        return {
            "source": {s: b for b, bead in enumerate(self.beads) for s in bead.source},
            "target": {t: b for b, bead in enumerate(self.beads) for t in bead.target},
        }

    def bead_index(self, side: Side, sentence: int) -> int:
        """The index of the bead that holds a sentence."""
        return self._by_sentence[side][sentence]

    def bead_of(self, side: Side, sentence: int) -> Bead:
        """The bead that holds a sentence."""
        return self.beads[self.bead_index(side, sentence)]

    @property
    def turned(self) -> Alignment:
        """The same with the sides exchanged: turned twice, an alignment in reading order is what it was."""
        return in_reading_order(bead.turned for bead in self.beads)

    @cached_property
    def out_of_place(self) -> dict[Side, tuple[int, ...]]:
        """The sentences of each side that have no counterpart, or one in another place."""
        beads = [bead for bead in self.beads if bead.kind != "aligned"]
        return {side: tuple(number for bead in beads for number in bead.side(side)) for side in SIDES}


def in_reading_order(beads: Iterable[Bead]) -> Alignment:
    """An alignment of beads in the order in which they are read: between two that stand in place on both
    sides first what stands there in the source, then what only the target has.
    """
    beads = list(beads)
    places: dict[Side, list[int]] = {
        side: sorted(min(bead.side(side)) for bead in beads if bead.kind == "aligned") for side in SIDES
    }

    def place(bead: Bead) -> tuple[int, bool, int]:
        side: Side = "source" if bead.source else "target"
        first = min(bead.side(side))
        behind = bisect_right(places[side], first)
        return behind, not bead.source, first

    return Alignment(tuple(sorted(beads, key=place)))


class SentenceTokens(Sequence[tuple[Token, ...]]):
    """The tokens of each sentence of an article, read when they are asked for.

    So many are kept as a rule may look back at; those of all sentences of a long text would take the most
    memory of all that is known of it.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._kept: dict[int, tuple[Token, ...]] = {}

    def __len__(self) -> int:
        return len(self._article.sentences)

    @overload
    def __getitem__(self, index: int) -> tuple[Token, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> list[tuple[Token, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Token, ...] | list[tuple[Token, ...]]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        found = self._kept.get(index)
        if found is None:
            sentence = self._article.sentences[index]
            found = tokenize(self._article.text, sentence.start, sentence.end)
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[index] = found
        return found


class AlignedPair(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """Two articles, which of their sentences correspond, and what every rule asks of them.

    What is read once for all rules is kept: an `AlignedPair` is made for one comparison and then forgotten.
    """

    source: Article
    target: Article
    alignment: Alignment
    encoder: Encoder
    asked: range | None = None
    """The beads that are asked about, where the others are only read beside them; None for all."""

    def is_asked(self, bead: Bead) -> bool:
        """Whether one of its beads is asked about."""
        return self._asked is None or id(bead) in self._asked

    @cached_property
    def _asked(self) -> frozenset[int] | None:
        return None if self.asked is None else frozenset(id(self.alignment.beads[at]) for at in self.asked)

    def article(self, side: Side) -> Article:
        """The article of one side."""
        return self.source if side == "source" else self.target

    @cached_property
    def tokens(self) -> dict[Side, SentenceTokens]:
        """The tokens of each sentence of each side."""
        return {side: SentenceTokens(self.article(side)) for side in SIDES}

    def bead(self, side: Side, offset: int) -> int:
        """The index of the bead in whose sentence a place of one side stands."""
        return self.alignment.bead_index(side, self.article(side).sentence_at(offset))
