"""Which members of the classes some words name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from tui.articles import Span
from tui.comparison.classes.kinds import WordClass
from tui.comparison.classes.tables import IDLE, NEAR, Entry, begun, held, table
from tui.comparison.names import title_case
from tui.comparison.polarity import Stretch, forms

_NEAR = 4
"""Words to either side among which a class that needs one has the word beside which its members count."""


class Member(Struct, frozen=True):
    """A word or phrase that names a member of a class."""

    word_class: WordClass
    axis: str
    """What its class is divided into; members of two axes do not exclude each other."""
    says: frozenset[str]
    """The keys of what it says; empty for a phrase that only may stand for some."""
    also: frozenset[str]
    word: int
    """The index of its first word among those of the stretch."""
    end: int
    """The index after its last word."""
    stretch: Stretch
    step: float | None
    rest: str
    """What stands after the beginning that says it, in one word: *presidente*; empty where it is a word."""
    heads: tuple[int, ...]
    """The words one of which it changes, likeliest first."""

    @property
    def span(self) -> Span:
        """Its words."""
        return Span(self.stretch.tokens[self.word].start, self.stretch.tokens[self.end - 1].end)

    @property
    def text(self) -> str:
        """The same as they are written."""
        return self.span.within(self.stretch.text)

    def agrees(self, other: Member) -> bool:
        """Whether the two may name one member."""
        return bool(self.says & (other.says | other.also) or self.also & other.says)

    def apart(self, other: Member) -> float:
        """How far the two are from each other on the scale of the class; 1 where it has none."""
        return 1.0 if self.step is None or other.step is None else abs(self.step - other.step)


def members(stretch: Stretch) -> list[Member]:
    """The members that a stretch names, in order; of one axis the longest phrase at each place."""
    known = table(stretch.language)
    listed = known.phrases
    forms_of = held(stretch)
    free: dict[tuple[str, str], int] = defaultdict(int)  # by class and axis, the word after the last phrase
    idle: dict[str, int] = defaultdict(int)  # by class, the word after the last phrase that says nothing
    near: dict[str, list[int]] = defaultdict(list)
    found: list[Member] = []
    keys = [token.key for token in stretch.tokens]
    for at, key in enumerate(keys):
        begins = listed.begins_any(forms_of[at])
        hits = known.at(forms_of, at) if begins and listed.goes_on(forms_of, at) else []
        if any(end > at + 1 for end, _ in hits):
            made = begun(key, stretch.language)
            named = _named_by((*hits, *((at + 1, entry) for entry in made)), keys, at)
        else:
            named = _named_alone(key, forms_of[at] if begins else frozenset(), stretch.language)
        for name, width in named.idle:
            idle[name] = max(idle[name], at + width)
        for name in named.near:
            near[name].append(at)
        for width, meaning in named.members:
            name, axis = meaning.word_class.name, meaning.axis
            if at >= idle[name] and at >= free[name, axis]:
                free[name, axis] = at + width
                found.append(_member(stretch, at, at + width, meaning))
    return [_placed(one, found, near[one.word_class.name], stretch.language) for one in found]


class _Meaning(Struct, frozen=True):
    """What the longest phrases of one class and axis say at a word."""

    word_class: WordClass
    axis: str
    says: frozenset[str]
    also: frozenset[str]
    step: float | None
    begun: int
    """How many letters of the word say it; 0 where all of it does."""


class _Named(Struct, frozen=True):
    """What begins at a word: each time with how many words it takes."""

    idle: tuple[tuple[str, int], ...]
    """The classes of phrases that say nothing."""
    near: tuple[str, ...]
    """The classes whose members count beside it."""
    members: tuple[tuple[int, _Meaning], ...]


_NOTHING = _Named((), (), ())


@lru_cache(maxsize=8192)
def _named_alone(key: str, forms_of: frozenset[str], language: str) -> _Named:
    """What a word names by itself, by its forms: asked for most words."""
    made = begun(key, language)
    hits = (*(table(language).at([forms_of], 0) if forms_of else ()), *((1, entry) for entry in made))
    return _named_by(hits, (key,), 0) if hits else _NOTHING


def _named_by(hits: Sequence[tuple[int, Entry]], keys: Sequence[str], at: int) -> _Named:
    """What the phrases name that begin at a word, each with the word after its last."""
    return _Named(
        tuple((entry.word_class.name, end - at) for end, entry in hits if IDLE in entry.says),
        tuple(entry.word_class.name for _, entry in hits if NEAR in entry.says and IDLE not in entry.says),
        tuple((end - at, _meaning(entries)) for end, entries in _longest(hits, keys, at)),
    )


def _placed(one: Member, found: Sequence[Member], near: Sequence[int], language: str) -> Member:
    """A member with the word that it changes; one that says something elsewhere only says nothing surely."""
    of = one.word_class.of
    counts = not one.word_class.beside or any(abs(one.word - at) <= _NEAR for at in near)
    if of and one.rest:
        rest = table(language).at([forms(one.rest, language)], 0)
        counts = any(entry.word_class.name in of for _, entry in rest)
    elif of:
        heads = [other for other in found if other.word_class.name in of]
        heads = [other for other in heads if other.word == one.end or other.end == one.word]
        counts = bool(heads)
        one = replace(one, heads=tuple(range(heads[0].word, heads[0].end)) if heads else ())
    return one if counts else replace(one, says=frozenset(), also=one.says | one.also)


def _longest(
    hits: Sequence[tuple[int, Entry]], keys: Sequence[str], at: int
) -> Iterator[tuple[int, list[Entry]]]:
    """By class and axis, the entries of the longest phrases at a word that name members, and where these end.

    Those that stand there word for word go before those of their dictionary forms: *signor*, *signore*.
    """
    by_axis: dict[tuple[str, str], list[tuple[int, Entry]]] = {}
    for end, entry in hits:
        if not entry.says & {IDLE, NEAR}:
            by_axis.setdefault((entry.word_class.name, entry.axis), []).append((end, entry))
    for of_axis in by_axis.values():
        if len(of_axis) == 1:  # as of most
            yield of_axis[0][0], [of_axis[0][1]]
            continue
        last = max(end for end, _ in of_axis)
        longest = [entry for end, entry in of_axis if end == last]
        written = tuple(keys[at:last])
        exact = [entry for entry in longest if entry.words == written]
        yield last, exact or longest


def _meaning(entries: Sequence[Entry]) -> _Meaning:
    says, also = _said(entries)
    return _Meaning(
        entries[0].word_class,
        entries[0].axis,
        says,
        also,
        next((entry.step for entry in entries if entry.step is not None), None),
        max(len(entry.beginning) for entry in entries) if all(e.beginning for e in entries) else 0,
    )


def _member(stretch: Stretch, at: int, end: int, meaning: _Meaning) -> Member:
    word_class, tokens = meaning.word_class, stretch.tokens
    says, also = meaning.says, meaning.also
    if not word_class.capital and _named(stretch, at):
        says, also = frozenset(), says | also
    return Member(
        word_class, meaning.axis, says, also, at, end, stretch, meaning.step,
        tokens[at].key[meaning.begun :] if meaning.begun else "",
        () if meaning.begun else (*range(at, min(end + 1, len(tokens))), *range(max(0, at - 1), at)),
    )  # fmt: skip


def _said(entries: Sequence[Entry]) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of what some entries say, and of what they may stand for."""
    first, *others = entries
    if not others:
        return first.says, first.also
    return (
        first.says.union(*(entry.says for entry in others)),
        first.also.union(*(entry.also for entry in others)),
    )


def _named(stretch: Stretch, at: int) -> bool:
    """Whether words are part of a name: written with a capital inside a sentence, in no headline."""
    token = stretch.tokens[at]
    if at == 0 or not token.text[:1].isupper() or token.text.isupper():
        return False
    gap = stretch.between(at)
    return not any(c in gap for c in '.!?:\n«“"') and not title_case(stretch.tokens, stretch.language)
