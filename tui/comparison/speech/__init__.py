"""Speech: who said it, and whether in his own words."""

from tui.comparison.speech.compare import find_speech

__all__ = ["find_speech"]
