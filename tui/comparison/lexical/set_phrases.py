"""Words of set phrases, for which another language may have one word or none: *in qualità di*, *to date*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.languages import Phrases, Token, dictionary_forms, word_table


def in_set_phrases(tokens: Sequence[Token], language: str) -> frozenset[int]:
    """The places of the words that belong to a set phrase of the language."""
    phrases = _phrases(language)
    if phrases is None:
        return frozenset()
    forms = [dictionary_forms(token.key, language) for token in tokens]
    found: set[int] = set()
    for at in phrases.begun(forms):
        for end, _ in phrases.all_at(forms, at):
            found.update(range(at, end))
    return frozenset(found)


@cache
def _phrases(language: str) -> Phrases[str] | None:
    listed = word_table(language).get("set_phrases", ())
    return (
        Phrases.kept(f"set phrases {language}", lambda: ((one, "set") for one in listed)) if listed else None
    )
