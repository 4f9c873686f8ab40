"""Entries of the desk that cannot be read, put out of the way of the others.

The file may have been mended by hand, or by another program: one bad entry must not cost the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.articles import SIDES
from tui.desk.columns import columns
from tui.desk.model import VERDICTS
from tui.desk.pair_keys import is_correction, is_position
from tui.desk.steps import cells_of

if TYPE_CHECKING:
    import sqlite3

_OWN = ("aside", "same_changes")
"""Tables that hold nothing that a person decided."""
_WORDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "decision": ("verdict", VERDICTS),
    "mark": ("side", SIDES),
}
"""The column of a table that holds one of a few words."""
_BODIES: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "correction": ("body", is_correction),
    "position": ("body", is_position),
    "step": ("cells", cells_of),
}
"""The column of a table that holds JSON, and what tells whether it can be read."""


def set_aside(connection: sqlite3.Connection) -> int:
    """Moves the rows that can't be read to the table `aside`; returns how many there were.

    A pair that is gone while something of it is there comes back, so that nothing refers to nowhere.
    """
    bad = sum(_set_aside(connection, table) for table in columns() if table not in _OWN)
    connection.execute("DELETE FROM same_changes WHERE typeof(changes) != 'integer'")
    connection.execute("INSERT OR IGNORE INTO same_changes VALUES (1, 0)")
    connection.execute(
        "INSERT INTO pair (id, version) SELECT DISTINCT pair, 0 FROM "
        "(SELECT pair FROM edition UNION SELECT pair FROM place) WHERE pair NOT IN (SELECT id FROM pair)"
    )
    return bad


def _set_aside(connection: sqlite3.Connection, table: str) -> int:
    # SQLite itself lets anything in.
    wrong = [f"typeof({name}) != '{column.kind}'" for name, column in columns()[table].items()]
    if table in _WORDS:
        column, words = _WORDS[table]
        wrong.append(f"{column} NOT IN ({', '.join(map(repr, words))})")
    if table in _BODIES:
        column, read = _BODIES[table]
        connection.create_function("is_bad", 1, lambda body: not (isinstance(body, str) and read(body)))
        wrong.append(f"is_bad({column})")
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {' OR '.join(wrong)}")
    names = [column[0] for column in cursor.description]
    keys = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
    rows = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
    for row in rows:
        connection.execute("INSERT INTO aside VALUES (?, ?)", (table, repr(row)))
        where = " AND ".join(f"{key} IS ?" for key in keys)
        connection.execute(f"DELETE FROM {table} WHERE {where}", [row[key] for key in keys])
    return len(rows)
