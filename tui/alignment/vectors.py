"""The sentences of a pair as the aligner sees them: vectors and lengths, worth keeping to align again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.alignment.direction import is_turned
from tui.alignment.model import Encoder
from tui.alignment.units import Units, units_of
from tui.articles import Article

if TYPE_CHECKING:
    from tui.alignment.model import Floats, Vectors

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1."""

_BATCH = 512
"""Sentences encoded between two reports of progress."""


class PairVectors(Struct, frozen=True):
    """Unit vectors (n, d) and lengths in characters (n) of the sentences of each side."""

    source: Vectors
    target: Vectors
    source_lengths: Floats
    target_lengths: Floats
    units: Units = ()
    """What corresponds according to the file that holds both texts; empty for texts of two files."""
    is_turned: bool = False
    """Whether they are aligned with the sides exchanged."""

    @property
    def turned(self) -> PairVectors:
        """Those of the pair with its sides exchanged."""
        units = tuple((t, s) for s, t in self.units)
        return PairVectors(
            self.target, self.source, self.target_lengths, self.source_lengths, units, not self.is_turned
        )


def encode(
    source: Article,
    target: Article,
    encoder: Encoder,
    progress: Progress | None = None,
    known: Mapping[str, Floats] | None = None,
) -> PairVectors:
    """Encodes both articles, which is nine tenths of the work of aligning them.

    `known`: the vectors of sentences that were encoded before, by their texts.
    """
    import numpy as np

    report, known = progress or (lambda _: None), known or {}
    texts = [text for article in (source, target) for text in sentences_of(article)]
    new = [text for text in dict.fromkeys(texts) if text not in known] if known else texts
    first = encoder.encode(new[:_BATCH])
    vectors = np.empty((len(new), first.shape[1]), first.dtype)  # parts put together would be there twice
    vectors[: len(first)] = first
    for start in range(_BATCH, len(new), _BATCH):
        report(start / len(new))
        vectors[start : start + _BATCH] = encoder.encode(new[start : start + _BATCH])
    report(1.0)
    if known:
        every = {**known, **dict(zip(new, vectors, strict=True))}
        vectors = np.stack([every[text] for text in texts])
    lengths = np.array([len(text) for text in texts], np.float32)
    n = len(source.sentences)
    sides = vectors[:n], vectors[n:], lengths[:n], lengths[n:]
    return PairVectors(*sides, units_of(source, target), is_turned(source, target))


def sentences_of(article: Article) -> Iterator[str]:
    """The texts of the sentences of an article, in order, as they are encoded."""
    return map(_in_small_letters, map(article.sentence_text, range(len(article.sentences))))


def _in_small_letters(text: str) -> str:
    """A sentence without the capitals in which all of it is written: an encoder hardly knows such words."""
    return text.capitalize() if text.isupper() and len(text.split()) > 1 else text
