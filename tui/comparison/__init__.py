"""Comparison: where the two articles part, as findings."""

from tui.comparison.back_translation import Parting, parting
from tui.comparison.compare import compare, compare_back_translation, words
from tui.comparison.gloss import Gloss, gloss
from tui.comparison.lexical import Word
from tui.comparison.model import LAYERS, SEVERITIES, Finding, Kind, Layer, Severity, identified

__all__ = [
    "LAYERS",
    "SEVERITIES",
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
    "words",
]
