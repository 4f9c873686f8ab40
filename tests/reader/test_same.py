"""`=`: the two sides of a finding are the same, and its like is told no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from reader_pair import SOURCE, TARGET, finding, study_by_hand
from reading import reading

from tui.cli import main
from tui.comparison import identified
from tui.desk import Desk

NAMES = identified(
    [
        finding("name", "facts", "critical", "Ada Ferri", "", "Only the source has this name."),
        finding("name", "facts", "critical", "", "Ada Ferri", "Only the target has this name."),
        finding("word", "words", "minor", "friends", "amici", "Nothing like it on the other side."),
        finding("word", "words", "minor", "lamp", "", "Nothing like it on the other side."),
    ],
    SOURCE,
    TARGET,
)


async def test_a_word_that_is_the_same_is_silenced_counted_and_taken_back() -> None:
    async with reading() as reader:
        await reader.press(*["right_square_bracket"] * 4)
        page = reader.look()
        assert "friends" in page.lines[-3] + page.lines[-2]
        await reader.press("equals_sign")
        page = await reader.finish()
        assert "“friends” and “amici” are the same in every pair: 1 finding silenced here" in reader.told
        assert "1 silenced" in page.lines[0]
        assert "of 5" in (await reader.press("right_square_bracket")).text
        await reader.press("u")
        page = await reader.finish()
        assert "Undone: “friends” and “amici” are the same" in reader.told
        assert "silenced" not in page.lines[0]
        assert "of 6" in (await reader.press("right_square_bracket")).text


async def test_it_holds_the_next_time_and_is_on_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    async with reading() as reader:
        await reader.press(*["right_square_bracket"] * 4, "equals_sign")
        await reader.finish()
    async with reading() as reader:
        assert "1 silenced" in reader.look().lines[0]
    assert main(["same", "list"]) == 0
    assert capsys.readouterr().out == "friends  amici  en→it\n"


async def test_figures_are_the_same_in_this_pair_only() -> None:
    """They are told as they stand in the texts, not as the values they are matched by."""
    async with reading() as reader:
        await reader.press("right_square_bracket", "equals_sign")
        await reader.finish()
        assert "“300,000 euros” and “500.000 euro” are the same in this pair" in reader.told
        await reader.press("u")
        await reader.finish()
        assert "Undone: “300,000 euros” and “500.000 euro” are the same." in reader.told
        await reader.press("ctrl+r")
        await reader.finish()
    other = replace(SOURCE, text=SOURCE.text.replace("winter", "summer"))
    assert not Desk().open(other, TARGET).sheet().same.equivalences


async def test_two_that_each_stand_on_one_side_are_each_others_counterpart() -> None:
    study = study_by_hand(findings=NAMES[:2])
    async with reading(study=study) as reader:
        await reader.press("right_square_bracket", "equals_sign")
        await reader.finish()
        assert "2 findings silenced here" in reader.told


async def test_where_one_side_has_nothing_what_is_written_is_the_counterpart() -> None:
    """A word or a name, which has to stand in that text: no whole sentence that happens to be selected."""
    async with reading(study=study_by_hand(findings=NAMES[3:])) as reader:
        page = await reader.press("tab", "v", "tab", "right_square_bracket", "equals_sign")
        assert "What the Italian has for “lamp”" in page.text
        await reader.press("escape", "equals_sign", *"lanterna", "enter")
        assert "The Italian does not have “lanterna”." in reader.told
        await reader.press("equals_sign", "enter")
        assert "Nothing is the same by that." in reader.told
        await reader.press("equals_sign", *"lampada", "enter")
        await reader.finish()
        assert "“lamp” and “lampada” are the same in every pair: 1 finding silenced" in reader.told


@pytest.mark.parametrize("steps", [2, 0])
async def test_what_cannot_be_the_same_says_so(steps: int) -> None:
    async with reading() as reader:
        await reader.press(*["right_square_bracket"] * steps, "equals_sign")
        await reader.finish()
        told = "Only names, words and figures can be the same" if steps else "No finding under the cursor"
        assert told in reader.told


async def test_a_report_counts_what_was_silenced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press(*["right_square_bracket"] * 4, "equals_sign")
        await reader.finish()
        await reader.press("E")
        await reader.press("enter")
        await reader.until("Written:")
    (report,) = tmp_path.glob("*report*")
    assert "Silenced: 1 finding by you" in report.read_text("utf-8")
