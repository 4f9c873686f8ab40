"""On which line of a TOML file a key stands: `tomllib` gives the values without their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEY = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"\s*\[\s*({_KEY})\s*\]")
_ASSIGNMENT = re.compile(rf"\s*({_KEY})\s*=")


def line_of(text: str, key: Sequence[str]) -> int:
    """The number, from 1, of the line on which a key is given, or its table, or 1 where neither is found."""
    wanted = ".".join(key)
    found = table = ""
    nearest = 1
    for number, line in enumerate(text.split("\n"), 1):
        if match := _TABLE.match(line):
            table = f"{_bare(match[1])}."
            found = table[:-1]
        elif match := _ASSIGNMENT.match(line):
            found = table + _bare(match[1])
        else:
            continue
        if found == wanted:
            return number
        if wanted.startswith(f"{found}."):
            nearest = number
    return nearest


def _bare(key: str) -> str:
    """A key without quotation marks and blanks."""
    return ".".join(part.strip("\"'") for part in re.findall(_PART, key))
