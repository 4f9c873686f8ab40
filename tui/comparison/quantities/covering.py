"""Words that are part of a quantity: the facts have found their equal, or say that they have none.

So has what stands around facts that have found it: *who was born in 1934*, *nata nel 1934*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, Span
from tui.comparison.once import once_a_pair
from tui.comparison.quantities.equality import Likeness
from tui.comparison.quantities.extract import facts
from tui.comparison.quantities.fact import Strength
from tui.comparison.quantities.matching import matches


def is_quantity(pair: AlignedPair, side: Side, spans: Iterable[Span]) -> bool:
    """Whether all these spans stand inside quantities of one sentence: *svizzeri* in *franchi svizzeri*."""
    spans = list(spans)
    quantities = _quantities(pair, side, pair.article(side).sentence_at(spans[0].start))
    return all(any(q.start <= span.start and span.end <= q.end for q in quantities) for span in spans)


def _quantities(pair: AlignedPair, side: Side, sentence: int) -> Sequence[Span]:
    """The quantities of a sentence, read once."""
    known = _known(pair)
    if (side, sentence) not in known:
        article = pair.article(side)
        within = article.sentences[sentence]
        known[side, sentence] = [
            fact.span
            for fact in facts(article.text, within.start, within.end, article.language)
            if fact.strength is Strength.STRONG
        ]
    return known[side, sentence]


@once_a_pair
def _known(_pair: AlignedPair) -> dict[tuple[Side, int], Sequence[Span]]:
    """The quantities of each sentence that was asked about."""
    return {}


def is_answered(pair: AlignedPair, side: Side, span: Span) -> bool:
    """Whether quantities stand in a span and each has its equal in the other side of the bead."""
    inside = [answered for fact, answered in _facts(pair)[side] if span.start <= fact.start < span.end]
    return bool(inside) and all(inside)


@once_a_pair
def _facts(pair: AlignedPair) -> Mapping[Side, list[tuple[Span, bool]]]:
    """The quantities of each side that surely are some, and whether each has its equal in its bead."""
    found: dict[Side, list[tuple[Span, bool]]] = {side: [] for side in SIDES}
    for match in matches(pair):
        both = match.source is not None and match.target is not None and match.likeness > Likeness.NONE
        for side, placed in zip(SIDES, (match.source, match.target), strict=True):
            if placed is not None and placed.fact.strength is Strength.STRONG:
                found[side].append((placed.fact.span, both))
    return found
