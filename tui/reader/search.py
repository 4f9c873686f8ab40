"""Search in both articles, blind to case and accents."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tui.articles import SIDES, Article, Side, Span

REGULAR = "re:"
"""What a search begins with that is a regular expression."""


@dataclass(frozen=True, slots=True)
class Match:
    """One place where the search found its words."""

    side: Side
    span: Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without case and accents, and the way back to the offsets of the text as written.

    The two texts fall into runs: at even places the characters correspond one to one, at odd places one
    written character became none (a combining accent) or several (`ß`).
    """

    text: str
    written_length: int
    starts: tuple[int, ...]
    """Where each run begins in the folded text."""
    origins: tuple[int, ...]
    """Where each run begins in the text as written."""

    def span(self, start: int, end: int) -> Span:
        """The characters as written of a run of folded ones, with the accents that follow the last."""
        after = self._origin(end) if end < len(self.text) else self.written_length
        return Span(self._origin(start), max(after, self._origin(end - 1) + 1))

    def _origin(self, place: int) -> int:
        run = bisect_right(self.starts, place) - 1
        return self.origins[run] + (place - self.starts[run] if run % 2 == 0 else 0)


@lru_cache(4096)
def _fold_character(character: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return "'" if character in "’ʼ" else plain.casefold()


def fold(text: str) -> Folded:
    """Takes case, accents and the curl of apostrophes away."""
    table = {character: _fold_character(character) for character in set(text)}
    folded = text.translate({ord(character): plain for character, plain in table.items()})
    uneven = "".join(re.escape(character) for character, plain in table.items() if len(plain) != 1)
    starts, origins = [0], [0]
    shift = 0
    for match in re.finditer(f"[{uneven}]", text) if uneven else ():
        place = match.start() + shift
        shift += len(table[match[0]]) - 1
        starts += [place, match.end() + shift]
        origins += [match.start(), match.end()]
    return Folded(folded, len(text), tuple(starts), tuple(origins))


def _find_pattern(folded: dict[Side, Folded], written: str) -> Iterator[Match]:
    """Every place that a regular expression finds; none while it is not one yet."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c))
    try:
        pattern = re.compile(plain, re.IGNORECASE | re.MULTILINE)
    except re.error:
        return
    for side in SIDES:
        for found in pattern.finditer(folded[side].text):
            if found.end() > found.start():
                yield Match(side, folded[side].span(*found.span()))


def find(folded: dict[Side, Folded], query: str) -> tuple[Match, ...]:
    """Every place of either side that reads like the query, source first; none for an empty query."""
    out: list[Match] = []
    if query.startswith(REGULAR):
        return tuple(_find_pattern(folded, query.removeprefix(REGULAR)))
    needle = fold(query).text
    for side in SIDES:
        text, at, end = folded[side].text, 0, 0
        while needle and (at := text.find(needle, at)) >= 0:
            span = folded[side].span(at, at + len(needle))
            if span.start >= end:  # half a character, as in `ß`, is no second match
                out.append(Match(side, span))
                end = span.end
            at += len(needle)
    return tuple(out)


def folded_pair(source: Article, target: Article) -> dict[Side, Folded]:
    """Both articles, ready to be searched."""
    return {"source": fold(source.text), "target": fold(target.text)}
