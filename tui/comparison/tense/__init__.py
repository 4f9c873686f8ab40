"""Tense: when something is, whether it must be, and on what condition."""

from tui.comparison.tense.compare import FAMILY
from tui.comparison.tense.suppositions import hedging
from tui.comparison.tense.tables import grades
from tui.comparison.tense.times import Reader

__all__ = ["FAMILY", "Reader", "grades", "hedging"]
