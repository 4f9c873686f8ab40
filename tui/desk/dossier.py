"""What the desk keeps on one pair."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from tui.alignment import Correction, Row
from tui.articles import Article, Side
from tui.comparison import Equivalence, Finding, Same, mirror_id
from tui.desk.carrying import give, give_other_names
from tui.desk.columns import made, names_of
from tui.desk.equivalences import known, put, version_of
from tui.desk.following import follow_edit, rename_in_steps
from tui.desk.lens import Finder, Lens, PlaceOfText
from tui.desk.merging import Voice, merged_sheet
from tui.desk.model import Decision, Mark, Position, Sheet, Verdict, places
from tui.desk.steps import Step, Writing, flip, steps
from tui.sqlite_file import storable

if TYPE_CHECKING:
    import sqlite3

_T = TypeVar("_T")


class _Run(Protocol):
    def __call__(self, work: Callable[[sqlite3.Connection], _T]) -> _T: ...


class Dossier:
    """Verdicts, notes, marks, corrections and the reading position of one pair; made by `Desk.open`.

    Two texts have one dossier, whichever of them is the source. Every change returns the sheet as it is then
    in the file, with what other readers have written meanwhile; each is a step that can be undone.
    """

    def __init__(
        self,
        run: _Run,
        source: Article,
        target: Article,
        files: Sequence[PlaceOfText | None] = (None, None),
        is_kept: Callable[[], bool] = lambda: True,
    ) -> None:
        self._ask = run
        self._articles = source, target
        self._files = tuple(files)
        self._is_kept = is_kept
        self._finder = Finder(source, target, files)
        self._same: tuple[tuple[int, int], Same] | None = None
        self._waiting: tuple[float, Mapping[str, object]] | None = None

    def turned(self) -> Dossier:
        """The same, as it is seen with the two texts the other way round."""
        source, target = self._articles
        return Dossier(self._ask, target, source, self._files[::-1], self._is_kept)

    def sheet(self) -> Sheet:
        """Everything decided so far."""

        def read(connection: sqlite3.Connection) -> Sheet:
            if not self._finder.may_be_there(connection):
                return Sheet(version_of(connection), same=known(connection, 0), is_kept=self._is_kept())
            return self._sheet(connection, self._finder.lens(connection))

        return self._ask(read)

    def since(self, version: int) -> Sheet | None:
        """The sheet if it has another version by now, else None: cheap enough to ask every second."""

        def read(connection: sqlite3.Connection) -> Sheet | None:
            lens = self._finder.lens(connection)
            return None if _version(connection, lens) == version else self._sheet(connection, lens)

        return self._run(read)

    def decide(self, finding: Finding, verdict: Verdict) -> Sheet:
        """Gives a verdict on a finding; `open` takes it back."""
        return self.decide_all((finding,), verdict)

    def decide_all(self, findings: Sequence[Finding], verdict: Verdict) -> Sheet:
        """Gives a verdict on each of some findings, in one step."""
        told = "the verdict taken back" if verdict == "open" else f"the verdict {verdict}"
        about = f"“{findings[0].message}”" if len(findings) == 1 else f"{len(findings)} findings"
        return self._decision(findings, "verdict", verdict, f"{told} on {about}")

    def annotate(self, finding: Finding, note: str) -> Sheet:
        """Puts a note of any number of lines on a finding; an empty one takes it away."""
        return self._decision((finding,), "note", storable(note), f"the note on “{finding.message}”")

    def bookmark(self, row: Row, bookmarked: bool) -> Sheet:
        """Sets or takes away a row's bookmark."""

        def write(writing: Writing, lens: Lens) -> None:
            first, *rest = places(row)
            for place in rest if bookmarked else (first, *rest):
                _mark(writing, lens, place, "bookmarked", 0)
            if bookmarked:
                _mark(writing, lens, first, "bookmarked", 1)

        return self._change(write, "the bookmark" if bookmarked else "the bookmark taken away")

    def annotate_row(self, row: Row, note: str) -> Sheet:
        """Puts a note of any number of lines beside a row; an empty one takes it away."""

        def write(writing: Writing, lens: Lens) -> None:
            first, *rest = places(row)
            _mark(writing, lens, first, "note", storable(note))
            for place in rest:
                _mark(writing, lens, place, "note", "")

        return self._change(write, "the note beside the row")

    def correct(self, correction: Correction) -> Sheet:
        """Adds a correction; what was undone before can be redone no more."""

        def write(connection: sqlite3.Connection, lens: Lens, writing: Writing) -> None:
            connection.execute("DELETE FROM correction WHERE pair = ? AND undone", (lens.pair,))
            _add_correction(connection, lens, writing, correction)

        return self._write(write, _CORRECTIONS[type(correction).__name__])

    def call_same(
        self, equivalence: Equivalence, words: tuple[str, str] | None = None, *, holds: bool = True
    ) -> Sheet:
        """Says that two forms are the same, or takes that back: figures here, others in every pair.

        `words`: what stands for the two in the texts, by which the step is called.
        """

        def write(writing: Writing, lens: Lens) -> None:
            put(writing, lens.pair if equivalence.figures else 0, equivalence, holds=holds)

        source, target = words or (equivalence.source, equivalence.target)
        told = f"“{source}” and “{target}” are the same"
        return self._change(write, told if holds else f"{told} no more")

    def take_over(self, voices: Sequence[Voice]) -> Sheet:
        """Puts what others decided beside what stands here, all at once; see `merged_sheet`."""

        def write(connection: sqlite3.Connection, lens: Lens, writing: Writing) -> None:
            here = self._sheet(connection, lens)
            sheet = merged_sheet(here, voices)
            for identity, decision in sheet.decisions.items():
                key = lens.finding(identity)
                writing.put("decision", key, "verdict", decision.verdict)
                writing.put("decision", key, "note", storable(decision.note))
            for place, mark in sheet.marks.items():
                _mark(writing, lens, place, "bookmarked", int(mark.bookmarked))
                _mark(writing, lens, place, "note", storable(mark.note))
            for correction in () if here.corrections else sheet.corrections:
                _add_correction(connection, lens, writing, correction)

        names = ", ".join(name for name, _ in voices)
        return self._write(write, f"what {names} decided")

    def carry_over(self, findings: Sequence[Finding]) -> Sheet:
        """Gives findings what was decided on them under other names: with the texts the other way round, and
        with version 1. What a finding has been given under its own name stays.

        `findings`: all that a comparison has found, in the order of the text.
        """

        def write(connection: sqlite3.Connection) -> Sheet:
            lens = self._finder.lens(connection)
            if give_other_names(connection, lens, findings, *self._articles):
                _count(connection, lens.pair)
            return self._sheet(connection, lens)

        return self._run(write)

    def follow_edit(self, source: Article, target: Article) -> None:
        """Gives paragraphs and sentences of an edited file what was put beside them and said of them.

        `source`, `target`: the two texts before they were edited.
        """

        def write(connection: sqlite3.Connection) -> None:
            lens = self._finder.lens(connection)
            if follow_edit(connection, lens, (source, target), self._articles):
                _count(connection, lens.pair)

        self._run(write)

    def carry(self, renamed: Sequence[tuple[Finding, Finding]], source: Article, target: Article) -> Sheet:
        """Gives findings what was decided on those that they were before an edit: `(before, now)`.

        `source`, `target`: the two texts before.
        """

        def write(connection: sqlite3.Connection) -> Sheet:
            lens = self._finder.lens(connection)
            before = self._sheet(connection, lens).decisions
            done = 0
            names: dict[str | int, str] = {}
            for former, now in renamed:
                decision = before.get(former.id)
                if decision is None or now.id in before:
                    continue
                mirror = mirror_id(now, *self._articles)
                names |= {former.id: now.id, mirror_id(former, source, target): mirror}
                for identity, turned in ((now.id, False), (mirror, True)):
                    key = lens.finding(identity, turned=turned)
                    done += give(connection, key, decision)
            if done:
                rename_in_steps(connection, lens.pair, "finding", lambda key: names.get(key["finding"]))
                _count(connection, lens.pair)
            return self._sheet(connection, lens)

        return self._run(write)

    def undo(self) -> Sheet:
        """Takes back what was decided last and is not undone (the sheet's `next_undo`), if there is any."""
        return self._flip(undone=True)

    def redo(self) -> Sheet:
        """Makes hold again what was undone last, if there is any."""
        return self._flip(undone=False)

    def position(self) -> Position | None:
        """Where the pair was left; None the first time."""

        def read(connection: sqlite3.Connection) -> Position | None:
            if not self._finder.may_be_there(connection):
                return None
            lens = self._finder.lens(connection)
            query = "SELECT body FROM position WHERE pair = ?"
            row = connection.execute(query, (lens.pair,)).fetchone()
            return lens.keys.read_position(row[0]) if row else None

        return self._ask(read)

    def leave(self, position: Position) -> None:
        """Keeps where the pair is being read."""

        def write(connection: sqlite3.Connection) -> None:
            lens = self._finder.lens(connection)
            row = (lens.pair, lens.keys.write_position(position))
            connection.execute("INSERT OR REPLACE INTO position VALUES (?, ?)", row)

        self._run(write)

    def remember(self, opened: float, place: Mapping[str, object], *, at_once: bool = True) -> None:
        """Puts the pair on the list of recent ones: `place` by the other columns of that table.

        `opened`: seconds since the epoch. The pair is the latest one even where the clock has been set back.
        Unless `at_once`, it waits for what is next asked but the sheet and the position, so that a page can
        be shown before its texts have got their names.
        """
        self._waiting = opened, place
        if at_once:
            self._put_on_list()

    def _run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        self._put_on_list()
        return self._ask(work)

    def _put_on_list(self) -> None:
        if self._waiting is None:
            return
        opened, place = self._waiting

        def write(connection: sqlite3.Connection) -> None:
            lens = self._finder.lens(connection)
            latest = connection.execute("SELECT max(opened) FROM place").fetchone()[0] or 0.0
            row = {
                **place,
                "opened": max(opened, math.nextafter(latest, math.inf)),
                "pair": lens.pair,
                "mirrored": lens.mirrored,
            }
            columns = f"({', '.join(row)}) VALUES ({', '.join(f':{column}' for column in row)})"
            connection.execute(f"INSERT OR REPLACE INTO place {columns}", row)

        self._ask(write)
        self._waiting = None

    def _write(self, write: Callable[[sqlite3.Connection, Lens, Writing], None], words: str) -> Sheet:
        """Carries out a step that is called `words`."""

        def change(connection: sqlite3.Connection) -> Sheet:
            lens = self._finder.lens(connection)
            writing = Writing(connection, lens.pair)
            write(connection, lens, writing)
            if writing.close(storable(words)):
                _count(connection, lens.pair)
            return self._sheet(connection, lens)

        return self._run(change)

    def _change(self, write: Callable[[Writing, Lens], None], words: str) -> Sheet:
        return self._write(lambda _connection, lens, writing: write(writing, lens), words)

    def _decision(self, findings: Sequence[Finding], column: str, value: str, words: str) -> Sheet:
        # Only the one column: another reader may be writing the other.
        def write(writing: Writing, lens: Lens) -> None:
            for finding in findings:
                writing.put("decision", lens.finding(finding.id), column, value)
                mirror = lens.finding(mirror_id(finding, *self._articles), turned=True)
                writing.put("decision", mirror, column, value)

        return self._change(write, words)

    def _flip(self, *, undone: bool) -> Sheet:
        def change(connection: sqlite3.Connection) -> Sheet:
            lens = self._finder.lens(connection)
            readable = _readable(connection, lens)
            if flip(connection, lens.pair, undone=undone, counts=lambda step: _counts(step, readable)):
                _count(connection, lens.pair)
            return self._sheet(connection, lens)

        return self._run(change)

    def _sheet(self, connection: sqlite3.Connection, lens: Lens) -> Sheet:
        decisions = connection.execute(
            f"SELECT finding, {names_of(Decision)} FROM decision WHERE pair = ? AND mirrored = ?",
            (lens.pair, lens.mirrored),
        )
        marks = connection.execute(
            f"SELECT side, paragraph, {names_of(Mark)} FROM mark WHERE pair = ?", (lens.pair,)
        )
        readable = _readable(connection, lens)
        done = [step for step in steps(connection, lens.pair) if _counts(step, readable)]
        return Sheet(
            version=_version(connection, lens),
            decisions={finding: made(Decision, row) for finding, *row in decisions},
            marks={
                (side, paragraph): made(Mark, row)
                for written, key, *row in marks
                for side in (lens.keys.written_side(written),)
                if (paragraph := lens.keys.paragraph_index(side, key)) is not None
            },
            corrections=tuple(correction for undone, correction in readable.values() if not undone),
            same=self._known(connection, lens),
            is_kept=self._is_kept(),
            next_undo=next((step.words for step in done if not step.undone), ""),
            next_redo=next((step.words for step in reversed(done) if step.undone), ""),
        )

    def _known(self, connection: sqlite3.Connection, lens: Lens) -> Same:
        """What is said to be the same, read again only when there is something new: it may be a glossary."""
        version = version_of(connection), lens.pair
        if self._same is None or self._same[0] != version:
            self._same = version, known(connection, lens.pair)
        return self._same[1]


_CORRECTIONS = {
    "Link": "the link",
    "Moved": "the mark as moved",
    "Unlink": "the unlinking",
    "Merge": "the merging of rows",
    "Split": "the splitting of the row",
}
"""What a correction is called where it is undone."""


def _mark(writing: Writing, lens: Lens, place: tuple[Side, int], column: str, value: str | int) -> None:
    side, paragraph = place
    key = {
        "pair": lens.pair,
        "side": lens.keys.written_side(side),
        "paragraph": lens.keys.paragraph(side, paragraph),
    }
    writing.put("mark", key, column, value)


def _add_correction(
    connection: sqlite3.Connection, lens: Lens, writing: Writing, correction: Correction
) -> None:
    number = connection.execute(
        "INSERT INTO correction (pair, number, undone, body) "
        "SELECT ?, coalesce(max(number), 0) + 1, 1, ? FROM correction WHERE pair = ? RETURNING number",
        (lens.pair, lens.keys.write_correction(correction), lens.pair),
    ).fetchone()[0]
    writing.put("correction", {"pair": lens.pair, "number": number}, "undone", 0)


def _readable(connection: sqlite3.Connection, lens: Lens) -> dict[int, tuple[bool, Correction]]:
    """The corrections about what is still there, by number: whether each is undone, and what it says."""
    rows = connection.execute(
        "SELECT number, undone, body FROM correction WHERE pair = ? ORDER BY number", (lens.pair,)
    )
    return {
        number: (bool(undone), correction)
        for number, undone, body in rows
        if (correction := lens.keys.read_correction(body)) is not None
    }


def _counts(step: Step, readable: dict[int, tuple[bool, Correction]]) -> bool:
    """Whether a person would see a step undone: not a correction about what was edited away."""
    return any(cell.table != "correction" or cell.key.get("number") in readable for cell in step.cells)


def _count(connection: sqlite3.Connection, pair: int) -> None:
    connection.execute("UPDATE pair SET version = version + 1 WHERE id = ?", (pair,))


def _version(connection: sqlite3.Connection, lens: Lens) -> int:
    own = connection.execute("SELECT version FROM pair WHERE id = ?", (lens.pair,)).fetchone()[0]
    return int(own) + version_of(connection)
