"""An invented pair of which a few words are in the tiny model, and what the panel needs to translate it."""

from __future__ import annotations

from by_hand import article_of
from reader_pair import study_by_hand
from toy_encoder import ToyEncoder

from tui.reader.translating import Engine, Equipment
from tui.translation import Shelf, argos_translator

SOURCE = article_of(
    [
        ["The cat sleeps.", "The government lifts the sanctions."],
        ["The dog eats."],
        ["The mayor signs the agreement today."],
        ["The bridge is new."],
    ],
    "en",
)
TARGET = article_of(
    [
        ["Il gatto dorme.", "Il governo ripristina le sanzioni."],
        ["Il cane mangia."],
        ["Il sindaco firma un patto oggi."],
        ["La casa è grande."],
    ],
    "it",
)
BEADS = "0=0 1=1 2=2 3=3 4= =4"
"""The restored sanctions part, the pact is not in the model, the last sentences have no counterpart."""
STUDY = study_by_hand(BEADS, ())

ENCODER = ToyEncoder(
    {"gatto": "cat", "dorme": "sleeps", "governo": "government", "sanzioni": "sanctions", "cane": "dog"}
)


def engine_of(shelf: Shelf) -> Engine:
    """The models of a shelf."""
    return lambda source, target: argos_translator(shelf, source, target)


def equipped(shelf: Shelf, engine: Engine | None = None) -> Equipment:
    """What the panel works with: the shelf's models, unless there is another engine."""
    return Equipment(engine or engine_of(shelf), shelf, ENCODER)
