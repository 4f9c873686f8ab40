"""Each of them on one side and one on the other: *every carriage has a stove*, *una carrozza ha una stufa*.

An article says too little to be a member of a class; right before the counterpart of a noun of which all are
meant it says that one is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tui.articles import Span
from tui.comparison.classes.members import Member
from tui.comparison.polarity import Stretch, Ties, is_denied
from tui.comparison.rule import SOURCE, TARGET, Candidate
from tui.languages import toml_table

ALL = "all"
"""The key of what is said of all."""


@cache
def _articles(language: str) -> frozenset[str]:
    return frozenset(toml_table(f"classes/{language}.toml").get("indefinite", "").split())


def singled(
    source: Sequence[Member], target: Sequence[Member], there: Stretch, ties: Ties
) -> Iterator[Candidate]:
    """The nouns that the source says something of all of by a word before each, and the target of one.

    Evidence, each 0 to 1: `singled`; `head`, how surely the nouns are each other's counterpart.
    """
    articles = _articles(there.language)
    for member in source:
        noun = member.end
        if ALL not in member.says or member.end > member.word + 1 or any(map(member.agrees, target)):
            continue
        other = ties.counterpart("source", noun) if ties.content("source", noun, noun) else None
        if not other or there.tokens[other - 1].key not in articles or is_denied(there, other):
            continue
        words = there.tokens[other - 1], there.tokens[other]
        said = words[0].text, ties.source.tokens[noun].text
        yield Candidate(
            rule=member.word_class.rule,
            evidence={"member-singled": 1.0, "singled-head": ties.strength("source", noun)},
            source=(member.span,), target=(Span(words[0].start, words[1].end),),
            source_value=ALL, target_value=said[0].lower(),
            message=f"The {SOURCE} says {member.text} {said[1]}, the {TARGET} {said[0]} {words[1].text}.",
        )  # fmt: skip
