"""Deciding by keys: verdicts, notes and bookmarks, what they look like, and that they are there tomorrow."""

from pathlib import Path

import pytest
from reading import Reading, reading

from tui.config import Config

FIRST = ("right_square_bracket",)
"""To the first finding: the amounts differ."""


async def decided(reader: Reading, *keys: str) -> str:
    """Presses keys, waits until all is in the file, and looks."""
    await reader.press(*keys)
    return (await reader.finish()).text


@pytest.mark.parametrize(
    ("key", "verdict"), [("c", "confirmed ✓"), ("x", "dismissed ×"), ("i", "intended ≈")]
)
async def test_one_key_decides_and_again_takes_it_back(key: str, verdict: str) -> None:
    async with reading() as reader:
        assert "finding 1 of 6 · open" in await decided(reader, *FIRST)
        page = await decided(reader, key)
        assert f"finding 1 of 6 · {verdict}" in page
        assert "1/6 ✓" in page.splitlines()[0]
        page = await decided(reader, key)
        assert "finding 1 of 6 · open" in page
        assert "✓" not in page.splitlines()[0]


async def test_keys_pressed_fast_decide_each_its_own_finding() -> None:
    """No key waits for the file, and none is taken for another's."""
    async with reading() as reader:
        await reader.press(*FIRST, "c", *FIRST, "x", *FIRST, "i")
        page = await reader.finish()
        assert "3/6 ✓" in page.lines[0]
        await reader.press("f")
        assert [line.split()[-2] for line in reader.list_lines() if "  critical " in line] == [
            "confirmed",
            "intended",
        ]


async def test_what_is_dismissed_fades() -> None:
    """The words lose the look and the glyph of a finding, and stay to be read."""
    async with reading(config=Config(theme="dark")) as reader:
        before = reader.look().style_of("500.000")
        assert before.bold
        await decided(reader, *FIRST, "x", "G")
        page = reader.look()
        assert not page.style_of("500.000").bold
        assert page.style_of("500.000").italic
        assert "≠" not in page.lines[page.line_of("500.000")]


async def test_a_dismissed_paragraph_fades_as_well() -> None:
    """Also where the mark comes from the place of the paragraph alone."""
    async with reading() as reader:
        ground = reader.look().style_of("Secondo un agente").bgcolor
        await decided(reader, "G", "left_square_bracket")
        assert "only target" in reader.look().text
        await decided(reader, "x", "g")
        page = reader.look()
        assert page.style_of("Secondo un agente").bgcolor != ground
        assert "6 × Secondo" in page.text


async def test_only_open_findings_are_shown_on_demand() -> None:
    """What is decided is passed over and unmarked until `4` is pressed again."""
    async with reading() as reader:
        await decided(reader, *FIRST, "c", "g", "4")
        page = await reader.press(*FIRST)
        assert "finding 2 of 6" in page.text
        assert not page.style_of("500.000").bold
        await reader.press("4")
        assert "finding 1 of 6" in (await reader.press("left_square_bracket")).text


async def test_a_decision_without_a_finding_says_where_one_is() -> None:
    async with reading() as reader:
        for key in "cxie":
            page = await reader.press(key)
        assert "No finding under the cursor: ] goes to the next one." in page.text


async def test_a_note_of_several_lines_is_kept_with_the_finding() -> None:
    """The status shows it, the list has a sign for it, and it can be written on or taken away."""
    async with reading() as reader:
        dialog = await reader.press(*FIRST, "e")
        assert "The amounts differ." in dialog.text
        await reader.press(*"ask", "enter", *"Ada")
        page = await decided(reader, "escape")
        assert "✎ ask Ada" in page
        assert "open ✎" in (await reader.press("f")).text
        await reader.press("e")
        page = await decided(reader, *"!", "ctrl+s")
        assert "✎ ask Ada!" in page
        await reader.press("e", "f7", "delete")
        assert "✎" not in await decided(reader, "escape")


async def test_rows_have_bookmarks_and_notes() -> None:
    """A sign before the row; `B` goes from one to the next, round the end."""
    async with reading() as reader:
        page = await decided(reader, "j", "j", "j", "j", "b")
        assert "▸The lamp" in page
        assert "▸ bookmark" in page
        await reader.press("j", "j", "j", "r")
        await reader.press(*"who")
        page = await decided(reader, "escape")
        assert "✎ who" in page
        assert "S4 of 7  T5 of 9" in (await reader.press("B")).text
        assert "· T6" in (await reader.press("B")).text
        page = await decided(reader, "B", "b", "j")
        assert "▸" not in page


async def test_all_is_there_when_the_pair_is_opened_again() -> None:
    async with reading() as reader:
        await decided(reader, *FIRST, "c", *FIRST, "x", "e", *"hm", "escape", "b")
    async with reading() as reader:
        page = reader.look()
        assert "2/6 ✓" in page.lines[0]
        page = await reader.press("g", *FIRST)
        assert "confirmed ✓" in page.text
        page = await reader.press(*FIRST)
        assert "dismissed ×" in page.text
        assert "✎ hm" in page.text


async def test_the_list_sorts_filters_and_goes_there() -> None:
    """By severity, kind or verdict; the page follows the list, and Enter goes back to the page."""
    async with reading() as reader:
        await reader.press("f")
        first, second = reader.list_lines()[:2]
        assert first.startswith("6 findings  2 critical 3 major 1 minor")
        assert first.endswith("/ or v S K filter · s sorts")
        assert second == "all · as in the text"
        await reader.press("s")
        assert "all · by severity" in reader.list_lines()
        severities = [line.split("%")[0].split()[-2] for line in reader.list_lines() if line.endswith("open")]
        assert severities == ["critical"] * 2 + ["major"] * 3 + ["minor"]
        await reader.press("S")
        assert reader.list_lines()[0].startswith("2 of 6 findings  2 critical  ")
        assert reader.list_lines()[1] == "only critical · by severity"
        listed = [line for line in reader.list_lines() if line.endswith("open")]
        assert [kind for line in listed for kind in ("amount", "negation") if kind in line] == [
            "amount",
            "negation",
        ]
        page = await reader.press("j")
        assert "Only the source says “not”." in page.text
        page = await reader.press("enter", "j")
        assert "S4 of 7  T5 of 9" in page.text


async def test_the_list_shows_a_verdict_at_once() -> None:
    """Where decided ones are not listed, the next one is up."""
    async with reading() as reader:
        await reader.press("f", "v")
        assert "only open · as in the text" in reader.list_lines()
        page = await decided(reader, "c")
        assert "finding 2 of 6" in page
        assert reader.list_lines()[1].startswith("only open · as in the text")
        assert reader.list_lines()[1].endswith("1 of 6 decided")
        await decided(reader, "x", "v")
        assert "only confirmed · as in the text" in reader.list_lines()[1]
        assert [line.split()[-2:] for line in reader.list_lines() if "critical " in line[20:]] == [
            ["confirmed", "✓"]
        ]


async def test_what_is_dismissed_fades_in_the_list_too() -> None:
    """It stays listed, quieter than the others."""
    async with reading() as reader:
        await reader.press("f")
        before = reader.look().style_of("amount  ")
        await decided(reader, "x", "j")
        after = reader.look().style_of("amount  ")
        assert before.italic != after.italic
        assert before.color != after.color


async def test_an_empty_list_says_why() -> None:
    """Nothing left open, nothing with that value, or layers that are hidden."""
    async with reading() as reader:
        await reader.press("f", "4")
        for _ in range(6):
            await decided(reader, "c")
        assert "Nothing open: every finding is decided." in reader.list_lines()
        await reader.press("slash", *"zebra", "enter")
        assert "No finding is open and “zebra”: 0 shows all." in reader.list_lines()
        await reader.press("0", "1", "2", "3")
        told = "Nothing in what is shown. Hidden: facts, missing, words (1 2 3)."
        assert told in reader.list_lines()
        assert "facts, missing, words hidden" in reader.list_lines()[1]


async def test_the_list_is_walked_by_pages_and_from_end_to_end() -> None:
    """The keys that do so on the page do it in the list."""
    async with reading(size=(80, 24)) as reader:
        for key, number in (("G", 6), ("g", 1), ("space", 4), ("pageup", 1), ("down", 2), ("up", 1)):
            await reader.press(*(("f",) if key == "G" else ()), key)
            assert f"finding {number}/6" in reader.look().text


async def test_a_note_is_not_lost_when_the_reader_is_left_at_once() -> None:
    """What was asked to be kept is written before the reader ends."""
    async with reading() as reader:
        await reader.pilot.press(*FIRST, "c", "q")
    async with reading() as reader:
        await reader.press("g", *FIRST)
        assert "confirmed ✓" in reader.look().text


async def test_a_desk_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """One line, and reading goes on."""
    file = tmp_path / "data"
    file.write_text("a file where a folder should be")
    async with reading() as reader:
        page = await decided(reader, *FIRST, "c")
        assert "What you decide is not kept after you quit" in page
        assert "1/6 ✓" in page
