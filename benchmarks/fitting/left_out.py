"""Stretches and whole units left out of copies of good translations: what is said of the holes is real."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.corpora import Text
from tui.articles import SIDES, Side, other_side

EVERY = 4
"""So many units apart something is left out."""
WHOLE = 0.3
"""The share of them that are left out whole."""
_FEWEST = 14
"""Words of a unit from which on a stretch may be left out of it."""
_STRETCH = (3, 6)
"""How many words are left out where no clause stands between commas."""
_CLAUSE = range(3, 11)
"""How many words such a clause has."""
_BETWEEN_COMMAS = re.compile(r", ([^,;:.()\"]+)(?=[,.;])")


class Hole:
    """A copy of a document with holes on either side, and where they are."""

    def __init__(self, text: Text) -> None:
        """The same holes for the same document from run to run."""
        random = Random(f"{text.corpus} {text.document} left out")
        units = [list(unit) for unit in text.units]
        self.sides: dict[int, Side] = {}
        """By unit: the side that lacks something."""
        self.whole = 0
        """How many units a side lacks whole."""
        for row in range(random.randrange(EVERY), len(units), EVERY):
            at = random.randrange(2)
            whole = random.random() < WHOLE
            shorter = "" if whole else _shortened(units[row][at], random)
            if shorter is not None and units[row][1 - at]:
                units[row][at] = shorter
                self.sides[row] = SIDES[at]
                self.whole += whole
        lines = [[(n, unit[at]) for n, unit in enumerate(units) if unit[at]] for at in (0, 1)]
        english, italian = ("\n".join(line for _, line in side) + "\n" for side in lines)
        self.text = Text(text.corpus, text.document, english, italian)
        self._starts: dict[Side, list[tuple[int, int]]] = {}
        for side, held in zip(SIDES, lines, strict=True):
            start = 0
            self._starts[side] = []
            for number, line in held:
                self._starts[side].append((start, number))
                start += len(line) + 1

    def behind(self, side: Side, place: int) -> bool:
        """Whether the unit in which a place of a side stands has a hole on the other."""
        starts = self._starts[side]
        unit = starts[bisect_right(starts, (place, len(starts) + 10**9)) - 1][1]
        return self.sides.get(unit) == other_side(side)


def holes(documents: Sequence[Text]) -> Iterator[Hole]:
    """A copy of each document that has any."""
    for text in documents:
        found = Hole(text)
        if found.sides:
            yield found


def _shortened(unit: str, random: Random) -> str | None:
    """A unit without a clause between commas, or without some words from its middle."""
    words = unit.split()
    if len(words) < _FEWEST:
        return None
    clauses = [m for m in _BETWEEN_COMMAS.finditer(unit) if len(m[1].split()) in _CLAUSE]
    if clauses:
        clause = random.choice(clauses)
        return unit[: clause.start()] + unit[clause.end() :]
    count = random.randint(*_STRETCH)
    at = random.randrange(2, len(words) - count - 2)
    return " ".join(words[:at] + words[at + count :])
