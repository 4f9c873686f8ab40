"""What the command writes, and how it ends when nobody listens."""

import os
import subprocess
import sys

import pytest
from command import COMMAND

from tui.cli.streams import unforeseen

ASK = "from tui.cli.streams import page; print(page())"


def on_a_terminal(*command: str, **environment: str) -> bytes:
    """What a command writes to a terminal."""
    ours, theirs = os.openpty()
    with subprocess.Popen(command, stdout=theirs, env=os.environ | environment):
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # how Linux says that the other end is closed
                part = b""
            if not part:
                break
            shown += part
    os.close(ours)
    return shown


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"NO_COLOR": "", "TERM": "xterm-256color"}, True),
        ({"NO_COLOR": "1", "TERM": "xterm-256color"}, False),
        ({"NO_COLOR": "", "TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(environment: dict[str, str], coloured: bool) -> None:
    shown = on_a_terminal(sys.executable, "-c", ASK, COLUMNS="90", **environment)
    assert shown.strip() == f"Page(width=90, colour={coloured})".encode()


def test_a_pipe_is_a_plain_page() -> None:
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": "50"}
    run = subprocess.run([sys.executable, "-c", ASK], capture_output=True, env=environment, check=True)
    assert run.stdout.strip() == b"Page(width=100, colour=False)"


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_a_listener_that_goes_away_is_no_error(arguments: list[str]) -> None:
    """As in `afronte check … | head -1`."""
    ours, theirs = os.pipe()
    os.close(ours)
    with subprocess.Popen([COMMAND, *arguments], stdout=theirs, stderr=subprocess.PIPE) as process:
        os.close(theirs)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_text_that_the_locale_cannot_write_still_comes_out_as_utf8() -> None:
    """Reports are UTF-8 for other programs, whatever the locale of the script that asked."""
    code = "from tui.cli.streams import write; write('«perché» \\udc80')"
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert run.stdout.decode("utf-8") == "«perché» ?"


def test_an_error_nobody_foresaw_says_how_to_report_it() -> None:
    line = unforeseen(KeyError("source"))
    assert "KeyError" in line
    assert "afronte --version --verbose" in line
    assert "afronte.log" in line
    assert unforeseen(PermissionError(13, "Permission denied", "a.txt")) == "a.txt: Permission denied"
