"""The units in which a file that holds both versions of a text says what corresponds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tui.alignment.corrections import Sides
from tui.articles import Article

Units = tuple[Sides, ...]
"""The sentences of each unit, in order; one side of a unit may be empty."""


def units_of(source: Article, target: Article) -> Units:
    """The units of which two articles say that they stand in them; none for articles of two files."""
    units: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, article in enumerate((source, target)):
        for paragraph in article.paragraphs:
            if paragraph.unit >= 0:
                units[paragraph.unit][side].extend(paragraph.sentences)
    found = tuple((tuple(s), tuple(t)) for _, (s, t) in sorted(units.items()))
    held = [sum(len(unit[side]) for unit in found) for side in (0, 1)]
    return found if held == [len(source.sentences), len(target.sentences)] else ()


def untouched(units: Units, links: Iterable[Sides]) -> list[Sides]:
    """The units with both sides, but for those that share a sentence with one of `links`."""
    taken = [set[int](), set[int]()]
    for link in links:
        for side in (0, 1):
            taken[side].update(link[side])
    return [unit for unit in units if all(unit) and not any(taken[side] & set(unit[side]) for side in (0, 1))]
