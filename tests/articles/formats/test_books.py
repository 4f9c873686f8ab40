"""Electronic books as programs make them: XHTML, notes, printed page numbers, and a page of contents."""

import pytest
from written_formats import zipped

from tui.articles.blocks import Document
from tui.articles.formats.epub import read

CONTAINER = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'


def texts(pages: dict[str, str], guide: str = "") -> list[str]:
    return [block.text for block in book(pages, guide).blocks]


def places(pages: dict[str, str]) -> list[str]:
    return [block.place for block in book(pages).blocks]


def book(pages: dict[str, str], guide: str = "") -> Document:
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    data = zipped({
        "META-INF/container.xml": CONTAINER,
        "book.opf": f"<package><manifest>{items}</manifest><spine>{spine}</spine>{guide}</package>",
        **{name: f'<?xml version="1.0"?><html xmlns="x">{page}</html>' for name, page in pages.items()},
    })  # fmt: skip
    return read(data, "a.epub")


@pytest.mark.parametrize("head", ["<title/>", '<title  />\n<script src="a.js"/>', "<style type='a'/>"])
def test_an_element_that_ends_where_it_begins_takes_nothing_with_it(head: str) -> None:
    page = f'<head>{head}</head><body><a id="p1"/><p>It <i/>rained.</p><div/><p>We stayed.</p></body>'
    assert texts({"a.xhtml": page}) == ["It rained.", "We stayed."]


@pytest.mark.parametrize(
    "mark",
    [
        '<a epub:type="noteref" href="n.xhtml#x1">1</a>',
        '<a href="#fn1" id="fnref1">1</a>',
        '<a class="footnote" href="n.xhtml#a">[1]</a>',
        '<span epub:type="pagebreak" title="12">12</span>',
        '<span role="doc-pagebreak">xiv</span>',
    ],
)
def test_marks_of_notes_and_of_printed_pages_are_no_text(mark: str) -> None:
    assert texts({"a.xhtml": f"<body><p>It rained.{mark} We stayed.</p></body>"}) == ["It rained. We stayed."]


def test_a_note_is_a_text_without_its_number_and_the_way_back() -> None:
    notes = (
        '<p id="fn1"><a href="#fnref1">1</a>. It was hard.</p>'
        '<p>In May. <a href="a.xhtml#r2" role="doc-backlink">↩︎</a></p>'
    )
    assert texts({"a.xhtml": f"<body>{notes}</body>"}) == ["It was hard.", "In May."]


def test_a_link_that_shows_a_number_is_text() -> None:
    assert texts({"a.xhtml": '<body><p>See <a href="b.xhtml#part">3</a> boats.</p></body>'}) == [
        "See 3 boats."
    ]


def test_the_page_of_contents_is_left_out() -> None:
    pages = {"toc.xhtml": "<body><p>One 3</p></body>", "a.xhtml": "<body><h1>One</h1></body>"}
    guide = '<guide><reference type="toc" href="{}"/></guide>'
    assert texts(pages, guide.format("toc.xhtml")) == ["One"]
    assert texts(pages, guide.format("a.xhtml#toc")) == ["One 3", "One"]


def test_where_a_chapter_has_no_heading_its_number_tells() -> None:
    pages = {
        "a.xhtml": "<body/>",
        "b.xhtml": "<body><p>It rained.</p></body>",
        "c.xhtml": "<p>We stayed.</p>",
    }
    assert places(pages) == ["“chapter 1”, paragraph 1", "“chapter 2”, paragraph 1"]
