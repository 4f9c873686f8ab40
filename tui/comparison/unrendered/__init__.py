"""Phrases and clauses of which the other side renders no word."""

from tui.comparison.unrendered.compare import FAMILY

__all__ = ["FAMILY"]
