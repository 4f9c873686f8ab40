"""The desk: the file of everything decided, and the pairs that lie on it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from tui.articles import SIDES, STDIN, Article
from tui.comparison import Equivalence
from tui.desk.dossier import Dossier
from tui.desk.equivalences import Kept, add, listed, remove
from tui.desk.lens import PlaceOfText
from tui.desk.model import Recent
from tui.desk.schema import MIGRATIONS
from tui.desk.soundness import set_aside
from tui.errors import UnusableFileError
from tui.sqlite_file import SqliteFile, storable, user_data_file

if TYPE_CHECKING:
    import sqlite3

_T = TypeVar("_T")

_WHAT = "verdicts and notes"


class Desk:
    """Verdicts, notes, corrections and reading positions, shared by all readers on this computer.

    Every method may be called from any thread. What a method has returned is in the file, also when the
    program is killed the next moment. One that cannot save raises AfronteError and has changed nothing. Where
    the file cannot be used from the start, all is kept in memory while the program runs; `notify` is told.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        clock: Callable[[], float] = time.time,
        notify: Callable[[str], None] | None = None,
    ) -> None:
        """`path`: `desk.db` in the user's data folder when not given. `notify` gets one line a message."""
        self._clock = clock
        self._notify = notify or (lambda _message: None)
        self._file = SqliteFile(
            path or user_data_file("desk.db"), _WHAT, MIGRATIONS, durable=True, notify=self._notify
        )
        self._usable = False
        self._checked = False
        self.is_kept = True
        """Whether what is decided outlives the program; False as soon as the file turned out unusable."""

    def open(
        self,
        source: Article,
        target: Article,
        *,
        source_title: str = "",
        target_title: str = "",
        at_once: bool = True,
    ) -> Dossier:
        """What is kept on a pair, which becomes the most recent one, unless `at_once` when the dossier is
        asked for more than how the pair was left.

        The same two texts are the same pair wherever they lie; other texts are the pair that was last read
        from their two files, or chapters of these, if there is one: an edit of it. Whether the edit is small
        or the files hold another story by now makes no difference: nothing is taken over but what is about
        the same sentences.
        """
        files = _file(source), _file(target)
        dossier = Dossier(self._run, source, target, files, lambda: self.is_kept)
        place: dict[str, object] = {}
        for side, article, file, name in zip(
            SIDES, (source, target), files, (source_title, target_title), strict=True
        ):
            if file is None:
                return dossier
            place |= {side: file.path, f"{side}_chapter": file.chapter}
            place |= {f"{side}_title": storable(name), f"{side}_language": article.language}
        dossier.remember(self._clock(), place, at_once=at_once)
        return dossier

    def recent(self, limit: int = 10) -> tuple[Recent, ...]:
        """The pairs opened last, the latest first."""

        def read(connection: sqlite3.Connection) -> tuple[Recent, ...]:
            rows = connection.execute(
                "SELECT source, target, source_chapter, target_chapter, source_title, target_title, "
                "source_language, target_language, opened FROM place ORDER BY opened DESC LIMIT ?",
                (limit,),
            )
            return tuple(
                replace(Recent(os.fsdecode(s), os.fsdecode(t), *rest), chapters=(one, other) if one else None)
                for s, t, one, other, *rest in rows
            )

        return self._run(read)

    def forget(self, recent: Recent) -> None:
        """Takes a pair off the list of recent ones; what was decided on it stays."""
        where = "source = ? AND target = ? AND source_chapter = ? AND target_chapter = ?"
        key = os.fsencode(recent.source), os.fsencode(recent.target), *(recent.chapters or (0, 0))
        self._run(lambda c: c.execute(f"DELETE FROM place WHERE {where}", key))

    def same(self) -> tuple[Kept, ...]:
        """Everything that was said to be the same."""
        return self._run(listed)

    def import_same(self, equivalences: Iterable[Equivalence]) -> int:
        """Keeps equivalences for every pair; returns how many are new."""
        return self._run(lambda connection: add(connection, equivalences))

    def remove_same(self, source: str, target: str) -> int:
        """Takes an equivalence back, whichever form is named first; returns how many that were."""
        return self._run(lambda connection: remove(connection, source, target))

    def close(self) -> None:
        """Closes the file; a later call opens it again."""
        self._file.close()

    def _run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        try:
            if not self._checked:
                self._checked = True
                self._check()
            done = self._file.run(work)
        except UnusableFileError as error:
            if self._usable:
                raise UnusableFileError(f"Not saved: {error}") from error
            self._notify(f"What you decide is not kept after you quit: {error}")
            self.is_kept = False
            self._file = SqliteFile(None, _WHAT, MIGRATIONS, durable=False)
            done = self._file.run(work)
        self._usable = True
        return done

    def _check(self) -> None:
        """Puts what cannot be read out of the way, and says so."""
        if bad := self._file.run(set_aside):
            entries = "1 entry" if bad == 1 else f"{bad} entries"
            self._notify(
                f"{entries} of {self._file.path} could not be read: set aside there (table “aside”), the "
                "rest counts"
            )


def _file(article: Article) -> PlaceOfText | None:
    """Where the article lies, or None when it came from standard input."""
    if article.path == STDIN:
        return None
    path = os.path.abspath(article.path)  # noqa: PTH100 — a link stays a link
    return PlaceOfText(os.fsencode(path), article.chapter or 0)
