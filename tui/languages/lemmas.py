"""Lemmas and word lists of a language, through simplemma, loaded once and asked lazily."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma.strategies import DefaultStrategy


@lru_cache(maxsize=65536)
def lemma(key: str, language: str) -> str:
    """The dictionary form of a folded word (`Token.key`); the word itself where none is known."""
    found = _simplemma().get_lemma(key, language) if language in _languages() else None
    return found or key


@lru_cache(maxsize=65536)
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

    return DefaultStrategy()
