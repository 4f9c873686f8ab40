"""Common nouns with a capital: *Centre*, *Review*, *Agency* are translated, not named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from tui.comparison.names.ordinary import compound_of
from tui.comparison.names.spelling import ROOT, cognate, hear, sound
from tui.languages import Translations, dictionary, lemma

if TYPE_CHECKING:
    from tui.alignment.model import Vectors

_LIKE = 0.64
"""The cosine of two common words of which one can stand for the other: seven in eight of the listed
translations have it, one in two hundred pairs drawn at random (benchmarks/word_table.py)."""


class Renderings:
    """The folded words of a text, to be asked whether one of them can stand for a word of another language.

    A list says so, or their roots, or the vectors of common words, which are shipped whatever encoder aligns.
    """

    def __init__(self, words: Iterable[str], language: str) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._language = language
        self._told: dict[tuple[str, str], bool] = {}

    def of(self, word: str, language: str) -> bool:
        """Whether a word here can stand for a folded word of `language`."""
        asked = word, language
        if asked not in self._told:
            self._told[asked] = self._hold(word, language)
        return self._told[asked]

    def of_parts(self, name: str, language: str) -> bool:
        """Whether words here can stand for both words of which a folded name of `language` is made:
        *Nightsouls*, *Anime della Notte*.
        """
        return any(all(self.of(part, language) for part in parts) for parts in compound_of(name, language))

    def listed(self, word: str, language: str) -> bool:
        """Whether the list of common words has one here for a folded word of `language`."""
        return not _translations(language, self._language).of(word).isdisjoint(self._forms)

    def _hold(self, word: str, language: str) -> bool:
        if self.listed(word, language):
            return True
        if any(cognate(word, other) for other in self._roots.get(sound(word)[:ROOT], ())):
            return True
        return _near(word, self._vectors[0]) or _near(lemma(word, language), self._vectors[1])

    @cached_property
    def _lemmas(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(lemma(word, self._language) for word in self._words))

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(self._words + self._lemmas)

    @cached_property
    def _roots(self) -> Mapping[str, Sequence[str]]:
        """The words by how their roots sound, where they have one."""
        found: dict[str, list[str]] = defaultdict(list)
        hear(self._words)
        for word in self._words:
            if len(root := sound(word)[:ROOT]) == ROOT:
                found[root].append(word)
        return found

    @cached_property
    def _vectors(self) -> tuple[Vectors, Vectors]:
        """The vectors of the common ones among the words and among their dictionary forms."""
        from tui.comparison.word_vectors import shipped

        table = shipped()
        words, lemmas = (
            table.vectors([word for word in forms if word in table.row])
            for forms in (self._words, self._lemmas)
        )
        return words, lemmas


def translates(word: str, language: str, other: str, other_language: str) -> bool:
    """Whether a folded word of one language and one of another can stand for each other."""
    if not _in_dictionary(word, language, other_language).isdisjoint((other, lemma(other, other_language))):
        return True
    return Renderings((other,), other_language).of(word, language)


@lru_cache(maxsize=1024)
def _in_dictionary(word: str, language: str, other: str) -> frozenset[str]:
    """What may stand for a folded word of one language in another, in the dictionary of either direction."""
    forms = frozenset((word, lemma(word, language)))
    if there := dictionary(language, other):
        return there.sure(forms)
    return dictionary(other, language).translated(forms)


@cache
def _translations(language: str, other: str) -> Translations:
    return Translations(language, other)


def is_common(word: str, language: str, other: str) -> bool:
    """Whether a dictionary has a folded word of a language for the other: *parliament*, not *Alan*."""
    return bool(_in_dictionary(word, language, other))


def _near(word: str, vectors: Vectors) -> bool:
    """Whether a common word is near one of those with these vectors."""
    from tui.comparison.word_vectors import shipped

    table = shipped()
    if word not in table.row or not len(vectors):
        return False
    return float((vectors @ table.vectors([word])[0]).max()) >= _LIKE
