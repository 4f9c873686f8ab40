"""The columns of the desk's tables, as its schema has them, and the values that rows are read into.

What is checked, undone and carried over follows from these, so that a new column needs to be named in the
schema and in the value that it belongs to, and nowhere else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct

from tui.desk.schema import MIGRATIONS

_V = TypeVar("_V", bound=Struct)


class Column(Struct, frozen=True):
    """One column of a table."""

    kind: str
    """What it holds, as SQLite calls it: `text`, `integer`, `real` or `blob`."""
    is_key: bool
    """Whether it is part of what a row is found by."""
    first: str | int | None
    """What it holds where nothing was put there, if the schema says so."""


@cache
def columns() -> Mapping[str, Mapping[str, Column]]:
    """The columns of every table by their names."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statements in MIGRATIONS:
            for statement in statements:
                connection.execute(statement)
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return {
            table: {
                name: Column(kind.lower(), bool(key), _value(connection, first))
                for _, name, kind, _, first, key in connection.execute(f"PRAGMA table_info({table})")
            }
            for (table,) in tables
        }


def names_of(kind: type[Struct]) -> str:
    """The columns that a value is read from, which are called like its fields."""
    return ", ".join(kind.__struct_fields__)


def made(kind: type[_V], row: Iterable[Any]) -> _V:
    """A value of what stands in its columns; each field is of the type of its default."""
    types: list[Any] = [type(default) for default in kind.__struct_defaults__]
    return kind(*(of_type(cell) for of_type, cell in zip(types, row, strict=True)))


def _value(connection: sqlite3.Connection, written: str | None) -> str | int | None:
    value: str | int | None = connection.execute(f"SELECT {written or 'NULL'}").fetchone()[0]
    return value
