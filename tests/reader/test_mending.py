"""From finding to mended text: what an edit has done to the findings is told, and verdicts stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from reader_pair import SOURCE, TARGET
from reading import Reading, reading

from tui.alignment import UseEncoder
from tui.articles import load_pair
from tui.config import Config
from tui.reader.parts.editing import line_of
from tui.reader.work import PairStudy
from tui.resources import asset

pytestmark = pytest.mark.long

ENGLISH = """The council voted 14 to 9 on Monday.

The bridge cost 300 euros and opens in May.

It was raining.
"""
ITALIAN = """Il consiglio ha votato 41 a 9 lunedì.

Il ponte è costato 200 euro e apre a giugno.

Pioveva.
"""
STUDY = PairStudy(UseEncoder())


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "en.txt", tmp_path / "it.txt"
    source.write_text(ENGLISH, "utf-8")
    target.write_text(ITALIAN, "utf-8")
    return source, target


async def decided(reader: Reading) -> str:
    """All three findings confirmed: what the page says then."""
    await reader.press("g", "c", *["right_square_bracket", "c"] * 2)
    page = await reader.finish()
    assert "3/3 ✓" in page.lines[0]
    return page.text


async def test_what_is_mended_is_told_and_the_other_verdicts_stay(files: tuple[Path, Path]) -> None:
    """Also the one on the other finding of the sentence that was edited."""
    pair = load_pair(*map(str, files))
    async with reading(pair.source, pair.target, study=STUDY) as reader:
        await decided(reader)
        files[1].write_text(ITALIAN.replace("200", "300"), "utf-8")
        await reader.press("R")
        await reader.finish()
        page = await reader.finish()
        assert "Mended: “" in reader.told
        assert "2/2 ✓" in page.lines[0]


async def test_another_mistake_at_the_same_place_is_still_there(files: tuple[Path, Path]) -> None:
    pair = load_pair(*map(str, files))
    async with reading(pair.source, pair.target, study=STUDY) as reader:
        await decided(reader)
        files[1].write_text(ITALIAN.replace("200", "250"), "utf-8")
        await reader.press("R")
        await reader.finish()
        page = await reader.finish()
        assert "Still there: “" in reader.told
        assert "2/3 ✓" in page.lines[0], "what differs otherwise is to be decided anew"


async def test_an_edit_that_mends_nothing_and_one_that_adds_something_are_told(
    files: tuple[Path, Path],
) -> None:
    pair = load_pair(*map(str, files))
    async with reading(pair.source, pair.target, study=STUDY) as reader:
        files[1].write_text(ITALIAN.replace("ha votato", "votò"), "utf-8")
        await reader.press("R")
        await reader.finish()
        assert "no finding is mended" in reader.told
        files[1].write_text(ITALIAN.replace("lunedì", "martedì"), "utf-8")
        await reader.press("R")
        await reader.finish()
        assert "1 new finding." in reader.told


async def test_files_that_are_read_again_as_they_were_are_told_once(files: tuple[Path, Path]) -> None:
    pair = load_pair(*map(str, files))
    async with reading(pair.source, pair.target, study=STUDY) as reader:
        await reader.press("R")
        await reader.finish()
        await reader.finish()
        assert reader.told.count("Read again") == 1
        assert "Read again: nothing has changed." in reader.told


async def test_a_file_that_another_program_saves_is_read_again_by_itself(files: tuple[Path, Path]) -> None:
    pair = load_pair(*map(str, files))
    async with reading(pair.source, pair.target, study=STUDY, config=Config(reread=True)) as reader:
        reader.screen.pairs.look_round()
        await reader.finish()
        files[1].write_text(ITALIAN.replace("41", "14"), "utf-8")
        for _ in range(2):
            reader.screen.pairs.look_round()
            await reader.finish()
        await reader.finish()
        assert "Mended: “" in reader.told
        assert "votato 14 a 9" in reader.look().text


async def test_the_line_of_the_finding_is_that_of_its_side_or_of_its_counterpart(
    files: tuple[Path, Path],
) -> None:
    pair = load_pair(*map(str, files))
    async with reading(pair.source, pair.target, study=STUDY) as reader:
        assert (line_of(reader.screen.state, "source"), line_of(reader.screen.state, "target")) == (1, 1)
        await reader.press("right_square_bracket")
        assert (line_of(reader.screen.state, "source"), line_of(reader.screen.state, "target")) == (3, 3)
        await reader.press("G")
        assert (line_of(reader.screen.state, "source"), line_of(reader.screen.state, "target")) == (5, 5)


@pytest.mark.parametrize("key", ["a", "A"])
async def test_what_cannot_be_edited_says_why(
    key: str, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standard input, the sample, a missing editor, and a terminal that cannot be lent."""
    async with reading() as reader:
        await reader.press(key)
        assert "standard input" in reader.told
    async with reading(
        *(replace(one, path=str(asset("sample/en.txt"))) for one in (SOURCE, TARGET))
    ) as reader:
        monkeypatch.setenv("EDITOR", "ed")
        await reader.press(key)
        assert "The sample belongs to the program" in reader.told
    pair = load_pair(*map(str, files))
    async with reading(pair.source, pair.target) as reader:
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.delenv("EDITOR", raising=False)
        await reader.press(key)
        assert "set VISUAL or EDITOR" in reader.told
        monkeypatch.setenv("EDITOR", "ed")
        await reader.press(key)
        assert "cannot be lent" in reader.told
        for path in files:
            path.write_bytes(b"PK\x03\x04\0\0")
        await reader.press(key)
        assert "no plain text" in reader.told
