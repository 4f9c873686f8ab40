"""A long pair is aligned from the cursor outward: what is read is there before the rest is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from msgspec import Struct

from tui.alignment import Encoder, Region, Row, around, rows_around
from tui.articles import SIDES, Article, Side
from tui.cache import Store
from tui.comparison import Finding, at_origin, compare

LONG = 600
"""Sentences of a side up to which all of a pair is aligned at once."""
_FIRST = 40
"""Sentences on either side of the cursor that come first; then `_WIDER` times as many, and so on."""
_WIDER = 4
"""So that little time goes into parts that are aligned again with the whole."""


class Outlook(Struct, frozen=True):
    """What is known of a pair while it is studied."""

    share: float
    """How much of the work of this stage is done, 0 to 1."""
    rows: tuple[Row, ...] = ()
    """All rows of the pair; none when they have not changed."""
    found: tuple[Finding, ...] = ()
    """Findings that were not told before."""


class Listener(Protocol):
    """Whom a study tells how far it is; it knows where the reader stands."""

    def __call__(self, share: float) -> None:
        """So much of the alignment is done, 0 to 1. Raises when the work is no longer wanted."""
        ...

    def see(self, outlook: Outlook) -> None:
        """More is known. Raises likewise."""
        ...

    def place(self) -> tuple[Side, int]:
        """The side and the sentence under the cursor at this moment."""
        ...


_MORE = 1.5
"""So many times as much as when findings were told last must be compared until they are told again: each time
the page and the list are drawn anew.
"""


class Filling:
    """Tells findings as they are found: soon at first, then in larger and larger portions."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._waiting: list[Finding] = []
        self._told = 0.0

    def add(self, share: float, found: tuple[Finding, ...]) -> None:
        """Takes in what was found in a part, after which `share` is compared."""
        self._waiting += found
        portion: tuple[Finding, ...] = ()
        if share >= _MORE * self._told:
            portion, self._waiting, self._told = tuple(self._waiting), [], share
        self._listener.see(Outlook(share, (), portion))


def settle_outward(
    source: Article, target: Article, encoder: Encoder, listener: Listener, store: Store | None = None
) -> None:
    """Tells the rows around the cursor, further and further out, and first what differs beside it.

    Ends where half of the pair is known, or where no counterpart is found: then all is to be aligned.
    `store`: where what differs beside the cursor is kept, which an edit elsewhere leaves as it is.
    """
    articles: Mapping[Side, Article] = {"source": source, "target": target}
    for region, is_first in _regions(articles, encoder, listener):
        rows = rows_around(source, target, region)
        share = len(region.paragraphs["source"]) / len(source.paragraphs)
        listener.see(Outlook(share, rows))
        if is_first:
            listener.see(Outlook(share, (), _found(articles, region, encoder, store)))


def _regions(
    articles: Mapping[Side, Article], encoder: Encoder, listener: Listener
) -> Iterator[tuple[Region, bool]]:
    """Larger and larger regions around the cursor, and whether each is the first around it."""
    sizes = [len(articles[side].sentences) for side in SIDES]
    units = any(paragraph.unit >= 0 for article in articles.values() for paragraph in article.paragraphs)
    if min(sizes) <= LONG or units:  # a file that holds both says itself what corresponds
        return
    known: Region | None = None
    reach = _FIRST
    while 4 * reach <= min(sizes):
        side, sentence = listener.place()
        if known and not known.holds(side, articles[side].sentences[sentence].paragraph):
            known, reach = None, _FIRST
        region = around(articles, side, sentence, reach, encoder, known)
        if region is None or not region.holds(side, articles[side].sentences[sentence].paragraph):
            return
        yield region, known is None
        known, reach = region, _WIDER * reach


def _found(
    articles: Mapping[Side, Article], region: Region, encoder: Encoder, store: Store | None
) -> tuple[Finding, ...]:
    """What differs in a region, at its place in the whole pair."""
    source, target = (region.parts[side].article for side in SIDES)
    every = compare(source, target, region.alignment, encoder, store=store).every
    found = (at_origin(one, region.parts) for one in every)
    return tuple(
        one
        for one in found
        if all(
            region.holds(side, articles[side].sentences[articles[side].sentence_at(span.start)].paragraph)
            for side in SIDES
            for span in one.side(side)
        )
    )
