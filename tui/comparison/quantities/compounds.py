"""Numbers inside words: `trentunenne`, `quinquennale`, `tenfold`, `bidimensionale`, `ultrasessantenni`."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from tui.comparison.quantities.vocabulary import Vocabulary, vocabulary
from tui.comparison.quantities.words import compound
from tui.languages import lemma

SPAN = "span"
"""What an ending means that makes a number of years (*ventennio, quinquennale*)."""
_VOWELS = "oaeiìu"
"""What a number word loses before an ending: *vent(i)enne*, *ott(o)anta*."""


class Derived(Struct, frozen=True):
    """A number with what its word makes of it."""

    value: Fraction
    meaning: str
    """`ordinal`, `times`, `span`, a unit of time, or empty for a number that only begins the word."""
    qualifier: str = ""
    """`up` or `down` where the word begins so (*ultra-, infra-*)."""


@lru_cache(maxsize=8192)
def derived(word: str, language: str) -> Derived | None:
    """The number out of which a folded word is made; None for other words."""
    words = vocabulary(language)
    if word[:2] not in words.numbered and word[:1] not in words.numbered:
        return None  # as for most
    for qualifier, forms in words.combining.items():
        for form in forms if qualifier in ("up", "down") else ():
            rest = _ended(word.removeprefix(form).lstrip("-"), words) if word.startswith(form) else None
            if rest is not None:
                return Derived(rest.value, rest.meaning, qualifier)
    return _ended(word, words) or _begun(word, words)


@lru_cache(maxsize=8192)
def counts(word: str, language: str) -> bool:
    """Whether a folded word by itself says a number above one: *twelve*, *ventuno*."""
    words = vocabulary(language)
    term = words.terms((word,), 0).get("cardinals")
    if term is not None:
        return term.number > 1
    return words.compounds and compound(word, language) is not None


def is_number_word(word: str, words: Vocabulary) -> bool:
    """Whether a word that no list has is made of number words."""
    return (words.compounds and compound(word, words.language) is not None) or (
        bool(words.suffixes or words.prefixes) and derived(word, words.language) is not None
    )


def _ended(word: str, words: Vocabulary) -> Derived | None:
    for ending, meaning in words.suffixes:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        value = _stem(stem, meaning, words)
        if value is not None and _keeps_ending(word, meaning, words):
            return Derived(value, meaning)
    return None


def _stem(stem: str, meaning: str, words: Vocabulary) -> Fraction | None:
    """The number of a stem; a span of years may also begin as learned words do (*quinqu-ennio*)."""
    for whole in (stem, *(stem + vowel for vowel in _VOWELS)):
        value = words.morphemes.get(whole) or compound(whole, words.language)
        if value is not None:
            return value
    return dict(words.prefixes).get(stem) if meaning == SPAN else None


def _keeps_ending(word: str, meaning: str, words: Vocabulary) -> bool:
    """Whether the word is no form of another one (*ottenne* is of *ottenere*)."""
    base = lemma(word, words.language)
    return base == word or any(base.endswith(form) for form, use in words.suffixes if use == meaning)


def _begun(word: str, words: Vocabulary) -> Derived | None:
    stems = words.combining.get("stems", ())
    for form, value in words.prefixes:
        rest = word.removeprefix(form)
        if rest != word and any(rest.startswith(stem) for stem in stems):
            return Derived(value, "")
    return None
