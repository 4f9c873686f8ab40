"""What `assets/classes/` has of a language: each phrase with the members that it says, or may stand for.

A cell lists phrases, a hyphen between the words of one; after a bar those that may stand for the member and
say nothing surely. A phrase that ends in `+` begins a longer word of the language (*vice+* in
*vicepresidente*).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.comparison.classes.kinds import CLASSES, WordClass
from tui.comparison.polarity import forms
from tui.languages import Phrases, known, phrase_words, toml_table, tsv_table

IDLE = "idle"
"""The key of the row whose phrases hold a member's word and say none."""
NEAR = "near"
"""The key of the row of a class whose members say something only beside one of these words."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
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


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The phrases of a language, of all classes."""

    phrases: Phrases[Entry]
    beginnings: tuple[Entry, ...]
    """What begins words that say a member."""
    as_written: re.Pattern[str]
    """The words that are found by no other form than their own."""


@lru_cache(maxsize=65536)
def held(key: str, language: str) -> frozenset[str]:
    """The forms under which the tables may hold a folded word."""
    return frozenset((key,)) if table(language).as_written.fullmatch(key) else forms(key, language)


@lru_cache(maxsize=65536)
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
    phrases: list[tuple[str, Entry]] = []
    beginnings: list[Entry] = []
    for word_class in CLASSES:
        for phrase, entry in _entries(word_class, language):
            if entry.beginning:
                beginnings.append(entry)
            else:
                phrases.append((phrase.replace("-", " "), entry))
    as_written = toml_table(f"classes/{language}.toml").get("as_written", r"(?!)")
    return Table(
        Phrases(phrases),
        tuple(beginnings),
        re.compile(as_written),
    )


def _entries(word_class: WordClass, language: str) -> Iterator[tuple[str, Entry]]:
    """Every phrase of each axis of a class once, with all members of the rows it stands in."""
    says: dict[tuple[str, str], set[str]] = defaultdict(set)
    also: dict[tuple[str, str], set[str]] = defaultdict(set)
    steps: dict[tuple[str, str], float] = {}
    for row in tsv_table(f"classes/{word_class.name}.tsv"):
        axis = row["key"].rpartition("/")[0]
        sure, _, other = row.get(language, "").partition("|")
        for phrase in sure.split():
            says[axis, phrase].add(row["key"])
            if row.get("step"):
                steps[axis, phrase] = float(row["step"])
        for phrase in other.split():
            also[axis, phrase].add(row["key"])
    for axis, phrase in sorted({*says, *also}):
        at = axis, phrase
        beginning = phrase[:-1] if phrase.endswith("+") else ""
        yield (
            phrase,
            Entry(
                word_class,
                axis,
                phrase_words(phrase.replace("-", " ")),
                frozenset(says.get(at, ())),
                frozenset(also.get(at, ())),
                steps.get(at),
                beginning,
            ),
        )
