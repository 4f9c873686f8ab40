"""A SQLite file of the program's own: several processes may use it at once, and any may be killed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.errors import UnusableFileError

if TYPE_CHECKING:
    import sqlite3

_T = TypeVar("_T")

_BUSY_SECONDS = 5.0
"""How long SQLite waits for another process's transaction, each of which takes milliseconds."""
_PATIENCE_SECONDS = 15.0
"""How long all tries together go on, for what SQLite does not wait for by itself."""
_PAUSE_SECONDS = 0.01
_CLOSING_SECONDS = 1.0
"""How long the end waits for what another thread does with the file, which takes milliseconds."""

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"

Migration = Sequence[str]
"""The statements that bring a file from one version of its schema to the next."""


def user_data_file(name: str) -> Path:
    """Where a file of that name belongs in the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("afronte")) / name


def storable(text: str) -> str:
    """The text without what is no character, which SQLite refuses."""
    return text.encode("utf-8", "replace").decode()


class _Damaged(Exception):  # noqa: N818
    """The file is no database of this program."""


class SqliteFile:
    """A file opened when first used; every method may be called from any thread.

    A file that is damaged, or another program's, is renamed (`NAME.damaged`), a new one is begun, and
    `notify` is told.
    """

    def __init__(
        self,
        path: Path | None,
        what: str,
        migrations: Sequence[Migration],
        *,
        durable: bool,
        notify: Callable[[str], None] | None = None,
    ) -> None:
        """`path`: None keeps everything in memory. `what`: what is in it, as messages name it (a plural).

        `durable`: each transaction outlives a loss of power too, and what can still be read of a damaged file
        goes into the new one. A file's `user_version` counts the `migrations` it has seen.
        """
        self.path = path
        self._what = what
        self._migrations = migrations
        self._durable = durable
        self._notify = notify or (lambda _message: None)
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None

    def run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """The result of `work` in one transaction, which no other process can come into.

        Raises UnusableFileError when the file cannot be used; then nothing of `work` was kept.
        """
        import sqlite3

        with self._lock:
            until = time.monotonic() + _PATIENCE_SECONDS
            set_aside = False
            while True:
                try:
                    connection = self._open()
                    with connection:
                        connection.execute("BEGIN IMMEDIATE")
                        return work(connection)
                except (sqlite3.DatabaseError, _Damaged, OSError) as error:
                    kind = _kind(error)
                    if kind == "busy" and time.monotonic() < until:
                        time.sleep(_PAUSE_SECONDS)
                    elif kind == "damaged" and not set_aside:
                        set_aside = True
                        self._set_aside(error)
                    elif kind == "bug":
                        raise
                    else:
                        self._close()
                        said = getattr(error, "strerror", None) or error
                        raise UnusableFileError(f"{self.path}: {said}") from error

    def close(self) -> None:
        """Closes the file, but for one that does not answer; a later call opens it again."""
        if self._lock.acquire(timeout=_CLOSING_SECONDS):
            try:
                self._close()
            finally:
                self._lock.release()

    def __del__(self) -> None:
        if self._connection:  # not `_close`: at the end of the process nothing can be imported
            self._connection.close()

    def _open(self) -> sqlite3.Connection:
        if self._connection and self._opened != self._identity():
            self._close()  # another process set the file aside, or somebody put another in its place
        if self._connection is None:
            if self.path:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._put_rescued()
            self._opened = self._identity()
            connection = self._connected()
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._connection, self._opened = connection, self._identity()
        return self._connection

    def _connected(self) -> sqlite3.Connection:
        import sqlite3

        connection = sqlite3.connect(
            self.path or ":memory:", timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.text_factory = _decoded
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Sets the connection up and brings the file to the present schema.

        What cannot be done with it then is no fault of the statements: the file is not what it says.
        """
        import sqlite3

        try:
            self._brought_up(connection)
        except sqlite3.OperationalError as error:
            raise (_Damaged(error) if _kind(error) == "bug" else error) from error

    def _brought_up(self, connection: sqlite3.Connection) -> None:
        if self.path and connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {'FULL' if self._durable else 'NORMAL'}")
        if self._version(connection) == len(self._migrations):
            if lacking := self._lacking(connection):
                raise _Damaged(f"it lacks {lacking}")
            return
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            version = self._version(connection)  # another process may have been first
            if version > len(self._migrations):
                raise UnusableFileError(
                    f"{self.path} was written by a newer version of afronte: update this one"
                )
            if version == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise _Damaged("it is another program's")
            for migration in self._migrations[version:]:
                for statement in migration:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")

    def _lacking(self, connection: sqlite3.Connection) -> str:
        """What a file of the present version should have and has not: tables, or columns of one."""
        import sqlite3

        with closing(sqlite3.connect(":memory:")) as model:
            for migration in self._migrations:
                for statement in migration:
                    model.execute(statement)
            for (table,) in model.execute(_TABLES).fetchall():
                missing = _columns(model, table) - _columns(connection, table)
                if missing:
                    return f"the table {table}" if not _columns(connection, table) else f"columns of {table}"
        return ""

    def _version(self, connection: sqlite3.Connection) -> int:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])

    def _identity(self) -> tuple[int, int] | None:
        if self.path is None:
            return None
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _close(self) -> None:
        import sqlite3

        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _set_aside(self, error: Exception) -> None:
        """Renames the damaged file, so that whoever wants to can still look into it."""
        assert self.path
        self._close()
        if self._opened != self._identity():
            return  # another process has done it already
        aside = _free(self.path.with_name(f"{self.path.name}.damaged"))
        try:
            saved = self._rescue() if self._durable else 0
            for file, place in zip(_files(self.path), _files(aside), strict=True):
                with suppress(FileNotFoundError):
                    file.replace(place)
            self._put_rescued()
        except OSError as failure:
            raise UnusableFileError(f"{self.path} is damaged ({error}): {failure}") from failure
        kept = f"{saved} entries could still be read and are kept" if saved else "New ones are kept"
        self._notify(f"The {self._what} were damaged ({error}): see {aside}. {kept}.")

    @property
    def _rescued(self) -> Path:
        """What could be read of a damaged file, complete from when that is out of its place."""
        assert self.path
        return self.path.with_name(f"{self.path.name}.rescued")

    def _rescue(self) -> int:
        """Copies what can be read of the damaged file; returns how many rows that were.

        Raises UnusableFileError where there is no room for it: then the file stays where it is.
        """
        import sqlite3

        assert self.path
        for file in _files(self._rescued):  # half of one, of a process that was killed here
            file.unlink(missing_ok=True)
        saved = 0
        fresh = SqliteFile(self._rescued, self._what, self._migrations, durable=True)
        try:
            with closing(sqlite3.connect(self.path)) as old:
                old.text_factory = _decoded
                if self._version(old) == len(self._migrations):

                    def copy(new: sqlite3.Connection) -> int:
                        return sum(_copied(name, old, new) for (name,) in new.execute(_TABLES).fetchall())

                    saved = fresh.run(copy)
        except sqlite3.DatabaseError as error:
            if _kind(error) in ("elsewhere", "busy"):
                raise UnusableFileError(f"{self.path} is damaged, and cannot be rescued: {error}") from error
        finally:
            fresh.close()
        if any(file.exists() for file in _files(self._rescued)[1:]):
            raise UnusableFileError(f"{self.path} is damaged, and there is no room to rescue what is in it")
        return saved

    def _put_rescued(self) -> None:
        """Puts what was rescued in the place of the file that is gone from it, also after a kill between."""
        assert self.path
        if self._rescued.exists() and not self.path.exists():
            _, *beside = _files(self.path)
            for file in beside:  # of the damaged file: they would be played into this one
                file.unlink(missing_ok=True)
            self._rescued.replace(self.path)


def _files(path: Path) -> list[Path]:
    """The database and what SQLite keeps beside it."""
    return [path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm")]


def _copied(table: str, old: sqlite3.Connection, new: sqlite3.Connection) -> int:
    """Copies the rows of a table up to the first that cannot be read; returns how many."""
    import sqlite3

    columns = sorted(_columns(new, table))
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    rows: list[tuple[object, ...]] = []
    with suppress(sqlite3.DatabaseError):
        rows.extend(old.execute(f'SELECT {names} FROM "{table}"'))
    copied = 0
    for row in rows:
        with suppress(sqlite3.IntegrityError):  # a row that this table does not take
            statement = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({places})'
            copied += new.execute(statement, row).rowcount
    return copied


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}


def _decoded(text: bytes) -> str:
    """What is no UTF-8 in a file that others may have written is still read."""
    return text.decode("utf-8", "replace")


def _kind(error: Exception) -> str:
    """`busy`, `damaged`, `elsewhere` (the disk, the rights: a new file would not help) or `bug`.

    What another program did to the tables while they were open, such as triggers and constraints of its own,
    is no bug of this one.
    """
    import sqlite3

    if isinstance(error, _Damaged):
        return "damaged"
    if isinstance(error, OSError):
        return "elsewhere"
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return "busy"
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT):
        return "damaged"
    elsewhere = {
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_SCHEMA,
        sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_ABORT, sqlite3.SQLITE_AUTH,
    }  # fmt: skip
    return "elsewhere" if code in elsewhere else "bug"


def _free(path: Path) -> Path:
    """The path, with a number when it is taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
