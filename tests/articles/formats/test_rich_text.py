"""Rich text as Word and others write it: its text, and nothing that only lists, pages and changes have."""

import pytest

from tui.articles.blocks import Document
from tui.articles.formats.rtf import read

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\froman\fcharset238 Times;}}"
    r"{\stylesheet{\s0\pard Normal;}}{\header\pard Head 3\par}{\*\generator x}"
)


def document(body: str) -> Document:
    return read(f"{HEAD}{body}}}".encode("ascii"), "a.rtf")


def texts(body: str) -> list[str]:
    return [block.text for block in document(body).blocks]


@pytest.mark.parametrize(
    "mark",
    [
        r"{\listtext\pard\plain\f0 1.\tab}",
        r"{\*\listtext\pard\plain\f0 \bullet\tab}",
        r"{\pntext\f1\'B7\tab}",
        r"\bullet \tx360\tab ",
        r"\fi-360 12.\tx360\tab ",
        r"{\deleted It snowed. }",
        r"{\field{\*\fldinst { PAGE }}{\fldrslt {3}}}",
    ],
)
def test_what_is_no_text(mark: str) -> None:
    assert texts(rf"\pard {mark}It rained.\par We stayed.\par") == ["It rained.", "We stayed."]


def test_each_cell_is_a_paragraph() -> None:
    rows = r"\trowd\cellx100\cellx200\pard\intbl Boat\cell 9 euros | 3\cell\row"
    assert texts(rf"{rows}{rows}\pard After.\par") == [
        "Boat", "9 euros | 3", "Boat", "9 euros | 3", "After.",
    ]  # fmt: skip


def test_a_line_break_and_a_tab_end_no_paragraph() -> None:
    assert texts(r"\pard It\line rained\tab\'e8 hard.\par") == ["It rained è hard."]


def test_notes_follow_the_text_and_text_boxes_stand_before_them() -> None:
    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} In \'e9t\'e9.\par Twice.}}"
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 75}}{\shptxt \pard In the box.\par}}{\shprslt In the box.}}"
    found = document(rf"\pard It rained{note} hard.{box}\par We stayed.\par").blocks
    assert [(block.text, block.place) for block in found] == [
        ("It rained hard.", "paragraph 1"),
        ("We stayed.", "paragraph 2"),
        ("In the box.", "paragraph 3"),
        ("In été.", "note 1"),
        ("Twice.", "note 2"),
    ]


def test_a_link_is_a_link() -> None:
    link = r'{\field{\*\fldinst { HYPERLINK "https://example.org/a" }}{\fldrslt {\cf1\ul this} page}}'
    place = r'{\field{\*\fldinst{HYPERLINK \\l "two"}}{\fldrslt below}}'
    found = document(rf"\pard See {link}, or {place}.\par").blocks
    assert [block.text for block in found] == ["See this page, or below."]
    assert [(found[0].text[m.start : m.end], m.kind, m.value) for m in found[0].marks] == [
        ("this page", "link", "https://example.org/a"), ("below", "link", "#two"),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["", "}}}", r"{\field{\fldrslt x", r"{\footnote", r"\bin9999999 x", "\\"])
def test_what_is_not_closed_is_read_as_far_as_it_goes(end: str) -> None:
    assert texts(rf"\pard It rained.\par We stayed.\par {end}")[:2] == ["It rained.", "We stayed."]


@pytest.mark.dear
def test_many_groups_that_do_not_close_take_no_longer_than_others() -> None:
    assert texts(r"\pard It rained.\par" + r"{\field{\fldrslt" * 20_000)[0] == "It rained."
