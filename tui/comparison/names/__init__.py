"""Names of people, places and organisations: the same, written otherwise, or on one side only."""

from tui.comparison.names.compare import find_names
from tui.comparison.names.spelling import cognate, plain

__all__ = ["cognate", "find_names", "plain"]
