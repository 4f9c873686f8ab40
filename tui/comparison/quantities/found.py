"""What a rule gives back: a fact and where it stands."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from tui.comparison.quantities.fact import Fact, FactKind, Reading, Strength
from tui.comparison.quantities.scan import Scan

Found = tuple[Fact, int]
"""A fact and the index of the lexeme after it."""


class Spotted(Struct, frozen=True):
    """A fact with the lexemes it covers and what its scale word multiplied."""

    fact: Fact
    start: int
    end: int
    scale: Fraction


def found(
    scan: Scan,
    start: int,
    end: int,
    reading: Reading,
    rule: str,
    strength: Strength = Strength.STRONG,
    kind: FactKind = "date",
) -> Found:
    """A fact of one reading over the lexemes from `start` to the one before `end`."""
    return Fact(kind, scan.span(start, end), (reading,), rule, strength), end
