"""A side of a bead as it is and as it would be, beside the other side: the sentence encoder says which fits.

What is in the way is missed by nobody: without it the two sides say more nearly the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import Article, Side, Span, other_side

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead, Encoder
    from tui.alignment.model import Vectors


class Change(Struct, frozen=True):
    """A side as it is, as it would be, and the other side."""

    own: str
    changed: str
    other: str

    @property
    def texts(self) -> tuple[str, str, str]:
        """As it is, as it would be, and the other side."""
        return self.own, self.changed, self.other

    @property
    def share(self) -> float:
        """How much of its side it takes away: 0.01 to 1."""
        return max(0.01, 1 - len(self.changed) / max(1, len(self.own)))

    def eased(self, gain: float) -> float:
        """Its gain, over the root of its share: of a longer side the same words are less."""
        return float(gain / self.share**0.5)


def change(
    article: Article, sentences: Sequence[int], places: Sequence[Span], other: str, words: str | None = None
) -> Change:
    """Some sentences without what stands in some places; `words`, if any, come in the place of the first.

    An empty span is a place between words. `other`: what the other side has. Without `words` what stood
    around a place is joined as it is; with them, be they empty, a blank parts it.
    """
    own, changed = [], []
    for index in sentences:
        sentence = article.sentences[index]
        own.append(article.sentence_text(index))
        at, kept = sentence.start, []
        for number, place in enumerate(places):
            begins = sentence.start <= place.start <= sentence.end
            if begins or place.start < sentence.start < place.end:
                kept.append(article.text[at : max(place.start, sentence.start)])
                if begins and words is not None:
                    kept.append(f" {words} " if not number else " ")
                at = min(place.end, sentence.end)
        changed.append("".join((*kept, article.text[at : sentence.end])))
    return Change(" ".join(own), " ".join(" ".join(changed).split()), other)


def without(pair: AlignedPair, bead: Bead, side: Side, places: Sequence[Span]) -> Change:
    """A side of a bead without what stands in some places, beside the other side."""
    there = other_side(side)
    other = " ".join(pair.article(there).sentence_text(number) for number in bead.side(there))
    return change(pair.article(side), bead.side(side), places, other)


def gains(changes: Sequence[Change], encoder: Encoder) -> list[float]:
    """By how much more alike the two sides of each bead would be: a difference of cosines."""
    texts = list(dict.fromkeys(text for one in changes for text in one.texts))
    vectors = dict(zip(texts, encoder.encode(texts), strict=True)) if texts else {}
    return [
        gain_of(vectors[own], vectors[changed], vectors[other])
        for own, changed, other in (one.texts for one in changes)
    ]


def for_and_against(value: float) -> tuple[float, float]:
    """How much a value speaks for something, and how much against it: each 0 to 1, and one of them 0."""
    return min(1.0, max(0.0, value)), min(1.0, max(0.0, -value))


def gain_of(own: Vectors, changed: Vectors, other: Vectors) -> float:
    """The gain of a change by the unit vectors of its texts."""
    return float((changed - own) @ other)
