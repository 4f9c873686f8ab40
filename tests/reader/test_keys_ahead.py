"""Keys pressed faster than the screen follows: each does what it would have done with a pause before it."""

import pytest
from reading import Reading, reading
from textual import events
from textual.widgets import Input

NAMES = {"]": "right_square_bracket", "/": "slash", ":": "colon", " ": "space"}


async def at_once(reader: Reading, *keys: str) -> str:
    """Presses keys before the first of them has been taken, as a slow line brings them, and looks."""
    for key in keys:
        reader.app.post_message(events.Key(NAMES.get(key, key), key if len(key) == 1 else None))
    return (await reader.finish()).text


async def test_what_is_decided_in_the_list_is_what_its_cursor_is_on() -> None:
    async with reading() as reader:
        await at_once(reader, "f", "j", "x", "j", "c")
        verdicts = [line.split()[-1] for line in reader.list_lines() if "%" in line]
        assert verdicts == ["open", "×", "✓", "open", "open", "open"]


async def test_a_search_is_for_what_was_written_before_enter() -> None:
    async with reading() as reader:
        page = await at_once(reader, *"/lamp", "enter", "n")
        assert "2 of 2 matches" in page


async def test_escape_ends_a_search_whose_letters_come_late() -> None:
    async with reading() as reader:
        page = await at_once(reader, *"/lamp", "escape")
        assert "match" not in page


async def test_a_key_after_a_number_is_for_the_paragraph_of_that_number() -> None:
    async with reading() as reader:
        assert "▸The lamp" in await at_once(reader, *":4", "enter", "b")


async def test_a_filter_holds_what_was_written_before_enter() -> None:
    async with reading() as reader:
        page = await at_once(reader, "f", *"/moved", "enter", "c")
        assert "only “moved”" in page
        assert "moved" in next(line for line in reader.list_lines() if "✓" in line)


async def test_a_command_is_done_before_the_next_key() -> None:
    """What it opens is written in: the letters are no keys of the page."""
    async with reading() as reader:
        await at_once(reader, "ctrl+p", *"search", "enter", *"lamp", "enter", "b")
        page = reader.look().text
        assert "1 of 2 matches" in page
        assert "▸The lamp" in page


async def test_a_note_has_every_letter_that_was_typed_for_it() -> None:
    async with reading() as reader:
        await at_once(reader, "]", "e", *"ask", "ctrl+s")
        assert "✎ ask" in reader.look().text


@pytest.mark.parametrize("keys", [["/"], ["f", "/"], ["question_mark"], ["ctrl+p"], ["E", "tab"]])
async def test_what_is_mended_while_one_writes_is_what_was_written_by_then(keys: list[str]) -> None:
    """Keys that edit do not wait for the letters behind them, whatever one writes in."""
    async with reading() as reader:
        await reader.press(*(NAMES.get(key, key) for key in keys))
        await at_once(reader, "ctrl+u", *"121", "backspace", "3", "left", "4")
        place = reader.app.focused
        assert isinstance(place, Input)
        assert place.value == "1243"


async def test_a_note_is_mended_in_the_order_of_the_keys() -> None:
    async with reading() as reader:
        await at_once(reader, "]", "e", *"lanq", "backspace", "backspace", *"mp", "ctrl+s")
        assert "✎ lamp" in reader.look().text
