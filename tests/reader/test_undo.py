"""Undo and redo by keys: whatever was decided last, and it is said what that was."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from by_hand import alignment_of, article_of
from reading import reading

from tui.articles import Article
from tui.comparison import Comparison
from tui.reader.work import Result


async def test_undo_and_redo_say_what_they_take_back_and_do_again() -> None:
    async with reading() as reader:
        await reader.press("right_square_bracket", "c", "b", "e", *"why", "escape")
        page = await reader.finish()
        assert "1/6 ✓" in page.lines[0]
        for told in (
            "Undone: the note on “The amounts differ.”",
            "Undone: the bookmark.",
            "Undone: the verdict confirmed on “The amounts differ.”",
            "Nothing to undo.",
        ):
            await reader.press("u")
            await reader.finish()
            assert told in reader.told
        assert ".”." not in reader.told
        assert "✓" not in reader.look().lines[0]
        await reader.press("ctrl+r")
        page = await reader.finish()
        assert "Done again: the verdict confirmed on “The amounts differ.”" in reader.told.splitlines()
        assert "1/6 ✓" in page.lines[0]


async def test_what_was_decided_at_once_is_undone_at_once() -> None:
    async with reading() as reader:
        await reader.press("f", "X", "X")
        assert "6/6 ✓" in (await reader.finish()).lines[0]
        await reader.press("u")
        page = await reader.finish()
        assert "Undone: the verdict dismissed on 6 findings." in reader.told
        assert "✓" not in page.lines[0]
        await reader.press("ctrl+r")
        assert "6/6 ✓" in (await reader.finish()).lines[0]


async def test_a_note_can_be_left_as_it_was() -> None:
    async with reading() as reader:
        await reader.press("right_square_bracket", "e", *"kept", "escape")
        await reader.finish()
        await reader.press("e", *" and more", "ctrl+g")
        page = await reader.finish()
        assert "✎ kept" in page.text
        assert "more" not in page.text
        await reader.press("r", *"beside", "ctrl+g")
        await reader.finish()
        await reader.press("r")
        assert "beside" not in reader.look().text


async def test_verdicts_notes_bookmarks_and_corrections_go_along_when_the_sides_are_swapped() -> None:
    async with reading() as reader:
        await reader.press("right_square_bracket", "c", "e", *"ask", "escape", "b")
        await reader.finish()
        await reader.press("s")
        await reader.finish()
        page = await reader.press("g", "right_square_bracket")
        assert "confirmed ✓" in page.text
        assert "✎ ask" in page.text
        assert "1/6 ✓" in page.lines[0]
        await reader.press("x")
        await reader.finish()
        await reader.press("s")
        await reader.finish()
        assert "dismissed ×" in (await reader.press("g", "right_square_bracket")).text


async def test_what_is_decided_before_the_desk_has_answered_a_swap_is_about_the_sides_as_they_are() -> None:
    """A slow disk, and a mark at the last of three sentences, where the other side has but one."""
    one, three = article_of([["Only this."]], "en"), article_of([["Solo."], ["E poi."], ["Fine."]], "it")

    def study(source: Article, *_: object) -> Iterator[Result]:
        yield alignment_of("0=0 =1 =2" if source is one else "0=0 1= 2=")
        yield Comparison(())

    gate = threading.Event()
    async with reading(one, three, study=study) as reader:
        reader.screen.deciding.run_beside(gate.wait)
        await reader.press("s")
        await reader.until("S1 of 3")
        await reader.press("G", "b")
        reader.screen.pairs.look_round()
        gate.set()
        await reader.finish()
        page = await reader.until("▸")
        assert "Fine." in page.lines[page.line_of("▸")]
        await reader.press("s")
        page = await reader.until("▸")
        assert "Fine." in page.lines[page.line_of("▸")]
