"""Lemmas and word lists of a language, through simplemma; its dictionaries are looked up where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from tui.cache import kept_lookup, kept_table
from tui.languages.tags import base_language

if TYPE_CHECKING:
    from simplemma.strategies import DefaultStrategy

_MANY = 20_000
"""Words searched from which on a dictionary is made a trie, which takes a second, once: a search takes 20
microseconds, in a trie two."""


@lru_cache(maxsize=8192)
def lemma(key: str, language: str) -> str:
    """The dictionary form of a folded word (`Token.key`); the word itself where none is known."""
    found = _simplemma().get_lemma(key, language) if language in _languages() else None
    return found or key


def dictionary_forms(key: str, language: str) -> frozenset[str]:
    """The forms under which a dictionary may have a folded word: itself, its lemma; `language`: a tag."""
    return frozenset({key, lemma(key, base_language(language))})


@lru_cache(maxsize=8192)
def known(key: str, language: str) -> bool:
    """Whether a folded word stands in the language's word list in lower case: a word, not only a name.

    Always false for a language without a word list.
    """
    return language in _languages() and _simplemma().is_dictionary_member(key, language)


def has_lemmas(language: str) -> bool:
    """Whether there is a word list of a language."""
    return language in _languages()


@cache
def _languages() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return frozenset(SUPPORTED_LANGUAGES)


@cache
def _simplemma() -> DefaultStrategy:
    from simplemma.strategies import DefaultStrategy

    return DefaultStrategy(dictionary_factory=_Dictionaries())


class _Dictionaries:
    """What simplemma takes its dictionaries from: the form of each word of a language by the word."""

    def __init__(self) -> None:
        self._of: dict[str, _Dictionary] = {}

    def get_dictionary(self, lang: str) -> _Dictionary:
        """The dictionary of a language that has one."""
        if lang not in self._of:
            self._of[lang] = _Dictionary(lang)
        return self._of[lang]


class _Dictionary(Mapping[str, str]):
    """A dictionary, form by word, that is searched until it pays to make a trie of it."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words: Mapping[str, str] = _searchable(language)
        self._told: dict[str, str | None] | None = {}
        """What was searched for: of a word are asked its lemma and whether it is known."""

    def __getitem__(self, key: str) -> str:
        if (found := self._form(key)) is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """As of a dictionary, without an error for each of the many words that it has not."""
        found = self._form(key)
        return default if found is None else found

    def _form(self, key: str) -> str | None:
        told = self._told
        if told is None:
            return self._words.get(key)
        if key not in told:
            told[key] = self._words.get(key)
            if len(told) >= _MANY:  # two threads may step over it
                self._words, self._told = kept_lookup(f"forms {self._language}", self._whole), None
        return told[key]

    def _whole(self) -> Mapping[str, str]:
        from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

        return DefaultDictionaryFactory().get_dictionary(self._language)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def _searchable(language: str) -> Mapping[str, str]:
    """The dictionary as simplemma searches it without loading it.

    To make its table of places every word is read, which takes as long as loading the dictionary.
    """
    from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap

    def fields() -> tuple[Any, ...]:
        read = StreamMap(language)
        return tuple(getattr(read, name) for name in StreamMap.__slots__)

    found: Any = StreamMap.__new__(StreamMap)
    for name, value in zip(StreamMap.__slots__, kept_table(f"lemmas {language}", fields), strict=True):
        setattr(found, name, value)
    words: Mapping[str, str] = found
    return words
