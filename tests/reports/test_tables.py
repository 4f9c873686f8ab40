"""The findings for a spreadsheet."""

import csv
import io
import zipfile

import pytest
from msgspec.structs import replace
from report_pair import decided_report, small_report, written

from tui.reports import Report, report_formats
from tui.reports.header import NOTICE
from tui.reports.table import COLUMNS, is_executed

DELIMITERS = {"csv": ",", "tsv": "\t"}


def rows(name: str, report: Report) -> list[dict[str, str]]:
    text = written(name, report).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text), delimiter=DELIMITERS[name]))


@pytest.mark.parametrize("name", DELIMITERS)
def test_a_finding_is_a_row_and_the_header_stands_below(name: str) -> None:
    first, *others = rows(name, decided_report())
    assert (first["severity"], first["kind"], first["verdict"]) == ("critical", "number", "confirmed")
    assert first["source"].startswith("The council voted ‹14› to 9")
    assert (first["source place"], first["target place"]) == ("line 3", "line 5")
    assert (first["source value"], first["target value"], first["note"]) == (
        "14",
        "41",
        "ask Ada *twice* <b>",
    )
    assert [row["kind"] for row in others[:3]] == ["negation", "moved", "only-target"]
    assert {row["kind"] for row in others[3:]} == {"about"}
    assert others[-1]["message"] == NOTICE


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1", "\t=1"])
def test_no_cell_is_executed(note: str) -> None:
    """Whatever an article, a path or a note begins with."""
    report = small_report()
    hostile = replace(report, findings=(replace(report.findings[0], message=note, source_value=note),))
    for name in DELIMITERS:
        row = rows(name, hostile)[0]
        assert row["message"][0] == row["source value"][0] == "'"
        assert not any(map(is_executed, row.values()))


def test_the_workbook_holds_findings_texts_and_header_and_only_text() -> None:
    report = small_report()
    report = replace(report, findings=(replace(report.findings[0], message="=1+1"), *report.findings[1:]))
    book = zipfile.ZipFile(io.BytesIO(report_formats()["xlsx"].content(report)))
    assert b"<sheet " in book.read("xl/workbook.xml")
    names = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(names) == 3
    findings, texts, _ = (book.read(name).decode() for name in sorted(names))
    assert "<f>" not in findings + texts
    assert "open,confirmed,dismissed,intended" in findings
    assert findings.count("<row ") == 1 + len(report.findings)
    assert texts.count("<row ") == 1 + len(report.alignment.beads)
    strings = book.read("xl/sharedStrings.xml").decode()
    for text in ("=1+1", "Il ministro tace.", NOTICE, *(column.name for column in COLUMNS)):
        assert f">{text}<" in strings
    assert 'quotePrefix="1"' in book.read("xl/styles.xml").decode()
