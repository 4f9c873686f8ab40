"""What fails in the background leaves a trace in a file, and none on the screen."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

FAILING = """
import logging, sys, threading
from tui.log import LOG, begin_log
begin_log()
begin_log()
LOG.debug("a step")
def fail(): raise ValueError("in a thread")
thread = threading.Thread(target=fail, name="translator")
thread.start()
thread.join()
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("afronte.comparison").exception("the rules of dates failed")
logging.getLogger("somebody.else").warning("a library's word")
logging.getLogger("somebody.else").info("not this")
"""


def run(state: Path, code: str = FAILING, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "XDG_STATE_HOME": str(state), **environment}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=surroundings, check=True
    )


def test_threads_rules_and_libraries_are_in_the_log_and_not_on_the_screen(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.stdout, done.stderr) == ("", "")
    text = (tmp_path / "afronte" / "afronte.log").read_text("utf-8")
    assert "translator failed\nTraceback" in text
    assert "ValueError: in a thread" in text
    assert text.count("the rules of dates failed\nTraceback") == 1
    assert "a library's word" in text
    assert "a step" not in text
    assert "not this" not in text


def test_with_afronte_debug_every_step_is_there(tmp_path: Path) -> None:
    run(tmp_path, AFRONTE_DEBUG="1")
    assert "a step" in (tmp_path / "afronte" / "afronte.log").read_text("utf-8")


def test_nothing_is_written_before_there_is_something_to_write(tmp_path: Path) -> None:
    run(tmp_path, "from tui.log import LOG, begin_log; begin_log(); LOG.debug('x')")
    assert not (tmp_path / "afronte").exists()


def test_the_log_is_turned_over(tmp_path: Path) -> None:
    run(
        tmp_path,
        "from tui.log import LOG, begin_log\nbegin_log()\nfor _ in range(40): LOG.error('x' * 100_000)",
    )
    files = sorted((tmp_path / "afronte").iterdir())
    assert [file.name for file in files] == ["afronte.log", "afronte.log.1", "afronte.log.2"]
    assert all(file.stat().st_size <= 1_000_000 for file in files)


def test_where_it_cannot_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "afronte").write_text("a file in the place of the folder")
    done = run(tmp_path)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "afronte").mkdir()
    os.mkfifo(tmp_path / "afronte" / "afronte.log")
    done = run(tmp_path)
    assert (done.stdout, done.stderr) == ("", "")


def test_the_levels_of_other_programs_are_left_alone() -> None:
    assert logging.getLogger().level == logging.WARNING
