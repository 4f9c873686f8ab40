"""How it looks in any theme: nothing is told by colour alone, and NO_COLOR sends none."""

import pytest
from reader_pair import SOURCE, TARGET, study_by_hand
from reading import Reading, reading
from rich.style import Style
from screenful import Screenful

from tui.config import Config
from tui.reader import ReaderApp
from tui.reader.themes import own_themes

MARKED = {
    "fact": "not close",
    "missing sentence": "It should take a year",
    "moved": "The mayor was not",
    "word": "friends",
}


def attributes(style: Style) -> tuple[bool | None, ...]:
    return style.bold, style.italic, style.underline, style.reverse


def assert_marked_without_colour(page: Screenful) -> None:
    plain = attributes(page.style_of("The lamp still"))
    for what, words in MARKED.items():
        assert attributes(page.style_of(words)) != plain, what
    assert len({attributes(page.style_of(words)) for words in MARKED.values()}) >= 3


@pytest.mark.parametrize(
    "theme",
    [
        "dark",
        *(
            pytest.param(name, marks=pytest.mark.long)
            for name in [*(theme.name for theme in own_themes()), "nord", "textual-light"]
            if name != "dark"
        ),
    ],
)
async def test_every_theme_tells_the_marks_apart_without_colour(theme: str) -> None:
    """Underline, italic, bold: the same in our themes and in Textual's."""
    async with reading() as reader:
        reader.app.theme = theme
        await reader.pilot.pause()
        assert_marked_without_colour(reader.look())


async def test_themes_can_be_changed_while_reading() -> None:
    """The page is painted anew in the colours of the other theme."""
    async with reading() as reader:
        dark = reader.look().style_of("The lamp still").bgcolor
        reader.app.theme = "light"
        await reader.pilot.pause()
        assert reader.look().style_of("The lamp still").bgcolor != dark


async def test_no_color_sends_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not grey instead of red: no colour at all, and the marks stay."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        page = await reader.press("right_square_bracket")
        assert_marked_without_colour(page)
        assert page.style_of("300,000 euros").reverse
        sentence = await reader.press("j", "j", "j")
        assert sentence.style_of("The lamp still").bold
        assert sentence.style_of("La lampada").bold
        svg = reader.app.export_screenshot()
        assert len(set(colours_of(svg))) <= 4


@pytest.mark.parametrize(
    "key", ["E", *(pytest.param(key, marks=pytest.mark.long) for key in ("ctrl+o", "e", "t"))]
)
async def test_without_colour_a_dialog_has_edges_over_the_page(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No ground is lighter than another there."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        page = await reader.press("right_square_bracket", key, *(("I",) if key == "t" else ()))
        assert reader.app.screen is not reader.screen
        edges = [line for line in page.lines if "┌───" in line or "└───" in line]
        assert len(edges) == 2, page.text
        assert "A lighthouse for sale" in page.text


async def test_without_colour_the_chosen_format_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        for chosen, other in (("a page to look at", "Markdown"), ("Markdown", "a page to look at")):
            page = await reader.press("E" if chosen != "Markdown" else "down")
            assert attributes(page.style_of(chosen)) != attributes(page.style_of(other))


def colours_of(svg: str) -> list[str]:
    """The colours that text of a screenshot is filled with: the terminal's own, and its dim."""
    styles = svg[svg.index("<style>") : svg.index("</style>")]
    return [part.split(";")[0].strip() for part in styles.split("fill:")[1:]]


@pytest.mark.long
async def test_an_empty_no_color_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the convention has it (no-color.org)."""
    monkeypatch.setenv("NO_COLOR", "")
    async with reading() as reader:
        assert reader.look().style_of("not close").color != reader.look().style_of("The lamp").color


async def test_the_cursor_is_seen_in_both_panes_without_colour() -> None:
    """The bar stands left of both texts on every line of the row."""
    async with reading() as reader:
        await reader.press("j")
        lines = reader.cursor_lines()
        assert len(lines) == 3
        assert all(line.startswith("▌") and "│▌" in line for line in lines)


async def test_the_footer_shows_seven_keys_at_most() -> None:
    """More would overflow without a sign."""
    async with reading() as reader:
        footer = reader.look().lines[-1]
        assert len([part for part in footer.split("  ") if part.strip()]) <= 7
        assert len([part for part in footer.split("  ") if part.strip()]) >= 5


def test_every_key_can_be_remapped_and_says_what_it_does() -> None:
    """Bindings have an id of their own, a label and a tooltip."""
    bindings = ReaderApp(SOURCE, TARGET, study=study_by_hand()).get_default_screen().BINDINGS
    ids = [binding.id for binding in bindings if not isinstance(binding, tuple)]
    assert len(set(ids)) == len(bindings)
    for binding in bindings:
        assert not isinstance(binding, tuple)
        assert binding.id
        assert binding.description
        assert binding.tooltip


async def test_remapped_keys_work() -> None:
    """A key map by binding id is all it takes."""
    async with reading(config=Config(keymap={"row.next": "w", "row.previous": "W"})) as reader:
        page = await reader.press("w", "w", "W")
        assert page.lines[page.line_of("The old lighthouse")].startswith("▌")


async def test_the_minimap_tells_layers_apart_by_shape() -> None:
    """At the right edge, the loudest layer shown of each place."""
    async with reading(size=(120, 60)) as reader:
        assert edge(reader) == {"◆", "▪"}
        await reader.press("1")
        assert edge(reader) == {"▪", "·"}


async def test_the_minimap_lights_the_view_without_colour_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reversed cells where a ground cannot be seen."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(size=(120, 16)) as reader:
        lit = [reader.look().style_at(119, y).reverse for y in range(2, 12)]
        assert lit[0]
        assert not lit[-1]
        await reader.press("G")
        lit = [reader.look().style_at(119, y).reverse for y in range(2, 12)]
        assert not lit[0]
        assert lit[-1]


def edge(reader: Reading) -> set[str]:
    return {line[119] for line in reader.look().lines[2:-5] if len(line) == 120}


async def test_the_settings_are_what_the_reader_opens_with() -> None:
    """Theme, layers, layout, density and ruler."""
    settings = Config(
        theme="light",
        layers=frozenset({"facts"}),
        layout="stacked",
        density="compact",
        ruler=True,
    )
    async with reading(config=settings) as reader:
        page = await reader.press("j")
        assert reader.app.theme == "light"
        assert page.style_of("not close").underline
        assert not page.style_of("friends").underline
        source = page.line_of("The lamp still works")
        assert "La lampada" in page.lines[source + 1]
        assert page.lines[source - 1].strip()
        paper = page.style_at(100, source).bgcolor
        assert page.style_at(100, page.line_of("The old lighthouse")).bgcolor != paper


async def test_panes_can_be_kept_side_by_side() -> None:
    """Also in a terminal that is narrow."""
    async with reading(config=Config(layout="side-by-side"), size=(80, 24)) as reader:
        page = reader.look()
        assert "Faro in vendita" in page.lines[page.line_of("1   A lighthouse")]
