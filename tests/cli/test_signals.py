"""The reader in a real terminal, stopped, sent to the background and told to end by the system."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import COMMAND
from terminal import Terminal

pytestmark = pytest.mark.long

GIVES_BACK = ("\x1b[?1049l", "\x1b[?25h", "\x1b[?1003l", "\x1b[?2004l")
"""Out of the alternate screen, the cursor shown, mouse and paste as usual."""

LAST = "Three earlier attempts"
"""Stands low on the sample's first page."""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(COMMAND, XDG_DATA_HOME=str(tmp_path))
    terminal.see("S1 of")
    yield terminal
    terminal.close()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_gives_the_terminal_back(terminal: Terminal, told: signal.Signals) -> None:
    """With the exit code that a shell expects, and not a word more."""
    terminal.process.send_signal(told)
    assert terminal.wait_for_end() == 128 + told
    for sequence in GIVES_BACK:
        assert sequence in terminal.written
    assert "Traceback" not in terminal.written


def test_it_ends_with_its_terminal(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.process.returncode != 0


@pytest.mark.parametrize("how", ["ctrl-z", "SIGTSTP", "SIGSTOP"])
def test_stopped_and_gone_on_it_is_all_there(terminal: Terminal, how: str) -> None:
    """Drawn anew without a key, obeying the next one, and left by `q`."""
    terminal.wait_for(LAST)
    if how == "ctrl-z":
        terminal.press("\x1a")
    else:
        terminal.process.send_signal(signal.Signals[how])
    terminal.wait_for_stop()
    if how != "SIGSTOP":  # of which no process knows
        terminal.lines()
        assert all(sequence in terminal.written for sequence in GIVES_BACK)
    terminal.press("")
    terminal.process.send_signal(signal.SIGCONT)
    for text in ("Accord on the river port", LAST, "S1 of"):
        terminal.wait_for(text)
    terminal.press("j")
    terminal.wait_for("S2 of")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
