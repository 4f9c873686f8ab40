"""What leaves the reader, and the ways to a row: copies, reports, numbers, the palette, patterns."""

import json
from pathlib import Path

import pytest
from by_hand import article_of
from msgspec.structs import replace
from reader_pair import SOURCE, TARGET, study_going_on
from reading import reading
from textual.widgets import OptionList

from tui.reader.clipboard import copy_to_desktop, desktop_command
from tui.reports import report_formats
from tui.resources import asset


async def test_a_finding_is_copied_as_a_citation_of_both_sides() -> None:
    async with reading() as reader:
        await reader.press("right_square_bracket", "c")
        await reader.finish()
        await reader.press("Y")
        page = await reader.finish()
        assert reader.app.clipboard == (
            "The amounts differ.\n"
            "A lighthouse for sale (English), paragraph 2: “300,000 euros”\n"
            "Faro in vendita (Italian), paragraph 2: “500.000 euro”\n"
            "Verdict: confirmed"
        )
        assert "Copied the finding with both sides to" in page.text


def test_the_desktop_is_copied_to_where_there_is_one(tmp_path: Path) -> None:
    """By the first tool that is there; over SSH it would be the wrong desktop."""
    tool, taken = tmp_path / "wl-copy", tmp_path / "taken"
    tool.write_text(f"#!/bin/sh\n/bin/cat > {taken}\n")
    tool.chmod(0o755)
    environment = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0", "PATH": str(tmp_path)}
    assert desktop_command(environment, "linux") == ["wl-copy"]
    assert desktop_command(environment | {"SSH_CONNECTION": "1"}, "linux") == []
    (tmp_path / "tmux").symlink_to(tool)
    within = environment | {"SSH_CONNECTION": "1", "TMUX": "/tmp/tmux-1000/default,1,0"}
    assert desktop_command(within, "linux")[0] == "tmux"
    assert desktop_command({"PATH": str(tmp_path)}, "linux") == []
    assert copy_to_desktop("però", [str(tool)])
    assert taken.read_text("utf-8") == "però"
    assert not copy_to_desktop("però", [str(tmp_path / "gone")])


async def test_a_paragraph_is_gone_to_by_its_number() -> None:
    """Of the pane one is in, or of the side that a letter says; beyond the last one, to that."""
    async with reading() as reader:
        assert "S7 of 7" in (await reader.press("colon", "7", "enter")).text
        page = await reader.press("colon", *"t900", "enter")
        assert "T9 of 9" in page.text
        assert "There is no T900: T9 is the nearest." in reader.told
        await reader.press("colon", "enter")
        assert "No number was written" in reader.told
        assert "T9 of 9" in (await reader.press("colon", "2", "escape")).text


async def test_a_regular_expression_is_searched_for() -> None:
    """After `re:`; the bar says why one cannot be, and stays open until it can."""
    async with reading() as reader:
        await reader.press("slash", *"re:500")
        page = await reader.press("backspace", "backspace", "backspace", "left_square_bracket")
        assert "re:[" in page.lines[-2]
        assert "not an expression yet: unterminated character set" in page.lines[-2]
        page = await reader.press("enter")
        assert "unterminated character set" in page.lines[-2]
        page = await reader.press(*"35]00.000", "enter")
        assert "1 of 2 matches" in page.text
        assert "re:" not in page.lines[-2]


@pytest.mark.long
async def test_an_expression_that_takes_too_long_freezes_nothing() -> None:
    source = article_of([["Head"], ["a" * 5000]])
    async with reading(source, TARGET, study=study_going_on(), wait=False) as reader:
        page = await reader.press("slash", *"re:(a+)+b", "enter")
        assert "too slow: it can match in too many ways" in page.text
        page = await reader.press("backspace", "backspace", "enter")
        assert "too slow" not in page.text
        assert "matches" in page.text


async def test_the_palette_goes_to_paragraphs_and_findings_and_changes_the_theme() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p", *"paragraph s7")
        await reader.finish()
        await reader.press("enter")
        assert "S7 of 7" in (await reader.finish()).text
        await reader.press("ctrl+p", *"theme light")
        await reader.finish()
        await reader.press("enter")
        await reader.finish()
        assert reader.app.theme == "light"


@pytest.mark.parametrize("name", ["html", "json"])
async def test_a_report_is_written_beside_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The format is chosen, the file offered; the toast says where it is."""
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press("right_square_bracket", "c", "e", *"ask Ada", "escape")
        await reader.finish()
        page = await reader.press("E")
        assert "Write a report" in page.text
        await reader.press(*["down"] * list(report_formats()).index(name), "enter")
        page = await reader.finish()
        assert "Written:" in page.text
        (written,) = tmp_path.glob(f"*-report.{name}")
        text = written.read_text("utf-8")
        assert "The amounts differ." in text
        assert "confirmed" in text
        assert "ask Ada" in text
        if name == "json":
            assert json.loads(text)["schema"] == "afronte/1"


async def test_the_typed_end_of_the_name_chooses_the_format(tmp_path: Path) -> None:
    """It is marked in the list before anything is written."""
    async with reading(replace(SOURCE, path=str(tmp_path / "en.txt"))) as reader:
        await reader.press("E", "tab", "end", *["backspace"] * len("html"), *"md")
        formats = reader.app.screen.query_one(OptionList)
        assert formats.highlighted == [*report_formats()].index("md")
        await reader.press("enter")
        await reader.until("Written:")
    assert not (tmp_path / "en-target-report.md").read_text("utf-8").startswith("<!")


async def test_the_log_has_the_steps_and_nothing_of_the_text(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "afronte")
    async with reading(replace(SOURCE, path=str(tmp_path / "en.txt"))) as reader:
        await reader.press("right_square_bracket", "c")
        await reader.finish()
        await reader.press("E", "enter")
        await reader.until("Written:")
    for step in ("opened: en ", "aligned: ", "compared: ", "saved: decisions", "saved: a report in html"):
        assert step in caplog.text
    assert SOURCE.sentence_text(0) not in caplog.text


async def test_a_report_that_cannot_be_written_says_why_and_asks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was typed, so that it can be mended; a name alone lies beside the article, whatever was
    refused.
    """
    monkeypatch.chdir(tmp_path)
    async with reading(size=(80, 24)) as reader:
        await reader.press("E", "down", "tab", "end", "shift+home", *"/none/here.md", "enter")
        page = await reader.until("No such file or directory")
        assert "Write a report" in page.text
        assert "  /none/here.md" in page.text
        assert "Esc closes" in page.text
        page = await reader.press("end", "shift+home", "delete", "enter")
        assert "Name a file to write." in page.text
        await reader.press(*"here.md", "enter")
        await reader.until("Written:")
        assert (tmp_path / "here.md").is_file()
        await reader.press("E")
        await reader.press("escape")
        assert "Write a report" not in reader.look().text


async def test_a_file_that_is_there_is_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next free name is taken unless the person says that the file may go."""
    monkeypatch.chdir(tmp_path)
    there = tmp_path / "source-target-report.md"
    async with reading() as reader:
        there.write_text("mine")
        await reader.press("E", "down", "enter")
        page = await reader.until("source-target-report.md is there already")
        assert "Write source-target-report-2.md" in page.text
        await reader.press("escape")
        await reader.until("Write a report")
        assert there.read_text() == "mine"
        await reader.press("enter")
        await reader.until("is there already")
        await reader.press("enter")
        await reader.until("Written:")
        assert there.read_text() == "mine"
        assert "The amounts differ." in (tmp_path / "source-target-report-2.md").read_text("utf-8")
        await reader.press("E", "down", "enter")
        await reader.until("Write source-target-report-3.md")
        await reader.press("down", "enter")
        await reader.finish()
        assert "The amounts differ." in there.read_text("utf-8")


async def test_an_article_is_never_written_over(tmp_path: Path) -> None:
    article = tmp_path / "en.txt"
    article.write_text("the article")
    async with reading(replace(SOURCE, path=str(article))) as reader:
        await reader.press("E", "tab", "end", "shift+home", *str(article), "enter")
        await reader.until("the two texts: name another file")
    assert article.read_text() == "the article"


async def test_the_end_of_a_long_path_is_shown_and_a_folder_completed(tmp_path: Path) -> None:
    folder = tmp_path / ("a long name " * 9).strip()
    (folder / "reports").mkdir(parents=True)
    async with reading(replace(SOURCE, path=str(folder / "en.txt"))) as reader:
        await reader.press("E")
        assert "en-target-report.html" in (await reader.until("Write a report")).text
        await reader.press("tab", *["backspace"] * len("en-target-report.html"), *"rep", "right")
        await reader.press(*"a.html", "enter")
        await reader.until("Written:")
    assert (folder / "reports" / "a.html").is_file()


async def test_a_report_on_the_sample_is_not_offered_among_the_files_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(replace(SOURCE, path=str(asset("sample/en.txt")))) as reader:
        await reader.press("E", "enter")
        await reader.until("Written:")
    assert (tmp_path / "en-target-report.html").is_file()
