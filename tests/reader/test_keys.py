"""Whatever names a key on the screen names the one that the person has mapped."""

import ast
import re
from pathlib import Path

import pytest
from reading import reading

import tui.reader
from tui.config import Config
from tui.reader.keys import spelled
from tui.reader.place_bindings import BY_DEFAULT

KEYMAP = {
    "row.next": "J,down",
    "finding.next": "ctrl+n",
    "tour": "f8",
    "back": "f9",
    "link": "right_curly_bracket",
    "lone.next": "f2",
    "note.keep": "ctrl+s",
    "counterpart": "C",
    "quit": "k",
}


@pytest.mark.long
async def test_the_tour_and_every_hint_name_the_keys_as_they_are_mapped() -> None:
    async with reading(config=Config(keymap=KEYMAP), size=(120, 140)) as reader:
        page = await reader.press("f8")
        assert "J and ↑ go from row to row" in page.text, "k is another action now"
        assert "f8 goes on · f9 leaves the tour" in page.text
        assert "Ctrl-n goes to the next" in (await reader.press("f8")).text
        assert "} takes a sentence" in (await reader.press("f8", "f8", "f8")).text
        assert "goes on" not in (await reader.press("f9")).text
        assert (
            "} links the two, m marks both as moved · f9 goes back"
            in (await reader.press("right_curly_bracket")).text
        )
        await reader.press("f9")
        assert "under the cursor: Ctrl-n goes to" in (await reader.press("c")).text
        await reader.press("ctrl+n")
        assert "Ctrl-s keeps the note" in (await reader.press("e")).text
        await reader.press("ctrl+s")
        await reader.press("question_mark")
        await reader.until("elsewhere; C goes")


def named() -> set[str]:
    """What stands in braces in the texts of the reader."""
    files = Path(tui.reader.__file__).parent.rglob("*.py")
    strings = [
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and file.name != "keys.py"
    ]
    return {name for string in strings for name in re.findall(r"\{([a-z.-]+)\}", string)}


@pytest.mark.parametrize("action", sorted(named()))
def test_what_a_text_names_the_key_of_is_an_action(action: str) -> None:
    assert action in BY_DEFAULT


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"),
        ("J", "J"),
        ("?", "question_mark"),
        ("]", "right_square_bracket"),
        ("question_mark", "question_mark"),
        ("+", "plus"),
        ("-", "minus"),
        ("Ctrl-N", "ctrl+n"),
        ("ctrl++", "ctrl+plus"),
        ("Shift+Tab", "shift+tab"),
        ("Esc", "escape"),
        ("F5", "f5"),
        ("PgDn", "pagedown"),
        ("é", "é"),
        ("control+q", None),
        ("ctrl+", None),
        ("hello", None),
        ("", None),
    ],
)
def test_keys_may_be_written_as_people_write_them(written: str, key: str | None) -> None:
    assert spelled(written) == key


@pytest.mark.parametrize("keys", BY_DEFAULT.values())
def test_the_keys_by_default_are_spelled_right(keys: str) -> None:
    assert [spelled(key) for key in keys.split(",")] == keys.split(",")
