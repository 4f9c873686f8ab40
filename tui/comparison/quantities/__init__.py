"""Facts of quantity: numbers, percentages, amounts, measures, dates and times, read and compared."""

from tui.comparison.quantities.extract import facts
from tui.comparison.quantities.fact import Fact, Reading, Strength
from tui.comparison.quantities.findings import find_quantities

__all__ = ["Fact", "Reading", "Strength", "facts", "find_quantities"]
