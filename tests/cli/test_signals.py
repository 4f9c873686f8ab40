"""The reader in a real terminal, stopped, sent to the background and told to end by the system."""

import os
import shutil
import signal
import sys
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


DOWN, THERE = "jjj", "S4 of"
"""To a row where nothing differs: it is called so before the two are compared and after it."""


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


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_while_it_begins_it_gives_the_terminal_back(tmp_path: Path, told: signal.Signals) -> None:
    """From the moment on in which it has taken it."""
    terminal = Terminal(COMMAND, XDG_DATA_HOME=str(tmp_path))
    try:
        terminal.see(lambda _: "\x1b[?1049h" in terminal.written)
        terminal.process.send_signal(told)
        assert terminal.wait_for_end() == 128 + told
        assert all(sequence in terminal.written for sequence in GIVES_BACK)
    finally:
        terminal.close()


def test_it_ends_with_its_terminal(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.process.returncode != 0


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Terminal]:
    """A shell in which the reader was started."""
    shell = Terminal("bash", "--norc", "--noprofile", "-i", XDG_DATA_HOME=str(tmp_path), PS1="$ ")
    shell.press(f"{COMMAND}\n")
    shell.see("S1 of")
    yield shell
    shell.close()


@pytest.mark.skipif(shutil.which("bash") is None, reason="no shell with jobs here")
@pytest.mark.parametrize("how", ["ctrl-z", "SIGTSTP", "SIGSTOP"])
def test_stopped_and_gone_on_it_is_all_there(shell: Terminal, how: str) -> None:
    """Drawn anew without a key, obeying the next one, and left by `q`."""
    shell.wait_for(LAST)
    begun = len(shell.written)
    if how == "ctrl-z":
        shell.press("\x1a")
    else:
        os.kill(shell.foreground(), signal.Signals[how])
    shell.wait_for("Stopped")
    if how != "SIGSTOP":  # of which no process knows
        assert all(sequence in shell.written[begun:] for sequence in GIVES_BACK)
    shell.press("fg\n")
    for text in ("Accord on the river port", LAST, "S1 of"):
        shell.wait_for(text)
    shell.press(DOWN)
    shell.see(THERE)
    shell.press("q")
    shell.wait_for("$ ")
    shell.press("echo ended with $?\nexit\n")
    shell.wait_for("ended with 0")
    shell.wait_for_end()


@pytest.mark.parametrize("how", ["ctrl-z", "SIGTSTP"])
def test_where_no_shell_could_wake_it_it_stays_and_says_so(terminal: Terminal, how: str) -> None:
    """As in a window of the terminal that runs this one command."""
    if how == "ctrl-z":
        terminal.press("\x1a")
    else:
        terminal.process.send_signal(signal.SIGTSTP)
    terminal.see("No shell waits behind this reader")
    terminal.press(DOWN)
    terminal.see(THERE)
    terminal.press("q")
    assert terminal.wait_for_end() == 0


IN_THE_MIDST = """
import os
import signal
import sys
from textual.drivers._writer_thread import WriterThread
from tui.cli import main

put, now = WriterThread.write, sys.argv.pop()

def write(thread, text):
    if os.path.exists(now):
        os.remove(now)
        with thread._queue.mutex:
            signal.raise_signal(signal.SIGTSTP)
    put(thread, text)

WriterThread.write = write
sys.exit(main())
"""
"""The reader, to which the signal comes, once a file is there, while it holds the lock of what it writes."""


def test_stopped_while_it_writes_it_stays_as_well(tmp_path: Path) -> None:
    now = tmp_path / "now"
    terminal = Terminal(sys.executable, "-c", IN_THE_MIDST, str(now), XDG_DATA_HOME=str(tmp_path))
    try:
        terminal.see("S1 of")
        now.touch()
        terminal.press(DOWN)
        terminal.see("No shell waits behind this reader")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    finally:
        terminal.close()


def test_it_survives_a_terminal_of_one_cell(terminal: Terminal) -> None:
    """And is all there when the window grows again."""
    for size in ((1, 1), (2, 1), (1, 40), (120, 1), (120, 40)):
        terminal.resize(*size)
        terminal.press("j")
        terminal.press("k")
    for text in ("Accord on the river port", LAST):
        terminal.see(text)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert "Traceback" not in terminal.written
