"""Titles of works: one thing of several words, which the other language may give another title altogether."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.languages import Span, Token, toml_table

_QUOTED = re.compile(r"[“\"«‘„]([^“”\"«»„‘\n]{2,80})[”\"»’]")
_WORDS = 8
"""Words that a title between quotation marks has at most; more are speech."""
_GAP = 2
"""Small words running inside a title."""


def works(text: str, sentences: Sequence[Sequence[Token]], language: str) -> Iterator[Span]:
    """The titles in some sentences: short quotations nobody speaks, and capitals beside the kind of work."""
    kinds = _kinds(language)
    for tokens in sentences:
        if not tokens:
            continue
        for match in _QUOTED.finditer(text, tokens[0].start, tokens[-1].end + 1):
            inside = match[1]
            before = text[: match.start()].rstrip()[-1:]
            if (
                not inside[0].islower()
                and len(inside.split()) <= _WORDS
                and inside[-1] not in ".,!?"
                and before not in (",", ":")
            ):
                yield Span(match.start(1), match.end(1))
        for at, token in enumerate(tokens):
            if token.key in kinds and text[token.end : token.end + 1] != "-":  # film-maker
                yield from _beside(tokens, at)


def _beside(tokens: Sequence[Token], at: int) -> Iterator[Span]:
    """The runs of capitals right after and right before a word, with the small words within them."""
    for step in (1, -1):
        last, gap = at, 0
        while 0 <= last + step < len(tokens) and gap <= (_GAP if last != at else 0):
            last += step
            gap = 0 if tokens[last].text[:1].isupper() else gap + 1
        last -= step * gap
        if last != at:
            ends = sorted((at + step, last))
            yield Span(tokens[ends[0]].start, tokens[ends[1]].end)


@cache
def _kinds(language: str) -> frozenset[str]:
    return frozenset(toml_table("names/works.toml").get(language, {}).get("kinds", "").split())


def in_its_own_language(name: str) -> bool:
    """Whether a name may be a title left in a third language: *Die Zauberflöte*."""
    signs = toml_table("names/works.toml").get("originals", {})
    words = name.casefold().split()
    opens = len(words) > 1 and words[0] in signs.get("openings", "").split()
    return opens or any(letter in signs.get("letters", "") for letter in name.casefold())
