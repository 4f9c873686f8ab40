"""Alignment: which sentences of the two articles correspond."""

from tui.alignment.align import Progress, align
from tui.alignment.encoder import LANGUAGES, UseEncoder
from tui.alignment.model import Alignment, Bead, Encoder
from tui.alignment.rows import Row, RowKind, rows

__all__ = [
    "LANGUAGES",
    "Alignment",
    "Bead",
    "Encoder",
    "Progress",
    "Row",
    "RowKind",
    "UseEncoder",
    "align",
    "rows",
]
