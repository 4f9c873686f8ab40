"""What English words deny by their meaning, from WordNet: *quick* denies *delay*, *forget* *remember*.

A meaning denies its antonyms, what its definition says no of (*performed with little or no delay*), and what
is denied by the words that it is derived from, or they from it. A word denies what it denies in a good part
of its uses, by the counts that come with WordNet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from tui.comparison.word_vectors import shipped
from tui.languages import bare, function_words

FILES = {"noun": "1", "verb": "2", "adj": "3", "adv": "4"}
"""WordNet's files, and the number of the word class in the keys of its counts."""
_CLASS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
ANTONYM, _DERIVED, SIMILAR = "!", "+", "&"
UNCOUNTED = 0.5
"""The uses of a meaning beside those that were counted."""
_LEAST = 0.15
"""In so much of its uses a word denies another at least: in some meaning it denies many."""
_WORDS = 3
"""Words of a definition that a denial in it denies at most."""
_DENIED = re.compile(
    r"\b(?:not|no|never|nothing|without|lack(?:s|ing)?(?: of)?|(?:absence|devoid|destitute|deprived?) of"
    r"|fail(?:s|ing|ure)?(?: to)?|refus(?:e|es|al|ing)(?: to)?|unable to(?: be)?|inability to"
    r"|incapable of(?: being)?|ceas(?:e|es|ing)(?: to)?|stop(?:s|ping)?|prevent(?:s|ing)?|prohibit|forbid"
    r"|free from|free of|unwilling(?:ness)?(?: to)?|little or no|cannot be)\s+"
    r"((?:\w+[\s,]*(?:or|and)?\s*){1,4})"
)
"""A denial in a definition, and the words after it."""
_ASIDE = re.compile(r"\([^)]*\)")

Place = tuple[str, str]


@dataclass(frozen=True)
class Meaning:
    """A meaning of some words."""

    words: tuple[str, ...]
    similar: bool
    """Whether it is that of an adjective whose antonyms are those of the adjective it is like."""
    links: tuple[tuple[str, Place, int, int], ...]
    """The kind of each link, where it leads, and the numbers of the words at both ends; 0: all."""
    denied: frozenset[str]
    """The words that its definition denies."""


def denials(folder: Path, words: Set[str]) -> Iterator[tuple[str, str]]:
    """Of some words those that deny others, with these. Only of common ones it can be told how near they are
    to a word of another language.
    """
    meanings = {place: one for name in FILES for place, one in meanings_in(folder, name)}
    denied = {place: _antonyms(one, meanings) | one.denied for place, one in meanings.items()}
    counts = counts_in(folder)
    common = words & shipped().row.keys()
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    uses: dict[str, float] = defaultdict(float)
    for name, number in FILES.items():
        for word, places in index_in(folder, name):
            for at, place in enumerate(places if word in words else (), 1):
                weight = counts.get((word, number, at), 0) + UNCOUNTED
                uses[word] += weight
                for other in denied[place].union(*_by_derivation(word, meanings[place], denied)):
                    found[word][other] += weight
    for word, others in sorted(found.items()):
        kept = [other for other in common & others.keys() - {word} if others[other] >= _LEAST * uses[word]]
        if kept:
            yield word, " ".join(sorted(kept))


def _antonyms(meaning: Meaning, meanings: Mapping[Place, Meaning]) -> frozenset[str]:
    like = [meanings[place] for kind, place, *_ in meaning.links if kind == SIMILAR and meaning.similar]
    opposite = (place for one in (meaning, *like) for kind, place, *_ in one.links if kind == ANTONYM)
    return frozenset(word for place in opposite for word in meanings[place].words)


def _by_derivation(
    word: str, meaning: Meaning, denied: Mapping[Place, frozenset[str]]
) -> Iterator[frozenset[str]]:
    """What the meanings of the words deny from which one is derived, or that are derived from it."""
    own = meaning.words.index(word) + 1 if word in meaning.words else 0
    return (denied[place] for kind, place, of, _ in meaning.links if kind == _DERIVED and of == own)


def meanings_in(folder: Path, name: str) -> Iterator[tuple[Place, Meaning]]:
    """The meanings of a class by their places."""
    functions = function_words("en")
    for line in _lines(folder / f"data.{name}"):
        head, _, gloss = line.partition(" | ")
        parts = head.split()
        end = 4 + 2 * int(parts[3], 16)
        words = tuple(_ASIDE.sub("", word).lower() for word in parts[4:end:2])
        links = tuple(
            (parts[at], (_CLASS[parts[at + 2]], parts[at + 1]), *_numbers(parts[at + 3]))
            for at in range(end + 1, end + 1 + 4 * int(parts[end]), 4)
        )
        definition = _ASIDE.sub("", gloss.split(";")[0])
        said = (re.findall(r"[a-z]+", match[1]) for match in _DENIED.finditer(definition))
        content = ([word for word in one if len(word) > 2 and not functions.get(bare(word))] for one in said)
        denied = frozenset(word for one in content for word in one[:_WORDS])
        yield (name, parts[0]), Meaning(words, parts[2] == "s", links, denied)


def _numbers(pair: str) -> tuple[int, int]:
    return int(pair[:2], 16), int(pair[2:], 16)


def index_in(folder: Path, name: str) -> Iterator[tuple[str, list[Place]]]:
    """The words of a class, each with the places of its meanings, the most usual first."""
    for line in _lines(folder / f"index.{name}"):
        parts = line.split()
        yield parts[0], [(name, place) for place in parts[6 + int(parts[3]) :]]


def counts_in(folder: Path) -> dict[tuple[str, str, int], int]:
    """How often each meaning was counted, by its word, the number of its class and its own."""
    counts: dict[tuple[str, str, int], int] = {}
    for line in _lines(folder / "cntlist.rev"):
        key, number, count = line.split()
        word, _, rest = key.partition("%")
        counts[word, "3" if rest[0] == "5" else rest[0], int(number)] = int(count)
    return counts


def _lines(path: Path) -> list[str]:
    """The lines of a file of WordNet but for its licence."""
    return [line for line in path.read_text("latin-1").splitlines() if line[0] != " "]
