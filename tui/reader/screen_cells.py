"""The cells of the terminal: what stands in them already is not sent again.

Textual paints whole lines, and some of them several times until a layout has settled. Over a slow connection
only what changes to the eye is worth its bytes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import get_character_cell_size

_PIECE = re.compile(
    "(?P<move>\x1b\\[(?P<row>\\d+);(?P<column>\\d+)H)"
    "|\x1b\\[(?P<style>[0-9;]*)m"
    "|(?P<mode>\x1b\\[(?:(?!\\?(?:1049|1047|47)[hl])[<>=?][0-9;]*[a-zA-Z]|[0-9]* q)"
    "|\x1b\\](?!8;)[^\x07\x1b]*\x07|\x07)"
    "|(?P<text>[^\x00-\x1f\x7f]+)"
    "|(?P<end>\r?\n)"
)
_JOINED = re.compile("[\u200d\ufe0e\ufe0f]")
"""Characters that make one picture of several: how wide it is, terminals disagree."""
_GAP = 3
"""So many cells that stand already are sent again rather than passed over: passing over costs more bytes."""

Style = tuple[str, str, str]
"""Colour of letters, of the ground, and the rest, each as the codes that name it."""
PLAIN: Style = ("", "", "")
_Cell = tuple[str, Style]
"""A character with those of no width behind it; the second cell of a wide one has none."""


class ScreenCells:
    """What was sent so far, cell by cell."""

    def __init__(self) -> None:
        self._lines: dict[int, dict[int, _Cell]] = {}
        self._size: tuple[int, int] | None = None

    def forget(self) -> None:
        """Something else may have drawn on the screen."""
        self._lines.clear()

    def resize(self, width: int, height: int) -> None:
        """Takes note of the size of the screen, on which anything may stand now."""
        self._size = width, height
        self.forget()

    def changing(self, data: str) -> str | None:
        """What draws the same picture as `data`, which begins and ends without a style.

        None where `data` says something else than characters at places of the screen: it is to be sent as it
        is, and nothing is known of the screen any more. A frame for a larger screen than it is by now is
        such: what is beyond its edge, terminals put on the next line.
        """
        pieces: list[re.Match[str]] = []
        at = 0
        while at < len(data):
            found = _PIECE.match(data, at)
            if found is None:
                self.forget()
                return None
            pieces.append(found)
            at = found.end()
        written = _Writing(self._lines, self._size).written(pieces)
        if written is None:
            self.forget()
        return written


class _Writing:
    """One portion on its way to the terminal."""

    def __init__(self, lines: dict[int, dict[int, _Cell]], size: tuple[int, int] | None) -> None:
        self._lines = lines
        self._size = size
        self._out: list[str] = []
        self._style = PLAIN
        """In force on the terminal."""
        self._cursor: tuple[int, int] | None = None
        """Where the terminal writes next, counted from 1: row and column; None when that is not known."""

    def written(self, pieces: list[re.Match[str]]) -> str | None:
        """The portion, without what stands there already; None where some of it has no place."""
        place: tuple[int, int] | None = None
        style, moved = PLAIN, False
        for piece in pieces:
            kind = piece.lastgroup
            if piece["move"]:
                place, moved = (int(piece["row"]), int(piece["column"])), True
            elif piece["text"]:
                if place is None:
                    return None
                place = self._put(piece["text"], place, style)
                if self._size and (place[1] - 1 > self._size[0] or place[0] > self._size[1]):
                    return None
                moved = False
            elif kind == "style":
                style = with_codes(style, piece["style"])
            elif piece["mode"]:
                self._out.append(piece["mode"])
            else:
                place = None
        self._turn(style)
        if moved and place and place != self._cursor:
            self._go(place)
        return "".join(self._out)

    def _put(self, text: str, place: tuple[int, int], style: Style) -> tuple[int, int]:
        """Writes what differs; where the next character would stand."""
        row, column = place
        line = self._lines.setdefault(row, {})
        joined = _JOINED.search(text) is not None
        for character, width in _cells(text):
            cell = character, style
            if joined or line.get(column) != cell:
                self._write(row, column, character, width, style)
                self._put_down(line, column, cell, width, style)
            column += width
        return row, column

    @staticmethod
    def _put_down(line: dict[int, _Cell], column: int, cell: _Cell, width: int, style: Style) -> None:
        """Notes what stands in a cell now; half of a wide character that was there is gone."""
        before = line.get(column)
        if before is not None and not before[0]:
            line.pop(column - 1, None)
        line[column] = cell
        if width > 1:
            line[column + 1] = "", style
        after = line.get(column + width)
        if after is not None and not after[0]:
            line.pop(column + width)

    def _write(self, row: int, column: int, character: str, width: int, style: Style) -> None:
        if self._cursor != (row, column):
            self._reach(row, column)
        self._turn(style)
        self._out.append(character)
        self._cursor = (row, column + width)

    def _reach(self, row: int, column: int) -> None:
        """Goes to a cell: by writing again what stands between, where that is shorter."""
        if self._cursor is not None and self._cursor[0] == row and 0 < column - self._cursor[1] <= _GAP:
            line = self._lines.get(row, {})
            between = [line.get(at) for at in range(self._cursor[1], column)]
            held = "".join(cell[0] for cell in between if cell and cell[1] == self._style)
            if len(held) == len(between) and held.isascii():
                self._out.append(held)
                self._cursor = (row, column)
                return
        self._go((row, column))

    def _go(self, place: tuple[int, int]) -> None:
        if self._cursor is not None and self._cursor[0] == place[0] and place[1] > self._cursor[1]:
            self._out.append(f"\x1b[{place[1] - self._cursor[1]}C")
        else:
            self._out.append(f"\x1b[{place[0]};{place[1]}H")
        self._cursor = place

    def _turn(self, style: Style) -> None:
        self._out.append(change(self._style, style))
        self._style = style


def _cells(text: str) -> list[tuple[str, int]]:
    """The characters of a text, each with those of no width behind it, and how many cells it takes."""
    if text.isascii():
        return [(character, 1) for character in text]
    cells: list[tuple[str, int]] = []
    for character in text:
        width = get_character_cell_size(character)
        if width or not cells:
            cells.append((character, width))
        else:
            cells[-1] = cells[-1][0] + character, cells[-1][1]
    return cells


@lru_cache(maxsize=4096)
def with_codes(style: Style, codes: str) -> Style:
    """A style after codes that select one (ECMA-48, 8.3.117)."""
    letters, ground, rest = style
    listed = codes.split(";")
    at = 0
    while at < len(listed):
        code = listed[at]
        is_colour = code in ("38", "48") and at + 1 < len(listed)
        size = {"2": 5, "5": 3}.get(listed[at + 1], 1) if is_colour else 1
        named = ";".join(listed[at : at + size])
        if code in ("", "0"):
            letters, ground, rest = PLAIN
        elif code == "38" or (len(code) == 2 and code[0] in "39") or code == "39":
            letters = named
        elif code == "48" or (len(code) == 2 and code[0] == "4") or code[:2] == "10":
            ground = named
        else:
            rest = f"{rest};{named}" if rest else named
        at += size
    return letters, ground, rest


@lru_cache(maxsize=4096)
def change(stands: Style, wanted: Style) -> str:
    """What turns one style into another."""
    if stands == wanted:
        return ""
    if wanted == PLAIN:
        return "\x1b[0m"
    # What is no colour, and having none, can only be taken back with all the rest.
    if stands[2] != wanted[2] or any(old and not new for old, new in zip(stands, wanted, strict=True)):
        begin = "0;" if stands != PLAIN else ""
        return f"\x1b[{begin}{';'.join(part for part in (wanted[2], wanted[0], wanted[1]) if part)}m"
    return f"\x1b[{';'.join(new for old, new in zip(stands, wanted, strict=True) if old != new)}m"
