"""The distinct words of two articles as matrices: words are compared a bead at a time, not one by one."""

from __future__ import annotations

import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.word_vectors import word_vectors
from tui.languages import Translations, bare, function_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment import Encoder

    Floats = NDArray[np.floating[Any]]
    Flags = NDArray[np.bool_]
    Indexes = NDArray[np.intp]

LISTED = 0.8
"""How alike a word and its listed translation count (benchmarks/xlwa.py)."""
_BUCKETS = 512
"""Into so many columns the letter pairs and triples of a word are hashed."""


class Lexicon(Struct, frozen=True):
    """The distinct words of one side: one row a word in every array."""

    row: Mapping[str, int]
    """The row of each folded word."""
    vectors: Floats
    """Unit vectors (n, d), zero for a word that was not encoded."""
    letters: Floats
    """Which pairs and triples of letters the word has, 0 or 1 (n, 512)."""
    sizes: Floats
    """How many of them it has (n)."""
    roles: Floats
    """Which roles it has as a function word, 0 or 1 (n, roles of both languages)."""
    function: Flags
    number: Flags
    mark: Flags
    content: Flags
    """Words that carry meaning: neither function words, nor numbers, nor marks."""
    identity: Indexes
    """Equal for equal words of either side."""
    senses: Sequence[frozenset[str]]
    """What shares one with a word of the other side is listed as a translation of it."""

    def rows(self, keys: Iterable[str]) -> Indexes:
        """The rows of folded words that stand in the lexicon."""
        return np.fromiter((self.row[key] for key in keys), np.intp)


def lexicons(
    source: Sequence[str], target: Sequence[str], languages: tuple[str, str]
) -> tuple[Lexicon, Lexicon]:
    """The lexicons of the distinct folded words of either side, as yet without vectors (n, 0)."""
    identity = {key: number for number, key in enumerate(dict.fromkeys((*source, *target)))}
    tables = [function_words(language) for language in languages]
    names = sorted({role for table in tables for does in table.values() for role in does})
    column = {role: number for number, role in enumerate(names)}
    translations = Translations(*languages)
    senses = [translations.of(key) for key in source], [translations.forms(key) for key in target]
    made = []
    for keys, table, meant in zip((source, target), tables, senses, strict=True):
        does = np.zeros((len(keys), len(names)), np.float32)
        for at, key in enumerate(keys):
            for role in table.get(bare(key), ()):
                does[at, column[role]] = 1
        function = np.array([bool(table.get(bare(key))) for key in keys], np.bool_)
        number = np.array([not key.isalpha() and any(c.isdigit() for c in key) for key in keys], np.bool_)
        mark = np.array([not (key.isalpha() or any(c.isalnum() for c in key)) for key in keys], np.bool_)
        letters = _letters(keys)
        made.append(
            Lexicon(
                row={key: at for at, key in enumerate(keys)},
                vectors=np.zeros((len(keys), 0), np.float32),
                letters=letters,
                sizes=letters.sum(axis=1),
                roles=does,
                function=function,
                number=number,
                mark=mark,
                content=~(function | number | mark),
                identity=np.array([identity[key] for key in keys], np.intp),
                senses=meant,
            )
        )
    return made[0], made[1]


def encoded(
    source: Lexicon, target: Lexicon, needed: tuple[Flags, Flags], encoder: Encoder
) -> tuple[Lexicon, Lexicon]:
    """The lexicons with vectors for the `needed` words (n) and (m), encoded in one batch."""
    words = {
        number: key
        for side, flags in zip((source, target), needed, strict=True)
        for key, number, wanted in zip(side.row, side.identity, flags, strict=True)
        if wanted
    }
    vectors = word_vectors(list(words.values()), encoder)
    place = {number: row for row, number in enumerate(words)}
    made = []
    for side, flags in zip((source, target), needed, strict=True):
        filled = np.zeros((len(side.row), vectors.shape[1]), np.float32)
        filled[flags] = vectors[[place[number] for number in side.identity[flags]]]
        made.append(replace(side, vectors=filled))
    return made[0], made[1]


def spelling(source: Lexicon, target: Lexicon, rows: Indexes, columns: Indexes) -> Floats:
    """How alike content words are spelt: the Dice coefficient of their letter pairs and triples (n, m)."""
    alike = np.zeros((len(rows), len(columns)), np.float32)
    ours, theirs = np.flatnonzero(source.content[rows]), np.flatnonzero(target.content[columns])
    above, beside = rows[ours], columns[theirs]
    left, right = source.letters[above], target.letters[beside]
    sizes = source.sizes[above, None] + target.sizes[beside]
    alike[np.ix_(ours, theirs)] = 2 * left @ right.T / np.maximum(1, sizes)
    return alike


def listed(source: Lexicon, target: Lexicon, rows: Indexes, columns: Indexes) -> Floats:
    """Which words are listed as translations of each other, 0 or `LISTED` (n, m)."""
    found = np.zeros((len(rows), len(columns)), np.float32)
    places: dict[str, list[int]] = defaultdict(list)
    for at, column in enumerate(columns):
        for sense in target.senses[column]:
            places[sense].append(at)
    for at, row in enumerate(rows):
        for sense in source.senses[row]:
            if sense in places:
                found[at, places[sense]] = LISTED
    return found


def meaning(source: Lexicon, target: Lexicon, rows: Indexes, columns: Indexes, alike: Floats) -> Floats:
    """What words have in common: the cosine of their vectors or, if more, how `alike` they are."""
    cosines = source.vectors[rows] @ target.vectors[columns].T
    equal = source.identity[rows][:, None] == target.identity[columns]
    common: Floats = np.maximum(np.maximum(cosines, alike), equal)
    return common


def _letters(keys: Sequence[str]) -> Floats:
    out = np.zeros((len(keys), _BUCKETS), np.float32)
    columns = [_buckets(key) for key in keys]
    rows = np.repeat(np.arange(len(keys)), [len(held) for held in columns])
    out[rows, np.fromiter(chain.from_iterable(columns), np.intp)] = 1
    return out


@lru_cache(maxsize=8192)
def _buckets(key: str) -> list[int]:
    """The columns of the letter pairs and triples of a word without its accents."""
    plain = key if key.isascii() else _plain(key)
    word = f"^{plain}$".encode()
    return [
        zlib.crc32(word[start : start + size]) % _BUCKETS
        for size in (2, 3)
        for start in range(len(word) - size + 1)
    ]


def _plain(key: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
