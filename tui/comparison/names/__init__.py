"""Names of people, places and organisations: the same, written otherwise, or on one side only."""

from tui.comparison.names.compare import FAMILY
from tui.comparison.names.mentions import Mention, pair_mentions, title_case
from tui.comparison.names.spelling import ROOT, cognate, hear, sound

__all__ = ["FAMILY", "ROOT", "Mention", "cognate", "hear", "pair_mentions", "sound", "title_case"]
