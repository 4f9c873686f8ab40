"""What `assets/classes/` has of a language: each phrase with the members that it says, or may stand for.

A cell lists phrases, a hyphen between the words of one; after a bar those that may stand for the member and
say nothing surely. A phrase that ends in `+` begins a longer word of the language (*vice+* in
*vicepresidente*).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.comparison.classes.kinds import CLASSES, WordClass
from tui.languages import Phrases, known, tsv_table

IDLE = "idle"
"""The key of the row whose phrases hold a member's word and say none."""
NEAR = "near"
"""The key of the row of a class whose members say something only beside one of these words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of a class."""

    word_class: WordClass
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

    def begun(self, key: str, language: str) -> Iterator[Entry]:
        """The entries whose beginning a folded word has, where the rest is a word by itself."""
        for entry in self.beginnings:
            if key.startswith(entry.beginning) and known(key[len(entry.beginning) :], language):
                yield entry


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
    return Table(Phrases(phrases), tuple(beginnings))


def _file(name: str) -> str:
    return f"classes/{name}.tsv"


def _entries(word_class: WordClass, language: str) -> Iterator[tuple[str, Entry]]:
    """Every phrase of a class once, with all members of the rows it stands in."""
    says: dict[str, set[str]] = {}
    also: dict[str, set[str]] = {}
    steps: dict[str, float] = {}
    for row in tsv_table(_file(word_class.name)):
        sure, _, other = row.get(language, "").partition("|")
        for phrase in sure.split():
            says.setdefault(phrase, set()).add(row["key"])
            if row.get("step"):
                steps[phrase] = float(row["step"])
        for phrase in other.split():
            also.setdefault(phrase, set()).add(row["key"])
    for phrase in sorted({*says, *also}):
        yield (
            phrase,
            Entry(
                word_class,
                frozenset(says.get(phrase, ())),
                frozenset(also.get(phrase, ())),
                steps.get(phrase),
                phrase[:-1] if phrase.endswith("+") else "",
            ),
        )
