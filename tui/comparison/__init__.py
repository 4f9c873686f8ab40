"""Comparison: where the two articles part, as findings."""

from tui.comparison.compare import compare
from tui.comparison.lexical import Word, words
from tui.comparison.model import LAYERS, SEVERITIES, Finding, Kind, Layer, Severity, identified

__all__ = [
    "LAYERS",
    "SEVERITIES",
    "Finding",
    "Kind",
    "Layer",
    "Severity",
    "Word",
    "compare",
    "identified",
    "words",
]
