"""What stands on the screen is not sent again: the picture is the same, whatever was there before."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.reader.screen_cells import ScreenCells

WIDTH, HEIGHT = 12, 3
_PIECE = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[(\d+)C|\x1b\[([0-9;]*)m|(\n)|([^\x1b\n])")
Cell = tuple[str, frozenset[str]]
BLANK: Cell = (" ", frozenset())


class Glass:
    """A terminal, as far as characters, places and styles go."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        self.at = (1, 1)

    def write(self, data: str) -> None:
        force: frozenset[str] = frozenset()
        for row, column, on, codes, end, character in _PIECE.findall(data):
            if row:
                self.at = int(row), int(column)
            elif on:
                self.at = self.at[0], self.at[1] + int(on)
            elif end:
                self.at = self.at[0] + 1, self.at[1]
            elif character:
                self.put(character, force)
            else:
                for code in codes.split(";"):
                    force = frozenset() if code in ("", "0") else _with(force, code)

    def put(self, character: str, force: frozenset[str]) -> None:
        row, column = self.at
        width = cell_len(character)
        for at in range(column, column + width):
            for half, other in ((at - 1, "<"), (at + 1, ">")):  # of a wide character nothing stays
                if self.cells.get((row, at), BLANK)[0] == other:
                    self.cells[row, half] = BLANK
        if width == 2:
            self.cells[row, column], self.cells[row, column + 1] = (character + ">", force), ("<", force)
            self.cells[row, column] = (">", force | {character})
        else:
            self.cells[row, column] = character, force
        self.at = row, column + width


def _with(force: frozenset[str], code: str) -> frozenset[str]:
    return frozenset(held for held in force if held[0] != code[0]) | {code}


STYLES = st.sampled_from(["31", "42", "1", "31;42", "1;32"])
RUNS = st.tuples(
    st.integers(1, HEIGHT), st.integers(1, WIDTH - 8), st.text("ab 日", min_size=1, max_size=4), STYLES
)
PORTIONS = st.lists(st.lists(RUNS, min_size=1, max_size=4), min_size=1, max_size=6)


def portion(runs: list[tuple[int, int, str, str]]) -> str:
    return "\n".join(f"\x1b[{row};{column}H\x1b[{codes}m{text}\x1b[0m" for row, column, text, codes in runs)


@given(PORTIONS)
def test_the_picture_is_that_of_all_that_was_to_be_sent(
    portions: list[list[tuple[int, int, str, str]]],
) -> None:
    whole, lean, screen = Glass(), Glass(), ScreenCells()
    for runs in portions:
        whole.write(portion(runs))
        sent = screen.changing(portion(runs))
        assert sent is not None
        lean.write(sent)
        assert lean.cells == whole.cells


@given(PORTIONS)
def test_what_stands_there_is_not_sent_again(portions: list[list[tuple[int, int, str, str]]]) -> None:
    screen = ScreenCells()
    data = "".join(
        f"\x1b[{row + 3 * at};1H\x1b[{codes}m{text}\x1b[0m\n"
        for at, runs in enumerate(portions)
        for row, _, text, codes in runs[:1]
    )
    assert screen.changing(data)
    assert not screen.changing(data)
    screen.forget()
    assert screen.changing(data)


def test_a_cursor_that_is_put_somewhere_is_put_there() -> None:
    screen = ScreenCells()
    screen.changing("\x1b[1;1Hword")
    assert screen.changing("\x1b[1;1Hword\x1b[2;7H") == "\x1b[2;7H"


def test_what_is_not_understood_is_left_and_nothing_is_known_after_it() -> None:
    screen = ScreenCells()
    assert screen.changing("\x1b[1;1Hword")
    assert screen.changing("\x1b[2J") is None
    assert screen.changing("\x1b[1;1Hword") == "\x1b[1;1Hword"


def test_a_frame_for_a_larger_screen_leaves_nothing_known() -> None:
    """Resized between drawing and writing: what is beyond the edge, a terminal puts on the next line."""
    screen = ScreenCells()
    screen.resize(8, 3)
    assert screen.changing("\x1b[2;1Hbelow") == "\x1b[2;1Hbelow"
    assert screen.changing("\x1b[1;1Hfar too wide") is None
    assert screen.changing("\x1b[2;1Hbelow") == "\x1b[2;1Hbelow"
    assert screen.changing("\x1b[4;1Hx") is None
    assert screen.changing("\x1b[2;1Hup to it") == "\x1b[2;1Hup to it"
