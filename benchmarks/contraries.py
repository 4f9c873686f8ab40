"""English words that are the contrary of one another, from WordNet: *widen* and *narrow*.

A word has a contrary where a good part of the uses of either, by the counts that come with WordNet, are
meanings that have the other, and some of the other's. An adjective has those, too, of what it is like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from benchmarks.denials import (
    ANTONYM,
    FILES,
    SIMILAR,
    UNCOUNTED,
    Meaning,
    Place,
    counts_in,
    index_in,
    meanings_in,
)

_LEAST, _OFTEN = 0.03, 0.15
"""In so much of its uses either of two words has the other for its contrary, and one of the two."""
_CELLS = {"noun": 0, "verb": 1, "adj": 2, "adv": 2}


def contraries(folder: Path, words: Set[str]) -> Iterator[tuple[str, list[str]]]:
    """Of some words their contraries: nouns, verbs and other words, with blanks between them."""
    found: dict[str, tuple[set[str], ...]] = defaultdict(lambda: (set(), set(), set()))
    for name, number in FILES.items():
        known = dict(meanings_in(folder, name))
        shares = _shares(known, dict(index_in(folder, name)), counts_in(folder), number)
        for (one, other), share in shares.items():
            both = share, shares.get((other, one), share)
            if {one, other} <= words and min(both) >= _LEAST and max(both) >= _OFTEN:
                found[one][_CELLS[name]].add(other)
    for word, cells in sorted(found.items()):
        yield word, [" ".join(sorted(cell)) for cell in cells]


def _shares(
    known: Mapping[Place, Meaning],
    places: Mapping[str, list[Place]],
    counted: Mapping[tuple[str, str, int], int],
    number: str,
) -> dict[tuple[str, str], float]:
    """In how much of its uses as a word of this class a word has another for its contrary."""
    shares: dict[tuple[str, str], float] = defaultdict(float)
    for word, held in places.items():
        uses = [counted.get((word, number, at), 0) + UNCOUNTED for at in range(1, len(held) + 1)]
        for place, use in zip(held, uses, strict=True):
            for other in _of(word, known[place], known):
                shares[word, other] += use / sum(uses)
    return shares


def _of(word: str, meaning: Meaning, known: Mapping[Place, Meaning]) -> set[str]:
    """The contraries of a word in one of its meanings."""
    found: set[str] = set()
    for kind, place, of, which in meaning.links:
        if kind == ANTONYM and of and meaning.words[of - 1] == word and place in known:
            found.add(known[place].words[which - 1])
        elif kind == SIMILAR and meaning.similar:
            head = known[place]
            found.update(
                known[there].words[number - 1]
                for link, there, _, number in head.links
                if link == ANTONYM and there in known and number
            )
    return found
