"""Values by the digest of what they were made from, in one SQLite file that several processes share."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cache.folder import LOG, cache_folder
from tui.capped_file import CappedFile
from tui.sqlite_file import SqliteFile

if TYPE_CHECKING:
    import sqlite3

CAP = 400_000_000
"""Bytes kept: some 180,000 sentences of two sides with what was found in them."""
_AT_ONCE = 500
"""Keys asked for in one query."""
_DAY = 86_400.0
_SCHEMA = (
    """CREATE TABLE kept (
        key BLOB PRIMARY KEY, value BLOB NOT NULL, sum INTEGER NOT NULL, day INTEGER NOT NULL
    )""",
    "CREATE INDEX by_day ON kept (day)",
    "CREATE TABLE total (size INTEGER NOT NULL)",
    "INSERT INTO total VALUES (0)",
    """CREATE TRIGGER added AFTER INSERT ON kept
        BEGIN UPDATE total SET size = size + length(new.value) + 64; END""",
    """CREATE TRIGGER removed AFTER DELETE ON kept
        BEGIN UPDATE total SET size = size - length(old.value) - 64; END""",
)
_OLDEST = "SELECT key, length(value) + 64 FROM kept ORDER BY day, rowid"


def digest(*parts: str | bytes) -> bytes:
    """The key of a value that was made from `parts`: 16 bytes."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little") + data)
    return found.digest()


class Store:
    """Kept values; every method may be called from any thread and never fails.

    A value comes back as it was put or not at all: each carries its checksum. A file that is damaged is set
    aside and a new one begun; where none can be written nothing is kept. Either is told in the log. What was
    used longest ago makes room.
    """

    def __init__(
        self, path: Path | None = None, *, cap: int = CAP, clock: Callable[[], float] = time.time
    ) -> None:
        """`path`: `kept.db` in the user's cache folder when not given. `cap`: bytes."""
        self.path = path or cache_folder() / "kept.db"
        self._clock = clock
        file = SqliteFile(
            self.path, "kept results", (_SCHEMA,), durable=False, notify=lambda told: LOG.warning("%s", told)
        )
        self._kept = CappedFile(file, cap, lambda error: LOG.warning("nothing is kept: %s", error))

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are kept under those of the keys that are known."""
        today = int(self._clock() / _DAY)

        def read(connection: sqlite3.Connection) -> dict[bytes, bytes]:
            found: dict[bytes, bytes] = {}
            stale, wrong = [], []
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, value, sum, day FROM kept WHERE key IN ({marks})"
                for key, value, expected, day in connection.execute(query, some):
                    if _sum(key, value) == expected:
                        found[key] = value
                        if day != today:
                            stale.append((today, key))
                    else:
                        wrong.append((key,))
            if stale:
                connection.executemany("UPDATE kept SET day = ? WHERE key = ?", stale)
            if wrong:
                connection.executemany("DELETE FROM kept WHERE key = ?", wrong)
                LOG.warning("%s: %d damaged values are made again", self.path, len(wrong))
            return found

        return self._kept.run(read, {}) if keys else {}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keeps values under their keys."""
        today = int(self._clock() / _DAY)
        rows = [(key, value, _sum(key, value), today) for key, value in values.items()]

        def write(connection: sqlite3.Connection) -> None:
            # What a wrong clock dated ahead would never make room, and what is new would go first.
            connection.execute("UPDATE kept SET day = :today WHERE day > :today", {"today": today})
            # Deleted first: a replaced row fires no delete trigger.
            connection.executemany("DELETE FROM kept WHERE key = ?", [row[:1] for row in rows])
            connection.executemany("INSERT INTO kept VALUES (?, ?, ?, ?)", rows)
            self._kept.make_room(connection, _OLDEST, "DELETE FROM kept WHERE key = ?")

        if rows:
            self._kept.run(write, None)

    def size(self) -> int:
        """Bytes kept, about."""
        return self._kept.size()

    def close(self) -> None:
        """Closes the file; a later call opens it again."""
        self._kept.close()


def _sum(key: bytes, value: bytes) -> int:
    return zlib.crc32(value, zlib.crc32(key))
