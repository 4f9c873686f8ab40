"""A file system whose server is gone: what lies there is waited for with a word, and nothing else waits."""

import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from command import COMMAND
from hung_mount import hung
from terminal import Terminal

pytestmark = pytest.mark.long


@pytest.fixture
def mounts() -> Iterator[ExitStack]:
    """Where mounts end with the test."""
    with ExitStack() as stack:
        yield stack


def hang(folder: Path, mounts: ExitStack) -> None:
    """Lets a folder answer no more."""
    try:
        mounts.enter_context(hung(folder))
    except OSError as error:
        pytest.skip(f"nothing can be mounted here: {error}")


@pytest.mark.parametrize(
    "command",
    [("check", "{0}/a", "{0}/b"), ("check", "--pairs", "{0}/list.tsv"), ("open", "{0}/report.json"),
     ("models", "install", "{0}/a.argosmodel")],
)  # fmt: skip
def test_a_command_says_what_it_waits_for_and_hears_ctrl_c(
    command: tuple[str, ...], tmp_path: Path, mounts: ExitStack
) -> None:
    hang(tmp_path, mounts)
    arguments = [part.format(tmp_path) for part in command]
    with subprocess.Popen([COMMAND, *arguments], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "waiting for what comes from" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130


@contextmanager
def reader(folder: Path, data: Path) -> Iterator[Terminal]:
    """The reader on two files of a folder, once they are compared."""
    folder.mkdir()
    pair = folder / "en.txt", folder / "it.txt"
    for path, text in zip(pair, ("It cost 14 euros.\n", "Costò 41 euro.\n"), strict=True):
        path.write_text(text, "utf-8")
    terminal = Terminal(COMMAND, *map(str, pair), XDG_DATA_HOME=str(data))
    try:
        terminal.wait_for("finding 1 of 1")
        yield terminal
    finally:
        terminal.close()


@pytest.mark.parametrize("dialog", [False, True], ids=["reading", "after the dialog"])
def test_a_reader_whose_files_answer_no_more_is_left(
    tmp_path: Path, mounts: ExitStack, *, dialog: bool
) -> None:
    with reader(tmp_path / "texts", tmp_path / "data") as terminal:
        hang(tmp_path / "texts", mounts)
        if dialog:
            terminal.press("\x0f")
            terminal.wait_for("Open two files")
            terminal.press("\x1b")
            terminal.see(lambda lines: "Open two files" not in "\n".join(lines))
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_reader_whose_desk_does_not_answer_is_left_and_says_so(tmp_path: Path) -> None:
    with reader(tmp_path / "texts", tmp_path / "data") as terminal:
        path = tmp_path / "data" / "afronte" / "desk.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as held:
            held.execute("BEGIN EXCLUSIVE")
            terminal.press("aq")
            assert terminal.wait_for_end() == 2
            held.execute("ROLLBACK")
        assert "the desk does not answer: what you decided last may not be kept" in terminal.plain()
