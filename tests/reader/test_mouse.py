"""The mouse: wheel, click, drag, scrollbar column; and what is copied."""

from by_hand import article_of
from reader_pair import SOURCE, study_by_hand
from reading import Reading, reading
from rich.cells import cell_len
from textual import events
from textual.geometry import Offset


def at(reader: Reading, words: str, *, end: bool = False) -> tuple[int, int]:
    """The cell in which `words` begin on the screen, or end."""
    page = reader.look()
    y = next(y for y, line in enumerate(page.lines) if y > 1 and words in line)
    before, after = page.lines[y].split(words, 1)[0], words[:-1] if end else ""
    return cell_len(before + after), y


async def drag(reader: Reading, start: tuple[int, int], end: tuple[int, int]) -> None:
    await reader.pilot.mouse_down(offset=start)
    await reader.pilot.hover(offset=end)
    await reader.pilot.mouse_up(offset=end)
    await reader.pilot.pause()


async def copied(reader: Reading) -> str:
    await reader.press("y")
    return reader.app.clipboard


async def test_a_click_puts_the_cursor_on_the_sentence() -> None:
    """In the pane that was clicked."""
    async with reading() as reader:
        await reader.pilot.click(offset=at(reader, "Era spento"))
        await reader.pilot.pause()
        page = reader.look()
        assert page.lines[page.line_of("The old lighthouse")].startswith("▌")
        assert page.style_of("Era spento").bgcolor != page.style_of("Il vecchio").bgcolor


async def test_a_drag_selects_the_text_of_one_side_across_lines() -> None:
    """Exactly the characters between, whatever stands in the other pane; y copies them, Esc lets go."""
    async with reading() as reader:
        await drag(reader, at(reader, "sold on"), at(reader, "dark since", end=True))
        page = reader.look()
        assert page.style_of("sold on").bgcolor == page.style_of("Monday for").bgcolor
        assert page.style_of("Il vecchio").bgcolor != page.style_of("sold on").bgcolor
        assert await copied(reader) == "sold on Monday for 300,000 euros. It had been dark since"
        await reader.press("escape")
        assert (await copied(reader)).startswith("A lighthouse for sale\n\nFaro in vendita")


async def test_a_drag_over_paragraphs_and_into_the_other_pane_stays_on_its_side() -> None:
    """From the middle of one paragraph to the middle of the next, as they stand in the file."""
    async with reading() as reader:
        await drag(reader, at(reader, "spento dal"), Offset(100, at(reader, "La lampada")[1] - 1))
        text = await copied(reader)
        assert text.startswith("spento dal 1987.\nIl sindaco non era alla firma.\n«Lo chiuderemo")
        await drag(reader, at(reader, "Era spento"), Offset(2, at(reader, "Era spento")[1] + 2))
        assert "lighthouse" not in await copied(reader)


async def test_a_drag_backwards_over_wide_characters_and_marks() -> None:
    """Cells are not characters: the selection is of characters all the same."""
    odd = article_of([["ab 漢字 \u202ecd e\u0301f gh."]])
    async with reading(odd, SOURCE, study=study_by_hand("0=0,1,2,3,4,5,6,7,8,9", ())) as reader:
        y = at(reader, "ab")[1]
        await drag(reader, (at(reader, "gh")[0] - 1, y), (9, y))
        assert await copied(reader) == "漢字 \u202ecd e\u0301f "


async def test_v_selects_by_keys_a_sentence_and_the_next() -> None:
    """In the pane of the cursor, across rows; after a move it begins anew, Esc lets go."""
    async with reading() as reader:
        await reader.press("j", "v")
        assert await copied(reader) == (
            "The old lighthouse of Porto Levante was sold on Monday for 300,000 euros."
        )
        await reader.press("v", "v")
        assert (await copied(reader)).endswith(
            "since 1987.\n“We will not close it to visitors,” said Ada Ferri, who bought it with two friends."
        )
        await reader.press("g", "v")
        assert await copied(reader) == "A lighthouse for sale"
        await reader.press("tab", "v")
        assert await copied(reader) == "Faro in vendita"
        await reader.press("escape")
        assert "\n\n" in await copied(reader)


async def test_y_copies_both_sides_of_the_row() -> None:
    """Source, a blank line, target; a toast says so."""
    async with reading() as reader:
        page = await reader.press("j", "y")
        assert "Copied S2 T2, both sides," in page.text
        assert reader.app.clipboard == (
            "The old lighthouse of Porto Levante was sold on Monday for 300,000 euros. "
            "It had been dark since 1987.\n\n"
            "Il vecchio faro di Porto Levante è stato venduto lunedì per 500.000 euro. Era spento dal 1987."
        )


async def test_the_wheel_scrolls_both_panes_and_takes_the_cursor_along() -> None:
    """What is on the screen is what the status speaks of."""
    long = article_of([[f"Paragraph {n}."] for n in range(60)])
    study = study_by_hand(" ".join(f"{n}={n}" for n in range(60)), ())
    async with reading(long, long, study=study, size=(100, 20)) as reader:
        for _ in range(10):
            await reader.pilot._post_mouse_events([events.MouseScrollDown], offset=(20, 8))
        await reader.pilot.pause()
        page = reader.look()
        rows = page.lines[2:]  # below the masthead, which names the article
        assert not any("Paragraph 0." in line for line in rows)
        number = next(line for line in rows if "Paragraph" in line).split("Paragraph ")[1][0:2]
        row = int(page.text.split(" of ")[0].rpartition("S")[2])
        assert row - 1 - int(number.strip(".")) in (0, 1)
        assert reader.cursor_lines()


async def test_the_minimap_goes_where_it_is_clicked() -> None:
    """Its bottom is the end of the article."""
    long = article_of([[f"Paragraph {n}."] for n in range(60)])
    study = study_by_hand(" ".join(f"{n}={n}" for n in range(60)), ())
    async with reading(long, long, study=study, size=(100, 20)) as reader:
        await reader.pilot.click("Minimap", offset=(0, 13))
        await reader.pilot.pause()
        assert "Paragraph 59." in reader.look().text
