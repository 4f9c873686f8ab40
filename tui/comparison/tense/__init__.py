"""Tense: when something is, whether it must be, and on what condition."""

from tui.comparison.tense.compare import FAMILY
from tui.comparison.tense.reader import Reader
from tui.comparison.tense.suppositions import hedging
from tui.comparison.tense.tables import grades

__all__ = ["FAMILY", "Reader", "grades", "hedging"]
