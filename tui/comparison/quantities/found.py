"""What a rule gives back: a fact and where it ends."""

from __future__ import annotations

from tui.comparison.quantities.fact import Fact, FactKind, Reading, Strength
from tui.comparison.quantities.scan import Scan

Found = tuple[Fact, int]
"""A fact and the index of the lexeme after it."""


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
