"""The command as a whole."""

import os
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
from command import COMMAND, afronte

import tui
from tui.cli import main
from tui.cli.main import COMMANDS


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
    with full.open("w") as out:
        run = subprocess.run([COMMAND, "--version"], stdout=out, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    line = "standard output cannot be written: No space left on device: send it where there is room"
    assert run.stderr.decode() == f"afronte: {line}\n"


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell")
@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("--version >&-", 2, "", "afronte: standard output is closed: send it to a file or a terminal\n"),
        ("check gone.txt gone.it 2>&-", 2, "", ""),
        (
            "check - gone.it <&-",
            2,
            "",
            "afronte: standard input is empty: name the file that holds the text\n",
        ),
    ],
)
def test_a_stream_that_was_closed_is_no_crash(line: str, code: int, out: str, err: str) -> None:
    """And what belongs on standard error never lands in the report."""
    run = subprocess.run(
        f"{shlex.quote(COMMAND)} {line}", shell=True, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (code, out, err)


class _Pressed:
    """What Ctrl-C breaks into while a class is made, as a module that is imported makes them."""

    def __set_name__(self, owner: type, name: str) -> None:
        raise KeyboardInterrupt


def _making_a_class(_: list[str]) -> int:
    type("Made", (), {"field": _Pressed()})
    return 0


def test_ctrl_c_while_a_module_is_imported_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(COMMANDS, "check", _making_a_class)
    assert main(["check"]) == 130
    assert capsys.readouterr().err == ""
