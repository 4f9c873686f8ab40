"""Folders and files that may not be read: each is told in one line, and the rest goes on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")

COMMANDS = """
import sys
from tui.cli import main
for line in sys.stdin:
    print("#", flush=True)
    try:
        main(line.rstrip("\\n").split("\\t"))
    except SystemExit:
        pass
    sys.stdout.flush()
"""


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may look into, with a file that is not the trouble."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "a.txt").write_text("The harbour opens at noon.")
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


def run(folder: Path, *commands: tuple[str, ...]) -> list[str]:
    """What the command line says to each, run in a folder in one process without rights of its own."""
    from unprivileged import PREFIX

    if PREFIX is None:
        pytest.skip("nothing is forbidden to root, and there is no setpriv")
    places = {f"XDG_{name}_HOME": str(folder / "closed") for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [*PREFIX, sys.executable, "-c", COMMANDS],
        input="\n".join("\t".join(command) for command in commands),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        cwd=folder,
        env=os.environ | places,
    )
    assert "Traceback" not in done.stdout
    return done.stdout.split("#\n")[1:]


def test_what_may_not_be_read_is_one_line(tmp_path: Path, closed: Path) -> None:
    """Articles, lists, reports, models; the report of a fault says it of its paths, and is given."""
    file = tmp_path / "own.txt"
    file.write_text("The harbour opens at noon.")
    file.chmod(0)
    of_file, inside, listed, opened, models, version, folders = run(
        tmp_path,
        ("check", "own.txt", "own.txt"),
        ("check", "closed/a.txt", "own.txt"),
        ("check", "--pairs", "closed/pairs.tsv"),
        ("open", "closed/report.json"),
        ("models", "list"),
        ("--version", "--verbose"),
        ("check", "--folders", "closed", "."),
    )
    assert "own.txt may not be read: give yourself permission" in of_file
    assert "closed/a.txt may not be read" in inside
    assert "closed/pairs.tsv: Permission denied" in listed
    assert "closed/report.json: Permission denied" in opened
    assert f"The models in {closed}" in models
    assert f"desk: {closed}/afronte/desk.db (Permission denied)" in version
    assert "textual: " in version
    assert "closed may not be read" in folders
