"""Pairs read from files, with what tells later whether these have changed since."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from tui.articles import SIDES, Article, Pair, Side, load_pair
from tui.desk import Stamp, look


class FilePair(Struct, frozen=True):
    """A pair as it was read from two files."""

    pair: Pair
    stamps: dict[Side, Stamp]
    """The files just before they were read: what changes from then on is noticed."""


def are_same(texts: Iterable[Article], others: Iterable[Article]) -> bool:
    """Whether texts are from the same files, and the same chapters of these, as others."""
    one, other = ([(text.path, text.chapter) for text in some] for some in (texts, others))
    return one == other


def read_files(
    source: str,
    target: str,
    source_language: str | None = None,
    target_language: str | None = None,
    chapters: tuple[int, int] | None = None,
) -> FilePair:
    """The pair in two files, or in one; parameters and errors as those of `load_pair`."""
    stamps = {side: look(path) for side, path in zip(SIDES, (source, target), strict=True)}
    pair = load_pair(
        source,
        target,
        source_language=source_language,
        target_language=target_language,
        chapters=chapters,
    )
    return FilePair(pair, stamps)


def read_again(source: Article, target: Article) -> FilePair:
    """The same two texts as their files have them now, in the same order. Raises as `load_pair` does."""
    chapters = (source.chapter, target.chapter) if source.chapter and target.chapter else None
    found = read_files(source.path, target.path, source.language, target.language, chapters)
    if found.pair.swapped and source.path == target.path:  # the one file has an order of its own
        return replace(found, pair=found.pair.exchanged())
    return found
