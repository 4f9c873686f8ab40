"""Through which number and from which side a reader looks at a pair in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.articles import Article
from tui.desk.pair_keys import PairKeys

if TYPE_CHECKING:
    import sqlite3


_T = TypeVar("_T")


class PlaceOfText(NamedTuple):
    """Where a text lies."""

    path: bytes
    """Bytes: a file's name need not be text."""
    chapter: int
    """Of a book, counted from 1; 0 for all of a file."""


class Lens(NamedTuple):
    """A pair in the file, as it is seen from the two articles."""

    pair: int
    mirrored: bool
    """Whether the articles are the other way round than the pair was first read."""
    keys: PairKeys

    def finding(self, identity: str, *, turned: bool = False) -> dict[str, str | int]:
        """The key of what was decided on a finding of that id, or (`turned`) of that id in the mirror."""
        return {"pair": self.pair, "mirrored": int(self.mirrored is not turned), "finding": identity}


class Finder:
    """Finds the pair of two articles, also where it was read the other way round."""

    def __init__(self, source: Article, target: Article, files: Sequence[PlaceOfText | None]) -> None:
        """`files`: where the two lie, None for what came from no file."""
        keys = PairKeys(source, target)
        self._keys = {False: keys, True: keys.mirrored()}
        self._files = tuple(files)

    def may_be_there(self, connection: sqlite3.Connection) -> bool:
        """Whether the file may know the pair, as far as that can be told without the names of its texts."""
        sizes = self._keys[False].former_sizes
        marks = ",".join("?" * len(sizes))
        known = connection.execute(f"SELECT 1 FROM edition WHERE size IN (0, {marks}) LIMIT 1", sizes)
        return known.fetchone() is not None or self._from_place(connection) is not None

    def lens(self, connection: sqlite3.Connection) -> Lens:
        """The pair in the file, which may have been rebuilt since the last time; a new one if need be."""
        keys = self._keys[False]
        found = None
        for mirrored in (False, True):
            for names in keys.former_texts:
                row = connection.execute(
                    "SELECT pair FROM edition WHERE source = ? AND target = ?", _turned(names, mirrored)
                ).fetchone()
                if row and names == keys.texts:
                    return self._lens(row[0], mirrored)
                if row:
                    found = found or (row[0], mirrored)
        found = found or self._from_place(connection)
        if found is None:
            made = connection.execute("INSERT INTO pair (version) VALUES (0) RETURNING id").fetchone()
            found = made[0], False
        pair, mirrored = found
        connection.execute(
            "INSERT INTO edition (source, target, pair, size) VALUES (?, ?, ?, ?)",
            (*_turned(keys.texts, mirrored), pair, keys.size),
        )
        return self._lens(pair, mirrored)

    def _from_place(self, connection: sqlite3.Connection) -> tuple[int, bool] | None:
        """The pair that was last read from the two files."""
        for turned in (False, True):
            source, target = _turned(self._files, turned)
            if source is None or target is None:
                break
            row = connection.execute(
                "SELECT pair, mirrored FROM place "
                "WHERE source = ? AND source_chapter = ? AND target = ? AND target_chapter = ?",
                (*source, *target),
            ).fetchone()
            if row:
                return row[0], bool(row[1]) is not turned
        return None

    def _lens(self, pair: object, mirrored: bool) -> Lens:
        assert isinstance(pair, int)
        return Lens(pair, mirrored, self._keys[mirrored])


def _turned(two: Sequence[_T], mirrored: bool) -> tuple[_T, ...]:
    return tuple(reversed(two)) if mirrored else tuple(two)
