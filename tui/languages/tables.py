"""The tables under `assets/`: TOML as it is, TSV with its header's names for the columns."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct

from tui.cache import kept_table
from tui.resources import asset

_BRACES = re.compile(r"\{([^}]*)\}")
NEVER = re.compile(r"(?!)")
"""What no word matches."""


class Section(Struct, frozen=True):
    """A table of a language or a part of it: what it lacks is empty, so that a few keys are enough."""

    values: Mapping[str, Any]

    @staticmethod
    def of(name: str) -> Section:
        """The whole table of that name."""
        return Section(toml_table(name))

    def section(self, name: str) -> Section:
        """A part of it."""
        return Section(self.values.get(name, {}))

    def text(self, name: str) -> str:
        """What is one text."""
        return str(self.values.get(name, ""))

    def listed(self, name: str) -> Sequence[str]:
        """What is a list, or words with blanks between them."""
        held: str | Sequence[str] = self.values.get(name, ())
        return held.split() if isinstance(held, str) else held

    def words(self, name: str) -> frozenset[str]:
        """The same, where the order tells nothing."""
        return frozenset(self.listed(name))

    def pattern(self, name: str, *, before: str = "") -> re.Pattern[str] | None:
        """An expression, with what stands before it in every word; None where it is missing or empty."""
        text = self.text(name)
        return re.compile(before + text) if text else None


def table_exists(name: str) -> bool:
    """Whether there is a table of that name (such as `"words/en.toml"`)."""
    return asset(name).is_file()


@cache
def toml_table(name: str) -> dict[str, Any]:
    """A TOML table; empty where there is none."""
    path = asset(name)
    if not path.is_file():
        return {}
    return kept_table(name, lambda: tomllib.loads(path.read_text(encoding="utf-8")), file=path)


@cache
def tsv_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a TSV table by the names of its columns, without comments; none where there is no table."""
    path = asset(name)
    if not path.is_file():
        return ()
    return kept_table(name, lambda: _rows(path), file=path)


def _rows(path: Path) -> tuple[dict[str, str], ...]:
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    header, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


@cache
def columns(name: str) -> frozenset[str]:
    """The names of the columns of a TSV table."""
    return kept_table(f"columns {name}", lambda: frozenset(next(iter(tsv_table(name)), {})))


def spelled_out(cell: str) -> Iterator[str]:
    """Every form of a cell: `russ{o,a}|slavo` gives `russo`, `russa` and `slavo`."""
    for form in cell.split("|"):
        parts = _BRACES.split(form)
        choices = [part.split(",") if i % 2 else [part] for i, part in enumerate(parts)]
        for combination in product(*choices):
            yield "".join(combination)
