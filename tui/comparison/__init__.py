"""Comparison: where the two articles part, as findings."""

from tui.comparison.back_translation import Parting, parting
from tui.comparison.compare import compare, compare_back_translation, words
from tui.comparison.gloss import Gloss, gloss
from tui.comparison.lexical import Word
from tui.comparison.model import SURE, Comparison, Finding, identified, severity
from tui.comparison.rule import LAYERS, SEVERITIES, Kind, Layer, Severity

__all__ = [
    "LAYERS",
    "SEVERITIES",
    "SURE",
    "Comparison",
    "Finding",
    "Gloss",
    "Kind",
    "Layer",
    "Parting",
    "Severity",
    "Word",
    "compare",
    "compare_back_translation",
    "gloss",
    "identified",
    "parting",
    "severity",
    "words",
]
