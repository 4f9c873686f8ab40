"""Whether what stands on one side alone is in the way of that side's meaning, or part of what both say.

Without a name that the other side dropped the two say more nearly the same; without one that it says by other
words they lie farther apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

from tui.articles import Side, other_side
from tui.comparison.rule import Candidate

if TYPE_CHECKING:
    from tui.alignment import AlignedPair

NEARER, FARTHER = "without-nearer", "without-farther"
"""The names of the evidence."""
_FULL = 0.2
"""The gain over the length of the step from which on either counts whole."""
_LEAST = 1e-4
"""A step so short says nothing."""


def measured(candidates: Iterable[Candidate], pair: AlignedPair) -> Iterator[Candidate]:
    """The candidates, each that stands on one side alone with how the sides compare
    without it.

    `without-nearer`, `without-farther`: by how much the cosine of the two sides of its bead grows, or falls,
    over the distance between its side with it and without it.
    """
    found = list(candidates)
    asked = [n for n, one in enumerate(found) if bool(one.source) != bool(one.target)]
    texts = [text for n in asked for text in _texts(found[n], pair)]
    distinct = list(dict.fromkeys(texts))
    vectors = dict(zip(distinct, pair.encoder.encode(distinct), strict=True)) if distinct else {}
    for n, at in zip(asked, range(0, len(texts), 3), strict=True):
        whole, cut, other = (vectors[text] for text in texts[at : at + 3])
        step = sqrt(max(0.0, 1 - float(whole @ cut)))
        gain = float(cut @ other - whole @ other) / step / _FULL if step > _LEAST else 0.0
        more = {NEARER: min(1.0, max(0.0, gain)), FARTHER: min(1.0, max(0.0, -gain))}
        found[n] = replace(found[n], evidence={**found[n].evidence, **more})
    return iter(found)


def _texts(candidate: Candidate, pair: AlignedPair) -> tuple[str, str, str]:
    """The side of the bead on which a candidate stands, the same without it, and the other side."""
    side: Side = "source" if candidate.source else "target"
    spans = candidate.source or candidate.target
    bead = pair.alignment.beads[pair.bead(side, spans[0].start)]
    article = pair.article(side)
    whole, cut = [], []
    for number in bead.side(side):
        sentence = article.sentences[number]
        at, kept = sentence.start, []
        for span in spans:
            if sentence.start <= span.start < sentence.end:
                kept.append(article.text[at : span.start])
                at = min(span.end, sentence.end)
        whole.append(article.sentence_text(number))
        cut.append("".join([*kept, article.text[at : sentence.end]]))
    other = other_side(side)
    others = [pair.article(other).sentence_text(number) for number in bead.side(other)]
    return " ".join(whole), " ".join(" ".join(cut).split()), " ".join(others)
