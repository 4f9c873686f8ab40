"""What stands on the screen of a terminal by what was written to it: cursor moves and text, no colours."""

import re

from rich.cells import cell_len

_PARTS = re.compile(
    r"\x1b\[(?P<moved>\d+;\d+)H"
    r"|\x1b\[(?P<onward>\d+)C"
    r"|\x1b(?:\[[0-9;:?<>=$]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[@-OQ-Z\\^_=>78])"
    r"|(?P<text>[^\x1b])",
    re.DOTALL,
)


class Drawn:
    """A screen of `width` columns and `height` lines, blank at first."""

    def __init__(self, width: int, height: int) -> None:
        self._cells = [[" "] * width for _ in range(height)]
        self._x = self._y = 0
        self._left = ""

    def write(self, written: str) -> None:
        """Takes in what was written next; half an escape sequence at its end waits for the rest."""
        at, written = 0, self._left + written
        while part := _PARTS.match(written, at):
            at = part.end()
            if moved := part["moved"]:
                self._y, self._x = (int(number) - 1 for number in moved.split(";"))
            elif onward := part["onward"]:
                self._x += int(onward)
            elif text := part["text"]:
                self._put(text)
        self._left = written[at:]

    def _put(self, character: str) -> None:
        if character in "\r\n":
            self._x = 0
            self._y += character == "\n"
        elif character >= " " and self._y < len(self._cells):
            line, width = self._cells[self._y], cell_len(character)
            if width == 0 and self._x:
                line[self._x - 1] += character
            for place, filling in enumerate([character, ""][:width], self._x):
                if place < len(line):
                    line[place] = filling
            self._x += width

    @property
    def lines(self) -> list[str]:
        """The lines, blanks at their ends left out."""
        return ["".join(line).rstrip() for line in self._cells]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)
