"""Words that say the contrary of what the other side says, as far as a dictionary knows."""

from tui.comparison.contraries.compare import FAMILY

__all__ = ["FAMILY"]
