"""Who speaks: the name beside a verb of saying."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tui.articles import Article
from tui.comparison.names import Mention
from tui.comparison.polarity import forms
from tui.comparison.speech.quotations import Quotations
from tui.comparison.tokens import Token
from tui.comparison.vocabulary import primary
from tui.resources import asset

_NEAR = 3
"""Words that may stand between a verb of saying and the name of the speaker."""


@dataclass(frozen=True, slots=True)
class _Speech:
    verbs: frozenset[str]
    not_before: frozenset[str]
    breaks: frozenset[str]


@cache
def _speech(language: str) -> _Speech | None:
    path = asset(f"speech/{language}.toml")
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return _Speech(
        frozenset(data["verbs"].split()),
        frozenset(data["not_before"].split()),
        frozenset(data["breaks"].split()),
    )


def speakers(
    article: Article, tokens: Sequence[Token], named: Sequence[Mention], quotations: Quotations
) -> list[Mention]:
    """The names beside the verbs of saying of some sentences, outside quotations."""
    rules = _speech(primary(article.language))
    if rules is None:
        return []
    outside = [token for token in tokens if quotations.at(token.start) is None]
    place = {token.start: at for at, token in enumerate(outside)}
    names = [(place[name.start], name) for name in named if name.start in place and name.sort == "opaque"]
    language = primary(article.language)
    found: list[Mention] = []
    for at, token in enumerate(outside):
        if forms(token.key, language) & rules.verbs:
            beside = [
                (abs(where - at), name)
                for where, name in names
                if 0 < abs(where - at) <= _NEAR
                and not _object(outside, where, rules)
                and not _parted(article.text, outside[min(where, at) : max(where, at) + 1], rules)
            ]
            if beside:
                found.append(min(beside, key=lambda pair: pair[0])[1])
    return found


def _parted(text: str, between: Sequence[Token], rules: _Speech) -> bool:
    """Whether a conjunction or a mark stands between the verb and the name, which are first and last."""
    if any(token.key in rules.breaks for token in between[1:-1]):
        return True
    return any(c in text[a.end : b.start] for a, b in pairwise(between) for c in ",;:()")


def says(article: Article, tokens: Sequence[Token], quotations: Quotations) -> bool:
    """Whether a verb of saying stands among the words, outside quotations."""
    language = primary(article.language)
    rules = _speech(language)
    return rules is not None and any(
        quotations.at(token.start) is None and forms(token.key, language) & rules.verbs for token in tokens
    )


def _object(outside: Sequence[Token], at: int, rules: _Speech) -> bool:
    """Whether the name is spoken to or of: a preposition stands before it or its first name."""
    first = at
    while first > 0 and outside[first - 1].text[:1].isupper():
        first -= 1
    return first > 0 and outside[first - 1].key in rules.not_before
