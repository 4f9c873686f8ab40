"""What the function words of a language do, so that those of two languages can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tui.languages.word_lists import word_table


@cache
def function_words(language: str) -> Mapping[str, frozenset[str]]:
    """The roles of each function word of a BCP 47 tag's language; empty for a language without a list.

    Words are folded and stand without their apostrophe. Two words that share a role can stand for each other.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for role, words in word_table(language).get("roles", {}).items():
        for word in words.split():
            found[bare(word)].add(role)
    return {word: frozenset(does) for word, does in found.items()}


def bare(key: str) -> str:
    """A folded word without the apostrophe at its end or beginning: `l` for `l'`, `s` for `'s`."""
    return key.strip("'") or key
