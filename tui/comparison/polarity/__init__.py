"""Polarity: what one side denies, reverses or is less sure of than the other."""

from tui.comparison.polarity.compare import find_polarity
from tui.comparison.polarity.lexicon import forms

__all__ = ["find_polarity", "forms"]
