"""Polarity: what one side denies, reverses or is less sure of than the other."""

from collections.abc import Iterable

from tui.comparison.model import Finding
from tui.comparison.pair import Pair
from tui.comparison.polarity.negation import find_negations

__all__ = ["find_polarity"]


def find_polarity(pair: Pair) -> Iterable[Finding]:
    """Negations on one side only, meanings reversed, certainty changed."""
    yield from find_negations(pair)
