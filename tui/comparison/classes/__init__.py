"""Closed classes: kin, offices, colours, parts of the day …, of which each side names another member."""

from tui.comparison.classes.compare import FAMILY

__all__ = ["FAMILY"]
