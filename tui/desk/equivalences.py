"""What a person has said is the same, in the file of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.comparison import Equivalence, Same
from tui.desk.steps import Writing
from tui.sqlite_file import storable

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = "source, target, source_language, target_language, figures"


class Kept(NamedTuple):
    """An equivalence on the desk."""

    equivalence: Equivalence
    pair: str
    """The files of the one pair in which it holds, or which pair that is; empty: in every pair."""


def put(writing: Writing, pair: int, one: Equivalence, *, holds: bool) -> None:
    """Says in a step that two forms are the same, or no more; `pair` 0: in every pair."""
    # Said the other way round it is the same: what is taken back is gone in either form.
    for each in (one, one.mirrored) if not holds else (one,):
        writing.put("same", _key(pair, each), "gone", int(not holds))


def known(connection: sqlite3.Connection, pair: int) -> Same:
    """What holds in a pair, whichever of its texts is the source."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM same WHERE pair IN (0, ?) AND NOT gone", (pair,))
    return Same(frozenset(map(_equivalence, rows)))


def listed(connection: sqlite3.Connection) -> tuple[Kept, ...]:
    """All there are, those of every pair first."""
    rows = connection.execute(
        f"SELECT pair, {_COLUMNS}, (SELECT source_title || ' / ' || target_title FROM place "
        "WHERE place.pair = same.pair AND NOT mirrored ORDER BY opened DESC) "
        "FROM same WHERE NOT gone ORDER BY pair, source, target"
    )
    return tuple(
        Kept(_equivalence(row[:5]), (row[5] or f"pair {pair}") if pair else "") for pair, *row in rows
    )


def add(connection: sqlite3.Connection, equivalences: Iterable[Equivalence]) -> int:
    """Keeps equivalences for every pair; returns how many were not there."""
    return connection.executemany(
        f"INSERT INTO same (pair, {_COLUMNS}) VALUES (0, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET gone = 0 WHERE gone",
        [tuple(_key(0, one).values())[1:] for one in equivalences],
    ).rowcount


def remove(connection: sqlite3.Connection, source: str, target: str) -> int:
    """Takes away every equivalence of two forms, whichever comes first; returns how many there were."""
    return connection.execute(
        "DELETE FROM same WHERE NOT gone AND ((source = ? AND target = ?) OR (target = ? AND source = ?))",
        (source, target) * 2,
    ).rowcount


def version_of(connection: sqlite3.Connection) -> int:
    """How often what is the same has changed, in whichever pair."""
    return int(connection.execute("SELECT changes FROM same_changes").fetchone()[0])


def _key(pair: int, one: Equivalence) -> dict[str, str | int]:
    return {
        "pair": pair,
        "source": storable(one.source),
        "target": storable(one.target),
        "source_language": one.source_language,
        "target_language": one.target_language,
        "figures": int(one.figures),
    }


def _equivalence(row: Sequence[object]) -> Equivalence:
    source, target, source_language, target_language, figures = row
    return Equivalence(
        str(source), str(target), str(source_language), str(target_language), figures=bool(figures)
    )
