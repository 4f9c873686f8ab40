"""What `assets/classes/` has of a language: each phrase with the members that it says, or may stand for.

A cell lists phrases, a hyphen between the words of one; after a bar those that may stand for the member and
say nothing surely. `{a,b}` in a phrase stands for either. A phrase that ends in `+` begins a longer word of
the language (*vice+* in *vicepresidente*).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from tui.cache import kept_table
from tui.comparison.classes.kinds import CLASSES, WordClass
from tui.comparison.polarity import Stretch
from tui.comparison.quantities import counts
from tui.languages import Phrases, known, phrase_words, spelled_out, toml_table, tsv_table

IDLE = "idle"
"""The key of the row whose phrases hold a member's word and say none."""
NUMBER = "0"
"""What stands for any number in a phrase."""
NEAR = "near"
"""The key of the row of a class whose members say something only beside one of these words."""


_BY_NAME = {word_class.name: word_class for word_class in CLASSES}


class Entry(Struct, frozen=True):
    """One phrase of a class."""

    word_class: WordClass
    axis: str
    """Of its members' keys, what stands before the stroke (`metal` of `metal/gold`); often nothing."""
    words: tuple[str, ...]
    """The phrase as folded words."""
    says: frozenset[str]
    """The keys of the members it says; empty for one that only may stand for some."""
    also: frozenset[str]
    """The keys of the members it may stand for besides."""
    step: float | None
    beginning: str = ""
    """What a word begins with that says it so; empty for a phrase of whole words."""
    """Where its member stands on the scale of its class: 0 to 1; None where the class has no scale."""


_Row = tuple[str, str, str, tuple[str, ...], tuple[str, ...], float | None, str]
"""A class's name, an axis, a phrase; what an `Entry` has after its words. Plain, as it is kept."""


class Table:
    """The phrases of a language, of all classes."""

    def __init__(self, language: str) -> None:
        self._rows, beginnings = kept_table(f"classes {language}", lambda: _table(language))
        self._entries: dict[int, Entry] = {}
        self.phrases = Phrases.kept(
            f"phrases of classes {language}",
            lambda: ((row[2].replace("-", " "), at) for at, row in enumerate(self._rows) if not row[-1]),
        )
        """Each with the place of its entry."""
        self.beginnings = tuple(map(self.entry, beginnings))
        """What begins words that say a member."""
        self.as_written = re.compile(toml_table(f"classes/{language}.toml").get("as_written", r"(?!)"))
        """The words that are found by no other form than their own."""

    def entry(self, at: int) -> Entry:
        """The entry at a place: always the same."""
        if at not in self._entries:
            name, axis, phrase, says, also, step, beginning = self._rows[at]
            words = phrase_words(phrase.replace("-", " "))
            self._entries[at] = Entry(
                _BY_NAME[name], axis, words, frozenset(says), frozenset(also), step, beginning
            )
        return self._entries[at]

    def at(self, forms: Sequence[frozenset[str]], at: int) -> list[tuple[int, Entry]]:
        """The entry of every phrase that begins at word `at`, with the word after its last."""
        return [(end, self.entry(place)) for end, place in self.phrases.all_at(forms, at)]


def held(side: Stretch) -> list[frozenset[str]]:
    """The forms under which the tables may hold each word; a number in words, too, is `0`."""
    return [
        _held(token.key, forms, side.language) for token, forms in zip(side.tokens, side.forms, strict=True)
    ]


@lru_cache(maxsize=8192)
def _held(key: str, forms: frozenset[str], language: str) -> frozenset[str]:
    if table(language).as_written.fullmatch(key):
        return frozenset((key,))
    return forms | {NUMBER} if counts(key, language) else forms


@lru_cache(maxsize=8192)
def begun(key: str, language: str) -> tuple[Entry, ...]:
    """The entries whose beginning a folded word has, where the rest is a word by itself."""
    return tuple(
        entry
        for entry in table(language).beginnings
        if key.startswith(entry.beginning) and known(key[len(entry.beginning) :], language)
    )


@cache
def table(language: str) -> Table:
    """The phrases of a language; none for one that the tables lack."""
    return Table(language)


def _table(language: str) -> tuple[list[_Row], list[int]]:
    """The rows of all classes, and the places of those that begin words."""
    rows = [row for word_class in CLASSES for row in _rows_of(word_class.name, language)]
    return rows, [at for at, row in enumerate(rows) if row[-1]]


def phrases_of(cell: str) -> list[str]:
    """The phrases of a cell or of the part of it before or after the bar."""
    return [phrase for one in cell.split() for phrase in spelled_out(one)]


def _rows_of(name: str, language: str) -> Iterator[_Row]:
    """Every phrase of each axis of a class once, with all members of the rows it stands in."""
    says: dict[tuple[str, str], set[str]] = defaultdict(set)
    also: dict[tuple[str, str], set[str]] = defaultdict(set)
    steps: dict[tuple[str, str], float] = {}
    for row in tsv_table(f"classes/{name}.tsv"):
        axis = row["key"].rpartition("/")[0]
        sure, _, other = row.get(language, "").partition("|")
        for phrase in phrases_of(sure):
            says[axis, phrase].add(row["key"])
            if row.get("step"):
                steps[axis, phrase] = float(row["step"])
        for phrase in phrases_of(other):
            also[axis, phrase].add(row["key"])
    for axis, phrase in sorted({*says, *also}):
        at = axis, phrase
        yield (
            name,
            axis,
            phrase,
            tuple(says.get(at, ())),
            tuple(also.get(at, ())),
            steps.get(at),
            phrase[:-1] if phrase.endswith("+") else "",
        )
