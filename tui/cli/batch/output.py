"""Where the lines go: standard output, or a file that a later run goes on with."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from tui.cli.batch.listing import Row
from tui.cli.streams import write
from tui.errors import AfronteError
from tui.untrusted import json_of, open_regular


class Done(Struct, frozen=True):
    """What is known of a pair that has been checked."""

    id: str
    summary: Mapping[str, int] | None
    """None for one that could not be checked."""
    error: str = ""


def done(line: str) -> Done:
    """What a line says of its pair; raises ValueError when it is no line of such a file."""
    report = json_of(line)
    if not isinstance(report, dict) or "id" not in report:
        raise ValueError
    summary = report.get("summary")
    return Done(str(report["id"]), summary, str(report.get("error", "")))


class Output:
    """The lines in order, each on the disk when the next pair's turn comes."""

    def __init__(self, path: Path | None = None) -> None:
        """`path`: the file; standard output when not given."""
        self._path = path
        self._file: BinaryIO | None = None
        self.path = path

    def resume(self, rows: Sequence[Row]) -> list[Done]:
        """What the file holds already: the first so many of the rows. A line that was cut short is dropped.

        Raises AfronteError when it holds something else.
        """
        if self._path is None or not os.path.lexists(self._path):
            return []
        found: list[Done] = []
        whole = 0
        try:
            with open_regular(self._path) as file:
                for line in file:
                    if not line.endswith(b"\n"):
                        break
                    found.append(self._known(line, len(found), rows))
                    whole += len(line)
            os.truncate(self._path, whole)
        except OSError as error:
            raise self._unusable(error) from error
        return found

    def write(self, line: str) -> None:
        """Writes a line, at once."""
        if self._path is None:
            write(line)
            return
        try:
            if self._file is None:
                self._file = self._path.open("ab")
            self._file.write(line.encode("utf-8", "replace"))
            self._file.flush()
        except OSError as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        """Has everything on the disk."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()

    def _known(self, line: bytes, index: int, rows: Sequence[Row]) -> Done:
        try:
            known = done(line.decode("utf-8"))
        except ValueError as error:
            raise AfronteError(
                f"{self._path}: line {index + 1} is no report: name the file of an earlier run, or a new one"
            ) from error
        if index >= len(rows) or known.id != rows[index].id:
            there = f"the list has {rows[index].id} there" if index < len(rows) else "the list has no more"
            raise AfronteError(
                f"{self._path}: line {index + 1} is of the pair {known.id}, {there}: name another file"
            )
        return known

    def _unusable(self, error: OSError) -> AfronteError:
        return AfronteError(f"{self._path} cannot be written: {error.strerror}: name another file")
