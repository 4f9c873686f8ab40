"""A name in the form that the other language gives it by rule: *Daedalus* and *Dedalo*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from tui.comparison.names.spelling import sound
from tui.languages import columns, tsv_table, unaccented

_TABLE = "names/adaptation.tsv"
_STEM = 2
"""Letters that a stem has at least."""
_NONE = "-"
_DIPHTHONG = re.compile("[ao]h?e")
_ASSIMILATED = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ei", "i"),  # Cleisthenes, Clistene
        (r"ti(?=[aou])", "si"),  # Miltiades, Milziade
        (r"[kp]t", "t"),  # Hector, Ettore; Ptolemy, Tolomeo
        (r"ks|ps|bs|ns(?=[tpk])", "s"),  # Alexander, Alessandro; Constantine, Costantino
        (r"dv", "v"),
        (r"mn", "n"),
        (r"^s(?=[tpk])|^is(?=[tpk])", "is"),
        (r"(.)\1+", r"\1"),
    )
)


def regular(a: str, language_a: str, b: str, language_b: str) -> bool:
    """Whether two words are one name in the regular forms of two languages.

    Their stems sound alike once the groups of consonants that Italian assimilates are, and their endings
    stand for each other in the table. False for languages that have no column in it.
    """
    ours, theirs = stems(unaccented(a), language_a), stems(unaccented(b), language_b)
    return any(rows & theirs.get(stem, frozenset()) for stem, rows in ours.items())


def assimilated(sounds: str) -> str:
    """How a name sounds without the groups that Italian assimilates: *Constanța*, *Costanza*."""
    for pattern, replacement in _ASSIMILATED:
        sounds = pattern.sub(replacement, sounds)
    return sounds


@lru_cache(maxsize=8192)
def stems(word: str, language: str) -> Mapping[str, frozenset[int]]:
    """The stems of a folded word by how they sound, each with the rows of the table whose ending it lost."""
    found: dict[str, set[int]] = defaultdict(set)
    for ending, rows in _endings(language).items():
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            found[_sound(word[: len(word) - len(ending)])] |= rows
    return {stem: frozenset(rows) for stem, rows in found.items()}


def _sound(stem: str) -> str:
    return assimilated(sound(_DIPHTHONG.sub("e", stem).replace("ch", "k")))


@cache
def _endings(language: str) -> Mapping[str, frozenset[int]]:
    """The endings of a language, each with its rows; of no language that the table lacks."""
    found: dict[str, set[int]] = defaultdict(set)
    if language in columns(_TABLE):
        for number, row in enumerate(tsv_table(_TABLE)):
            for ending in row[language].split("|"):
                found["" if ending == _NONE else ending].add(number)
    return {ending: frozenset(rows) for ending, rows in found.items()}
