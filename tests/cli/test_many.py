"""`afronte check` on many pairs: files, folders, going on after a stop, an index."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from command import COMMAND, afronte
from pair_lists import OTHER, SAME, listing

from tui.cli import main
from tui.cli.batch.folders import rows_of_folders
from tui.cli.batch.listing import Row
from tui.cli.batch.output import Output
from tui.cli.batch.progress import Pace, bar
from tui.cli.batch.work import page_name
from tui.errors import AfronteError


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_what_is_done_is_on_the_disk_after_an_interrupt_and_the_rest_follows(tmp_path: Path) -> None:
    """The two runs together give the very lines of one run that was left alone, whatever the jobs."""
    out = tmp_path / "out.jsonl"
    command = [COMMAND, "check", "--pairs", str(listing(tmp_path, 60)), "--resume", str(out)]
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, inherited)
    with process:
        while not (out.exists() and out.read_bytes().count(b"\n") > 2):
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        written, err = process.communicate()
    assert process.returncode == 130
    assert written == b""
    assert b"goes on from there" in err
    first = out.read_bytes()
    done = first.count(b"\n")
    assert 2 < done < 60
    assert first.endswith(b"\n")

    out.write_bytes(first + b'{"schema": "afronte/1", "id": "')  # a line that was cut short
    run = afronte(*command[1:], "--jobs", "2", "--fail-on", "never")
    assert run.returncode == 0, run.stderr
    assert out.read_bytes().startswith(first)
    assert [line["id"] for line in lines(out.read_text("utf-8"))] == [str(n) for n in range(60)]
    whole = tmp_path / "whole.jsonl"
    afronte(*command[1:4], "--output", str(whole))
    assert whole.read_bytes() == out.read_bytes()
    assert b"60 pairs: 30 without findings, 0 could not be checked." in run.stdout


def test_a_file_of_another_list_is_not_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text('{"id": "a"}\n{"id": "b"}\n', "utf-8")
    with pytest.raises(AfronteError, match=r"line 2 is of the pair b, the list has c there"):
        Output(path).resume([Row("a", "", ""), Row("c", "", "")])
    with pytest.raises(AfronteError, match="the list has no more"):
        Output(path).resume([Row("a", "", "")])
    path.write_text("no report\n", "utf-8")
    with pytest.raises(AfronteError, match="line 1 is no report"):
        Output(path).resume([Row("a", "", "")])
    assert path.read_text("utf-8") == "no report\n"


def test_an_output_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine", "utf-8")
    assert main(["check", "--pairs", str(listing(tmp_path, 1)), "--output", str(out)]) == 2
    assert f"--resume {out} goes on with it" in capsys.readouterr().err
    assert out.read_text("utf-8") == "mine"


def test_a_folder_gets_a_report_a_pair_and_an_index_of_all(tmp_path: Path) -> None:
    """What needs a look first stands first in the index."""
    path = listing(tmp_path, 2)
    with path.open("a", encoding="utf-8") as file:
        file.write("gone/<1>\tsame.en\tgone.it\n")
    folder = tmp_path / "reports"
    run = afronte("check", "--pairs", str(path), "--reports", str(folder))
    assert run.returncode == 1
    assert [line["id"] for line in lines((folder / "reports.jsonl").read_text("utf-8"))] == [
        "0", "1", "gone/<1>",
    ]  # fmt: skip
    index = (folder / "index.html").read_text("utf-8")
    places = [index.index(text) for text in ("gone/&lt;1&gt;", 'href="1.html"', 'href="0.html"')]
    assert places == sorted(places)
    assert "there is no such file" in index
    assert "The source says Monday" in (folder / "1.html").read_text("utf-8")
    assert b"critical           1           1" in run.stdout


def test_ids_that_are_no_names_of_files_get_names_that_differ() -> None:
    names = [page_name(identity, ".html") for identity in ("a", "a/b", "a-b", "a b", "..", "x" * 300)]
    assert names[0] == "a.html"
    assert len(set(names)) == len(names)
    assert not any("/" in name or name.startswith(".") or len(name) > 130 for name in names)


def files(folder: Path, **texts: str) -> str:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return str(folder)


def test_folders_are_paired_by_name_then_by_content_and_the_rest_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = files(
        tmp_path / "EN", a_en_txt=SAME[0], sub__b_txt="The ferry sank in the storm.", _hidden="x",
        weather_txt="It will rain in the north tomorrow.", alone_txt="Nobody answered the phone.",
    )  # fmt: skip
    targets = files(
        tmp_path / "IT", a_it_md=SAME[1], sub__b_italian_txt="Il traghetto è affondato nella tempesta.",
        tempo_txt="Domani pioverà al nord.",
    )  # fmt: skip
    code = main(["check", "--folders", sources, targets])
    found = lines(capsys.readouterr().out)
    assert code == 1
    assert [line["id"] for line in found] == ["a.en.txt", "sub/b.txt", "weather.txt", "alone.txt"]
    assert [Path(line["target"]["path"]).name for line in found[:3]] == [
        "a.it.md",
        "b.italian.txt",
        "tempo.txt",
    ]
    assert "has no counterpart in" in found[3]["error"]


def test_folders_without_a_pair_are_refused(tmp_path: Path) -> None:
    empty = files(tmp_path / "EN", a_txt="x")

    def never(*_: object) -> Any:
        raise AssertionError

    with pytest.raises(AfronteError, match="is no folder"):
        rows_of_folders(empty, str(tmp_path / "gone"), never, never)
    (tmp_path / "IT").mkdir()
    with pytest.raises(AfronteError, match="no two files that belong together"):
        rows_of_folders(empty, str(tmp_path / "IT"), never, never)


def test_progress_says_how_many_how_fast_and_how_long_still() -> None:
    times = iter((0.0, 60.0, 60.5))
    pace = Pace(1000, already=100, clock=lambda: next(times))
    pace.failed = 2
    assert pace.line(220).endswith("220 of 1,000 pairs, 2 failed, 2.0 a second, 0:06:30 left")
    assert len({len(bar(share / 50)) for share in range(51)}) == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["a", "b", "--resume", "x"], "--resume goes with --pairs"),
        (["a", "--pairs", "x"], "only one"),
        (["--pairs", "x", "--folders", "a", "b"], "only one"),
        (["--pairs", "x", "--resume", "a", "--output", "b"], "leave --output away"),
        (["--pairs", "x", "--scheduler", "a", "--jobs", "2"], "--jobs is for this computer"),
        (["--pairs", "x", "--format", "html"], "with --reports"),
        (["--pairs", "x", "--format", "text", "--output", "y"], "leave --format away"),
        (["--folders", "a", "b", "--only", "c"], "--only goes with --pairs"),
    ],
)
def test_what_does_not_go_together_is_said(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", *arguments])
    assert word in capsys.readouterr().err


def test_a_report_goes_into_the_file_that_is_named_in_the_format_of_its_ending(tmp_path: Path) -> None:
    listing(tmp_path, 1)
    source, target = str(tmp_path / "other.en"), str(tmp_path / "other.it")
    out = tmp_path / "report.csv"
    assert main(["check", source, target, "--output", str(out), "--fail-on", "never"]) == 0
    assert out.read_bytes().startswith("\ufeffnumber,".encode())
    assert main(["check", source, target, "--output", target, "--fail-on", "never"]) == 2
    assert Path(target).read_text("utf-8") == OTHER[1]


def test_a_hook_checks_the_pairs_of_the_files_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `.pre-commit-hooks.yaml` calls it, with the names of what is committed."""
    listing(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    hook = ["check", "--quiet", "--format", "text", "--pairs", "pairs.tsv", "--only"]
    assert main([*hook, "other.it", "unlisted.md"]) == 1
    out, _ = capsys.readouterr()
    assert out.count(" against ") == 1
    assert "The source says Monday" in out
    assert main([*hook, "unlisted.md"]) == 0
    assert capsys.readouterr() == ("", "")
