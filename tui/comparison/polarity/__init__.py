"""Polarity: what one side denies, reverses or is less sure of than the other."""

from tui.comparison.polarity.anchors import Anchors, anchors_of
from tui.comparison.polarity.clauses import (
    Stretch,
    asked_stretches,
    clause_around,
    clause_bounds,
    clause_end,
    once,
    once_of_two,
    sentence_end,
    stretches,
    stretches_of_beads,
)
from tui.comparison.polarity.compare import FAMILY, from_the_end, spent_on_opposites
from tui.comparison.polarity.cues import cues
from tui.comparison.polarity.lexicon import derived, forms, forms_of, negation
from tui.comparison.polarity.opposites import (
    DEGREE,
    TURNING,
    denied_after,
    idle_words,
    is_excepted,
    is_passive,
    notions_of,
    poles,
    turns_round,
)
from tui.comparison.polarity.relations import beside, related_crosswise
from tui.comparison.polarity.scope import is_denied
from tui.comparison.polarity.ties import Ties, content_words, likest_first, meant_ties_of, nearness, ties_of

__all__ = [
    "DEGREE",
    "FAMILY",
    "TURNING",
    "Anchors",
    "Stretch",
    "Ties",
    "anchors_of",
    "asked_stretches",
    "beside",
    "clause_around",
    "clause_bounds",
    "clause_end",
    "content_words",
    "cues",
    "denied_after",
    "derived",
    "forms",
    "forms_of",
    "from_the_end",
    "idle_words",
    "is_denied",
    "is_excepted",
    "is_passive",
    "likest_first",
    "meant_ties_of",
    "nearness",
    "negation",
    "notions_of",
    "once",
    "once_of_two",
    "poles",
    "related_crosswise",
    "sentence_end",
    "spent_on_opposites",
    "stretches",
    "stretches_of_beads",
    "ties_of",
    "turns_round",
]
