"""Several processes on one shelf, and processes that are killed or run out of space."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from shelf_fixtures import ROOT, left_in

from tui.translation import Shelf, install_file, verify

INSTALL = """
import sys
from pathlib import Path
from tui.translation import Shelf, install_file
print("ready", flush=True)
sys.stdin.readline()
install_file(Path(sys.argv[1]), Shelf(Path(sys.argv[2])))
"""


def installer(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", *map(str, arguments)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_two_processes_that_install_at_once_do_not_hurt_each_other(
    shelf: Shelf, italian_english: Path
) -> None:
    """Both succeed, and the model is whole."""
    both = [installer(INSTALL, italian_english, shelf.folder) for _ in range(2)]
    for process in both:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate()[1] for process in both] == ["", ""]
    assert [process.returncode for process in both] == [0, 0]
    (model,) = shelf.models()
    verify(model)
    assert left_in(shelf) == {ROOT}


KILLED = """
import os, signal, sys
from pathlib import Path
from tui.translation import Shelf, install_file
def die(step):
    if step.stage == sys.argv[3] and step.done >= int(sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)
install_file(Path(sys.argv[1]), Shelf(Path(sys.argv[2])), die)
"""


@pytest.mark.parametrize(("stage", "done"), [("unpack", 1), ("unpack", 20_000), ("try", 0)])
def test_a_killed_installation_leaves_nothing_that_looks_installed(
    shelf: Shelf, italian_english: Path, stage: str, done: int
) -> None:
    """Not to us and not to Argos Translate; the next installation sweeps up."""
    killed = installer(KILLED, italian_english, shelf.folder, stage, done)
    killed.communicate()
    assert killed.returncode == -9
    assert shelf.contents() == ((), ())
    assert [path for path in shelf.folder.iterdir() if path.is_dir()] == []
    install_file(italian_english, shelf)
    assert left_in(shelf) == {ROOT}


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tui.errors import AfronteError
from tui.translation import Shelf, install_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    install_file(Path(sys.argv[1]), Shelf(Path(sys.argv[2])))
except AfronteError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a quota of writes is set by setrlimit")
def test_a_full_disk_is_said_in_one_line(shelf: Shelf, italian_english: Path) -> None:
    """Writes fail after 10,000 bytes; the shelf stays as it was."""
    output, errors = installer(FULL_DISK, italian_english, shelf.folder).communicate()
    assert errors == ""
    assert output.count("\n") == 1
    assert "cannot be written: File too large" in output
    assert left_in(shelf) == set()


def test_a_shelf_that_is_read_while_it_changes_shows_whole_models(
    shelf: Shelf, italian_english: Path
) -> None:
    """A reader that lists models while one is installed and removed never sees half of it."""
    seen: set[tuple[int, int]] = set()
    finished = threading.Event()

    def look() -> None:
        while not finished.is_set():
            models, strays = shelf.contents()
            seen.add((len(models), len(strays)))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        install_file(italian_english, shelf)
        shelf.remove(shelf.models()[0])
    finally:
        finished.set()
        looking.join()
    assert seen <= {(0, 0), (1, 0)}
