"""The page: rows of equal height, one place for every line, whatever the mode."""

import pytest
from by_hand import alignment_of
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_pair import BEADS, SOURCE, TARGET

from tui.alignment import rows
from tui.articles import SIDES, article_from_text, title
from tui.reader.page.edition import Edition
from tui.reader.page.layout import Layout, Mode, Wraps

ALIGNMENT = alignment_of(BEADS)
EDITION = Edition.unaligned(SOURCE, TARGET).aligned(ALIGNMENT, rows(SOURCE, TARGET, ALIGNMENT))
MODES: tuple[Mode, ...] = ("facing", "stacked", "source", "target")


def layout_of(mode: Mode, width: int, edition: Edition = EDITION) -> Layout:
    layout = Layout(edition, mode, width, Wraps())
    layout.complete()
    return layout


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", [20, 60, 118])
def test_every_line_of_the_texts_stands_on_the_page_once_and_in_order(mode: Mode, width: int) -> None:
    """Going down the page one reads each shown article from its first character to its last."""
    layout = layout_of(mode, width)
    for number, pane in enumerate(layout.panes):
        text = EDITION.article(pane.side).text
        lines = [layout.line(y)[number] for y in range(layout.height)]
        read = "".join(text[line.start : line.end] for line in lines if line and line.kind == "text")
        assert read.replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize("mode", MODES)
def test_a_character_is_found_on_its_line_again(mode: Mode) -> None:
    """The line of a sentence's first character shows that character."""
    layout = layout_of(mode, 60)
    for number, pane in enumerate(layout.panes):
        for sentence in EDITION.article(pane.side).sentences:
            line = layout.line(layout.y_of(pane.side, sentence.start))[number]
            assert line is not None
            assert line.start <= sentence.start < line.end


def test_facing_rows_are_as_tall_as_their_taller_side() -> None:
    """Both panes have the same height, one blank line below each row."""
    layout = layout_of("facing", 60)
    for row in range(len(EDITION.rows)):
        top, bottom = layout.bounds(row)
        lines = layout.row_lines(row)
        assert bottom - top == len(lines)
        assert any(line is not None and line.kind != "gap" for line in lines[-1])
        assert {layout.row_at(y) for y in range(top, bottom + 1)} == {row}


def test_the_empty_side_says_what_it_lacks() -> None:
    """Nothing there: hatched; moved or continued: a note first."""
    layout = layout_of("facing", 118)
    kinds = {
        row.kind: [line.kind for line in layout.row_lines(number)[0] if line]
        for number, row in enumerate(EDITION.rows)
    }
    assert kinds["only-source"] == ["text", "hatch"]
    assert kinds["only-target"] == ["hatch", "text"]
    assert kinds["moved"] in (["elsewhere", "text"], ["text", "elsewhere"])
    assert kinds["continued"] == ["elsewhere", "text"]


def test_before_it_is_aligned_paragraph_i_stands_beside_paragraph_i() -> None:
    """Nothing is said to be missing before anything is known."""
    layout = layout_of("facing", 118, Edition.unaligned(SOURCE, TARGET))
    shown = [[line.kind for line in layout.row_lines(row)[0] if line] for row in range(9)]
    assert shown == [["text", "text"]] * 7 + [["gap", "text"]] * 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text("ab 漢.", min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=6),
    st.lists(st.text("ab 漢.", min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=6),
    st.integers(12, 100),
)
def test_any_pair_can_be_laid_out(source: list[str], target: list[str], width: int) -> None:
    """Heights add up for any text in any mode."""
    original, version = (article_from_text("\n\n".join(side), language="en") for side in (source, target))
    edition = Edition.unaligned(original, version)
    for mode in MODES:
        layout = layout_of(mode, width, edition)
        assert layout.height == sum(len(layout.row_lines(r)) + 1 for r in range(len(edition.rows))) - 1


def test_a_headline_is_the_title_and_otherwise_the_name_of_the_file() -> None:
    """A first paragraph that ends like a sentence is no headline."""
    assert [title(EDITION.article(side)) for side in SIDES] == ["A lighthouse for sale", "Faro in vendita"]
    told = article_from_text("It began on Monday.\n\nIt ended.", path="news/en.txt", language="en")
    assert title(told) == "en.txt"
