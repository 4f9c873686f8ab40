"""Names of people, places and organisations: the same, written otherwise, or on one side only."""

from tui.comparison.names.compare import find_names

__all__ = ["find_names"]
