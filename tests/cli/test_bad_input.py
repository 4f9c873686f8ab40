"""What cannot be compared is named in one line, with the cure, and the exit code is 2."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from command import COMMAND, afronte

from tui.cli import main
from tui.resources import asset

ENGLISH = asset("sample/en.txt")
ITALIAN = asset("sample/it.txt")


def write(path: Path, content: str | bytes) -> str:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def missing(folder: Path) -> list[str]:
    return [str(folder / "gone.txt"), str(ITALIAN)]


def missing_target(folder: Path) -> list[str]:
    return [str(ENGLISH), str(folder / "gone.txt")]


def nameless(_folder: Path) -> list[str]:
    return [str(ENGLISH), ""]


def directory(folder: Path) -> list[str]:
    return [str(folder), str(ITALIAN)]


def empty(folder: Path) -> list[str]:
    return [write(folder / "empty.txt", ""), str(ITALIAN)]


def empty_target(folder: Path) -> list[str]:
    return [str(ENGLISH), write(folder / "empty.txt", "")]


def blank(folder: Path) -> list[str]:
    return [str(ENGLISH), write(folder / "blank.txt", "\ufeff \n\t\n\n")]


def binary(folder: Path) -> list[str]:
    return [
        write(folder / "photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20),
        str(ITALIAN),
    ]


def undecodable(folder: Path) -> list[str]:
    return [str(ENGLISH), write(folder / "odd.txt", bytes(range(128, 256)) * 40)]


def one_long_line(folder: Path) -> list[str]:
    return [str(ENGLISH), write(folder / "dump.txt", "porto fluviale " * 700_000)]


def one_language(folder: Path) -> list[str]:
    other = (
        "The school by the river has opened again after the flood of last winter.\n\n"
        "Its teachers had taught for months in the town hall, where nobody could hear a word.\n"
    )
    return [str(ENGLISH), write(folder / "half.txt", other.encode())]


def unknown_language(_folder: Path) -> list[str]:
    return ["--target-language", "gibberish", str(ENGLISH), str(ITALIAN)]


def language_not_covered(_folder: Path) -> list[str]:
    return ["--source-language", "Swahili", str(ENGLISH), str(ITALIAN)]


def named_pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "pipe.txt")
    return [str(folder / "pipe.txt"), str(ITALIAN)]


def endless(_folder: Path) -> list[str]:
    return [str(ENGLISH), "/dev/zero"]


def one_alone(folder: Path) -> list[str]:
    return [write(folder / "alone.txt", "The port opens in spring.")]


def both_standard_input(_folder: Path) -> list[str]:
    return ["-", "-"]


CASES: dict[Callable[[Path], list[str]], tuple[str, ...]] = {
    missing: ("gone.txt",),
    missing_target: ("gone.txt",),
    nameless: ("“”", "no such file"),
    directory: ("folder",),
    empty: ("empty.txt", "empty"),
    empty_target: ("empty.txt", "empty"),
    blank: ("blank.txt",),
    binary: ("photo.jpg",),
    undecodable: ("odd.txt",),
    one_long_line: ("dump.txt",),
    one_language: ("half.txt", "English"),
    unknown_language: ("gibberish",),
    language_not_covered: ("Swahili", "English, "),
    named_pipe: ("pipe.txt", "a pipe or a device"),
    endless: ("/dev/zero", "a pipe or a device"),
    both_standard_input: ("standard input",),
    one_alone: ("alone.txt", "name the file of the other"),
}


@pytest.mark.parametrize("command", [["check"], []], ids=["check", "reader"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_one_line_names_what_is_wrong(
    case: Callable[[Path], list[str]],
    command: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert main([*command, *case(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("afronte: ")
    assert err.count("\n") == 1
    for word in CASES[case]:
        assert word in err


def test_an_empty_standard_input_is_named_as_such() -> None:
    run = afronte("check", "-", str(ITALIAN))
    assert run.returncode == 2
    assert run.stderr.decode().count("\n") == 1
    assert "standard input" in run.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "SOURCE and TARGET"),
        (["a.txt", "b.txt", "c.txt"], "c.txt"),
        (["check", "a.txt", "b.txt", "--format", "papyrus"], "papyrus"),
        (["check", "a.txt", "b.txt", "--fail-on", "sometimes"], "sometimes"),
        (["check", "a.txt", "b.txt", "--jobs", "2"], "--pairs"),
        (["check", "--pairs", "p.tsv", "--jobs", "0"], "'0'"),
        (["check", "--pairs", "p.tsv", "--jobs", "many"], "'many'"),
        (["check", "--pairs", "p.tsv", "a.txt", "b.txt"], "only one of these"),
        (["check", "a.txt", "b.txt", "--frobnicate"], "--frobnicate"),
    ],
)
def test_a_wrong_command_line_is_one_line_too(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ending:
        main(arguments)
    out, err = capsys.readouterr()
    assert ending.value.code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert words in err
    assert "--help" in err


@pytest.mark.skipif(shutil.which("bash") is None, reason="no shell with process substitution here")
def test_a_pipe_of_the_shell_is_waited_for_with_a_word(tmp_path: Path) -> None:
    """Process substitution gives a name under /dev/fd; what it writes comes when it is ready."""
    go = tmp_path / "go"
    os.mkfifo(go)
    given = f"<(cat '{go}' '{ENGLISH}')"
    command = ["bash", "-c", f"'{COMMAND}' check {given} '{ITALIAN}' --format json --fail-on never"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        assert run.stderr.readline().startswith(b"afronte: waiting for what comes from /dev/fd/")
        go.write_text("A title\n\n")
        report = json.loads(run.stdout.read())
    assert run.returncode == 0
    assert report["source"]["text"].startswith("A title")
    assert report["header"]["source"]["sha256"] is None  # nothing is left in the pipe to take it of


def test_the_reader_without_a_terminal_says_what_works_instead() -> None:
    run = afronte()
    assert run.returncode == 2
    assert run.stdout == b""
    assert run.stderr.decode().count("\n") == 1
    assert "terminal" in run.stderr.decode()
    assert "afronte check" in run.stderr.decode()
