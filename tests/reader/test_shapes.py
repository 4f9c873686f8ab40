"""The terminal's shape: stacked when narrow, and a resize that keeps one's place."""

from by_hand import article_of
from reader_pair import study_by_hand
from reading import reading

LONG = article_of([[f"Paragraph {n} " + "goes on and on " * 12 + "to its end."] for n in range(80)])
STUDY = study_by_hand(" ".join(f"{n}={n}" for n in range(80)), ())


async def test_under_ninety_columns_the_panes_stack() -> None:
    """Row by row the source, then the target behind a thin rule; what one side lacks is a dotted line."""
    async with reading(size=(80, 50)) as reader:
        page = reader.look()
        source, target = page.line_of("The lamp still works"), page.line_of("La lampada funziona")
        assert target == source + 1
        assert page.lines[target].startswith("  5 │La lampada")
        assert "┄┄┄" in page.lines[page.line_of("Fishermen") + 2]
        assert "English → Italian" in page.lines[0]
        assert "5 =  1 −  2 +  2 ⇄  2 ≠  1 ~" in page.lines[0]


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
        words = f"Paragraph {int(reader.look().text.split('row ')[1].split(' of')[0]) - 1} "
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
