"""Search in both articles, blind to case and accents."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from tui.articles import SIDES, Article, Side, Span


@dataclass(frozen=True, slots=True)
class Match:
    """One place where the search found its words."""

    side: Side
    span: Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without case and accents, and the way back to the offsets of the text as written."""

    text: str
    starts: tuple[int, ...] | None
    """The offset as written of each folded character; None when the two run alike."""

    def span(self, start: int, end: int) -> Span:
        """The characters as written of a run of folded ones."""
        if self.starts is None:
            return Span(start, end)
        last = self.starts[end - 1]
        return Span(self.starts[start], self.starts[bisect_right(self.starts, last)])


@lru_cache(4096)
def _fold_character(character: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return "'" if character in "’ʼ" else plain.casefold()


def fold(text: str) -> Folded:
    """Takes case, accents and the curl of apostrophes away."""
    if text.isascii():
        return Folded(text.lower(), None)
    pieces = [_fold_character(character) for character in text]
    if all(len(piece) == 1 for piece in pieces):
        return Folded("".join(pieces), None)
    starts = [offset for offset, piece in enumerate(pieces) for _ in piece]
    return Folded("".join(pieces), (*starts, len(text)))


def find(folded: dict[Side, Folded], query: str) -> tuple[Match, ...]:
    """Every place of either side that reads like the query, source first; none for an empty query."""
    needle = fold(query).text
    out: list[Match] = []
    for side in SIDES:
        text, at = folded[side].text, -1
        while needle and (at := text.find(needle, at + 1)) >= 0:
            out.append(Match(side, folded[side].span(at, at + len(needle))))
            at += len(needle) - 1
    return tuple(out)


def folded_pair(source: Article, target: Article) -> dict[Side, Folded]:
    """Both articles, ready to be searched."""
    return {"source": fold(source.text), "target": fold(target.text)}
