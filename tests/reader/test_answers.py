"""Every key answers: where there is nothing to do, a word says so."""

from collections.abc import Iterator, Mapping
from typing import cast

import pytest
from by_hand import alignment_of, article_of
from reader_pair import SOURCE, TARGET, study_going_on
from reading import Reading, reading
from textual.app import App

from tui.alignment import Progress
from tui.articles import Article
from tui.comparison import Comparison
from tui.reader.bindings import BINDINGS
from tui.reader.keys import keys_of
from tui.reader.place_bindings import LIST
from tui.reader.work import Result

pytestmark = pytest.mark.long

STANDING = {"pane.one", "layout", "select", "swap", "undo", "redo", "list.choose", "list.verdict"}
"""Those whose answer is what the page looks like."""
ALONE = article_of([["One sentence stands alone."]], "en")
NOTHING = article_of([], "it")

ANSWERS = {
    "row.next": "This is the end.",
    "row.previous": "This is the beginning.",
    "sentence.next": "This is the last sentence.",
    "sentence.previous": "This is the first sentence.",
    "row.number": "Paragraph: 12 in this pane",
    "row.first": "This is the beginning.",
    "row.last": "This is the end.",
    "page.down": "This is the end.",
    "page.up": "This is the beginning.",
    "page.half-down": "This is the end.",
    "page.half-up": "This is the beginning.",
    "pane.other": "The Italian has nothing beside this.",
    "counterpart": "The Italian has no counterpart of this.",
    "finding.next": "No finding: nothing differs.",
    "finding.previous": "No finding: nothing differs.",
    "finding.next-open": "No finding: nothing differs.",
    "finding.previous-open": "No finding: nothing differs.",
    "lone.next": "No row without a counterpart below; } again starts over.",
    "lone.previous": "No row without a counterpart above; { again starts over.",
    "findings": "Nothing differs.",
    "layer.facts": "facts hidden",
    "layer.missing": "missing hidden",
    "layer.words": "words hidden",
    "certainty.less": "Critical from",
    "certainty.more": "Critical from",
    "findings.open": "decided hidden",
    "verdict.confirmed": "No finding: nothing differs.",
    "verdict.dismissed": "No finding: nothing differs.",
    "verdict.intended": "No finding: nothing differs.",
    "same": "No finding: nothing differs.",
    "verdict.rule": "No finding: nothing differs.",
    "finding.why": "No finding: nothing differs.",
    "note": "No finding: nothing differs.",
    "edit.target": "What came from standard input is in no file",
    "edit.source": "What came from standard input is in no file",
    "bookmark": "▸ bookmark",
    "bookmark.next": "This is the only row with a bookmark or a note.",
    "row.note": "Note on S1",
    "translation": "no model",
    "translation.article": "No model translates the target back",
    "translation.down": "No translation is shown",
    "translation.up": "No translation is shown",
    "model.install": "A model that translates",
    "link": "1 sentence of the source taken",
    "link.row": "1 sentence of the source taken",
    "unlink": "This has no counterpart to be taken from.",
    "unlink.row": "This has no counterpart to be taken from.",
    "moved": "Nothing to mark as moved",
    "row.merge": "There is no row below.",
    "row.split": "A row begins here already",
    "undo": "Undone:",
    "redo": "Done again:",
    "search": "Search both sides",
    "match.next": "Nothing was searched for",
    "match.previous": "Nothing was searched for",
    "pane.one": "S1 of 1",
    "layout": "S1 of 1",
    "density": "No empty lines between rows.",
    "ruler": "The ruler lies on the sentence.",
    "export": "Write a report",
    "cite": "No finding: nothing differs.",
    "select": "S1 of 1",
    "copy": "Copied S1, both sides",
    "open": "Open two files",
    "reread": "What came from standard input cannot be read again.",
    "swap": "Italian",
    "palette": "Search for commands",
    "back": "Nothing is open",
    "tour": "1 of 6",
    "help": "What the marks mean",
    "suspend": "",
    "quit": "",
}
"""By action, what the screen says where there is nothing to do, or else what it shows."""


def study(source: Article, _target: object, _corrections: object, progress: Progress) -> Iterator[Result]:
    """The one sentence stands alone, on whichever side it is."""
    progress(0.5)
    yield alignment_of("0=" if source is ALONE else "=0")
    yield Comparison(())


async def silent(reader: Reading, answers: Mapping[str, str], *before: str) -> list[str]:
    """The actions that do not answer as expected, each tried where nothing is open and nothing told."""
    found: list[str] = []
    for action, answer in answers.items():
        if not answer:  # it leaves the reader
            continue
        await reader.press(*before)
        reader.app.clear_notifications()
        await reader.pilot.pause()
        assert answer not in reader.look().text or action in STANDING, action
        await reader.press(next(keys_of(cast(App[object], reader.app), action))[0])
        try:
            await reader.until(answer)
        except AssertionError:
            found.append(action)
        for _ in range(10):  # far more than can be open
            if "Nothing is open" in (await reader.press("escape")).text:
                break
        else:
            found.append(f"escape after {action}")
    return found


async def test_every_key_answers_where_there_is_nothing_to_do() -> None:
    """On one sentence that nothing stands beside; an action without its line here has none on the screen."""
    async with reading(ALONE, NOTHING, study=study) as reader:
        assert not await silent(reader, ANSWERS)


def test_every_action_is_named() -> None:
    assert list(ANSWERS) == [binding.id for binding in BINDINGS]


IN_THE_LIST = {
    "list.down": "The last finding listed.",
    "list.up": "The first finding listed.",
    "list.page-down": "The last finding listed.",
    "list.page-up": "The first finding listed.",
    "list.first": "The first finding listed.",
    "list.last": "The last finding listed.",
    "list.choose": "negation",
    "list.filter": "Only findings that say",
    "list.severity": "only critical",
    "list.kind": "only amount",
    "list.verdict": "only open",
    "list.clear": "No filter is on.",
    "list.sort": "by severity",
    "list.confirm": "The same key again makes 6 findings listed confirmed.",
    "list.dismiss": "The same key again makes 6 findings listed dismissed.",
    "list.intend": "The same key again makes 6 findings listed intended.",
}
UPWARDS = {"list.up", "list.page-up", "list.first"}


async def test_every_key_of_the_list_answers() -> None:
    """At the end that the key leads to."""
    async with reading() as reader:
        up = {action: answer for action, answer in IN_THE_LIST.items() if action in UPWARDS}
        down = {action: answer for action, answer in IN_THE_LIST.items() if action not in UPWARDS}
        assert not await silent(reader, up, "f", "g")
        assert not await silent(reader, down, "f", "G")


def test_every_action_of_the_list_is_named() -> None:
    assert list(IN_THE_LIST) == [binding.id for binding in LIST.bindings]


async def test_the_last_finding_says_so_and_again_starts_over() -> None:
    async with reading() as reader:
        page = await reader.press("g")
        while "finding 6 of 6" not in page.text:
            assert "again starts over" not in page.text
            page = await reader.press("right_square_bracket")
        assert "again starts over" in (await reader.press("right_square_bracket")).text
        assert "finding 1 of 6" in (await reader.press("right_square_bracket")).text


async def test_esc_closes_what_was_opened_last() -> None:
    """Whatever it is, one after the other, in whichever order it was opened."""
    async with reading() as reader:
        await reader.press("slash", *"faro", "enter", "v", "f", "t")
        await reader.until("no model")
        assert "Paragraph: 12" in (await reader.press("colon")).text
        assert "Paragraph: 12" not in (await reader.press("escape")).text
        page = await reader.press("escape")
        assert "no model" not in page.text
        assert "6 findings" in page.text
        assert "6 findings" not in (await reader.press("escape")).text
        assert reader.screen.state.selection
        page = await reader.press("escape")
        assert not reader.screen.state.selection
        assert "match" in page.text
        assert "match" not in (await reader.press("escape")).text
        assert "Nothing is open" in (await reader.press("escape")).text


async def test_the_counts_of_the_header_list_what_they_count() -> None:
    """A click lists the findings of a severity, or the rows that have no counterpart."""
    async with reading() as reader:
        x = reader.look().lines[0].index("2 critical")
        await reader.pilot.click(offset=(x, 0))
        page = reader.look()
        assert "2 of 6 findings" in page.text
        assert "only critical" in page.text
        x = page.lines[0].index("2 +")
        await reader.press("escape", "escape")
        await reader.pilot.click(offset=(x, 0))
        assert " only target · as in the text" in reader.look().text


async def test_all_that_is_listed_is_decided_at_once_when_asked_twice() -> None:
    async with reading() as reader:
        page = await reader.press("f", "slash", *"not", "enter", "X")
        assert "The same key again" in page.text
        await reader.press("X")
        page = await reader.finish()
        assert "/6 ✓" in page.lines[0]
        await reader.press("0", "D")
        assert "3 open findings of this kind (amount, " in reader.told
        await reader.press("D")
        assert "6/6 ✓" in (await reader.finish()).lines[0]


async def test_what_is_hidden_is_told_where_one_looks_for_it() -> None:
    """A key that hides findings leaves a word in the header, and the way to the next one counts them."""
    async with reading() as reader:
        page = await reader.press("1", "G", "right_square_bracket", "right_square_bracket")
        assert "facts hidden" in page.lines[0]
        await reader.until("hidden layers")
        assert any("2 findings in hidden layers (1)" in one.message for one in reader.app._notifications)
        page = await reader.press("1")
        assert "hidden" not in page.lines[0]


async def test_nothing_is_corrected_that_makes_no_sense() -> None:
    """What stands beside its counterpart has not moved; before the alignment there is nothing to correct."""
    async with reading(SOURCE, TARGET) as reader:
        await reader.press("m")
        await reader.until("nothing has moved")
        assert not reader.screen.state.sheet.corrections
    async with reading(SOURCE, TARGET, study=study_going_on(), wait=False) as reader:
        for key in "LUmMS":
            reader.app.clear_notifications()
            await reader.press(key)
            await reader.until("Wait until the two are aligned.")
            assert not reader.screen.state.sheet.corrections


async def test_words_in_braces_are_told_as_they_were_written() -> None:
    """They are placeholders of somebody's text, no actions whose key is to be said."""
    async with reading() as reader:
        for name in ("help", "count"):
            braced = ("left_curly_bracket", *name, "right_curly_bracket")
            await reader.press("slash", "ctrl+u", *braced, "enter")
            assert f"No match for “{{{name}}}”." in reader.told
            await reader.press("f", "slash", *braced, "enter")
            assert f"No finding is “{{{name}}}”: 0" in "\n".join(reader.list_lines())
            await reader.press("right_square_bracket", "0", "f")
            assert f"No finding is “{{{name}}}”." in reader.told


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_said_for_a_while_hides_no_status(size: tuple[int, int]) -> None:
    """Nor when something is open below that."""
    async with reading(size=size) as reader:
        for key in ("right_square_bracket", "t", "w"):
            await reader.press(key)
            page = await reader.finish()
        assert "Rule by hand" in page.text
        assert "· open · S2 T2" in page.text
        assert "The amounts differ." in page.text
