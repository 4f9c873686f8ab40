"""Search in both articles, blind to case and accents."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import SIDES, Article, Side, Span
from tui.errors import PatternError

if TYPE_CHECKING:
    import regex

REGULAR = "re:"
"""What a search begins with that is a regular expression."""
_PATIENCE_SECONDS = 0.3
"""What an expression may take in one text: the reader waits for it at every letter."""
_LARGEST = 1_000_000
"""What an expression's length times its repetitions may be: compiling it takes half a second then."""


class Match(Struct, frozen=True):
    """One place where the search found its words."""

    side: Side
    span: Span


class Folded(Struct, frozen=True):
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


def _places(folded: Folded, start_and_end: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    out: list[Span] = []
    for start, end in start_and_end:
        span = folded.span(start, end)
        if not out or span.start >= out[-1].end:  # half a character, as in `ß`, is no second match
            out.append(span)
    return tuple(out)


def _literally(text: str, needle: str) -> Iterator[tuple[int, int]]:
    at = text.find(needle)
    while at >= 0:
        yield at, at + len(needle)
        at = text.find(needle, at + len(needle))


@lru_cache(8)
def _pattern(written: str) -> regex.Pattern[str]:
    """A regular expression without accents, like the texts it is for."""
    import regex

    # The compiler writes every counted repetition out.
    repeats = prod(max(1, int(times)) for times in re.findall(r"\d{1,9}(?=[,}])", written))
    if repeats * len(written) > _LARGEST:
        raise PatternError("too large: it repeats too much too often")
    plain = "".join(c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c))
    try:
        return regex.compile(re.sub("[’ʼ]", "'", plain), regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        raise PatternError(f"not an expression yet: {error}") from error
    except RecursionError as error:
        raise PatternError("too large: too many groups within groups") from error


def _by_pattern(text: str, written: str) -> tuple[tuple[int, int], ...]:
    try:
        found = _pattern(written).finditer(text, timeout=_PATIENCE_SECONDS)
        return tuple(match.span() for match in found if match.end() > match.start())
    except TimeoutError as error:
        raise PatternError("too slow: it can match in too many ways") from error


def places(folded: Folded, query: str) -> tuple[Span, ...]:
    """Every place of a text that reads like the query, in order; none for an empty query.

    Raises PatternError for a regular expression that is none or takes too long.
    """
    if query.startswith(REGULAR):
        written = query.removeprefix(REGULAR)
        return _places(folded, _by_pattern(folded.text, written)) if written else ()
    needle = fold(query).text
    return _places(folded, _literally(folded.text, needle)) if needle else ()


def find(folded: Mapping[Side, Folded], query: str) -> tuple[Match, ...]:
    """Every place of either side that reads like the query, source first. Raises as `places` does."""
    return tuple(Match(side, span) for side in SIDES for span in places(folded[side], query))


def folded_pair(source: Article, target: Article) -> dict[Side, Folded]:
    """Both articles, ready to be searched."""
    return {"source": fold(source.text), "target": fold(target.text)}
