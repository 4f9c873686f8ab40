"""Lines of cells: every character stands on one line, no line is too wide, nothing is hidden."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tui.articles import article_from_text
from tui.reader.page.wrapping import (
    _NARROW,
    WrappedArticle,
    character_at,
    graphemes,
    line_bounds,
    visible,
    wrap_any,
    wrap_narrow,
)

ANY_TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("     —aè漢字、。👩\u200d❤\ufe0fe\u0301\u202e\x1b\t"),
    ),
    min_size=1,
    max_size=200,
)
NARROW_TEXT = st.text(st.sampled_from("ab èé—  "), min_size=1, max_size=200)


def lines_of(text: str, width: int) -> list[str]:
    lines = wrap_any(text, 0, len(text), width)
    bounds = [line_bounds(text, lines, number, len(text)) for number in range(len(lines))]
    return [visible(text[start:end]) for start, end in bounds]


@given(ANY_TEXT, st.integers(8, 60))
@example("000\x80ᄀ00000\x80", 8)  # what is left of a line broken before its end may still be too long
def test_no_line_is_wider_than_the_pane(text: str, width: int) -> None:
    """Whatever the text holds, what is drawn fits, down to the width of the widest mark."""
    for line in lines_of(text, width):
        assert cell_len(line) <= width


@given(ANY_TEXT, st.integers(8, 60))
def test_only_blanks_fall_between_lines(text: str, width: int) -> None:
    """Lines follow each other in order, and nothing but the blanks they break at is left out."""
    lines = wrap_any(text, 0, len(text), width)
    assert lines[0] == 0
    assert list(lines) == sorted(set(lines))
    drawn = "".join(text[slice(*line_bounds(text, lines, n, len(text)))] for n in range(len(lines)))
    assert drawn.replace(" ", "") == text.replace(" ", "")


@given(NARROW_TEXT, st.integers(1, 30))
def test_the_fast_way_breaks_where_the_thorough_way_does(text: str, width: int) -> None:
    """Narrow text is wrapped by two functions whose heights must never differ."""
    assert wrap_narrow(text, 0, len(text), width) == wrap_any(text, 0, len(text), width)


def test_what_counts_as_narrow_takes_one_cell_each() -> None:
    """The fast way's characters are those that Rich draws in one cell."""
    for at in range(0, len(_NARROW), 3):
        assert _NARROW[at + 1] == "-"
        codes = range(ord(_NARROW[at]), ord(_NARROW[at + 2]) + 1)
        assert {get_character_cell_size(chr(code)) for code in codes} == {1}


def test_a_wide_text_breaks_between_its_characters() -> None:
    """Chinese has no blanks; closing punctuation never begins a line."""
    assert lines_of("港口协议达成了，市长说。", 8) == ["港口协议", "达成了，", "市长说。"]
    assert lines_of("港口协议，达成", 8) == ["港口协", "议，达成"]


def test_a_character_of_several_code_points_is_never_cut() -> None:
    assert lines_of("aaaaaaae\u0301\u0323e\u0301", 8) == ["aaaaaaae\u0301\u0323", "e\u0301"]


def test_every_character_that_unicode_hides_is_shown_or_known_to_be_nothing() -> None:
    """All of the category of formats but those that scripts are written with, and every filler."""
    hidden = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"]
    written = {"\u200c", *(chr(code) for code in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2))}
    drawn = {c for c in hidden if visible(c) == c and not 0x110BD <= ord(c) <= 0x1343F} - written
    assert not drawn
    assert visible("\u3164\u034f\u115f") == "⟨3164⟩⟨034F⟩⟨115F⟩"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a␛[31mred"),
        ("pay \u202e001\u202c euros", "pay ⟨RLO⟩001⟨PDF⟩ euros"),
        ("soft\u00adhyphen", "soft¬hyphen"),
        ("zero\u200bwidth", "zero⟨ZWSP⟩width"),
        ("tab\there", "tab⇥here"),
        ("bell\x07 c1\x9b", "bell␇ c1⟨9B⟩"),
        ("half \ud800", "half ⟨D800⟩"),
        ("caffè e\u0301 👍🏽 漢", "caffè e\u0301 👍 漢"),
        ("👩\u200d👩\u200d👧", "👩👩👧"),
        ("a\U000e0068\U000e0069", "a⟨h⟩⟨i⟩"),
        ("❤\ufe0f 1\ufe0f\u20e3", "❤ 1\u20e3"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    """Control characters, overrides and invisible ones get marks; letters and emoji are left alone."""
    assert visible(text) == shown
    assert sum(cells for _, _, cells in graphemes(text, 0, len(text))) == cell_len(shown)


def test_a_cell_finds_its_character_behind_marks_and_wide_characters() -> None:
    """A mark of five cells and a character of two are each one place in the article's text."""
    text = "a\u202e漢b"
    assert [character_at(text, 0, len(text), cell).start for cell in range(10)] == [
        0,
        1,
        1,
        1,
        1,
        1,
        2,
        2,
        3,
        4,
    ]


def test_every_paragraph_has_lines_of_its_own() -> None:
    """Narrow and wide paragraphs of one article are wrapped side by side."""
    article = article_from_text("One two three.\n\n漢字漢字漢字漢字\n\nFour.", language="en")
    wrapped = WrappedArticle(article, 8)
    assert [len(wrapped[paragraph]) for paragraph in range(3)] == [2, 2, 1]
