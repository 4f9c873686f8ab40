"""What the place of a candidate says: whether its sentences belong together, and what else differs there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.alignment import correspondence
from tui.articles import SIDES, Side, Span
from tui.comparison.once import once_a_pair
from tui.comparison.rule import Candidate

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead

_LONG = 200
"""Characters of a sentence that is as long as it need be for everything in it to be found again."""
_MANY = 4
"""So many other candidates in one bead, and more, speak for sentences that do not belong together."""


class Marked(Protocol):
    """What marks places of one side or both."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Where in the source."""
        ...

    @property
    def target(self) -> tuple[Span, ...]:
        """Where in the target."""
        ...


PLACE = frozenset({
    "bead", "weak", "one-to-one", "ratio", "short", "crowd", "apart", "both-sides",
})  # fmt: skip
"""The names of the evidence that every candidate has."""


def places(candidates: Sequence[Candidate], pair: AlignedPair) -> Iterator[dict[str, float]]:
    """The evidence of the place of each candidate, in order, each from 0 to 1.

    `bead`: how sure it is that the sentences correspond; `weak`: how far that is below what is usual;
    `one-to-one`: whether the bead has one sentence on each side; `ratio`: how alike the sides are in length,
    on the scale of the articles; `short`: how short the shorter is; `crowd`: how many other candidates of
    facts the bead has; `apart`: how little the articles correspond; `both-sides`: whether the candidate
    stands on both. Where the first weighs otherwise on a rule than on its family, it is said once more:
    `rule-bead`.
    """
    beads = [bead_of(candidate, pair) for candidate in candidates]
    facts = Counter(
        bead for bead, candidate in zip(beads, candidates, strict=True) if candidate.rule.layer == "facts"
    )
    scale, apart = _of_articles(pair)
    for index, candidate in zip(beads, candidates, strict=True):
        bead = pair.alignment.beads[index]
        lengths = [_characters(pair, side, bead) for side in SIDES]
        lengths[1] *= scale
        sure = bead.score if bead.source and bead.target else 1.0
        own = {"rule-bead": sure} if candidate.rule.weighs_bead else {}
        yield {
            **own,
            "bead": sure,
            "weak": max(0.0, 1 - 2 * bead.score) if bead.source and bead.target else 0.0,
            "one-to-one": float(len(bead.source) == len(bead.target) == 1),
            "ratio": min(lengths) / max(1.0, *lengths),
            "short": 1 - min(1.0, min(lengths) / _LONG),
            "crowd": min(1.0, max(0, facts[index] - 1) / _MANY),
            "apart": apart,
            "both-sides": float(bool(candidate.source) and bool(candidate.target)),
        }


@once_a_pair
def _of_articles(pair: AlignedPair) -> tuple[float, float]:
    """How much longer the source is than the target, and how little the two correspond."""
    scale = _length(pair, "source") / max(1, _length(pair, "target"))
    return scale, 1 - correspondence(pair.source, pair.target, pair.alignment)


def bead_of(marked: Marked, pair: AlignedPair) -> int:
    """The index of the bead in which what is marked stands first."""
    side: Side = "source" if marked.source else "target"
    spans = marked.source or marked.target
    return pair.bead(side, spans[0].start)


def _characters(pair: AlignedPair, side: Side, bead: Bead) -> float:
    sentences = pair.article(side).sentences
    return float(sum(sentences[index].end - sentences[index].start for index in bead.side(side)))


def _length(pair: AlignedPair, side: Side) -> float:
    return float(sum(sentence.end - sentence.start for sentence in pair.article(side).sentences))
