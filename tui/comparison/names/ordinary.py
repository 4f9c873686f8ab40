"""Which capitalised words need not be names: words of the language, whatever their capital."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.comparison.vocabulary import known, lemma
from tui.resources import asset


@dataclass(frozen=True, slots=True)
class Grammar:
    """What `assets/names/ordinary.toml` says of a language."""

    words: frozenset[str]
    particles: frozenset[str]
    endings: re.Pattern[str]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of names of a language; without data of its own, that of no ordinary word at all."""
    data = tomllib.loads(asset("names/ordinary.toml").read_text(encoding="utf-8")).get(language, {})
    return Grammar(
        frozenset(data.get("words", "").split()),
        frozenset(data.get("particles", "").split()),
        re.compile(f"(?:{data['endings']})$" if "endings" in data else r"(?!)"),
    )


@lru_cache(maxsize=65536)
def ordinary(key: str, language: str) -> bool:
    """Whether a folded word is a word of the language or an inflected form of one."""
    rules = grammar(language)
    if known(key, language) or key in rules.words or rules.endings.search(key):
        return True
    base = lemma(key, language)
    return base != key and len(base) > 3 and (known(base, language) or base in rules.words)
