"""Common nouns with a capital: *Centre*, *Review*, *Agency* are translated, not named."""

from __future__ import annotations

from functools import cache, lru_cache

from tui.comparison.names.spelling import cognate
from tui.languages import Translations, lemma

_LIKE = 0.64
"""The cosine of two common words of which one can stand for the other: seven in eight of the listed
translations have it, one in two hundred pairs drawn at random (benchmarks/word_table.py)."""


@lru_cache(maxsize=65536)
def translates(word: str, language: str, other: str, other_language: str) -> bool:
    """Whether a folded word of one language and one of another can stand for each other.

    A list says so, or their roots, or the vectors of common words, which are shipped whatever encoder aligns.
    """
    if (
        not _translations(language, other_language)
        .of(word)
        .isdisjoint(_translations(language, other_language).forms(other))
    ):
        return True
    if cognate(word, other):
        return True
    pairs = {(word, other), (lemma(word, language), lemma(other, other_language))}
    return any(_cosine(a, b) >= _LIKE for a, b in pairs)


@cache
def _translations(language: str, other: str) -> Translations:
    return Translations(language, other)


def _cosine(word: str, other: str) -> float:
    from tui.comparison.word_vectors import shipped

    table = shipped()
    if word not in table.row or other not in table.row:
        return 0.0
    first, second = table.vectors([word, other])
    return float(first @ second)
