"""Differences of what is marked in a text: code and the targets of links."""

from tui.comparison.markup.compare import FAMILY

__all__ = ["FAMILY"]
