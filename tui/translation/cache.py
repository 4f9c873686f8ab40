"""What has been translated once, kept in a SQLite file between sessions."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.capped_file import CappedFile
from tui.sqlite_file import SqliteFile, user_data_file
from tui.translation.model import Translator

if TYPE_CHECKING:
    import sqlite3

_SIZE_CAP = 64 << 20
_SCHEMA = (
    """CREATE TABLE translation (
        engine TEXT NOT NULL, version TEXT NOT NULL, build TEXT NOT NULL,
        source TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,
        translation TEXT NOT NULL, made REAL NOT NULL, used REAL NOT NULL, size INTEGER NOT NULL,
        PRIMARY KEY (engine, version, build, source, target, text)
    ) WITHOUT ROWID""",
    "CREATE INDEX by_use ON translation (used)",
    "CREATE TABLE total (size INTEGER NOT NULL)",
    "INSERT INTO total VALUES (0)",
    """CREATE TRIGGER added AFTER INSERT ON translation
        BEGIN UPDATE total SET size = size + new.size; END""",
    """CREATE TRIGGER removed AFTER DELETE ON translation
        BEGIN UPDATE total SET size = size - old.size; END""",
)
_KEY = "engine = ? AND version = ? AND build = ? AND source = ? AND target = ? AND text = ?"
_OLDEST = "SELECT engine, version, build, source, target, text, size FROM translation ORDER BY used"


class Entry(Struct, frozen=True):
    """One kept translation."""

    text: str
    made: float
    """Seconds since the epoch."""


class Cache:
    """Kept translations; every method may be called from any thread and never fails.

    Several programs may have the file open at once, and a program may be killed at any moment. A file that is
    damaged is renamed and a new one begun; where no file can be written, nothing is kept. Either is told to
    `notify`, once.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        cap: int = _SIZE_CAP,
        clock: Callable[[], float] = time.time,
        notify: Callable[[str], None] | None = None,
    ) -> None:
        """`path`: `translations.db` in the user's data folder when not given. `cap`: bytes of text kept."""
        self.clock = clock
        tell = notify or (lambda _message: None)
        path = path or user_data_file("translations.db")
        file = SqliteFile(path, "kept translations", (_SCHEMA,), durable=False, notify=tell)
        self._kept = CappedFile(file, cap, lambda error: tell(f"Translations are not kept: {error}."))

    def get(self, translator: Translator, sentences: Iterable[str]) -> dict[str, Entry]:
        """The kept translations among those of `sentences` by this engine, model and pair of languages."""
        key = _key(translator)
        wanted = list(dict.fromkeys(sentences))

        def read(connection: sqlite3.Connection) -> dict[str, Entry]:
            query = f"SELECT translation, made FROM translation WHERE {_KEY}"
            found: dict[str, Entry] = {}
            for text in wanted:
                if row := connection.execute(query, (*key, text)).fetchone():
                    found[text] = Entry(*row)
            if found:
                now = self.clock()
                connection.executemany(
                    f"UPDATE translation SET used = ? WHERE {_KEY}", [(now, *key, text) for text in found]
                )
            return found

        return self._kept.run(read, {})

    def put(self, translator: Translator, translations: Mapping[str, str]) -> None:
        """Keeps translations of sentences; what was used longest ago makes room when there is too much."""
        key = _key(translator)
        now = self.clock()
        rows = [
            (*key, text, translation, now, now, _bytes(text) + _bytes(translation) + 64)
            for text, translation in translations.items()
        ]

        def write(connection: sqlite3.Connection) -> None:
            # What a wrong clock dated ahead would never make room, and what is new would go first.
            connection.execute("UPDATE translation SET used = :now - 1 WHERE used > :now", {"now": now})
            # Deleted first: a replaced row fires no delete trigger.
            connection.executemany(f"DELETE FROM translation WHERE {_KEY}", [row[:6] for row in rows])
            connection.executemany("INSERT INTO translation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._kept.make_room(connection, _OLDEST, f"DELETE FROM translation WHERE {_KEY}")

        self._kept.run(write, None)

    def size(self) -> int:
        """Bytes of text kept, about."""
        return self._kept.size()

    def close(self) -> None:
        """Closes the file; a later call opens it again."""
        self._kept.close()


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _key(translator: Translator) -> Sequence[str]:
    return (translator.name, translator.version, translator.build, *translator.languages)
