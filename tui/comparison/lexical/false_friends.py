"""False friends: a word translated by its lookalike, which means something else."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tui.articles import Side
from tui.comparison.lexical.aligned import aligned_tokens
from tui.comparison.model import Finding
from tui.comparison.pair import Pair
from tui.comparison.vocabulary import lemma, primary
from tui.resources import asset

_STEM = 4
"""Letters that every form of a listed word shares with it: only then is its dictionary form looked up."""


@dataclass(frozen=True, slots=True)
class _FalseFriend:
    word: str
    lookalike: str
    right: frozenset[str]
    """Words that do translate `word`."""
    meaning: str
    """What the lookalike means, in the language of `word`."""


def find_false_friends(pair: Pair) -> Iterator[Finding]:
    """A listed word on one side, its lookalike on the other, and none of the words that do translate it."""
    source, target = primary(pair.source.language), primary(pair.target.language)
    yield from _find(pair, "source", "target", _listed(source, target))
    yield from _find(pair, "target", "source", _listed(target, source))


def _find(
    pair: Pair, side: Side, other: Side, listed: Mapping[str, tuple[_FalseFriend, ...]]
) -> Iterator[Finding]:
    language, other_language = primary(pair.article(side).language), primary(pair.article(other).language)
    for tokens in aligned_tokens(pair) if listed else ():
        for token in tokens[side]:
            for friend in listed.get(token.key[:_STEM], ()):
                alike = [word for word in tokens[other] if word.key[:_STEM] == friend.lookalike[:_STEM]]
                if not alike or lemma(token.key, language) != friend.word:
                    continue
                used = [word for word in alike if lemma(word.key, other_language) == friend.lookalike]
                if used and not any(
                    lemma(word.key, other_language) in friend.right for word in tokens[other]
                ):
                    spans = {side: (token.span,), other: (used[0].span,)}
                    values = {side: friend.word, other: friend.lookalike}
                    yield Finding(
                        kind="false-friend",
                        layer="words",
                        severity="minor",
                        confidence=0.7,
                        source=spans["source"],
                        target=spans["target"],
                        source_value=values["source"],
                        target_value=values["target"],
                        message=f"“{used[0].text}” means {friend.meaning}, not “{token.text}”.",
                        rule="false-friend",
                    )


@cache
def _listed(language: str, other: str) -> Mapping[str, tuple[_FalseFriend, ...]]:
    """The false friends of `language` in `other` by the beginning of the word; empty without a list."""
    path = asset(f"words/false-friends.{language}-{other}.tsv")
    if not path.is_file():
        return {}
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, list[_FalseFriend]] = defaultdict(list)
    for row in csv.reader(lines[1:], delimiter="\t"):
        word, lookalike, right, meaning = row
        found[word[:_STEM]].append(_FalseFriend(word, lookalike, frozenset(right.split()), meaning))
    return {stem: tuple(friends) for stem, friends in found.items()}
