"""Which capitalised words need not be names: words of the language, whatever their capital."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from tui.cache import kept_table
from tui.languages import known, toml_table


class Grammar(Struct, frozen=True):
    """What `assets/names/ordinary.toml` says of a language."""

    words: frozenset[str]
    """Those that the lemma lists lack, with the names of months and days."""
    particles: frozenset[str]
    """What stands in lower case inside a name: *de*, *van*."""
    referring: frozenset[str]
    """Pronouns that stand for somebody or something named elsewhere: *she*, *lui*."""
    acting: frozenset[str]
    """Those of them that stand for one who acts: *she*, *egli*."""
    saying: frozenset[str]
    """Verbs of saying, in their dictionary forms."""
    joining: frozenset[str]
    """Conjunctions between two names: *and*, *or*."""
    address: frozenset[str]
    """What a person is addressed by before the name: *Mr, signora*."""
    bodies: frozenset[str]
    """What bodies are called by what they are: *agency, board*."""
    where: frozenset[str]
    """Prepositions after which a name is a place: *in Berlin*."""
    way: frozenset[str]
    """Those after which it may be one: *from Berlin*."""
    endings: re.Pattern[str]
    opening: re.Pattern[str]
    """What a word at the head of a sentence has that is surely a name."""
    demonyms: tuple[str, ...]
    """The endings that make a people or an adjective from a place, the longest first."""
    derived: tuple[str, ...]
    """The endings with which the language makes new words from those it has, the longest first."""
    prefixes: tuple[str, ...]
    """The beginnings with which it does."""
    titled_abbreviations: bool
    """Whether abbreviations are written as words, too: *Oms*."""


@cache
def grammar(language: str) -> Grammar:
    """The grammar of names of a language; without data of its own, that of no ordinary word at all."""
    data = toml_table("names/ordinary.toml").get(language, {})
    return Grammar(
        frozenset(data.get("words", "").split()) | _calendar(language),
        frozenset(data.get("particles", "").split()),
        frozenset(data.get("referring", "").split()),
        frozenset(data.get("acting", "").split()),
        frozenset(toml_table(f"speech/{language}.toml").get("verbs", "").split()),
        frozenset(data.get("joining", "").split()),
        frozenset(data.get("address", "").split()),
        frozenset(data.get("bodies", "").split()),
        frozenset(data.get("where", "").split()),
        frozenset(data.get("way", "").split()),
        re.compile(f"(?:{data['endings']})$" if "endings" in data else r"(?!)"),
        re.compile(data.get("opening", r"(?!)")),
        _longest_first(data.get("demonyms", "")),
        _longest_first(data.get("derived", "")),
        _longest_first(data.get("prefixes", "")),
        data.get("titled_abbreviations", False),
    )


def _longest_first(words: str) -> tuple[str, ...]:
    return tuple(sorted(words.split(), key=lambda word: (-len(word), word)))


def _calendar(language: str) -> frozenset[str]:
    """The months and days of a language, in full and shortened, from CLDR."""
    return kept_table(f"calendar {language}", lambda: _read_calendar(language))


def _read_calendar(language: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = [
        name
        for calendar in (locale.months, locale.days)
        for width in ("wide", "abbreviated")
        for name in calendar["format"][width].values()
    ]
    return frozenset(name.casefold().rstrip(".") for name in names)


@lru_cache(maxsize=8192)
def ordinary(key: str, language: str) -> bool:
    """Whether a folded word is a word of the language, though its capital may say otherwise."""
    rules = grammar(language)
    # what costs a search in a dictionary comes last
    return key in rules.words or bool(rules.endings.search(key)) or known(key, language)


@lru_cache(maxsize=8192)
def made(key: str, language: str) -> bool:
    """Whether a folded word that no list knows is made of words of the language by its rules.

    It is a known word with a prefix or an ending (*bootable*), or two known words in one (*motherboard*).
    Names may be made so as well, so it only says that a capital need not mean one.
    """
    rules = grammar(language)
    for ending in rules.derived:
        stem = key.removesuffix(ending)
        if _PART <= len(stem) < len(key) and any(
            known(form, language)
            for form in (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
        ):
            return True
    if any(key.startswith(p) and known(key.removeprefix(p), language) for p in rules.prefixes):
        return True
    return bool(rules.derived) and any(
        known(key[:at], language) and known(key[at:], language) for at in range(_PART, len(key) - _PART + 1)
    )


@lru_cache(maxsize=8192)
def compound_of(key: str, language: str) -> tuple[tuple[str, str], ...]:
    """The two words of the language of which a folded name is made, which it has not itself: *Nightsouls*."""
    if ordinary(key, language):
        return ()
    return tuple(
        (key[:at], key[at:])
        for at in range(_PART, len(key) - _PART + 1)
        if known(key[:at], language) and known(key[at:], language)
    )


def people_of(people: str, language: str, place: str) -> bool:
    """Whether a folded word ends as a people or an adjective of a place does, and is otherwise the place."""
    if people[:_ROOT] != place[:_ROOT]:
        return False
    return any(
        len(ending) > 1
        and people.endswith(ending)
        and len(stem := people.removesuffix(ending)) >= _ROOT
        and (place == stem or (place[:-1] == stem and place[-1] in _VOWELS))
        for ending in grammar(language).demonyms
    )


def said(key: str, language: str) -> bool:
    """Whether a folded word is one of the language or made of such, as a name that says something is."""
    return ordinary(key, language) or made(key, language)


_ROOT = 4
"""Letters of a place that its people's name keeps at least."""
_VOWELS = "aeio"
_PART = 3
"""Letters that each part of such a word has at least."""
