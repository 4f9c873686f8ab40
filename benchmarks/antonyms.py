"""Makes the table of opposites that is shipped beside the hand list, from WordNet and the dictionary.

    python -m benchmarks.antonyms --wordnet FOLDER

`--wordnet`: the database of WordNet 3.0 (Debian's `wordnet-base`). Writes `assets/dictionary/opposites.tsv`:
of its antonyms those that no other list tells apart and of which both words have few meanings, the most usual
being that of the pair; each with the Italian words that surely translate it and cannot stand for the other.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations, product
from pathlib import Path

from tui.comparison.polarity.opposites import HAND, MADE
from tui.languages import function_words, known, lemma, tsv_table
from tui.languages.dictionary import TABLE, rows
from tui.resources import asset

_CLASSES = ("adj", "noun", "verb", "adv")
_MEANINGS = 5
"""An English word of more meanings is too often used in another."""
_ENGLISH = 10
"""An Italian word that surely translates more English ones stands for too many other things."""
_MARKER = re.compile(r"\(.*\)")
"""Where WordNet says that an adjective stands."""
_AMERICAN = re.compile("iz(?=(e|ation)$)")
_OTHERS = 2
"""The cell of what translates a word that is no noun, before that of what may."""
_NOTHING = "\t\t\t"

Pair = tuple[str, str]


def main() -> None:
    """Writes the table."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--wordnet", type=Path, required=True)
    folder = made.parse_args().wordnet
    few = _few(folder)
    found = {pair: name for name in _CLASSES for pair in _antonyms(folder, name) if few.issuperset(pair)}
    lines = [
        "\t".join((f"{one}/{other}", _spelt(one), _spelt(other), *map(" ".join, italian)))
        for one, other in sorted(found.keys() - set(_told_apart()))
        if all(italian := _italian(one, other, noun=found[one, other] == "noun"))
    ]
    asset(MADE).write_text("\n".join([_HEADER, *lines, ""]), "utf-8")
    print(f"{len(lines)} pairs")


def _few(folder: Path) -> frozenset[str]:
    """The words that have few meanings, of all classes together."""
    count: Counter[str] = Counter()
    for name in _CLASSES:
        count.update({parts[0]: int(parts[2]) for parts in _lines(folder / f"index.{name}")})
    return frozenset(word for word, meanings in count.items() if meanings <= _MEANINGS)


def _antonyms(folder: Path, name: str) -> Iterator[Pair]:
    """The pairs of a class that are opposites by the most usual meaning of both words, in the order of the
    alphabet.
    """
    usual = {parts[0]: parts[6 + int(parts[3])] for parts in _lines(folder / f"index.{name}")}
    words: dict[str, list[str]] = {}
    links: list[tuple[str, str, str]] = []
    for meaning, _, _, count, *rest in _lines(folder / f"data.{name}"):
        ends = 2 * int(count, 16)
        words[meaning] = [_MARKER.sub("", word).lower() for word in rest[:ends:2]]
        pointers = rest[ends + 1 :]
        links += [
            (meaning, pointers[at + 1], pointers[at + 3])
            for at in range(0, len(pointers) - 3, 4)
            if pointers[at] == "!"
        ]
    for here, there, which in links:
        one, other = words[here][int(which[:2], 16) - 1], words[there][int(which[2:], 16) - 1]
        if one < other and usual[one] == here and usual[other] == there:
            yield one, other


def _lines(path: Path) -> Iterator[list[str]]:
    """The fields of each line of a file of WordNet, without its notice and its glosses."""
    for line in path.read_text("latin-1").splitlines():
        if line[0] != " ":
            yield line.split(" | ")[0].split()


def _spelt(word: str) -> str:
    """A word as Americans and as Britons write it."""
    return " ".join(dict.fromkeys((word, _AMERICAN.sub("is", word))))


def _told_apart() -> Iterator[Pair]:
    """What is told apart already, either way round: opposites of the hand list, and members of closed
    classes.
    """
    for row in tsv_table(HAND):
        yield from product(row["en+"].split(), row["en-"].split())
        yield from product(row["en-"].split(), row["en+"].split())
    for path in asset("classes/en.toml").parent.glob("*.tsv"):
        yield from permutations(
            (word for row in tsv_table(f"classes/{path.name}") for word in row["en"].split()), 2
        )


def _italian(one: str, other: str, *, noun: bool) -> tuple[list[str], list[str]]:
    """What surely translates either word of a class, in its dictionary form, and neither translates the
    other.
    """
    cells = [_dictionary().get(word, _NOTHING).split("\t") for word in (one, other)]
    either = [set(" ".join(row).split()) for row in cells]
    said = [" ".join(row[:_OTHERS] if noun else row[_OTHERS:-1]).split() for row in cells]
    free = [
        [word for word in found if word not in against and _says_little_else(word)]
        for found, against in zip(said, either[::-1], strict=True)
    ]
    return free[0], free[1]


def _says_little_else(word: str) -> bool:
    return (
        known(word, "it")
        and lemma(word, "it") == word
        and word not in function_words("it")
        and _meant()[word] <= _ENGLISH
    )


def _dictionary() -> Mapping[str, str]:
    return rows(TABLE.format("en", "it"))


@cache
def _meant() -> Counter[str]:
    """How many English words each Italian one surely translates."""
    return Counter(
        word
        for row in _dictionary().values()
        for word in set(" ".join(row.split("\t")[: _OTHERS + 1]).split())
    )


_HEADER = """\
# Opposites, in the form of polarity/opposites.tsv: antonyms of WordNet, and the Italian words that surely
# translate them. Made by benchmarks/antonyms.py from WordNet 3.0, Copyright 2006 by Princeton University
# (its licence: LICENSE.WordNet), and en-it.tsv, whose licence is that of this table: Creative Commons
# Attribution-ShareAlike 3.0 Unported (CC BY-SA 3.0), not that of the program.
concept\ten+\ten-\tit+\tit-"""

if __name__ == "__main__":
    main()
