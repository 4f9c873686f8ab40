"""Alignment: which sentences of the two articles correspond."""

from tui.alignment.model import Alignment, Bead, Encoder

__all__ = ["Alignment", "Bead", "Encoder"]
