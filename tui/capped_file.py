"""An SQLite file of results that can be made again: it never fails, and makes room by what was used last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.errors import UnusableFileError
from tui.sqlite_file import SqliteFile

if TYPE_CHECKING:
    import sqlite3

_T = TypeVar("_T")

_LEFT = 0.8
"""The share of the cap that is left when room is made, so that it is not due again with the next result."""


class CappedFile:
    """A file whose schema has a table `total` of one row, the `size` in bytes of what is kept."""

    def __init__(self, file: SqliteFile, cap: int, unusable: Callable[[UnusableFileError], None]) -> None:
        """`cap`: bytes. `unusable` is told once that the file cannot be used; then nothing is kept."""
        self._file = file
        self._cap = cap
        self._unusable = unusable
        self._off = False

    def run(self, work: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        """The result of `work` in one transaction; `otherwise` when the file cannot be used."""
        if self._off:
            return otherwise
        try:
            return self._file.run(work)
        except UnusableFileError as error:
            self._off = True
            self._unusable(error)
        except UnicodeEncodeError:  # half a surrogate pair
            pass
        return otherwise

    def make_room(self, connection: sqlite3.Connection, oldest: str, delete: str) -> None:
        """Deletes what was used longest ago when there is more than the cap.

        `oldest`: a query for the key of each row and, last, its size, those used longest ago first.
        `delete`: the statement that deletes the row of a key.
        """
        excess = connection.execute("SELECT size FROM total").fetchone()[0] - self._cap
        if excess <= 0:
            return
        excess += self._cap * (1 - _LEFT)
        going = []
        for *key, size in connection.execute(oldest):
            going.append(key)
            excess -= size
            if excess <= 0:
                break
        connection.executemany(delete, going)

    def size(self) -> int:
        """Bytes kept, about."""

        def read(connection: sqlite3.Connection) -> int:
            return int(connection.execute("SELECT size FROM total").fetchone()[0])

        return self.run(read, 0)

    def close(self) -> None:
        """Closes the file; a later call opens it again."""
        self._file.close()
