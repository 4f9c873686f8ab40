"""`afronte check --pairs`: many pairs, one line each."""

import json
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from command import COMMAND, afronte

from tui.cli import main
from tui.cli.batch.listing import read_rows
from tui.cli.gate import exit_code

TEXTS = {
    "same.en": "The harbour opened on Monday.",
    "same.it": "Il porto ha aperto lunedì.",
    "other.it": "Il porto ha aperto martedì.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def listing(folder: Path, *rows: str) -> str:
    path = folder / "pairs.tsv"
    path.write_text("\n".join(row.replace(" ", "\t") for row in ("id source target", *rows)) + "\n", "utf-8")
    return str(path)


def lines(output: bytes | str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_each_pair_is_a_line_in_the_order_of_the_list_and_a_failing_one_ends_nothing(folder: Path) -> None:
    rows = ["a same.en same.it", "b same.en gone.it", "c same.en other.it", "d same.en", "e same.en same.it"]
    run = afronte("check", "--pairs", listing(folder, *rows), "--format", "jsonl", "--jobs", "2", "--words")
    found = lines(run.stdout)
    assert [line["id"] for line in found] == list("abcde")
    assert [line["id"] for line in found if "error" in line] == ["b", "d"]
    assert "gone.it" in found[1]["error"]
    assert "line 5" in found[3]["error"]
    assert [line["summary"]["critical"] for line in found if "error" not in line] == [0, 1, 0]
    words = [TEXTS["same.en"][word["start"] : word["end"]] for word in found[0]["words"]["source"]]
    assert words == ["The", "harbour", "opened", "on", "Monday", "."]
    assert run.returncode == 1
    assert b"2 of 5 pairs could not be checked" in run.stderr
    assert run.stderr.count(b"\n") == 1


CLEAN = {"critical": 0, "major": 0, "minor": 0}
WRONG = {"critical": 1, "major": 0, "minor": 0}


@pytest.mark.parametrize(
    ("summaries", "fail_on", "code"),
    [
        ([CLEAN, CLEAN], "minor", 0),
        ([CLEAN, WRONG], "critical", 1),
        ([CLEAN, WRONG], "never", 0),
        ([CLEAN, None], "critical", 1),
        ([CLEAN, None], "never", 0),
        ([None, None], "critical", 2),
        ([None], "never", 2),
    ],
)
def test_the_exit_code_says_whether_all_pairs_passed(
    summaries: list[dict[str, int] | None], fail_on: str, code: int
) -> None:
    """A pair that could not be checked is no pass; only when none could be checked is the work undone."""
    assert exit_code(summaries, fail_on) == code


def test_when_no_pair_can_be_checked_that_is_a_failure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ["a same.en gone.it", "b gone.en same.it"]
    assert main(["check", "--pairs", listing(folder, *rows), "--fail-on", "never"]) == 2
    out, err = capsys.readouterr()
    assert [line["id"] for line in lines(out)] == ["a", "b"]
    assert err == "afronte: 2 of 2 pairs could not be checked: see `error` in their lines\n"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "columns"),
        (b"a\tsame.en\tsame.it\n", "columns"),
        (b"id\tsource\ttarget\n\n", "no pairs"),
        ("id\tsource\ttarget\né\n".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_list_that_cannot_be_used_is_named(
    tmp_path: Path, content: bytes, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_bytes(content)
    assert main(["check", "--pairs", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert str(path) in err
    assert word in err


@pytest.mark.parametrize("name", ["gone.tsv", "."])
def test_a_list_that_is_not_there_is_named(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--pairs", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.startswith(f"afronte: {tmp_path / name}: ")


def test_a_language_unknown_for_every_pair_is_said_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = listing(folder, "a same.en same.it", "b same.en other.it")
    assert main(["check", "--pairs", path, "--target-language", "gibberish"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "gibberish" in err


def test_columns_are_known_by_name_and_paths_are_relative_to_the_list(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_bytes(
        "\ufefftarget\tnote\tid\tsource\r\nit/1\tx\tone\ten/1\r\n\r\n/abs/2\t\ttwo\ten/2\r\n".encode()
    )
    assert [(row.id, row.source, row.target) for row in read_rows(str(path))] == [
        ("one", str(tmp_path / "en/1"), str(tmp_path / "it/1")),
        ("two", str(tmp_path / "en/2"), "/abs/2"),
    ]


def test_lines_come_as_they_are_done_and_an_interrupt_ends_them_quietly(folder: Path) -> None:
    rows = [f"{number} same.en same.it" for number in range(2000)]
    path = listing(folder, *rows)
    # A script's background jobs ignore Ctrl-C and hand that down: the command must hear it nonetheless.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [COMMAND, "check", "--pairs", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    signal.signal(signal.SIGINT, inherited)
    with process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["id"] == "0"
        process.send_signal(signal.SIGINT)
        rest, err = process.communicate()
    assert process.returncode == 130
    assert err == b""
    assert len(rest.splitlines()) < len(rows) - 1
