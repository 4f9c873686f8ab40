"""What a person may correct in an alignment: values that the program obeys and never overrides.

Of two corrections about the same thing the later one counts: a `Link` or `Moved` takes the place of every
earlier one that shares a sentence with it, an `Unlink` of every earlier one that holds a pair it forbids, and
rows are split and merged one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from msgspec import Struct

Sides = tuple[tuple[int, ...], tuple[int, ...]]
"""The source and the target sentences of a bead, in order."""


class _Pairing(Struct, frozen=True):
    source: tuple[int, ...]
    """Sentence indexes, one or more."""
    target: tuple[int, ...]

    def __post_init__(self) -> None:
        if not (self.source and self.target):
            raise ValueError("a correction of sentences names some on both sides")

    @property
    def sides(self) -> Sides:
        """Both sides in order, each sentence once."""
        return tuple(sorted(set(self.source))), tuple(sorted(set(self.target)))

    def touches(self, other: _Pairing) -> bool:
        """Whether the two share a sentence."""
        return bool(set(self.source) & set(other.source) or set(self.target) & set(other.target))

    def shares_pair(self, other: _Pairing) -> bool:
        """Whether a source and a target sentence stand in both."""
        return bool(set(self.source) & set(other.source) and set(self.target) & set(other.target))


class Link(_Pairing, frozen=True):
    """These sentences say the same: each has its counterpart among those of the other side, and only there.

    With one sentence on either side they are one bead; several with several are aligned among themselves.
    """


class Moved(_Pairing, frozen=True):
    """These sentences say the same and stand in different places: one bead, marked as moved."""


class Unlink(_Pairing, frozen=True):
    """No source sentence of these corresponds to a target sentence of these."""


class Merge(Struct, frozen=True):
    """These paragraphs, and what lies between them, stand in one row."""

    source: tuple[int, ...]
    """Paragraph indexes."""
    target: tuple[int, ...]


class Split(Struct, frozen=True):
    """A row begins at this paragraph of the source and at this one of the target."""

    source: int
    """A paragraph index, or the number of paragraphs when all of this side stands before."""
    target: int


Correction = Link | Moved | Unlink | Merge | Split


def turned(correction: Correction) -> Correction:
    """The same correction of the pair with its sides exchanged."""
    if isinstance(correction, Split):
        return Split(correction.target, correction.source)
    return type(correction)(correction.target, correction.source)


class Settled(Struct, frozen=True):
    """What corrections say of sentences when the later ones have taken the place of the earlier."""

    linked: tuple[Sides, ...] = ()
    moved: tuple[Sides, ...] = ()
    """No two of `linked` and `moved` share a sentence."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs, source and target, that do not correspond; none lies within one of the above."""


def settled(corrections: Iterable[Correction]) -> Settled:
    """Settles corrections, the oldest first."""
    holding: list[Link | Moved] = []
    apart: set[tuple[int, int]] = set()
    for correction in corrections:
        if isinstance(correction, Unlink):
            holding = [held for held in holding if not held.shares_pair(correction)]
            apart |= set(product(correction.source, correction.target))
        elif isinstance(correction, Link | Moved):
            holding = [held for held in holding if not held.touches(correction)] + [correction]
            apart -= set(product(correction.source, correction.target))
    return Settled(
        tuple(held.sides for held in holding if isinstance(held, Link)),
        tuple(held.sides for held in holding if isinstance(held, Moved)),
        frozenset(apart),
    )
