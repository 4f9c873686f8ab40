"""The pairs of a list, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tui.errors import AfronteError
from tui.untrusted import open_regular

_COLUMNS = ("id", "source", "target")


class Row(Struct, frozen=True):
    """One pair to check."""

    id: str
    source: str
    target: str
    fault: str = ""
    """Why the row names no pair, if it does not."""


def read_rows(path: str) -> list[Row]:
    """The rows of a list of pairs, their paths made relative to where the command runs.

    A row that lacks a field is kept, with its `fault`. Raises AfronteError when the list cannot be used.
    """
    folder = Path(path).parent
    lines = [(n, line.split("\t")) for n, line in enumerate(_lines(path), 1) if line.strip()]
    header = [field.strip() for field in lines[0][1]] if lines else []
    if not set(_COLUMNS) <= set(header):
        raise AfronteError(
            f"{path}: the first line must name the columns id, source and target, separated by tabs"
        )
    if len(lines) == 1:
        raise AfronteError(f"{path}: lists no pairs; give each a line with its id, source and target")
    rows = []
    for number, fields in lines[1:]:
        cells = dict(zip(header, (field.strip() for field in fields), strict=False))
        identity, source, target = (cells.get(column, "") for column in _COLUMNS)
        fault = "" if source and target else f"{path}: line {number} does not name both a source and a target"
        rows.append(Row(identity or f"line {number}", str(folder / source), str(folder / target), fault))
    return rows


def _lines(path: str) -> Sequence[str]:
    try:
        with open_regular(path) as file:
            return file.read().decode("utf-8-sig").splitlines()
    except OSError as error:
        raise AfronteError(f"{path}: {error.strerror}; name a tab-separated list of pairs") from error
    except UnicodeDecodeError as error:
        raise AfronteError(f"{path}: is not UTF-8 text; save the list of pairs as UTF-8") from error
