"""The installed command in a real terminal, from the sample pair to the shell's prompt."""

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import COMMAND
from terminal import Terminal

pytestmark = pytest.mark.long


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    terminal = Terminal(COMMAND, SSH_CONNECTION="a terminal without a desktop", TMUX="")
    yield terminal
    terminal.close()


def test_the_sample_pair_is_opened_read_and_left(terminal: Terminal) -> None:
    terminal.see("Accord on the river port")
    terminal.see("Accordo sul porto fluviale")
    terminal.see("crit")  # the findings are there
    terminal.press("j")
    terminal.see("· S2 T2")
    terminal.press("y")
    terminal.see("Copied S2 T2, both sides, to the terminal’s clipboard.")
    (copied,) = re.findall(r"\x1b\]52;c;([^\x07\x1b]*)", terminal.written)
    assert b64decode(copied).decode().startswith("The city of Sarvenik has agreed to hand its river port")
    terminal.press("?")
    terminal.see("Go to the row below")
    terminal.press("\x1b")
    terminal.see("agreed to hand its river")  # which the help had covered
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.written.rindex("\x1b[?1049l") > terminal.written.rindex("\x1b[?1049h")
    assert terminal.written.rindex("\x1b[?25h") > terminal.written.rindex("\x1b[?25l")
    assert "Traceback" not in terminal.written


def test_a_terminal_that_cannot_be_drawn_on_is_left_alone() -> None:
    terminal = Terminal(COMMAND, term="dumb")
    try:
        assert terminal.wait_for_end() == 2
        assert "dumb" in terminal.written
        assert "afronte read --plain" in terminal.written
        assert "\x1b" not in terminal.written
        assert terminal.written.count("\n") == 1
    finally:
        terminal.close()


ENGLISH = """\
A bridge for sale

The old bridge of Torlano was sold on Monday for 300,000 euros.

The mayor did not sign the contract.

Work on the arches begins in the spring.
"""
ITALIAN = """\
Un ponte in vendita

Il vecchio ponte di Torlano è stato venduto lunedì per 500.000 euro.

Il sindaco ha firmato il contratto.

I lavori agli archi cominciano in primavera.
"""


def test_what_a_fact_checker_decides_is_there_when_the_pair_is_reopened(tmp_path: Path) -> None:
    """A verdict, a note, a correction and a search; then quit, and all of it again."""
    texts = {"en.txt": ENGLISH, "it.txt": ITALIAN}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    command = (COMMAND, *(str(tmp_path / name) for name in texts))
    first = Terminal(*command, XDG_DATA_HOME=str(tmp_path / "data"))
    try:
        first.see("crit")
        for keys, seen in (
            ("]", "finding 1 of 2 · open"),
            ("c", "confirmed ✓"),
            ("e", "Esc keeps the note"),
            ("ask Ada", "ask Ada"),
            ("\x1b", "✎ ask Ada"),
            ("]x", "dismissed ×"),
            ("M", "3 ="),
            ("/archi\r", "1 of 1"),
        ):
            first.press(keys)
            first.see(seen)
        first.press("q")
        assert first.wait_for_end() == 0
    finally:
        first.close()

    again = Terminal(*command, XDG_DATA_HOME=str(tmp_path / "data"))
    try:
        again.see("2/2 ✓")
        for keys, seen in (
            ("g]", "✎ ask Ada"),
            ("h]", "confirmed ✓"),
            ("]", "dismissed ×"),
            ("G", "3 ="),
            ("u", "4 ="),
            ("q", ""),
        ):
            again.press(keys)
            again.see(seen)
        assert again.wait_for_end() == 0
        assert "Traceback" not in again.written
    finally:
        again.close()
