"""Comparison: where the two articles part, as findings."""

from tui.comparison.compare import compare, witnessed, words
from tui.comparison.gloss import Gloss, gloss
from tui.comparison.lexical.word import Word
from tui.comparison.model import SURE, WITNESSED, Comparison, Finding, identified, mirror_id, severity
from tui.comparison.rule import LAYERS, SEVERITIES, Kind, Layer, Severity
from tui.comparison.same import NOTHING_SAME, Equivalence, Same, counterpart, equivalence
from tui.comparison.sections import at_origin
from tui.comparison.witness import Parting, parting
from tui.comparison.worth import worth_translating

__all__ = [
    "LAYERS",
    "NOTHING_SAME",
    "SEVERITIES",
    "SURE",
    "WITNESSED",
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
    "at_origin",
    "compare",
    "counterpart",
    "equivalence",
    "gloss",
    "identified",
    "mirror_id",
    "parting",
    "severity",
    "witnessed",
    "words",
    "worth_translating",
]
