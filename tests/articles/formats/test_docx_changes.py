"""A Word document is read as if every tracked change in it had been accepted."""

import pytest
from written_formats import zipped

from tui.articles.formats.docx import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, mark: str = "", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    changed = f'<w:rPr><w:{mark} w:id="1" w:author="Ada"/></w:rPr>' if mark else ""
    return f'<w:p><w:pPr>{named}{changed}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def texts(body: str) -> list[str]:
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    data = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})
    return [block.text for block in read(data, "a.docx").blocks]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next(mark: str) -> None:
    body = paragraph("The boat ", mark) + '<w:bookmarkEnd w:id="0"/>' + paragraph("left.")
    assert texts(paragraph("It rained.") + body + paragraph("We stayed.")) == [
        "It rained.",
        "The boat left.",
        "We stayed.",
    ]


def test_several_ends_deleted_in_a_row_make_one_paragraph() -> None:
    body = paragraph("One, ", "del") + paragraph("two, ", "del") + paragraph("three.") + paragraph("Four.")
    assert texts(body) == ["One, two, three.", "Four."]


def test_an_end_that_was_added_is_an_end() -> None:
    assert texts(paragraph("One.", "ins") + paragraph("Two.")) == ["One.", "Two."]


def test_no_paragraph_goes_on_in_a_table_or_in_another_cell() -> None:
    cells = "".join(f"<w:tc>{paragraph(text, 'del')}</w:tc>" for text in ("Left.", "Right."))
    body = paragraph("Before.", "del") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph("After.")
    assert texts(body) == ["Before.", "Left.", "Right.", "After."]
