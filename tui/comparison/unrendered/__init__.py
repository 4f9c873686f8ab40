"""Phrases and clauses of which the other side renders no word."""

from tui.comparison.unrendered.compare import FAMILY
from tui.comparison.unrendered.rendering import rendered

__all__ = ["FAMILY", "rendered"]
