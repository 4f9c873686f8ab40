"""The terminal's shape: stacked when narrow, and a resize that keeps one's place."""

import pytest
from by_hand import article_of
from msgspec.structs import replace
from reader_pair import FINDINGS, study_by_hand
from reading import Reading, reading

from tui.articles import SIDES, Span
from tui.config import Config, Layout

LONG = article_of([[f"Paragraph {n} " + "goes on and on " * 12 + "to its end."] for n in range(80)])
STUDY = study_by_hand(" ".join(f"{n}={n}" for n in range(80)), ())


async def test_under_ninety_columns_the_panes_stack() -> None:
    """Row by row the source, then the target behind a thin rule; what one side lacks is a dotted line."""
    async with reading(size=(80, 50)) as reader:
        page = reader.look()
        source, target = page.line_of("The lamp still works"), page.line_of("La lampada funziona")
        assert target == source + 1
        assert page.lines[target].startswith("  5  │La lampada")
        assert "┄┄┄" in page.lines[page.line_of("Fishermen") + 2]
        assert "5 =  1 −  2 +  2 ⇄  2 critical  3 major  1 minor" in page.lines[0]


async def test_the_keys_work_stacked_too() -> None:
    """Rows, findings and the other pane."""
    async with reading(size=(80, 24)) as reader:
        page = await reader.press("right_square_bracket")
        assert page.lines[page.line_of("The old lighthouse")].startswith("▌")
        assert page.lines[page.line_of("Il vecchio faro")].startswith("▌")
        assert page.style_of("300,000").reverse


async def test_a_resize_keeps_the_row_and_its_line() -> None:
    """Wider, narrower, stacked and back: the line under the eyes stays where it is on the screen."""
    async with reading(LONG, LONG, study=STUDY, size=(120, 40)) as reader:
        await reader.press("space", "space", "space", "j", "j")
        words = f"Paragraph {int(reader.look().text.split(' of 80')[0].rpartition('S')[2]) - 1} "
        y = reader.look().line_of(words)
        for width, height in ((160, 40), (100, 40), (80, 40), (120, 40)):
            page = await reader.resize(width, height)
            assert page.line_of(words) == y
            assert page.lines[y].startswith("▌")


async def test_a_cursor_at_the_foot_stays_in_view_in_a_flat_terminal() -> None:
    """Where its old height on the screen is gone, the row moves up as far as it must."""
    async with reading(LONG, LONG, study=STUDY, size=(120, 40)) as reader:
        await reader.press("G")
        page = await reader.resize(40, 12)
        assert "Paragraph 79" in page.text
        assert len(page.lines) == 12
        page = await reader.resize(120, 40)
        assert page.lines[page.line_of("Paragraph 79")].startswith("▌")


async def test_the_smallest_terminal_does_not_break_it() -> None:
    """Too small to read is not a reason to crash."""
    async with reading(size=(12, 6)) as reader:
        await reader.press(
            "j", "l", "right_square_bracket", "o", "f", "slash", "escape", "question_mark", "escape"
        )
        page = await reader.resize(1, 1)
        assert len(page.lines) == 1
        assert "Faro in vendita" in (await reader.resize(120, 40)).text


async def test_a_list_without_a_cell_of_room_does_not_break_it() -> None:
    """With what was dismissed in it, of which each line is drawn again."""
    async with reading() as reader:
        await reader.press("f", "x", "j")
        await reader.resize(1, 6)
        await reader.press("j", "k", "f", "f", "escape")
        assert "Faro in vendita" in (await reader.resize(120, 40)).text


def y_of_cursor(reader: Reading) -> int:
    """The first line of the screen that the cursor's row is on."""
    return next(y for y, line in enumerate(reader.look().lines) if line.startswith("▌"))


@pytest.mark.parametrize(
    "size",
    [
        (80, 24),
        *(pytest.param(size, marks=pytest.mark.long) for size in ((99, 30), (100, 30), (200, 60))),
        (120, 40),
    ],
)
async def test_the_list_of_findings_leaves_the_finding_in_view(size: tuple[int, int]) -> None:
    """Beside the page or below it, opened and closed: what is marked on either side is to be seen."""
    async with reading(size=size) as reader:
        for _ in range(6):
            await reader.press("right_square_bracket", "f")
            assert reader.list_lines()
            state = reader.screen.state
            assert state.current is not None
            edition = state.edition
            places = [
                (side, place)
                for side in SIDES
                for span in state.current.side(side)
                for place in (span.start, span.end - 1)
                if edition.row_of_paragraph(side, edition.paragraph_at(side, place)) == state.row
            ]
            assert places
            assert all(reader.shows(*place) for place in places), state.current.kind
            await reader.press("f")
            assert not reader.list_lines()
            assert reader.cursor_lines()


async def test_the_list_stands_beside_a_wide_page_and_below_a_narrow_one() -> None:
    """With room enough the panes stay side by side; the page is what counts, not the terminal."""
    for size, is_beside, is_facing in (
        ((80, 24), False, False),
        ((120, 40), False, True),
        ((200, 60), True, True),
    ):
        async with reading(size=size) as reader:
            page = await reader.press("f")
            heading = page.lines[page.line_of("6 findings")]
            assert ("A lighthouse" in heading) == is_beside
            assert ("Il vecchio" in page.lines[page.line_of("The old")]) == is_facing


@pytest.mark.long
async def test_opening_the_list_keeps_the_line_where_it_is() -> None:
    """The page is laid out anew beside it, and the row under the cursor stays on its line of the screen."""
    findings = [replace(FINDINGS[0], source=(Span(at, at + 9),), target=(Span(at, at + 9),), id=str(at))
                for at in (LONG.paragraphs[40].start,)]  # fmt: skip
    study = study_by_hand(" ".join(f"{n}={n}" for n in range(80)), findings)
    for size in ((120, 40), (200, 60)):
        async with reading(LONG, LONG, study=study, size=size) as reader:
            await reader.press("G", "left_square_bracket")
            y = y_of_cursor(reader)
            await reader.press("f")
            assert y_of_cursor(reader) == y
            await reader.press("f")
            assert y_of_cursor(reader) == y


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_layout_is_turned_by_a_key(size: tuple[int, int]) -> None:
    """Stacked or side by side, whichever it is not; the second time as it was."""
    async with reading(size=size) as reader:
        before = reader.look()
        turned = await reader.press("O")
        facing = "La lampada" in before.lines[before.line_of("The lamp still")]
        assert ("La lampada" in turned.lines[turned.line_of("The lamp still")]) != facing
        assert (await reader.press("O")).lines == before.lines


@pytest.mark.parametrize("layout", ["side-by-side", "stacked"])
async def test_density_and_ruler_are_turned_by_a_key(layout: Layout) -> None:
    """Empty lines between rows go and come; the ruler lights the lines of the sentence, and follows it."""
    async with reading(config=Config(layout=layout)) as reader:
        page = await reader.press("j", "j")
        rows = [page.line_of(words) for words in ("Il sindaco", "“We will not")]
        page = await reader.press("d")
        closer = [page.line_of(words) for words in ("Il sindaco", "“We will not")]
        assert rows[1] - rows[0] == closer[1] - closer[0] + 1
        await reader.press("j", "j")
        page = await reader.press("underscore")
        edge = page.line_of("The lamp still"), page.line_of("Fishermen")
        x = 50  # beyond the end of both lines
        assert page.style_at(x, edge[0]).bgcolor != page.style_at(x, page.line_of("A lighthouse")).bgcolor
        page = await reader.press("j")
        assert page.style_at(x, edge[0]).bgcolor == page.style_at(x, page.line_of("A lighthouse")).bgcolor
        page = await reader.press("k", "underscore", "d")
        assert page.style_at(x, page.line_of("The lamp still")).bgcolor == page.style_at(x, 2).bgcolor
