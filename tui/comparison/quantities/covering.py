"""Words that are part of a quantity: the facts have found their equal, or say that they have none."""

from __future__ import annotations

from collections.abc import Iterable

from tui.alignment import AlignedPair
from tui.articles import Side, Span
from tui.comparison.quantities.extract import facts
from tui.comparison.quantities.fact import Strength


def is_quantity(pair: AlignedPair, side: Side, spans: Iterable[Span]) -> bool:
    """Whether all these spans stand inside quantities of one sentence: *svizzeri* in *franchi svizzeri*."""
    article = pair.article(side)
    spans = list(spans)
    within = article.sentences[article.sentence_at(spans[0].start)]
    quantities = [
        fact.span
        for fact in facts(article.text, within.start, within.end, article.language)
        if fact.strength is Strength.STRONG
    ]
    return all(any(q.start <= span.start and span.end <= q.end for q in quantities) for span in spans)
