"""Comparison: where the two articles part, as findings."""

from tui.comparison.back_translation import Parting, parting
from tui.comparison.compare import compare, compare_back_translation, words
from tui.comparison.gloss import Gloss, gloss
from tui.comparison.lexical import Word
from tui.comparison.model import SURE, Comparison, Finding, identified, mirror_id, severity
from tui.comparison.rule import LAYERS, SEVERITIES, Kind, Layer, Severity
from tui.comparison.same import NOTHING_SAME, Equivalence, Same, counterpart, equivalence

__all__ = [
    "LAYERS",
    "NOTHING_SAME",
    "SEVERITIES",
    "SURE",
    "Comparison",
    "Equivalence",
    "Finding",
    "Gloss",
    "Kind",
    "Layer",
    "Parting",
    "Same",
    "Severity",
    "Word",
    "compare",
    "compare_back_translation",
    "counterpart",
    "equivalence",
    "gloss",
    "identified",
    "mirror_id",
    "parting",
    "severity",
    "words",
]
