"""Facts of quantity: numbers, percentages, amounts, measures, dates and times, read and compared."""

from tui.comparison.quantities.compounds import counts
from tui.comparison.quantities.covering import is_answered, is_quantity
from tui.comparison.quantities.extract import facts
from tui.comparison.quantities.fact import Fact, Reading, Strength
from tui.comparison.quantities.findings import FAMILY
from tui.comparison.quantities.words import says_number

__all__ = [
    "FAMILY",
    "Fact",
    "Reading",
    "Strength",
    "counts",
    "facts",
    "is_answered",
    "is_quantity",
    "says_number",
]  # fmt: skip
