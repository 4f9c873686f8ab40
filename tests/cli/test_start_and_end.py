"""The first moments and the last: an early Ctrl-C, an output that nobody reads, the report of a fault."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command import COMMAND, afronte

from tui.resources import asset

SAMPLE = [str(asset("sample/en.txt")), str(asset("sample/it.txt"))]


def test_a_report_of_a_fault_can_say_where_everything_is(tmp_path: Path) -> None:
    run = afronte(
        "--version", "--verbose", XDG_DATA_HOME=str(tmp_path), TERM="xterm-test", AFRONTE_THEME="light"
    )
    told = dict(line.split(": ", 1) for line in run.stdout.decode().splitlines())
    assert told["Python"].startswith(sys.version.split()[0])
    assert told["textual"][0].isdigit()
    assert told["desk"] == f"{tmp_path}/afronte/desk.db (not there yet)"
    assert told["log"].split(" (")[0].endswith("afronte.log")
    assert told["TERM"] == "xterm-test"
    assert told["AFRONTE_THEME"] == "light"
    assert "no terminal" in told["terminal"]


def test_verbose_alone_is_refused() -> None:
    run = afronte("--verbose")
    assert run.returncode == 2
    assert b"--version" in run.stderr


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell")
def test_a_closed_output_ends_the_work_before_it_begins() -> None:
    """Before the files are read: they are not there."""
    run = subprocess.run(
        f"{shlex.quote(COMMAND)} check gone.txt gone.it >&-",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert "standard output is closed" in run.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes are polled")
def test_an_output_that_nobody_reads_any_more_ends_the_work_early() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        run = subprocess.run(
            [COMMAND, "check", "gone.txt", "gone.it"], stdout=theirs, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(theirs)
    assert (run.returncode, run.stderr) == (141, b"")


@pytest.mark.skipif(os.name != "posix", reason="a signal to oneself")
@pytest.mark.parametrize("module", ["tui.cli.main", "tui.cli.streams", "argparse", "tui.cli.read"])
def test_an_interrupt_while_the_program_is_being_loaded_is_no_traceback(module: str) -> None:
    code = f"""
import os, signal, sys
class AtImport:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, AtImport())
sys.argv = ["afronte", "--version"]
from tui.start import main
sys.exit(main())
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.returncode in (130, -signal.SIGINT)
