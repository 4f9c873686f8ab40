"""What the desk keeps on one pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from tui.alignment import Correction, Row
from tui.articles import Article, Side
from tui.comparison import Finding
from tui.desk.carrying import former_ids
from tui.desk.merging import Voice, merged_sheet
from tui.desk.model import Decision, Mark, Position, Sheet, Verdict, places
from tui.desk.pair_keys import PairKeys
from tui.sqlite_file import storable

if TYPE_CHECKING:
    import sqlite3

_T = TypeVar("_T")


class _Run(Protocol):
    def __call__(self, work: Callable[[sqlite3.Connection], _T]) -> _T: ...


class Dossier:
    """Verdicts, notes, marks, corrections and the reading position of one pair; made by `Desk.open`.

    Every change returns the sheet as it is then in the file, with what other readers have written meanwhile.
    """

    def __init__(
        self, run: _Run, source: Article, target: Article, paths: Sequence[bytes | None] = (None, None)
    ) -> None:
        self._run = run
        self._articles = source, target
        self._keys = PairKeys(source, target)
        self._paths = tuple(paths)

    def sheet(self) -> Sheet:
        """Everything decided so far."""
        return self._run(lambda connection: self._sheet(connection, self._pair(connection)))

    def since(self, version: int) -> Sheet | None:
        """The sheet if it has another version by now, else None: cheap enough to ask every second."""

        def read(connection: sqlite3.Connection) -> Sheet | None:
            pair = self._pair(connection)
            return None if self._version(connection, pair) == version else self._sheet(connection, pair)

        return self._run(read)

    def decide(self, finding: Finding, verdict: Verdict) -> Sheet:
        """Gives a verdict on a finding; `open` takes it back."""
        return self._decision(finding, "verdict", verdict)

    def annotate(self, finding: Finding, note: str) -> Sheet:
        """Puts a note of any number of lines on a finding; an empty one takes it away."""
        return self._decision(finding, "note", storable(note))

    def bookmark(self, row: Row, bookmarked: bool) -> Sheet:
        """Sets or takes away a row's bookmark."""

        def write(connection: sqlite3.Connection, pair: int) -> None:
            for place in places(row)[1 if bookmarked else 0 :]:
                self._mark(connection, pair, place, "bookmarked", False)
            if bookmarked:
                self._mark(connection, pair, places(row)[0], "bookmarked", True)

        return self._change(write)

    def annotate_row(self, row: Row, note: str) -> Sheet:
        """Puts a note of any number of lines beside a row; an empty one takes it away."""

        def write(connection: sqlite3.Connection, pair: int) -> None:
            first, *rest = places(row)
            self._mark(connection, pair, first, "note", storable(note))
            for place in rest:
                self._mark(connection, pair, place, "note", "")

        return self._change(write)

    def correct(self, correction: Correction) -> Sheet:
        """Adds a correction; what was undone before can be redone no more."""
        body = self._keys.write_correction(correction)

        def write(connection: sqlite3.Connection, pair: int) -> None:
            connection.execute("DELETE FROM correction WHERE pair = ? AND undone", (pair,))
            connection.execute(
                "INSERT INTO correction (pair, number, body) "
                "SELECT ?, coalesce(max(number), 0) + 1, ? FROM correction WHERE pair = ?",
                (pair, body, pair),
            )

        return self._change(write)

    def take_over(self, voices: Sequence[Voice]) -> Sheet:
        """Puts what others decided beside what stands here, all at once; see `merged_sheet`."""

        def write(connection: sqlite3.Connection, pair: int) -> None:
            here = self._sheet(connection, pair)
            sheet = merged_sheet(here, voices)
            for identity, decision in sheet.decisions.items():
                row = (pair, identity, decision.verdict, storable(decision.note))
                connection.execute(
                    "INSERT INTO decision (pair, finding, verdict, note) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET verdict = excluded.verdict, note = excluded.note",
                    row,
                )
            for place, mark in sheet.marks.items():
                self._mark(connection, pair, place, "bookmarked", mark.bookmarked)
                self._mark(connection, pair, place, "note", storable(mark.note))
            for correction in () if here.corrections else sheet.corrections:
                body = self._keys.write_correction(correction)
                connection.execute(
                    "INSERT INTO correction (pair, number, body) "
                    "SELECT ?, coalesce(max(number), 0) + 1, ? FROM correction WHERE pair = ?",
                    (pair, body, pair),
                )

        return self._change(write)

    def carry_over(self, findings: Sequence[Finding]) -> Sheet:
        """Gives findings what was decided on them with version 1, where they had other names.

        `findings`: all that a comparison has found, in the order of the text. What a finding has been given
        under its own name stays; what is decided under the former name stays there too, for version 1.
        """
        sheet = self.sheet()
        wanted = sheet.decisions.keys() - {finding.id for finding in findings}
        found = former_ids(findings, *self._articles, wanted) if wanted else {}
        rows = [(now, former) for former, now in found.items() if now not in sheet.decisions]
        if not rows:
            return sheet

        def write(connection: sqlite3.Connection, pair: int) -> None:
            connection.executemany(
                "INSERT OR IGNORE INTO decision (pair, finding, verdict, note) "
                "SELECT pair, ?, verdict, note FROM decision WHERE pair = ? AND finding = ?",
                [(now, pair, former) for now, former in rows],
            )

        return self._change(write)

    def undo(self) -> Sheet:
        """Takes back the last correction that is not undone, if there is one."""
        return self._flip(undone=True)

    def redo(self) -> Sheet:
        """Makes the correction hold again that was undone last, if there is one."""
        return self._flip(undone=False)

    def position(self) -> Position | None:
        """Where the pair was left; None the first time."""

        def read(connection: sqlite3.Connection) -> Position | None:
            query = "SELECT body FROM position WHERE pair = ?"
            row = connection.execute(query, (self._pair(connection),)).fetchone()
            return self._keys.read_position(row[0]) if row else None

        return self._run(read)

    def leave(self, position: Position) -> None:
        """Keeps where the pair is being read."""
        body = self._keys.write_position(position)

        def write(connection: sqlite3.Connection) -> None:
            row = (self._pair(connection), body)
            connection.execute("INSERT OR REPLACE INTO position VALUES (?, ?)", row)

        self._run(write)

    def remember(self, row: tuple[object, ...]) -> None:
        """Puts the pair on the list of recent ones: `row` as in the table `place`, without the pair."""

        def write(connection: sqlite3.Connection) -> None:
            values = (*row[:2], self._pair(connection), *row[2:])
            connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

        self._run(write)

    def _change(self, write: Callable[[sqlite3.Connection, int], object]) -> Sheet:
        def change(connection: sqlite3.Connection) -> Sheet:
            pair = self._pair(connection)
            write(connection, pair)
            connection.execute("UPDATE pair SET version = version + 1 WHERE id = ?", (pair,))
            return self._sheet(connection, pair)

        return self._run(change)

    def _decision(self, finding: Finding, column: str, value: str) -> Sheet:
        # Only the one column: another reader may be writing the other.
        statement = (
            f"INSERT INTO decision (pair, finding, {column}) VALUES (?, ?, ?) "
            f"ON CONFLICT DO UPDATE SET {column} = excluded.{column}"
        )
        return self._change(lambda connection, pair: connection.execute(statement, (pair, finding.id, value)))

    def _mark(
        self, connection: sqlite3.Connection, pair: int, place: tuple[Side, int], column: str, value: object
    ) -> None:
        side, paragraph = place
        connection.execute(
            f"INSERT INTO mark (pair, side, paragraph, {column}) VALUES (?, ?, ?, ?) "
            f"ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
            (pair, side, self._keys.paragraph(side, paragraph), value),
        )

    def _flip(self, *, undone: bool) -> Sheet:
        order = "DESC" if undone else "ASC"

        def write(connection: sqlite3.Connection, pair: int) -> None:
            query = (
                f"SELECT number, body FROM correction WHERE pair = ? AND undone = ? ORDER BY number {order}"
            )
            for number, body in connection.execute(query, (pair, not undone)).fetchall():
                if self._keys.read_correction(body):  # one about what was edited away is not seen to change
                    connection.execute(
                        "UPDATE correction SET undone = ? WHERE pair = ? AND number = ?",
                        (undone, pair, number),
                    )
                    return

        return self._change(write)

    def _pair(self, connection: sqlite3.Connection) -> int:
        """The number of the pair in the file, which may have been rebuilt since the last time."""
        texts, found = self._keys.texts, None
        for names in self._keys.former_texts:
            known = connection.execute(
                "SELECT pair FROM edition WHERE source = ? AND target = ?", names
            ).fetchone()
            if known and names == texts:
                return int(known[0])
            found = found or known
        found = (
            found
            or connection.execute(
                "SELECT pair FROM place WHERE source = ? AND target = ?", self._paths
            ).fetchone()
        )
        if found is None:
            found = connection.execute("INSERT INTO pair (version) VALUES (0) RETURNING id").fetchone()
        connection.execute("INSERT INTO edition VALUES (?, ?, ?)", (*texts, found[0]))
        return int(found[0])

    def _version(self, connection: sqlite3.Connection, pair: int) -> int:
        return int(connection.execute("SELECT version FROM pair WHERE id = ?", (pair,)).fetchone()[0])

    def _sheet(self, connection: sqlite3.Connection, pair: int) -> Sheet:
        of_pair = (pair,)
        decisions = connection.execute("SELECT finding, verdict, note FROM decision WHERE pair = ?", of_pair)
        marks = connection.execute(
            "SELECT side, paragraph, bookmarked, note FROM mark WHERE pair = ?", of_pair
        )
        log = connection.execute(
            "SELECT undone, body FROM correction WHERE pair = ? ORDER BY number", of_pair
        ).fetchall()
        standing = [(undone, self._keys.read_correction(body)) for undone, body in log]
        corrections = tuple(c for undone, c in standing if c and not undone)
        return Sheet(
            version=self._version(connection, pair),
            decisions={finding: Decision(verdict, note) for finding, verdict, note in decisions},
            marks={
                (side, paragraph): Mark(bool(bookmarked), note)
                for side, key, bookmarked, note in marks
                if (paragraph := self._keys.paragraph_index(side, key)) is not None
            },
            corrections=corrections,
            can_undo=bool(corrections),
            can_redo=any(undone for undone, correction in standing if correction),
        )
