"""Which members of the classes some words name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.articles import Span
from tui.comparison.classes.kinds import WordClass
from tui.comparison.classes.tables import IDLE, NEAR, Entry, table
from tui.comparison.names import title_case
from tui.comparison.polarity import Stretch, forms

_NEAR = 4
"""Words to either side among which a class that needs one has the word beside which its members count."""


@dataclass(frozen=True, slots=True)
class Member:
    """A word or phrase that names a member of a class."""

    word_class: WordClass
    says: frozenset[str]
    """The keys of what it says; empty for a phrase that only may stand for some."""
    also: frozenset[str]
    word: int
    """The index of its first word among those of the stretch."""
    end: int
    """The index after its last word."""
    span: Span
    text: str
    step: float | None
    rest: str
    """What stands after the beginning that says it, in one word: *presidente*; empty where it is a word."""

    def agrees(self, other: Member) -> bool:
        """Whether the two may name one member."""
        return bool(self.says & (other.says | other.also) or self.also & other.says)

    def apart(self, other: Member) -> float:
        """How far the two are from each other on the scale of the class; 1 where it has none."""
        return 1.0 if self.step is None or other.step is None else abs(self.step - other.step)


def members(stretch: Stretch) -> list[Member]:
    """The members that a stretch names, in order; of one class the longest phrase at each place."""
    listed = table(stretch.language)
    held = [forms(token.key, stretch.language) for token in stretch.tokens]
    free: dict[str, int] = defaultdict(int)  # by class, the word after the last phrase
    near: dict[str, list[int]] = defaultdict(list)
    found: list[Member] = []
    for at, token in enumerate(stretch.tokens):
        hits = listed.phrases.all_at(held, at)
        if listed.beginnings:
            hits = [*hits, *((at + 1, entry) for entry in listed.begun(token.key, stretch.language))]
        for word_class, end, entries in _longest(hits):
            if at < free[word_class.name]:
                continue
            says = frozenset(key for entry in entries for key in entry.says)
            if NEAR in says:
                near[word_class.name].append(at)
                continue
            free[word_class.name] = end
            if IDLE not in says:
                found.append(_member(stretch, word_class, at, end, says, entries))
    return [
        one
        for one in found
        if not one.word_class.beside or any(abs(one.word - at) <= _NEAR for at in near[one.word_class.name])
    ]


def _longest(hits: Sequence[tuple[int, Entry]]) -> Iterator[tuple[WordClass, int, list[Entry]]]:
    """By class, the entries of the longest phrases and where these end."""
    by_class: dict[str, list[tuple[int, Entry]]] = {}
    for end, entry in hits:
        by_class.setdefault(entry.word_class.name, []).append((end, entry))
    for of_class in by_class.values():
        last = max(end for end, _ in of_class)
        yield of_class[0][1].word_class, last, [entry for end, entry in of_class if end == last]


def _member(
    stretch: Stretch, word_class: WordClass, at: int, end: int, says: frozenset[str], entries: Sequence[Entry]
) -> Member:
    also = frozenset(key for entry in entries for key in entry.also)
    if not word_class.capital and _named(stretch, at):
        says, also = frozenset(), says | also
    begun = all(entry.beginning for entry in entries)
    span = Span(stretch.tokens[at].start, stretch.tokens[end - 1].end)
    return Member(
        word_class, says, also, at, end,
        span, span.within(stretch.text),
        next((entry.step for entry in entries if entry.step is not None), None),
        stretch.tokens[at].key[max(len(entry.beginning) for entry in entries) :] if begun else "",
    )  # fmt: skip


def _named(stretch: Stretch, at: int) -> bool:
    """Whether words are part of a name: written with a capital inside a sentence, in no headline."""
    token = stretch.tokens[at]
    if at == 0 or not token.text[:1].isupper() or token.text.isupper():
        return False
    gap = stretch.text[stretch.tokens[at - 1].end : token.start]
    return not any(c in gap for c in '.!?:\n«“"') and not title_case(stretch.tokens, stretch.language)
