"""One bad entry, or a table that is missing, does not cost the others: the reader starts and says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from desk_writer import ENGLISH, ITALIAN, article, finding

from tui.alignment import Link, Row
from tui.desk import Desk, Dossier, Position

ROW = Row(range(1, 2), range(1, 2), "aligned")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A desk with something of everything."""
    path = tmp_path / "desk.db"
    dossier = opened(path, [])
    dossier.decide(finding("a"), "confirmed")
    dossier.decide(finding("b"), "dismissed")
    dossier.bookmark(ROW, True)
    dossier.correct(Link((0,), (0,)))
    dossier.leave(Position("target", 1))
    return path


def opened(path: Path, messages: list[str]) -> Dossier:
    desk = Desk(path, notify=messages.append)
    return desk.open(article(ENGLISH, "/news/en.txt"), article(ITALIAN, "/news/it.txt", "it"))


BAD = [
    "UPDATE decision SET verdict = 'perhaps' WHERE finding = 'b'",
    "UPDATE decision SET note = x'ff00' WHERE finding = 'b'",
    "UPDATE mark SET side = 'middle'",
    "UPDATE correction SET body = 'Link(0, 0)'",
    """UPDATE correction SET body = '{"kind": "split", "source": [], "target": []}'""",
    "UPDATE position SET body = '[]'",
    """UPDATE position SET body = '{"side": "source", "key": 3}'""",
    "UPDATE place SET opened = 'yesterday'",
    "UPDATE place SET source = 'text'",
    "UPDATE edition SET pair = 'first' WHERE source = (SELECT min(source) FROM edition)",
    'UPDATE step SET cells = \'[["sqlite_master", {}, "sql", 1, 2]]\'',
    "UPDATE step SET cells = 'nonsense'",
    *(f"UPDATE {place} = '{'[' * 100_000}'" for place in ("step SET cells", "position SET body")),
    f"UPDATE correction SET body = '{'[' * 100_000}'",
    "UPDATE pair SET version = 'two'",
    "INSERT INTO same VALUES (0, x'00', 'b', '', '', 0, 0)",
]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE same_changes SET changes = 'often'", "UPDATE same_changes SET changes = 9e999",
     "DELETE FROM same_changes"],
)  # fmt: skip
def test_a_count_that_is_none_begins_anew(path: Path, statement: str) -> None:
    """It is nothing that a person decided."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    messages: list[str] = []
    sheet = opened(path, messages).sheet()
    assert {decision.verdict for decision in sheet.decisions.values()} == {"confirmed", "dismissed"}
    assert not messages


@pytest.mark.parametrize("statement", BAD, ids=lambda statement: statement[:60])
def test_what_can_be_read_is_read_and_the_rest_is_set_aside_and_told(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    messages: list[str] = []
    dossier = opened(path, messages)
    sheet = dossier.sheet()
    assert sheet.decision(finding("a")).verdict == "confirmed"
    dossier.position()
    Desk(path).recent()
    dossier.undo()
    assert dossier.decide(finding("c"), "intended").decision(finding("c")).verdict == "intended"
    assert len(messages) == 1
    assert "could not be read" in messages[0]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM aside").fetchone()[0] >= 1
    again: list[str] = []
    assert opened(path, again).sheet().decision(finding("a")).verdict == "confirmed"
    assert again == [], "it is said once"


@pytest.mark.parametrize("table", ["mark", "step", "place", "correction", "same", "aside"])
def test_a_table_that_is_missing_costs_only_what_was_in_it(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DROP TABLE {table}")
    messages: list[str] = []
    sheet = opened(path, messages).sheet()
    assert sheet.decision(finding("a")).verdict == "confirmed"
    assert f"it lacks the table {table}" in messages[0]
    assert path.with_name("desk.db.damaged").exists()


def test_another_programs_tables_at_the_same_version_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    opened(path, [])
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    path.unlink()
    for suffix in ("-wal", "-shm"):
        path.with_name(f"desk.db{suffix}").unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE pair (theirs)")
        connection.execute("INSERT INTO pair VALUES ('kept')")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    messages: list[str] = []
    dossier = opened(path, messages)
    assert dossier.decide(finding("a"), "confirmed").decision(finding("a")).verdict == "confirmed"
    assert len(messages) == 1
    with closing(sqlite3.connect(f"{path}.damaged")) as connection:
        assert connection.execute("SELECT theirs FROM pair").fetchall() == [("kept",)]


def test_a_trigger_of_another_program_makes_a_message_not_an_end(path: Path) -> None:
    """While it stands nothing can be saved, and that is said."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER theirs BEFORE INSERT ON place BEGIN SELECT RAISE(ABORT, 'not here'); END"
        )
    messages: list[str] = []
    desk = Desk(path, notify=messages.append)
    dossier = desk.open(article(ENGLISH, "/news/en.txt"), article(ITALIAN, "/news/it.txt", "it"))
    assert dossier.decide(finding("z"), "confirmed").decision(finding("z")).verdict == "confirmed"
    assert any("not here" in message for message in messages) or not desk.is_kept


def test_a_desk_that_is_not_kept_says_so_for_as_long_as_it_is_open(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    desk = Desk(tmp_path / "file" / "desk.db")
    desk.open(article(ENGLISH), article(ITALIAN)).sheet()
    assert not desk.is_kept
    kept = Desk(tmp_path / "desk.db")
    kept.open(article(ENGLISH), article(ITALIAN)).sheet()
    assert kept.is_kept
