"""How sure a finding must be is the reader's to choose: marks become rarer or more frequent."""

from threading import Event

import pytest
from msgspec.structs import replace
from reader_pair import FINDINGS, SOURCE, TARGET, finding, study_by_hand, study_failing, study_waiting_for
from reading import reading

from tui.comparison import identified
from tui.config import Config
from tui.reader import ReaderApp

DOUBTFUL = identified(
    [
        replace(FINDINGS[0], ceiling="critical", confidence=0.85),
        finding("name", "facts", "critical", "Ada Ferri", "Ada Ferri", "The names differ.", confidence=0.55),
        finding("word", "words", "minor", "lamp", "lampada", "The words differ.", confidence=0.15),
    ],
    SOURCE,
    TARGET,
)
"""Critical, major and untold, unless somebody says otherwise."""
STUDY = study_by_hand(findings=DOUBTFUL)


async def test_one_key_makes_marks_rarer_and_one_more_frequent() -> None:
    """The header says how many are below the threshold, and every press what has come of it."""
    async with reading(study=STUDY) as reader:
        page = reader.look()
        assert "1 critical  1 major  1 less sure" in page.lines[0]
        page = await reader.press("minus")
        assert "1 major  1 minor  1 less sure" in page.lines[0]
        assert "Critical from 90% sure: 2 told, 1 less sure." in page.text
        await reader.press("plus", "plus")
        assert "1 critical  1 major  1 less sure" in reader.look().lines[0]
        assert (await reader.press("plus")).lines[0].endswith("1 critical  1 major  1 minor")
        page = await reader.press("plus")
        assert "2 critical  0 major  1 minor" in page.lines[0]
        assert "less sure" not in page.lines[0]
        assert "All that was found is told." in (await reader.press("plus", "plus")).text
        assert "Nothing is told but what is certain." in (await reader.press(*["minus"] * 7)).text


async def test_the_finding_one_is_on_stays_as_long_as_it_is_told() -> None:
    async with reading(study=STUDY) as reader:
        await reader.press(*["plus"] * 4, *["right_square_bracket"] * 3)
        assert "The words differ." in reader.look().text
        page = await reader.press("minus", "minus", "minus")
        assert "The words differ." not in page.text
        page = await reader.press("left_square_bracket")
        assert "The names differ." in page.text
        assert "The names differ." in (await reader.press("minus")).text


@pytest.mark.long
async def test_certainty_is_configured_and_kept_with_the_pair() -> None:
    """What is insisted on counts more than how the pair was left."""
    config = Config(certainty=0.5)
    async with reading(study=STUDY, config=config) as reader:
        assert "2 critical  0 major  1 minor" in reader.look().lines[0]
        await reader.press("minus")
        await reader.finish()
    async with reading(study=STUDY, config=config) as reader:
        assert "1 critical  1 major  1 minor" in reader.look().lines[0]
    app = ReaderApp(SOURCE, TARGET, study=STUDY, config=config, insisted={"certainty"})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.get_default_screen().state.edition.sure == 0.5


async def test_the_sides_changed_round_are_as_sure() -> None:
    async with reading(study=STUDY) as reader:
        await reader.press("minus", "s")
        page = await reader.finish()
        assert "1 major  1 minor  1 less sure" in page.lines[0]


async def test_that_nothing_differs_is_said_only_when_it_is_known() -> None:
    """Not while the texts are aligned or compared, not after a failure, not while something is less sure."""
    gate = Event()
    async with reading(study=study_waiting_for(gate, findings=()), wait=False) as reader:
        page = await reader.press("f")
        assert "Nothing differs" not in page.text
        assert "being compared" in page.text
        gate.set()
        assert "Nothing differs." in (await reader.finish()).text
    async with reading(study=study_failing(ValueError("no"))) as reader:
        page = await reader.press("f")
        assert "Nothing differs" not in page.text
        assert "The texts have not been compared." in page.text
    async with reading(study=study_by_hand(findings=DOUBTFUL[2:])) as reader:
        page = await reader.press("f")
        assert "Nothing differs" not in page.text
        assert "Nothing sure enough: 1 less sure." in page.text
