"""The formats that are handed on: HTML and Markdown."""

import json
from html.parser import HTMLParser

import pytest
from by_hand import alignment_of
from markdown_it import MarkdownIt
from msgspec.structs import replace
from report_pair import small_report, translated_report, written

from tui.articles import article_from_text
from tui.reports import Report
from tui.reports.formats.html import DATA


class Reading(HTMLParser):
    """What a person sees of a page: its text, its links and their targets; refuses tags that do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.sources: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "br", "input"):
            self._open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
            if name == "src":
                self.sources.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self._open):
            self.text += data


def read(report: Report) -> Reading:
    return Reading(written("html", report))


def test_a_page_shows_each_finding_and_both_texts() -> None:
    page = read(small_report())
    assert "en.txt (English) against it.txt (Italian)" in page.text
    assert "Findings: 2 critical, 2 major." in page.text
    assert "The source says 14, the target 41." in page.text
    assert "it.txt:5 Il consiglio ha votato 41 a 9 martedì" in page.text
    for paragraph in ("The port reopens 🚢 after two years", "Il porto riapre 🚢 dopo due anni"):
        assert paragraph in page.text


def test_each_mark_in_the_texts_leads_to_its_finding() -> None:
    """And each finding to its first place there, where there is a place for every link to lead to."""
    page = read(small_report())
    for kind in ("f-", "t-"):
        assert len([name for name in page.ids if name.startswith(kind)]) == 4
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} == {n for n in page.ids if n[:2] in ("f-", "t-")}


def test_a_page_needs_nothing_from_elsewhere() -> None:
    page = written("html", small_report())
    assert "url(" not in page
    assert "@import" not in page
    reading = Reading(page)
    assert not reading.sources
    assert not {"link", "img", "iframe"} & set(reading.tags)
    assert "default-src 'none'" in page
    assert "unsafe" not in page


def test_a_page_carries_the_json_report_whatever_stands_in_it() -> None:
    report = small_report()
    finding = replace(report.findings[0], message="</script><!-- <b>")
    report = replace(report, findings=(finding, *report.findings[1:]))
    page = written("html", report)
    carried = page.partition(DATA)[2].partition("<")[0]
    assert json.loads(carried) == json.loads(written("json", report))


def test_overlapping_findings_leave_the_text_whole() -> None:
    report = small_report()
    sentence = report.source.sentences[1]
    wide = replace(report.findings[2], id="wide", source=(sentence.span,), target=())
    page = read(replace(report, findings=(wide, *report.findings)))
    assert report.source.sentence_text(1) in page.text.partition("The two texts")[2]


HOSTILE = "<script>alert(1)</script> & *bold* _it_ [a](b) `c` | \u202eright"


@pytest.mark.parametrize("name", ["html", "md"])
def test_an_article_cannot_write_the_page(name: str) -> None:
    """Markup in a file or its name is text, and an override of direction is shown."""
    report = small_report()
    source = article_from_text(HOSTILE, path="<i>en*.txt", language="en")
    finding = replace(report.findings[2], source=(source.sentences[0].span,), target=(), message="<b>*x*")
    beads = alignment_of("0=0 =1 =2 =3 =4")
    report = replace(report, source=source, alignment=beads, findings=(finding,))
    page = written(name, report)
    reading = Reading(page if name == "html" else MarkdownIt().render(page))
    assert HOSTILE.replace("\u202e", "<U+202E>") in reading.text
    assert "<i>en*.txt" in reading.text
    assert "<b>*x*" in reading.text
    assert not {"i", "em", "code"} & set(reading.tags)
    assert reading.tags.count("script") == (2 if name == "html" else 0)


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_back_translation_stands_with_its_finding(name: str) -> None:
    page = written(name, translated_report())
    reading = Reading(page if name == "html" else MarkdownIt().render(page))
    assert "“We gave in,” said Marta *Venier*." in reading.text
    assert "translated back by Argos it→en 1.0" in reading.text


def test_markdown_has_a_heading_a_severity_and_marks_what_differs() -> None:
    assert written("md", small_report()).startswith(
        """\
# en.txt (English) against it.txt (Italian)

Findings: 2 critical, 2 major.

Passages: 3 aligned, 1 moved, 0 only in the source, 1 only in the target.

Source: “The port reopens 🚢 after two years”, 4 sentences in 4 paragraphs.

Target: “Il porto riapre 🚢 dopo due anni”, 5 sentences in 5 paragraphs.

Coverage: 100% of the source and 89% of the target have a counterpart.

Made by afronte 0.1.0, toy 1.0.

The absence of a mark is not a verification.

## Critical (2)

≠ **number**: The source says 14, the target 41. (numbers)

> en.txt:3 — The council voted **14** to 9 on Tuesday, after a debate of more than six hours.
>
> it.txt:5 — Il consiglio ha votato **41** a 9 martedì, dopo più di sei ore.

≠ **negation**: Only the source says “not”. (polarity)
"""
    )
