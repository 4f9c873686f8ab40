"""Alignment: which sentences of the two articles correspond."""

from tui.alignment.align import Aligner, align, realign
from tui.alignment.around import Region, around, rows_around
from tui.alignment.chain import heaviest_in_order
from tui.alignment.corrections import Correction, Link, Merge, Moved, Split, Unlink
from tui.alignment.correspondence import UNRELATED, correspondence, hardly_correspond
from tui.alignment.direction import is_turned
from tui.alignment.encoder import LANGUAGES, UseEncoder, standard_encoder
from tui.alignment.exchanged import exchanged
from tui.alignment.kept import key_of, recalled, remember, sides_of
from tui.alignment.model import AlignedPair, Alignment, Bead, Encoder
from tui.alignment.rows import Row, RowKind, rows
from tui.alignment.vectors import PairVectors, Progress, encode, sentences_of

__all__ = [
    "LANGUAGES",
    "UNRELATED",
    "AlignedPair",
    "Aligner",
    "Alignment",
    "Bead",
    "Correction",
    "Encoder",
    "Link",
    "Merge",
    "Moved",
    "PairVectors",
    "Progress",
    "Region",
    "Row",
    "RowKind",
    "Split",
    "Unlink",
    "UseEncoder",
    "align",
    "around",
    "correspondence",
    "encode",
    "exchanged",
    "hardly_correspond",
    "heaviest_in_order",
    "is_turned",
    "key_of",
    "realign",
    "recalled",
    "remember",
    "rows",
    "rows_around",
    "sentences_of",
    "sides_of",
    "standard_encoder",
]
