"""The report as a Word document, read back as an article."""

import io
import zipfile
from pathlib import Path

from msgspec.structs import replace
from report_pair import decided_report, small_report, translated_report

from tui.articles import load
from tui.reports import Report, report_formats
from tui.reports.header import NOTICE


def paragraphs(report: Report, folder: Path) -> list[str]:
    path = folder / "report.docx"
    path.write_bytes(report_formats()["docx"].content(report))
    article = load(str(path), language="en")
    return [article.paragraph_text(number) for number in range(len(article.paragraphs))]


def test_findings_stand_by_severity_with_both_sides_and_what_was_decided(tmp_path: Path) -> None:
    read = paragraphs(decided_report(), tmp_path)
    at = read.index("Critical (1)")
    assert read[at + 1 : at + 4] == [
        "≠ number: The source says 14, the target 41. (numbers) — confirmed",
        "en.txt:3: The council voted 14 to 9 on Tuesday, after a debate of more than six hours.",
        "it.txt:5: Il consiglio ha votato 41 a 9 martedì, dopo più di sei ore.",
    ]
    assert "Note: ask Ada *twice* <b>" in read
    assert read[read.index("Notes beside rows") + 1] == "it.txt:9 — who is the minister?"
    assert read[-1] == NOTICE


def test_both_texts_stand_side_by_side(tmp_path: Path) -> None:
    read = paragraphs(small_report(), tmp_path)
    texts = read[read.index("Both texts") + 1 : read.index("About this report")]
    assert texts[:2] == ["The port reopens 🚢 after two years", "Il porto riapre 🚢 dopo due anni"]
    assert "Il ministro tace." in texts


def test_a_back_translation_is_quoted(tmp_path: Path) -> None:
    assert any(
        line.startswith("in English: “We gave in,”") for line in paragraphs(translated_report(), tmp_path)
    )


def test_what_a_document_cannot_hold_is_replaced_and_languages_are_told(tmp_path: Path) -> None:
    report = small_report()
    odd = replace(report.findings[0], message="a\x00b\ufffe\ud800")
    report = replace(report, findings=(odd, *report.findings[1:]))
    assert any("a␀b\ufffd<U+D800>" in line for line in paragraphs(report, tmp_path))
    with zipfile.ZipFile(io.BytesIO((tmp_path / "report.docx").read_bytes())) as file:
        body = file.read("word/document.xml").decode()
        packed = {member.compress_type for member in file.infolist()}
    assert '<w:lang w:val="it"/>' in body
    assert packed == {zipfile.ZIP_DEFLATED}
