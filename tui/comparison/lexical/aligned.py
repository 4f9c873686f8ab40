"""The words of the beads that have both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.alignment import AlignedPair, Bead
from tui.articles import SIDES, Side
from tui.languages import Token


def aligned_tokens(pair: AlignedPair) -> Iterator[Mapping[Side, tuple[Token, ...]]]:
    """The tokens of each aligned or moved bead by side, in order."""
    for bead in pair.alignment.beads:
        if bead.source and bead.target:
            yield tokens_of(pair, bead)


def tokens_of(pair: AlignedPair, bead: Bead) -> Mapping[Side, tuple[Token, ...]]:
    """The tokens of a bead by side."""
    return {
        side: tuple(token for sentence in bead.side(side) for token in pair.tokens[side][sentence])
        for side in SIDES
    }
