"""What a person must know of their settings and of their desk stands on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_pair import SOURCE, TARGET, study_by_hand
from reading import reading

from tui.cli import main
from tui.reader import ReaderApp


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_that_nothing_is_kept_stays_in_the_header(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    async with reading(size=size) as reader:
        assert "What you decide is not kept" in reader.told
        reader.app.clear_notifications()
        page = await reader.press("right_square_bracket", "c")
        page = await reader.finish()
        assert "not kept" in page.lines[0]


async def test_a_desk_that_is_kept_says_nothing() -> None:
    async with reading() as reader:
        assert "not kept" not in reader.look().text


async def test_what_is_wrong_with_the_settings_is_told_in_the_reader() -> None:
    problems = ("config.toml:1: no such layout", "config.toml:3: keymap.quit takes j")
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand(), problems=problems)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        told = [notification.message for notification in app._notifications]
        assert told == [f"Settings: {problem}" for problem in problems]


async def test_many_problems_with_the_settings_leave_the_page_to_be_read() -> None:
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand(), problems=[f"line {n}" for n in range(5)])
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        told = [notification.message for notification in app._notifications]
        assert told[1:] == ["Settings: line 1", "Settings: 3 more problems: `afronte config show` tells all."]


def test_a_taken_key_is_told_by_the_command_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the ids and keys that the reader really has."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = tmp_path / "afronte" / "config.toml"
    file.parent.mkdir()
    file.write_text('[keymap]\n"finding.next" = "j"\n')
    assert main(["config", "show"]) == 1
    told = "keymap.finding.next = 'j' takes the key of row.next, which keeps down"
    assert capsys.readouterr().err == f"afronte: {file}:2: {told}\n"
