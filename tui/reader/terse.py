"""What goes to the terminal without what it knows already: many read over a slow connection.

Textual gives every piece of text all of its style and takes it back behind the piece. Here a colour that
stays is not named again: about half of all bytes are such names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.driver import Driver

_STYLE = re.compile("\x1b\\[([0-9;]*)m")
_PLAIN = ("", "", "")
_Style = tuple[str, str, str]
"""Colour of letters, of the ground, and the rest, each as the codes that name it."""


def terse(data: str) -> str:
    """The same picture from fewer bytes; it begins and ends without a style, as `data` does."""
    out: list[str] = []
    stands, wanted = _PLAIN, _PLAIN
    at = 0
    for found in _STYLE.finditer(data):
        if found.start() > at:
            out += (_change(stands, wanted), data[at : found.start()])
            stands = wanted
        wanted = _with(wanted, found[1].split(";"))
        at = found.end()
    if at < len(data):
        out += (_change(stands, wanted), data[at:])
        stands = wanted
    return "".join((*out, _change(stands, wanted)))


def terse_driver(driver: type[Driver]) -> type[Driver]:
    """The driver of a terminal, writing tersely."""

    class TerseDriver(driver):  # type: ignore[misc,valid-type]
        def write(self, data: str) -> None:
            super().write(terse(data) if "\x1b[0m" in data else data)

    return TerseDriver


def _with(style: _Style, codes: Sequence[str]) -> _Style:
    """A style after codes that select one (ECMA-48, 8.3.117)."""
    letters, ground, rest = style
    at = 0
    while at < len(codes):
        code = codes[at]
        size = {"2": 5, "5": 3}.get(codes[at + 1], 1) if code in ("38", "48") and at + 1 < len(codes) else 1
        named = ";".join(codes[at : at + size])
        if code in ("", "0"):
            letters, ground, rest = _PLAIN
        elif code == "38" or (len(code) == 2 and code[0] in "39") or code == "39":
            letters = named
        elif code == "48" or (len(code) == 2 and code[0] == "4") or code[:2] == "10":
            ground = named
        else:
            rest = f"{rest};{named}" if rest else named
        at += size
    return letters, ground, rest


def _change(stands: _Style, wanted: _Style) -> str:
    """What turns one style into another."""
    if stands == wanted:
        return ""
    if wanted == _PLAIN:
        return "\x1b[0m"
    # What is no colour, and having none, can only be taken back with all the rest.
    if stands[2] != wanted[2] or any(old and not new for old, new in zip(stands, wanted, strict=True)):
        begin = "0;" if stands != _PLAIN else ""
        return f"\x1b[{begin}{';'.join(part for part in (wanted[2], wanted[0], wanted[1]) if part)}m"
    return f"\x1b[{';'.join(new for old, new in zip(stands, wanted, strict=True) if old != new)}m"
