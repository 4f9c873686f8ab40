"""A report read back is the report that was written."""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
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


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("source text", "half of a pair \ud800"),
        ("source path", None),
        ("source language", "xx-\x1b[2J"),
        ("source lines 0", float("inf")),
        ("source paragraphs 0 unit", 10**30),
        ("source paragraphs 0 start", 5),
        ("source sentences 0 start", 0.5),
        ("source sentences 0 end", True),
        ("alignment 0 score", float("nan")),
        ("alignment 0 moved", "no"),
        ("findings 0 confidence", 10**400),
        ("findings 0 kind", []),
        ("findings 0 kind", "<script>"),
        ("findings 0 kind", "\x1b]0;x\x07"),
        ("findings 0 rule", "a rule\nof two lines"),
        ("findings 0 source_value", {}),
        ("findings 0 note", 3),
        ("findings 0 evidence", {"here": None}),
        ("marks 0 paragraph", -1),
        ("corrections 1 source", 0),
        ("corrections 2 source", [0]),
        ("settings sure", [0.8]),
        ("words source 0 counterpart", [0, 10_000]),
        ("back_translation 0 text", None),
        ("back_translation 0 sentence", 99),
        ("engine translator", 1),
    ],
)
def test_a_value_that_is_not_what_it_has_to_be_is_no_report(
    tmp_path: Path, place: str, value: object
) -> None:
    document = json.loads(written("json", with_everything()))
    *way, last = (int(name) if name.isdecimal() else name for name in place.split())
    at = document
    for name in way:
        at = at[name]
    at[last] = value
    path = tmp_path / "report.json"
    path.write_text(json.dumps(document), "utf-8")
    with pytest.raises(AfronteError, match=r"report\.json is no report"):
        read_report(str(path))


@pytest.mark.parametrize("content", [b"[" * 200_000, b'{"schema":' * 200_000], ids=["lists", "objects"])
def test_nesting_without_end_is_no_report(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(content)
    with pytest.raises(AfronteError, match="is no report"):
        read_report(str(path))


@pytest.mark.long
def test_a_report_without_end_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(AfronteError, match=r"report\.json is too large"):
        read_report(str(path))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<html></html>", b"[]", b"3"])
def test_another_file_is_no_report(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(AfronteError, match="is no report"):
        read_report(str(path))
