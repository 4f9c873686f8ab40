"""The command as a whole."""

import os
import tomllib
from pathlib import Path

import pytest
from command import afronte

import tui
from tui.cli import main


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((Path(tui.__file__).parents[1] / "pyproject.toml").read_text())["project"]
    run = afronte("--version")
    assert run.returncode == 0
    assert run.stdout.decode() == f"afronte {project['version']}\n"


@pytest.mark.parametrize("command", [[], ["check"]])
def test_help_is_there_for_each_command(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main([*command, "--help"])
    assert ending.value.code == 0
    assert "SOURCE" in capsys.readouterr().out


def test_a_file_called_like_a_command_is_reached_by_its_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        Path("check").write_text("")
        assert main(["./check", "gone.txt"]) == 2
        assert "./check" in capsys.readouterr().err
    finally:
        os.chdir(here)


def test_an_output_that_cannot_be_written_is_one_line() -> None:
    """A full disk, as the system's own device plays it."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    import subprocess

    from command import COMMAND

    with full.open("w") as out:
        run = subprocess.run([COMMAND, "--version"], stdout=out, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert run.stderr.decode() == "afronte: No space left on device\n"
