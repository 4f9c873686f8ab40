"""Which capitalised words need not be names: words of the language, whatever their capital."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.languages import known, toml_table


@dataclass(frozen=True, slots=True)
class Grammar:
    """What `assets/names/ordinary.toml` says of a language."""

    words: frozenset[str]
    """Those that the lemma lists lack, with the names of months and days."""
    particles: frozenset[str]
    """What stands in lower case inside a name: *de*, *van*."""
    joining: frozenset[str]
    """Conjunctions between two names: *and*, *or*."""
    endings: re.Pattern[str]
    opening: re.Pattern[str]
    """What a word at the head of a sentence has that is surely a name."""


@cache
def grammar(language: str) -> Grammar:
    """The grammar of names of a language; without data of its own, that of no ordinary word at all."""
    data = toml_table("names/ordinary.toml").get(language, {})
    return Grammar(
        frozenset(data.get("words", "").split()) | _calendar(language),
        frozenset(data.get("particles", "").split()),
        frozenset(data.get("joining", "").split()),
        re.compile(f"(?:{data['endings']})$" if "endings" in data else r"(?!)"),
        re.compile(data.get("opening", r"(?!)")),
    )


def _calendar(language: str) -> frozenset[str]:
    """The months and days of a language, in full and shortened, from CLDR."""
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


@lru_cache(maxsize=65536)
def ordinary(key: str, language: str) -> bool:
    """Whether a folded word is a word of the language, though its capital may say otherwise."""
    rules = grammar(language)
    return known(key, language) or key in rules.words or bool(rules.endings.search(key))
