"""Whether the source, saying what the back-translation says, would say more exactly what the target says.

The sentence encoder answers that: of a word taken for another by the translator, or only put otherwise, it
says no; of one that the target has in the place of another it says yes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles import Article, Span

if TYPE_CHECKING:
    from tui.alignment import Encoder


@dataclass(frozen=True, slots=True)
class Change:
    """A source sentence as it is, as it would be, and the target beside it."""

    source: str
    changed: str
    target: str

    @property
    def share(self) -> float:
        """How much of the source it takes away: 0.01 to 1."""
        return max(0.01, 1 - len(self.changed) / max(1, len(self.source)))


def change(
    source: Article, sentences: Sequence[int], places: Sequence[Span], words: str, target: str
) -> Change:
    """Puts `words` in the place of the first of some spans of a source, and takes the others away.

    An empty span is a place between words. `sentences`: those of the bead; `target`: what it has on the
    other side.
    """
    whole, changed = [], []
    for index in sentences:
        sentence = source.sentences[index]
        whole.append(source.text[sentence.start : sentence.end])
        at, kept = sentence.start, []
        for number, place in enumerate(places):
            if sentence.start <= place.start <= sentence.end:
                kept += [source.text[at : place.start], f" {words} " if not number else " "]
                at = min(place.end, sentence.end)
        changed.append("".join((*kept, source.text[at : sentence.end])))
    return Change(" ".join(whole), " ".join(" ".join(changed).split()), target)


def gains(changes: Sequence[Change], encoder: Encoder) -> list[float]:
    """By how much more alike the two sides of each bead would be: a difference of cosines."""
    texts = list(dict.fromkeys(text for one in changes for text in (one.source, one.changed, one.target)))
    vectors = dict(zip(texts, encoder.encode(texts), strict=True)) if texts else {}
    return [float((vectors[one.changed] - vectors[one.source]) @ vectors[one.target]) for one in changes]
