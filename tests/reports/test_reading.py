"""A report read back is the report that was written."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from report_pair import decided_report, small_report, translated_report, written

from tui.alignment import Link, Split
from tui.articles import Mark, Span
from tui.comparison import Word
from tui.errors import AfronteError
from tui.reports import Origin, Report
from tui.reports.reading import read_report


def with_everything() -> Report:
    report = decided_report()
    assert report.sheet
    corrections = (*report.sheet.corrections, Link((1,), (2,)), Split(2, 3))
    translated = translated_report()
    paragraphs = (replace(report.source.paragraphs[0], place="page 1", unit=0), *report.source.paragraphs[1:])
    marks = (Mark(4, 8, "code", "port"),)
    source = replace(report.source, paragraphs=paragraphs, marks=marks, anchors=frozenset(("top", "end")))
    return replace(
        report,
        source=source,
        sheet=replace(report.sheet, version=0, corrections=corrections),
        words={"source": (Word(0, 3, 0.5, Span(0, 2)), Word(4, 8, 1.0, None)), "target": ()},
        back_translation=translated.back_translation,
        translator=translated.translator,
        origins={"source": Origin("ab" * 32, "2024-05-09T10:00:00Z")},
        settings={"sure": 0.8},
        incomplete=("numbers",),
    )


@pytest.mark.parametrize("name", ["json", "jsonl", "html"])
@pytest.mark.parametrize("report", [small_report(), with_everything()], ids=["texts alone", "everything"])
def test_a_report_gives_everything_back(tmp_path: Path, name: str, report: Report) -> None:
    path = tmp_path / "report"
    path.write_text(written(name, report), "utf-8")
    assert read_report(str(path)) == report


def spoiled(change: str) -> Any:
    document = json.loads(written("json", decided_report()))
    match change:
        case "schema":
            document["schema"] = "afronte/9"
        case "bead":
            document["alignment"].pop()
        case "span":
            document["findings"][0]["source"][0]["end"] = 10_000
        case "paragraph":
            document["source"]["sentences"][0]["paragraph"] = 3
        case "verdict":
            document["findings"][0]["verdict"] = "perhaps"
        case "correction":
            document["corrections"][0]["source"] = [99]
        case "list":
            document = [document]
        case _:
            del document[change]
    return document


@pytest.mark.parametrize(
    "change", ["schema", "bead", "span", "paragraph", "verdict", "correction", "list", "target", "engine"]
)
def test_what_does_not_fit_together_is_no_report(tmp_path: Path, change: str) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps(spoiled(change)), "utf-8")
    with pytest.raises(AfronteError, match=r"report\.json is no report"):
        read_report(str(path))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<html></html>", b"[]", b"3"])
def test_another_file_is_no_report(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(AfronteError, match="is no report"):
        read_report(str(path))
