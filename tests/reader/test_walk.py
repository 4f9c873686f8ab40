"""The walk of a fact-checker through the whole sample pair, by key presses only."""

import re

import pytest
from reading import Reading, reading

from tui.articles import load_pair
from tui.reader.work import PairStudy
from tui.resources import asset

STUDY = PairStudy()
"""The encoder is loaded once for both sittings."""


def place(reader: Reading) -> tuple[str, int, int]:
    """What the page says: the masthead, the number of findings and the number of rows."""
    page = reader.look()
    findings = re.search(r"finding \d+ of (\d+)", page.text)
    assert findings
    return page.lines[0], int(findings[1]), len(reader.screen.state.edition.rows)


@pytest.mark.long
async def test_a_fact_checker_decides_on_everything_and_finds_it_tomorrow() -> None:
    pair = load_pair(str(asset("sample/en.txt")), str(asset("sample/it.txt")))
    async with reading(pair.source, pair.target, study=STUDY) as reader:
        await reader.press("right_square_bracket")
        _, _, rows = place(reader)

        await reader.press("G", "k", "M")
        await reader.finish()
        await reader.press("g", "j", "j", "U")
        await reader.finish()
        await reader.press("g", "right_square_bracket")
        _, total, corrected_rows = place(reader)
        assert corrected_rows != rows

        assert "1 of" in (await reader.press("slash", *"vienna", "enter")).text
        await reader.press("escape", "g")

        for number in range(total):
            await reader.press("right_square_bracket", "cxi"[number % 3])
        await reader.finish()
        assert f"{total}/{total} ✓" in place(reader)[0]

        await reader.press("e", *"ask", "enter", *"Marta", "escape")
        await reader.finish()
        assert "✎ ask Marta" in reader.look().text
        left = reader.cursor_lines()[0][:50]
        await reader.pilot.press("q")

    async with reading(pair.source, pair.target, study=STUDY) as reader:
        assert reader.cursor_lines()[0][:50] == left
        await reader.press("G", "left_square_bracket", "right_square_bracket")
        head, again, again_rows = place(reader)
        assert f"{total}/{total} ✓" in head
        assert (again, again_rows) == (total, corrected_rows)
        assert "✎ ask Marta" in reader.look().text
        for told in ("Undone: the note on", "Undone: the verdict"):
            await reader.press("u")
            await reader.finish()
            assert told in reader.told
        assert f"{total - 1}/{total} ✓" in reader.look().lines[0]
