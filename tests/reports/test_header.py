"""What every report says of the two files and of what it was made with."""

import io
import json
import os
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from by_hand import article_of
from msgspec.structs import replace
from report_pair import decided_report, small_report, written

from tui.reports import report_formats
from tui.reports.header import NOTICE, colophon, origins_of


def test_files_are_told_by_digest_and_date_and_what_is_in_no_file_is_not(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text("It rained.", "utf-8")
    os.utime(path, (1_715_248_800, 1_715_248_800))
    here, nowhere = replace(article_of([["It rained."]]), path=str(path)), article_of([["Piovve."]], "it")
    origins = origins_of(here, nowhere)
    assert list(origins) == ["source"]
    assert origins["source"].modified == "2024-05-09T10:00:00Z"
    assert origins["source"].sha256 == sha256(b"It rained.").hexdigest()
    report = replace(small_report(), origins=origins)
    header = json.loads(written("json", report))["header"]
    assert (header["source"]["sha256"], header["target"]["sha256"]) == (origins["source"].sha256, None)
    assert any("file of 2024-05-09T10:00:00Z, SHA-256 " in line for line in colophon(report))


def test_the_header_counts_and_says_how_much_has_a_counterpart() -> None:
    header = json.loads(written("json", small_report()))["header"]
    assert header["source"]["title"] == "The port reopens 🚢 after two years"
    assert (header["target"]["sentences"], header["target"]["paragraphs"]) == (5, 5)
    assert header["source"]["coverage"] == 1
    assert 0.8 < header["target"]["coverage"] < 1
    assert header["counts"] == {"critical": 2, "major": 2, "minor": 0}
    assert header["models"] == {"encoder": "toy 1.0", "translator": None}
    assert header["tool"].startswith("afronte ")


@pytest.mark.parametrize("name", ["csv", "tsv", "tmx", "xliff", "github", "xlsx"])
def test_a_header_in_sentences_names_the_files_and_counts_the_findings(name: str) -> None:
    data = report_formats()[name].content(decided_report())
    if name == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = book.read("xl/sharedStrings.xml")
    told = data.decode()
    assert "en.txt (English) against it.txt (Italian)." in told
    assert "Findings: 2 critical, 2 major." in told
    assert "Decided: 3 of 4" in told
    assert "Passages: 3 aligned, 1 moved, 0 only in the source, 1 only in the target." in told
    assert told.count("Findings: ") == told.count("Coverage: ") == 1


def test_settings_are_told_by_name() -> None:
    report = replace(small_report(), settings={"words": True, "threshold": None})
    assert json.loads(written("json", report))["settings"] == {"words": True, "threshold": None}
    assert any(line.endswith("; settings: words True.") for line in colophon(report))


@pytest.mark.parametrize(
    "name", [n for n, each in report_formats().items() if each.use in ("read", "program")]
)
def test_a_report_says_that_no_mark_is_no_verification(name: str) -> None:
    assert NOTICE in written(name, small_report())


def test_rules_that_failed_are_named_where_people_read() -> None:
    told = list(colophon(replace(small_report(), incomplete=("numbers",))))
    assert "Incomplete: the findings of numbers are missing, since that failed." in told


def test_a_place_is_told_in_words_where_lines_mean_nothing() -> None:
    """In every format for people, and in the JSON."""
    report = small_report()
    paragraphs = tuple(replace(p, place=f"page {n}") for n, p in enumerate(report.target.paragraphs))
    report = replace(report, target=replace(report.target, path="talk.pdf", paragraphs=paragraphs))
    for name in ("text", "md", "html"):
        assert "talk.pdf, page 2" in written(name, report)
    assert json.loads(written("json", report))["findings"][0]["place"] == {
        "source": "line 3",
        "target": "page 2",
    }
    assert "startLine" not in json.loads(written("sarif", report))["runs"][0]["results"][0]["locations"][0]
    assert "::error file=talk.pdf,title=number::" in written("github", report)
