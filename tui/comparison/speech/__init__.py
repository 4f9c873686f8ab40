"""Speech: who said it, and whether in his own words."""

from tui.comparison.speech.compare import FAMILY

__all__ = ["FAMILY"]
