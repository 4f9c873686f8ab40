"""Polarity: what one side denies, reverses or is less sure of than the other."""

from tui.comparison.polarity.compare import FAMILY
from tui.comparison.polarity.lexicon import forms

__all__ = ["FAMILY", "forms"]
