"""What a person decides, step by step: each can be undone and redone, whatever it was about."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.desk.columns import columns
from tui.untrusted import json_of

if TYPE_CHECKING:
    import sqlite3

_KEPT = 500
"""Steps of a pair that can be undone."""
_UNTIL_PUT = {"undone": 1, "gone": 1}
"""What these hold while nothing was put there, when the schema's default is what a step puts."""
_TABLES = frozenset(("decision", "mark", "correction", "same"))

Key = Mapping[str, str | int]
Value = str | int


class Cell(NamedTuple):
    """A place in a table, with what stood there before a step and after it."""

    table: str
    key: Key
    column: str
    before: Value
    after: Value


class Step(NamedTuple):
    """What was decided at once."""

    number: int
    undone: bool
    words: str
    """What it was, for the person."""
    cells: tuple[Cell, ...]


class Writing:
    """One step while it is written."""

    def __init__(self, connection: sqlite3.Connection, pair: int) -> None:
        self._connection = connection
        self._pair = pair
        self._cells: list[Cell] = []

    def put(self, table: str, key: Key, column: str, value: Value) -> None:
        """Puts a value into a cell."""
        row = self._connection.execute(
            f"SELECT {column} FROM {table} WHERE {_where(key)}", tuple(key.values())
        ).fetchone()
        before: Value = row[0] if row else _at_first(table, column)
        if before != value:
            _write(self._connection, table, key, column, value)
            self._cells.append(Cell(table, key, column, before, value))

    def close(self, words: str) -> bool:
        """Keeps what was written as the last step, after which none can be redone; whether it was any."""
        if not self._cells:
            return False
        of_pair = (self._pair,)
        self._connection.execute("DELETE FROM step WHERE pair = ? AND undone", of_pair)
        self._connection.execute(
            "INSERT INTO step (pair, number, words, cells) "
            "SELECT ?, coalesce(max(number), 0) + 1, ?, ? FROM step WHERE pair = ?",
            (self._pair, words, json.dumps(self._cells), self._pair),
        )
        self._connection.execute(
            "DELETE FROM step WHERE pair = ? AND number <= "
            f"(SELECT max(number) FROM step WHERE pair = ?) - {_KEPT}",
            of_pair * 2,
        )
        return True


def steps(connection: sqlite3.Connection, pair: int) -> Iterator[Step]:
    """The steps of a pair, the last first."""
    rows = connection.execute(
        "SELECT number, undone, words, cells FROM step WHERE pair = ? ORDER BY number DESC", (pair,)
    )
    for number, undone, words, cells in rows.fetchall():
        if (read := cells_of(cells)) is not None:
            yield Step(number, bool(undone), words, read)


def cells_of(written: str) -> tuple[Cell, ...] | None:
    """The cells of a step, or None when they can't be read."""
    try:
        cells = tuple(Cell(*cell) for cell in json_of(written))
    except (TypeError, ValueError):
        return None
    return cells if cells and all(map(_is_sound, cells)) else None


def _is_sound(cell: Cell) -> bool:
    """Whether a cell names what is there: the file may have been written by anybody."""
    there = columns()[cell.table] if cell.table in _TABLES else {}
    keys = {name for name, column in there.items() if column.is_key}
    cells = {name for name, column in there.items() if column.first is not None} - keys
    return (
        cell.column in cells
        and isinstance(cell.key, dict)
        and cell.key.keys() == keys
        and all(isinstance(value, str | int) for value in (*cell.key.values(), cell.before, cell.after))
    )


def _at_first(table: str, column: str) -> Value:
    first = _UNTIL_PUT.get(column, columns()[table][column].first)
    assert first is not None
    return first


def flip(
    connection: sqlite3.Connection, pair: int, *, undone: bool, counts: Callable[[Step], bool]
) -> Step | None:
    """Undoes the last step, or redoes the one that was undone last; the step, None where there is none.

    `counts`: whether the person would see a step's being undone; one of which that is not so is passed over.
    """
    standing = [step for step in steps(connection, pair) if step.undone is not undone and counts(step)]
    if not standing:
        return None
    step = standing[0] if undone else standing[-1]
    for cell in reversed(step.cells):
        value = cell.before if undone else cell.after
        _write(connection, cell.table, cell.key, cell.column, value)
    connection.execute(
        "UPDATE step SET undone = ? WHERE pair = ? AND number = ?", (undone, pair, step.number)
    )
    return step


def _write(connection: sqlite3.Connection, table: str, key: Key, column: str, value: Value) -> None:
    if table == "correction":  # its row is there: it has more to it than a cell
        statement = f"UPDATE correction SET {column} = ? WHERE {_where(key)}"
        connection.execute(statement, (value, *key.values()))
        return
    names = ", ".join([*key, column])
    places = ", ".join("?" * (len(key) + 1))
    connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({places}) "
        f"ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
        (*key.values(), value),
    )


def _where(key: Key) -> str:
    return " AND ".join(f"{name} = ?" for name in key)
