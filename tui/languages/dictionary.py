"""A dictionary of a pair of languages with wide cover; what kinds of things its nouns name, and what its
words deny by their meaning.

`Translations` holds what translators use for common words; this one nearly every word, and so can say that
a word does *not* translate another. The tables are made by `benchmarks/dictionary.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from tui.cache import kept_lookup
from tui.languages.tags import base_language
from tui.resources import asset

TABLE = "dictionary/{}-{}.tsv"
KINDS = "dictionary/kinds.{}.tsv"
DENIALS = "dictionary/denials.{}.tsv"
CONTRARIES = "dictionary/contraries.{}.tsv"
THING = "!"
"""What stands before the place of a thing that can be pointed at."""
_OTHERS = 2
"""The cell, of those of the sure translations, of words that are no nouns."""
_FAR_FETCHED = 3
"""From so many more usual meanings on, of two nouns together, their nearest ones say little."""
_NOTHING = ("", "", "", "")
_NO_CONTRARIES = "\t\t"


class Dictionary:
    """The translations of the words of one language into another; all words in their dictionary forms."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        """The tags of the languages."""
        self._table = TABLE.format(source, target)

    def __bool__(self) -> bool:
        return bool(rows(self._table))

    def nouns(self, words: Iterable[str]) -> tuple[str, ...]:
        """The nouns of the target that translate some words, those of the first choice if there are any."""
        cells = [self._cells(word) for word in words]
        found = [noun for row in cells for noun in row[0].split()]
        return tuple(dict.fromkeys(found or (noun for row in cells for noun in row[1].split())))

    def sure(self, words: Iterable[str]) -> frozenset[str]:
        """What surely translates any of some words."""
        return _all_surely(self._table, frozenset(words))

    def possible(self, words: Iterable[str]) -> frozenset[str]:
        """What translates any of some words, surely or not."""
        return _all_possible(self._table, frozenset(words))

    def meant(self, words: Iterable[str]) -> frozenset[str]:
        """The nouns of the source that some words translate, as the first choice if they are that of any."""
        found = [one for word in words for one in self._back(word)]
        nouns = (frozenset(noun for noun, cell in found if cell in cells) for cells in ((0,), (0, 1)))
        return next((one for one in nouns if one), frozenset())

    def may_mean(self, words: Iterable[str]) -> frozenset[str]:
        """All nouns of the source that any of some words surely translates."""
        return frozenset(noun for word in words for noun, cell in self._back(word) if cell < _OTHERS)

    def translated(self, words: Iterable[str]) -> frozenset[str]:
        """All words of the source that any of some words surely translates."""
        return frozenset(one for word in words for one, _ in self._back(word))

    def sure_as(self, words: Iterable[str], *, noun: bool) -> frozenset[str]:
        """What surely translates any of some words as a noun, or as no noun."""
        cells = (self._cells(word) for word in words)
        return frozenset(
            one
            for row in cells
            for cell in (row[:_OTHERS] if noun else row[_OTHERS:3])
            for one in cell.split()
        )

    def translated_as(self, words: Iterable[str], *, noun: bool) -> frozenset[str]:
        """The words of the source that any of some words surely translates as a noun, or as no noun."""
        return _joined(_translated_as(self._table, word, noun) for word in words)

    def no_noun(self, words: Iterable[str]) -> float:
        """How much of what surely translates some words of the source is no noun: 0 to 1; 0 without any."""
        cells = [cell.split() for word in words for cell in self._cells(word)[: _OTHERS + 1]]
        total = sum(map(len, cells))
        return sum(map(len, cells[_OTHERS :: _OTHERS + 1])) / total if total else 0.0

    def means_no_noun(self, words: Iterable[str]) -> float:
        """How much of what some words of the target surely translate is no noun: 0 to 1; 0 of nothing."""
        cells = [cell for word in words for _, cell in self._back(word)]
        return cells.count(_OTHERS) / len(cells) if cells else 0.0

    def _cells(self, word: str) -> tuple[str, ...]:
        return _cells(self._table, word)

    def _back(self, word: str) -> Sequence[tuple[str, int]]:
        """The words that a word surely translates, each with its cell."""
        return _translated(self._table, word)


@lru_cache(maxsize=8192)
def _cells(table: str, word: str) -> tuple[str, ...]:
    row = rows(table).get(word)
    return tuple(row.split("\t")) if row is not None else _NOTHING


def _joined(some: Iterable[frozenset[str]]) -> frozenset[str]:
    """Some sets as one: of the forms of a word most have nothing."""
    held = [one for one in some if one]
    return held[0] if len(held) == 1 else frozenset().union(*held)


@lru_cache(maxsize=4096)
def _all_surely(table: str, words: frozenset[str]) -> frozenset[str]:
    return _joined(_surely(table, word) for word in words)


@lru_cache(maxsize=4096)
def _all_possible(table: str, words: frozenset[str]) -> frozenset[str]:
    return _joined(_possible(table, word) for word in words)


@lru_cache(maxsize=1024)
def _surely(table: str, word: str) -> frozenset[str]:
    return frozenset(one for cell in _cells(table, word)[:3] for one in cell.split())


@lru_cache(maxsize=1024)
def _possible(table: str, word: str) -> frozenset[str]:
    return frozenset(one for cell in _cells(table, word) for one in cell.split())


@lru_cache(maxsize=8192)
def _translated(table: str, word: str) -> tuple[tuple[str, int], ...]:
    lines = _turned(table).get(word, "").split("\n")[1:]
    return tuple((found, int(cell)) for found, _, cell in (line.partition("\t") for line in lines))


@lru_cache(maxsize=8192)
def _translated_as(table: str, word: str, noun: bool) -> frozenset[str]:
    return frozenset(one for one, cell in _translated(table, word) if (cell < _OTHERS) == noun)


@cache
def _turned(table: str) -> Mapping[str, str]:
    """A table by what its words surely translate: lines of a word and its cell, each after a line feed."""
    path = asset(table)
    return kept_lookup(f"{table} turned", lambda: _turn(_read(path)), file=path) if path.is_file() else {}


def _turn(table: Mapping[str, str]) -> dict[str, str]:
    turned: dict[str, str] = {}
    for word, row in table.items():
        for cell, words in enumerate(row.split("\t", _OTHERS + 1)[: _OTHERS + 1]):
            for one in words.split():
                turned[one] = f"{turned.get(one, '')}\n{word}\t{cell}"
    return turned


@cache
def dictionary(source: str, target: str) -> Dictionary:
    """The dictionary of two languages by their tags; an empty one where there is none in this direction."""
    return Dictionary(base_language(source), base_language(target))


class Kinship(Struct, frozen=True):
    """How the nearest meanings of two nouns stand to each other."""

    steps: int
    """From one to the other by way of the nearest kind that holds both; 0 for one meaning."""
    above: bool
    """Whether one, in a usual meaning, is of the kind of the other: *dog*, *animal*."""
    rare: int
    """How far down the two meanings stand in the lists of the nouns' meanings, together."""
    things: bool
    """Whether both can be pointed at."""
    others: tuple[str, ...]
    """The nouns of the other side of which this is true."""


def kinship(nouns: Iterable[str], others: Iterable[str], language: str) -> Kinship | None:
    """The nearest of any of some nouns with any of others of one language; None where kinds are not known."""
    return _kinship(tuple(sorted(nouns)), tuple(sorted(others)), language)


@lru_cache(maxsize=8192)
def _kinship(nouns: Sequence[str], others: Sequence[str], language: str) -> Kinship | None:
    meanings = [(rank, one) for noun in nouns for rank, one in enumerate(places_of(noun, language))]
    made = [
        (*_between(one, two), rank + rank_there, one, two, other)
        for other in others
        for rank_there, two in enumerate(places_of(other, language))
        for rank, one in meanings
    ]
    if not made:
        return None
    steps, _, rare, one, two, _ = min(made, key=lambda found: (found[0], found[2]))
    names = tuple(dict.fromkeys(found[5] for found in made if found[0] == steps))
    above = any(found[0] and found[1] and found[2] < _FAR_FETCHED for found in made)
    return Kinship(steps, above, rare, bool(one[0] and two[0]), names)


def _between(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[int, bool]:
    """The steps from one place to another, and whether one is above the other."""
    least = min(len(one), len(two))
    shared = 1
    while shared < least and one[shared] == two[shared]:
        shared += 1
    up, down = len(one) - shared, len(two) - shared
    return up + down, not (up and down)


@lru_cache(maxsize=4096)
def places_of(noun: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The places of a noun's meanings: whether it can be pointed at (as a word), then the path."""
    row = rows(KINDS.format(base_language(language))).get(noun, "")
    return tuple(
        (THING * place.startswith(THING), *place.removeprefix(THING).split(".")) for place in row.split()
    )


def is_listed_noun(word: str, language: str) -> bool:
    """Whether a word is a noun of which it is known what kind of thing it names."""
    return word in rows(KINDS.format(base_language(language)))


@lru_cache(maxsize=8192)
def is_kind_of(noun: str, kind: str, language: str, rank: int = 0) -> bool:
    """Whether a meaning of a noun, by default the most usual, is of a kind, in its most usual one."""
    places, above = places_of(noun, language), places_of(kind, language)
    return len(places) > rank and bool(above) and places[rank][1 : len(above[0])] == above[0][1:]


@lru_cache(maxsize=4096)
def denied_by(word: str, language: str) -> tuple[str, ...]:
    """The common words that a word denies by its meaning: *remember* of *forget*."""
    return tuple(rows(DENIALS.format(base_language(language))).get(word, "").split())


@lru_cache(maxsize=4096)
def contraries(word: str, language: str) -> tuple[frozenset[str], ...]:
    """The contraries of a word: as a noun, as a verb, and as a word of another class."""
    row = rows(CONTRARIES.format(base_language(language))).get(word, _NO_CONTRARIES)
    return tuple(frozenset(cell.split()) for cell in row.split("\t"))


@cache
def rows(name: str) -> Mapping[str, str]:
    """The rows of a table by their first cell; empty where there is none."""
    path = asset(name)
    return kept_lookup(name, lambda: _read(path), file=path) if path.is_file() else {}


def _read(path: Path) -> dict[str, str]:
    """A table without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line[0] != "#")
