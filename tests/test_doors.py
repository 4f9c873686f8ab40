"""Everything that leaves for a terminal, door by door: names and texts of strangers steer none of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command import COMMAND
from loopback import Answer, Loopback
from msgspec.structs import replace
from reader_pair import SOURCE
from reading import reading
from screenful import Screenful
from textual.widgets import Static

from tui.printable import STEERING, printable, printable_lines, printable_places

pytestmark = pytest.mark.long

HOSTILE = "a\x1b]0;owned\x07\x1b[2Jb\x9b31mc\u202ed\x7f"
"""Sets the window's title, erases the screen, changes colour by an eight-bit code, turns the text round."""
OURS = re.compile(r"\x1b\[[0-9;]*m|\r\x1b\[K|\r\n|\n")
"""What the program itself sends to steer a terminal: styles, its line of progress, ends of lines."""
SENTENCES = 'cat >/dev/null; printf "%s\\\\n" "a$(printf "\\\\033]0;owned\\\\007")" >&2; exit 3'


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes to a terminal that is its output and its errors."""
    ours, theirs = os.openpty()
    settings = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"} | environment
    with subprocess.Popen([COMMAND, *arguments], stdout=theirs, stderr=theirs, env=settings) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 1 << 16)
            except OSError:  # how Linux says that the other end is closed
                part = b""
            if not part:
                break
            shown += part
        process.wait()
    os.close(ours)
    return shown.decode("utf-8", "surrogateescape")


def assert_steers_nothing(shown: str) -> None:
    assert STEERING.findall(OURS.sub("", shown)) == []


Arguments = Callable[[Path], list[str]]


def pair_in(folder: Path) -> list[str]:
    """Two articles with hostile names and hostile texts."""
    texts = {
        "en": f"The harbour {HOSTILE} opens\n\nIt cost 14 euros.\n",
        "it": f"Il porto {HOSTILE} apre\n\nCosta 41 euro.\n",
    }
    for name, text in texts.items():
        (folder / f"{HOSTILE}.{name}.txt").write_text(text)
    return [str(folder / f"{HOSTILE}.{name}.txt") for name in texts]


def pairs_in(folder: Path, rows: str) -> str:
    path = folder / f"{HOSTILE}.tsv"
    path.write_text(f"id\tsource\ttarget\n{rows}")
    return str(path)


DOORS: dict[str, Arguments] = {
    "a file that is not there": lambda folder: ["check", str(folder / HOSTILE), "x"],
    "the reader's file that is not there": lambda folder: [str(folder / HOSTILE), "x"],
    "a language": lambda folder: ["check", *pair_in(folder), "--source-language", HOSTILE],
    "an option": lambda _: ["check", f"--{HOSTILE}"],
    "an argument too many": lambda _: ["models", "list", HOSTILE],
    "a list of pairs that is not there": lambda folder: ["check", "--pairs", str(folder / HOSTILE)],
    "an empty list of pairs": lambda folder: ["check", "--pairs", pairs_in(folder, "")],
    "a list of pairs": lambda folder: [
        *("check", "--pairs"),
        pairs_in(folder, f"{HOSTILE}\t{HOSTILE}\t\n{HOSTILE}\t{HOSTILE}\tgone\n"),
    ],
    "a model that is not there": lambda folder: ["models", "install", str(folder / HOSTILE)],
    "a language of a model": lambda _: ["models", "install", HOSTILE, "en"],
    "a setting": lambda _: ["--theme", HOSTILE],
    "a translator's errors": lambda folder: [
        *("check", *pair_in(folder), "--source-language", "en", "--target-language", "it"),
        *("--back-translate", "--translator", SENTENCES),
    ],
    "a configuration file": lambda _: ["config", "show"],
    "a command to edit with": lambda _: ["config", "edit"],
    **{
        f"a report as {name}": lambda folder, name=name: [  # type: ignore[misc]
            *("check", *pair_in(folder), "--source-language", "en", "--target-language", "it"),
            *("--format", name),
        ]
        for name in ("text", "json")
    },
    "rows in words": lambda folder: [
        *("read", "--plain", *pair_in(folder), "--source-language", "en", "--target-language", "it"),
    ],
}


@pytest.mark.parametrize("door", DOORS)
def test_nothing_steers_the_terminal_of_a_command(door: str, tmp_path: Path) -> None:
    """On either stream; and something was said."""
    config = tmp_path / HOSTILE / "afronte"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('theme = "a\\u001b]0;owned\\u0007"\n"\\u001b[2J" = 1\n')
    places = {"XDG_CONFIG_HOME": str(config.parent), "ARGOS_PACKAGES_DIR": str(tmp_path / "none")}
    shown = on_a_terminal(*DOORS[door](tmp_path), EDITOR=f"/none/{HOSTILE}", VISUAL="", **places)
    assert shown.strip()
    assert_steers_nothing(shown)


def test_nothing_on_the_shelf_of_models_steers_the_terminal(tmp_path: Path, italian_english: Path) -> None:
    """Neither the name of a folder nor what a package calls its version."""
    shelf = tmp_path / "shelf"
    on_a_terminal("models", "install", str(italian_english), ARGOS_PACKAGES_DIR=str(shelf))
    (shelf / HOSTILE).mkdir()
    (card,) = shelf.glob("*/metadata.json")
    card.write_text(json.dumps(json.loads(card.read_text()) | {"package_version": HOSTILE}))
    for action in ("list", "verify", "where"):
        shown = on_a_terminal("models", action, ARGOS_PACKAGES_DIR=str(shelf))
        assert shown.strip()
        assert_steers_nothing(shown)
    assert_steers_nothing(on_a_terminal("models", "remove", "it", "en", ARGOS_PACKAGES_DIR=str(shelf)))


@pytest.mark.loopback
@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=500, reason=HOSTILE.replace("\u202e", "")),
        Answer(b"[1]"[:1] + HOSTILE.encode()),
        Answer(
            json.dumps(
                [{"from_code": "it", "to_code": "en", "links": [f"http://127.0.0.1:1/{HOSTILE}"]}]
            ).encode()
        ),
    ],
)
def test_nothing_a_server_says_steers_the_terminal(tmp_path: Path, answer: Answer) -> None:
    with Loopback({"/index.json": answer}) as server:
        for arguments in (["list", "--available"], ["install", "it", "en"]):
            shown = on_a_terminal(
                *("models", *arguments),
                ARGOS_PACKAGE_INDEX=server.url("/index.json"),
                ARGOS_PACKAGES_DIR=str(tmp_path / "shelf"),
            )
            assert shown.strip()
            assert_steers_nothing(shown)


def assert_screen_steers_nothing(page: Screenful) -> None:
    assert STEERING.findall(page.text.replace("\n", "")) == []


async def test_names_of_files_steer_no_dialog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the tree and the fields of the opening dialog, the field and the question of the export."""
    pair_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    shown = visible_part = "]0;owned"
    source = replace(SOURCE, path=str(tmp_path / f"{HOSTILE}.en.txt"))
    async with reading(source) as reader:
        await reader.press("ctrl+o")
        page = await reader.until(visible_part)
        assert_screen_steers_nothing(page)
        await reader.press("a")
        assert_screen_steers_nothing(await reader.press("right"))
        await reader.press("enter", *"/none", "enter")
        assert_screen_steers_nothing(await reader.until("there is no such file"))
        await reader.press("escape", "E")
        assert_screen_steers_nothing(await reader.until(shown))
        await reader.press("enter")
        assert_screen_steers_nothing(await reader.until("Written:"))
        await reader.press("E", "enter")
        assert_screen_steers_nothing(await reader.until("is there already"))
        await reader.press("escape", "escape", "I", "tab", *"none", "enter")
        assert_screen_steers_nothing(await reader.finish())


async def test_what_a_widget_forgets_to_show_does_not_leave_the_reader() -> None:
    """The last door: a line keeps its width."""
    async with reading() as reader:
        await reader.screen.mount(Static(f"{HOSTILE}|\udcff|", markup=False, id="forgotten"))
        reader.app.notify(HOSTILE)
        await reader.until("]0;owned")
        assert_screen_steers_nothing(reader.look())


def test_the_door_shows_what_it_keeps_from_the_terminal() -> None:
    """On one line, in lines of styled text, and place by place."""
    assert printable("a\n b\x1b[2J\x7f\x9b\u202e\udcff") == "a b␛[2J␡<U+009B><U+202E><U+DCFF>"
    assert printable_lines("\x1b[1;33ma\x1b[0m\nb\x1b[2J\r") == "\x1b[1;33ma\x1b[0m\nb␛[2J␍"
    assert printable_places("a\x1b\x9b\n") == "a␛\ufffd␊"


def test_whatever_is_written_to_a_terminal_steers_nothing() -> None:
    """Also in a format that carries the texts as they are; a file gets them unchanged."""
    code = f"from tui.cli.streams import show_progress, write; show_progress({HOSTILE!r}); write({HOSTILE!r})"
    ours, theirs = os.openpty()
    subprocess.run([sys.executable, "-c", code], stdout=theirs, stderr=theirs, check=True)
    os.close(theirs)
    assert_steers_nothing(os.read(ours, 1 << 16).decode())
    os.close(ours)
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
        == HOSTILE.encode()
    )


def test_json_carries_the_text_as_it_is_without_steering_anything() -> None:
    code = f"from tui.reports.document import compact; print(compact({HOSTILE!r}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert json.loads(run.stdout) == HOSTILE
    assert STEERING.findall(run.stdout.decode().strip()) == []
