"""Tense: when something is, whether it must be, and on what condition."""

from tui.comparison.tense.compare import FAMILY

__all__ = ["FAMILY"]
