"""Whether two texts belong together at all."""

from __future__ import annotations

from tui.alignment.model import Alignment
from tui.articles import SIDES, Article

HARDLY = 0.3
"""Below this correspondence two texts may not belong together (benchmarks/related.py)."""
UNRELATED = "These two texts hardly correspond: do they belong together?"
_TELLING = 5
"""So many sentences either text needs for that to be said: with fewer one free translation decides."""


def correspondence(source: Article, target: Article, alignment: Alignment) -> float:
    """How much of a text has a counterpart, 0 to 1: its characters, each by the score of its bead.

    Of the side that has more, since one may be a short version of the other.
    """
    shares = []
    for side, article in zip(SIDES, (source, target), strict=True):
        lengths = [sentence.end - sentence.start for sentence in article.sentences]
        alike = sum(
            bead.score * sum(lengths[index] for index in bead.side(side))
            for bead in alignment.beads
            if bead.source and bead.target
        )
        shares.append(alike / max(1, sum(lengths)))
    return max(shares)


def hardly_correspond(source: Article, target: Article, alignment: Alignment) -> bool:
    """Whether two texts of some length correspond so little that they may not belong together."""
    telling = min(len(source.sentences), len(target.sentences)) >= _TELLING
    return telling and correspondence(source, target, alignment) < HARDLY
