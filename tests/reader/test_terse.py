"""Fewer bytes to the terminal: every character keeps the style that it had."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.reader.terse import terse
from tui.reader.widgets.painting import _last_difference

COLOURS = st.sampled_from(["#ff0000", "#00ff01", "blue", "bright_red", "color(200)", "default", None])
STYLES = st.builds(
    lambda ink, ground, bold, italic, reverse: Style(
        color=ink, bgcolor=ground, bold=bold, italic=italic, reverse=reverse
    ),
    COLOURS, COLOURS, *[st.sampled_from([True, None])] * 3,
)  # fmt: skip
TEXTS = st.lists(st.tuples(st.text("ab \n", min_size=1, max_size=4), STYLES), max_size=12)


def styled(data: str) -> list[tuple[str, frozenset[str]]]:
    """Each character with the codes in force: a terminal, as far as styles go."""
    out: list[tuple[str, frozenset[str]]] = []
    force: dict[str, str] = {}
    for codes, character in re.findall(r"\x1b\[([0-9;]*)m|(.)", data, re.DOTALL):
        if character:
            out.append((character, frozenset(force.values())))
            continue
        for code in re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+", codes):
            if code == "0":
                force = {}
            elif re.match(r"3[0-9]|9[0-7]", code):
                force["ink"] = code
            elif re.match(r"4[0-9]|10[0-7]", code):
                force["ground"] = code
            else:
                force[code] = code
    return out


@given(TEXTS)
def test_every_character_keeps_its_style(texts: list[tuple[str, Style]]) -> None:
    data = "".join(style.render(text, color_system=ColorSystem.TRUECOLOR) for text, style in texts)
    assert styled(terse(data)) == styled(data)
    assert len(terse(data)) <= len(data)


@given(TEXTS)
def test_nothing_is_left_in_force(texts: list[tuple[str, Style]]) -> None:
    data = "".join(style.render(text, color_system=ColorSystem.TRUECOLOR) for text, style in texts)
    assert styled(terse(data) + "x")[-1] == ("x", frozenset())


def test_a_colour_that_stays_is_named_once() -> None:
    ground = Style(bgcolor=Color.parse("#161d18"))
    data = "".join((ground + Style(bold=bold)).render("x") for bold in (None, None, True))
    assert terse(data).count("48;2;22;29;24") < data.count("48;2;22;29;24")


@given(TEXTS, TEXTS)
def test_what_differs_ends_where_the_last_cell_differs(
    before: list[tuple[str, Style]], after: list[tuple[str, Style]]
) -> None:
    old, new = (
        Strip([Segment(text.replace("\n", "日"), style) for text, style in texts]).adjust_cell_length(30)
        for texts in (before, after)
    )
    stop = _last_difference(old, new)
    assert old.crop(stop).simplify() == new.crop(stop).simplify()
    if stop:
        # A wide character cut in two is cropped to a blank: one steps back to where it begins.
        last = max(cell_len(strip.crop(0, stop).text[-1]) for strip in (old, new))
        assert old.crop(stop - last).simplify() != new.crop(stop - last).simplify()
