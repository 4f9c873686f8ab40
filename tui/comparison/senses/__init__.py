"""Nouns that name another thing than the other side does."""

from tui.comparison.senses.compare import FAMILY

__all__ = ["FAMILY"]
