"""`afronte open`: a colleague's report, or two that disagree."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from command import COMMAND
from msgspec.structs import replace
from report_pair import NOTE, decided_report, small_report, written
from terminal import Terminal

from tui.cli import main
from tui.desk import Decision, Desk, Sheet
from tui.reports import Origin, Report


def saved(path: Path, report: Report) -> str:
    path.write_text(written(path.suffix[1:], report), "utf-8")
    return str(path)


def decided(report: Report, *verdicts: str) -> Report:
    decisions = {f.id: Decision(v) for f, v in zip(report.findings, verdicts, strict=True) if v != "open"}  # type: ignore[arg-type]
    return replace(report, sheet=Sheet(0, decisions))


def test_two_reports_are_merged_into_one_that_says_where_they_disagree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = saved(tmp_path / "ada.json", decided(small_report(), "confirmed", "confirmed", "open", "open"))
    bob = saved(tmp_path / "bob.html", decided(small_report(), "confirmed", "dismissed", "intended", "open"))
    out = tmp_path / "both.json"
    assert main(["open", ada, bob, "--output", str(out)]) == 0
    assert "verdicts differ on 1 finding" in capsys.readouterr().err
    findings = json.loads(out.read_text("utf-8"))["findings"]
    assert [finding["verdict"] for finding in findings] == ["confirmed", "open", "intended", "open"]
    assert findings[1]["note"] == "ada.json says: confirmed\nbob.html says: dismissed"
    assert main(["open", str(out), "--format", "plain"]) == 0
    assert "ada.json says: confirmed" in capsys.readouterr().out


def test_a_report_written_from_a_report_names_its_articles_as_that_did(tmp_path: Path) -> None:
    """However often it goes from one to the other; the files are nowhere on this computer."""
    path = saved(tmp_path / "ada.json", decided_report())
    for number in range(3):
        told = json.loads(Path(path).read_text("utf-8"))
        assert [Path(told[side]["path"]).name for side in ("source", "target")] == ["en.txt", "it.txt"]
        assert main(["open", path, "--output", str(tmp_path / f"{number}.json")]) == 0
        path = str(tmp_path / f"{number}.json")


def test_a_file_that_a_report_names_is_read_only_where_it_may_be_an_article(
    tmp_path: Path,
) -> None:
    """A report names any file that its writer likes: the largest there is, or one of another computer."""
    huge, there, out = tmp_path / "huge", tmp_path / "en.txt", tmp_path / "out.json"
    there.write_text("here")
    with huge.open("wb") as file:
        file.truncate(10**12)
    for path in (str(huge), f"/{there}", str(there)):
        report = small_report()
        report = replace(
            report,
            source=replace(report.source, path=path),
            origins={"source": Origin(sha256(b"here").hexdigest(), "2024-05-09T10:00:00Z")},
        )
        assert main(["open", saved(tmp_path / "ada.json", report), "--output", str(out)]) == 0
        told = json.loads(out.read_text("utf-8"))["source"]["path"]
        assert told.endswith(f"ada.json#/{Path(path).name}") == (path != str(there))


def test_reports_on_different_texts_are_not_merged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = small_report()
    one = saved(tmp_path / "one.json", report)
    text = report.source.text.replace("14", "15")
    other = saved(tmp_path / "other.json", replace(report, source=replace(report.source, text=text)))
    assert main(["open", one, other, "--format", "json"]) == 2
    assert "different texts" in capsys.readouterr().err


def test_a_report_opens_in_the_reader_with_its_verdicts_and_notes(tmp_path: Path) -> None:
    """The files are nowhere on this computer; what was decided is on its desk afterwards."""
    report = decided_report()
    path = saved(tmp_path / "ada.html", report)
    terminal = Terminal(COMMAND, "open", path, XDG_DATA_HOME=str(tmp_path / "data"))
    try:
        terminal.wait_for("The port reopens")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    finally:
        terminal.close()
    desk = Desk(tmp_path / "data" / "afronte" / "desk.db")
    sheet = desk.open(report.source, report.target).sheet()
    assert report.sheet
    assert sheet.decisions == report.sheet.decisions
    assert sheet.decisions[report.findings[0].id].note == NOTE
    assert (sheet.marks, sheet.corrections) == (report.sheet.marks, report.sheet.corrections)
    desk.close()
