"""What has been translated once, kept in a SQLite file between sessions."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.translation.model import Translator

if TYPE_CHECKING:
    import sqlite3

_T = TypeVar("_T")

_SIZE_CAP = 64 << 20
_KEPT_AT_EVICTION = 0.8
"""The share of the cap that eviction leaves, so that it is not due again at the next sentence."""
_BUSY_SECONDS = 5.0
_SCHEMA = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS translation (
    engine TEXT NOT NULL, version TEXT NOT NULL, build TEXT NOT NULL,
    source TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,
    translation TEXT NOT NULL, made REAL NOT NULL, used REAL NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY (engine, version, build, source, target, text)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON translation (used);
CREATE TABLE IF NOT EXISTS total (size INTEGER NOT NULL);
INSERT INTO total SELECT 0 WHERE NOT EXISTS (SELECT * FROM total);
CREATE TRIGGER IF NOT EXISTS added AFTER INSERT ON translation
    BEGIN UPDATE total SET size = size + new.size; END;
CREATE TRIGGER IF NOT EXISTS removed AFTER DELETE ON translation
    BEGIN UPDATE total SET size = size - old.size; END;
COMMIT;
"""
_KEY = "engine = ? AND version = ? AND build = ? AND source = ? AND target = ? AND text = ?"


@dataclass(frozen=True, slots=True)
class Entry:
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
        self._path = path
        self._cap = cap
        self.clock = clock
        self._notify = notify or (lambda _message: None)
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._off = False

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

        return self._run(read, {})

    def put(self, translator: Translator, translations: Mapping[str, str]) -> None:
        """Keeps translations of sentences; what was used longest ago makes room when there is too much."""
        key = _key(translator)
        now = self.clock()
        rows = [
            (*key, text, translation, now, now, len(text.encode()) + len(translation.encode()) + 64)
            for text, translation in translations.items()
        ]

        def write(connection: sqlite3.Connection) -> None:
            # Deleted first: a replaced row fires no delete trigger.
            connection.executemany(f"DELETE FROM translation WHERE {_KEY}", [row[:6] for row in rows])
            connection.executemany("INSERT INTO translation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._evict(connection)

        self._run(write, None)

    def size(self) -> int:
        """Bytes of text kept, about."""

        def read(connection: sqlite3.Connection) -> int:
            return int(connection.execute("SELECT size FROM total").fetchone()[0])

        return self._run(read, 0)

    def close(self) -> None:
        """Closes the file; a later call opens it again."""
        with self._lock:
            self._close()

    def _evict(self, connection: sqlite3.Connection) -> None:
        excess = connection.execute("SELECT size FROM total").fetchone()[0] - self._cap
        if excess <= 0:
            return
        excess += self._cap * (1 - _KEPT_AT_EVICTION)
        going = []
        for row in connection.execute(
            "SELECT engine, version, build, source, target, text, size FROM translation ORDER BY used"
        ):
            going.append(row[:6])
            excess -= row[6]
            if excess <= 0:
                break
        connection.executemany(f"DELETE FROM translation WHERE {_KEY}", going)

    def _run(self, work: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        """The result of `work` in one transaction; `otherwise` when the file cannot be used."""
        import sqlite3

        with self._lock:
            for _ in range(2):
                if self._off:
                    break
                try:
                    connection = self._open()
                    with connection:
                        connection.execute("BEGIN IMMEDIATE")
                        return work(connection)
                except sqlite3.DatabaseError as error:
                    code = error.sqlite_errorcode & 0xFF
                    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                        break
                    if code in _not_the_file():
                        self._give_up(error)
                    else:
                        self._set_aside(error)
                except OSError as error:
                    self._give_up(error)
                except UnicodeEncodeError:  # half a surrogate pair
                    break
        return otherwise

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        import platformdirs

        if self._connection is None:
            self._path = self._path or Path(platformdirs.user_data_dir("afronte")) / "translations.db"
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                self._path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.executescript(_SCHEMA)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _close(self) -> None:
        import sqlite3

        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _set_aside(self, error: Exception) -> None:
        """Renames a damaged file, so that whoever wants to can still look into it."""
        self._close()
        assert self._path
        aside = self._path.with_name(f"{self._path.name}.damaged")
        try:
            self._path.replace(aside)
            for suffix in ("-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        except OSError as failure:
            self._give_up(failure)
            return
        self._notify(f"The kept translations were damaged ({error}): see {aside}. New ones are kept.")

    def _give_up(self, error: Exception) -> None:
        self._close()
        self._off = True
        self._notify(f"Translations are not kept: {self._path}: {error}.")


def _key(translator: Translator) -> Sequence[str]:
    return (translator.name, translator.version, translator.build, *translator.languages)


def _not_the_file() -> set[int]:
    """SQLite's codes for what a new file would not mend."""
    import sqlite3

    return {
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }  # fmt: skip
