"""A dictionary of a pair of languages with wide cover, and what kinds of things its nouns name.

`Translations` holds what translators use for common words; this one nearly every word, and so can say that
a word does *not* translate another. Both tables are made by `benchmarks/dictionary.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from tui.languages.tags import base_language
from tui.resources import asset

TABLE = "dictionary/{}-{}.tsv"
KINDS = "dictionary/kinds.{}.tsv"
THING = "!"
"""What stands before the place of a thing that can be pointed at."""
_NOTHING = ("", "", "", "")


class Dictionary:
    """The translations of the words of one language into another; all words in their dictionary forms."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        """The tags of the languages."""
        self._rows: Mapping[str, str] = rows(TABLE.format(source, target))

    def __bool__(self) -> bool:
        return bool(self._rows)

    def nouns(self, words: Iterable[str]) -> tuple[str, ...]:
        """The nouns of the target that translate some words, those of the first choice if there are any."""
        cells = [self._cells(word) for word in words]
        found = [noun for row in cells for noun in row[0].split()]
        return tuple(dict.fromkeys(found or (noun for row in cells for noun in row[1].split())))

    def sure(self, words: Iterable[str]) -> frozenset[str]:
        """What surely translates any of some words."""
        return frozenset().union(*(cell.split() for word in words for cell in self._cells(word)[:3]))

    def possible(self, words: Iterable[str]) -> frozenset[str]:
        """What translates any of some words, surely or not."""
        return frozenset().union(*(cell.split() for word in words for cell in self._cells(word)))

    def meant(self, words: Iterable[str]) -> frozenset[str]:
        """The nouns of the source that some words translate, as the first choice if they are that of any."""
        first, every = self._back
        found = frozenset().union(*(first.get(word, ()) for word in words))
        return found or frozenset().union(*(every.get(word, ()) for word in words))

    def may_mean(self, words: Iterable[str]) -> frozenset[str]:
        """All nouns of the source that any of some words surely translates."""
        return frozenset().union(*(self._back[1].get(word, ()) for word in words))

    def classes(self, words: Iterable[str], others: Iterable[str]) -> int:
        """How many of the two may be no noun: some words of the source and others of the target."""
        return any(self._cells(word)[2] for word in words) + (not self._no_nouns.isdisjoint(others))

    @cached_property
    def _no_nouns(self) -> frozenset[str]:
        return frozenset().union(*(self._cells(word)[2].split() for word in self._rows))

    def _cells(self, word: str) -> tuple[str, ...]:
        row = self._rows.get(word)
        return tuple(row.split("\t")) if row is not None else _NOTHING

    @cached_property
    def _back(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        """Nouns of the source by those of the target: for which these are the first choice, and all."""
        first: dict[str, list[str]] = defaultdict(list)
        every: dict[str, list[str]] = defaultdict(list)
        for word in self._rows:
            nouns, also, *_ = self._cells(word)
            for noun in nouns.split():
                first[noun].append(word)
            for noun in f"{nouns} {also}".split():
                every[noun].append(word)
        return first, every


@cache
def dictionary(source: str, target: str) -> Dictionary:
    """The dictionary of two languages by their tags; an empty one where there is none in this direction."""
    return Dictionary(base_language(source), base_language(target))


@dataclass(frozen=True, slots=True)
class Kinship:
    """How the nearest meanings of two nouns stand to each other."""

    steps: int
    """From one to the other by way of the nearest kind that holds both; 0 for one meaning."""
    above: bool
    """Whether one is of the kind of the other: *dog*, *animal*."""
    rare: int
    """How far down the two meanings stand in the lists of the nouns' meanings, together."""
    things: bool
    """Whether both can be pointed at."""
    others: tuple[str, ...]
    """The nouns of the other side of which this is true."""


def kinship(nouns: Iterable[str], others: Iterable[str], language: str) -> Kinship | None:
    """The nearest of any of some nouns with any of others of one language; None where kinds are not known."""
    found: dict[Kinship, list[str]] = defaultdict(list)
    for other in sorted(others):
        made = [
            _between(one, two, rank + rank_there)
            for noun in nouns
            for rank, one in enumerate(places_of(noun, language))
            for rank_there, two in enumerate(places_of(other, language))
        ]
        if made:
            found[min(made, key=_order)].append(other)
    nearest = min(found, key=_order, default=None)
    if nearest is None:
        return None
    others_too = [word for one, words in found.items() if one.steps == nearest.steps for word in words]
    return replace(nearest, others=tuple(others_too))


def _order(one: Kinship) -> tuple[int, int, bool]:
    return one.steps, one.rare, one.above


def _between(one: tuple[str, ...], two: tuple[str, ...], rare: int) -> Kinship:
    shared = next(
        (at for at, (a, b) in enumerate(zip(one[1:], two[1:], strict=False)) if a != b),
        min(len(one), len(two)) - 1,
    )
    up, down = len(one) - 1 - shared, len(two) - 1 - shared
    return Kinship(up + down, not (up and down), rare, bool(one[0] and two[0]), ())


@lru_cache(maxsize=4096)
def places_of(noun: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The places of a noun's meanings: whether it can be pointed at (as a word), then the path."""
    row = rows(KINDS.format(base_language(language))).get(noun, "")
    return tuple(
        (THING * place.startswith(THING), *place.removeprefix(THING).split(".")) for place in row.split()
    )


@cache
def rows(name: str) -> Mapping[str, str]:
    """The rows of a table by their first cell; empty where there is none."""
    path = asset(name)
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").split("\n")
    return dict(line.split("\t", 1) for line in lines if line and line[0] != "#")
