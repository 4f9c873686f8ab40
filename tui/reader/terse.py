"""What goes to the terminal without what it knows already: many read over a slow connection.

Textual gives every piece of text all of its style and takes it back behind the piece. Here a colour that
stays is not named again: about half of all bytes are such names; and what stands there is not sent again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import events

from tui.reader.screen_cells import PLAIN, ScreenCells, change, with_codes

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message import Message

_STYLE = re.compile("\x1b\\[([0-9;]*)m")


def terse(data: str) -> str:
    """The same picture from fewer bytes; it begins and ends without a style, as `data` does."""
    out: list[str] = []
    stands, wanted = PLAIN, PLAIN
    at = 0
    for found in _STYLE.finditer(data):
        if found.start() > at:
            out += (change(stands, wanted), data[at : found.start()])
            stands = wanted
        wanted = with_codes(wanted, found[1])
        at = found.end()
    if at < len(data):
        out += (change(stands, wanted), data[at:])
        stands = wanted
    return "".join((*out, change(stands, wanted)))


def terse_driver(driver: type[Driver]) -> type[Driver]:
    """The driver of a terminal, writing tersely."""

    class TerseDriver(driver):  # type: ignore[misc,valid-type]
        _cells: ScreenCells | None = None

        def write(self, data: str) -> None:
            if self._cells is None:
                self._cells = ScreenCells()
            changing = self._cells.changing(data)
            super().write(terse(data) if changing is None else changing)

        def send_message(self, message: Message) -> None:
            if isinstance(message, events.Resize) and self._cells is not None:
                self._cells.resize(*message.size)
            super().send_message(message)

    return TerseDriver
