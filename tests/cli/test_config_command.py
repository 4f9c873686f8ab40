"""`afronte config`."""

import sys
from pathlib import Path

import pytest
from command import afronte


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "afronte").mkdir()
    return tmp_path


def test_the_path_is_said_before_there_is_a_file(folder: Path) -> None:
    run = afronte("config", "path", XDG_CONFIG_HOME=str(folder))
    assert run.returncode == 0
    assert run.stdout.decode() == f"{folder / 'afronte' / 'config.toml'}\n"


def test_what_is_in_force_is_shown_with_where_it_comes_from(folder: Path) -> None:
    """A theme of Textual's and the actions of the page and of the list are known."""
    file = folder / "afronte" / "config.toml"
    file.write_text('theme = "nord"\n[keymap]\n"finding.next" = "ctrl+n"\n"list.sort" = "o"\n')
    run = afronte("config", "show", XDG_CONFIG_HOME=str(folder), AFRONTE_LAYOUT="stacked")
    assert run.stderr == b""
    assert run.returncode == 0
    lines = [line.split() for line in run.stdout.decode().splitlines()]
    assert ["theme", "=", '"nord"', "#", f"{file}:1"] in lines
    assert ["layout", "=", '"stacked"', "#", "AFRONTE_LAYOUT"] in lines
    assert ["ruler", "=", "false", "#", "default"] in lines
    assert ['"finding.next"', "=", '"ctrl+n"', "#", f"{file}:3"] in lines
    assert ['"list.sort"', "=", '"o"', "#", f"{file}:4"] in lines


def test_what_does_not_count_is_said_a_line_each(folder: Path) -> None:
    file = folder / "afronte" / "config.toml"
    file.write_text('theme = "drak"\ndensity = "compact"\n[keymap]\n"finding.nxt" = "n"\n')
    run = afronte("config", "show", XDG_CONFIG_HOME=str(folder))
    assert run.returncode == 1
    theme, action = run.stderr.decode().splitlines()
    assert theme.startswith(f"afronte: {file}:1: theme: 'drak' is not allowed; allowed: ")
    assert "high-contrast" in theme
    assert action.endswith("'finding.nxt' is not the id of an action; is it finding.next?")
    assert 'density = "compact"' in run.stdout.decode()


EDITOR = """\
import sys
from pathlib import Path
file = Path(sys.argv[-1])
text = file.read_text()
assert "# theme = " in text, text
file.write_text(text.replace('# theme = "dark"', 'theme = "nord"').replace("# ruler = false", "ruler = 3"))
"""


def test_edit_opens_a_file_in_which_everything_is_explained(folder: Path) -> None:
    """And says afterwards what does not count in it."""
    script = folder / "editor.py"
    script.write_text(EDITOR)
    editor = f"'{sys.executable}' '{script}' --wait"
    run = afronte("config", "edit", XDG_CONFIG_HOME=str(folder), VISUAL=editor, EDITOR="no")
    assert run.returncode == 1
    assert run.stdout == b""
    assert run.stderr.decode().count("\n") == 1
    assert "ruler: 3 is not allowed; allowed: true or false" in run.stderr.decode()
    assert 'theme = "nord"' in afronte("config", "show", XDG_CONFIG_HOME=str(folder)).stdout.decode()


@pytest.mark.parametrize(
    ("editor", "cure"),
    [("", "set VISUAL or EDITOR"), ("no-such-editor-here", "set VISUAL or EDITOR"), ("false", "code 1")],
)
def test_an_editor_that_is_not_there_is_one_line(folder: Path, editor: str, cure: str) -> None:
    run = afronte("config", "edit", XDG_CONFIG_HOME=str(folder), VISUAL="", EDITOR=editor)
    assert run.returncode == 2
    assert run.stderr.decode().count("\n") == 1
    assert cure in run.stderr.decode()


def test_a_folder_that_cannot_be_written_is_one_line(folder: Path) -> None:
    (folder / "file").write_text("")
    run = afronte("config", "edit", XDG_CONFIG_HOME=str(folder / "file"), EDITOR="true")
    assert run.returncode == 2
    assert run.stderr.decode().count("\n") == 1
    assert str(folder / "file") in run.stderr.decode()


@pytest.mark.parametrize(
    ("option", "allowed"),
    [
        (
            ["--layout", "sideways"],
            "--layout: 'sideways' is not allowed; allowed: auto, side-by-side",
        ),
        (["--theme=drak"], "--theme: 'drak' is not allowed; allowed: colour-blind, dark"),
        (["--ruler", "maybe"], "--ruler: 'maybe' is not allowed; allowed: true or false"),
    ],
)
def test_an_option_that_is_not_allowed_is_one_line(option: list[str], allowed: str) -> None:
    run = afronte(*option)
    assert run.returncode == 2
    assert run.stdout == b""
    assert run.stderr.decode().startswith(f"afronte: {allowed}")
    assert run.stderr.decode().count("\n") == 1


@pytest.mark.long
def test_what_does_not_count_in_the_file_does_not_keep_the_reader_from_opening(folder: Path) -> None:
    """It is said, and only then does the reader ask for its terminal."""
    file = folder / "afronte" / "config.toml"
    file.write_text("ruler = 3\n")
    run = afronte("--layers", "facts,words", XDG_CONFIG_HOME=str(folder))
    setting, terminal = run.stderr.decode().splitlines()
    assert setting == f"afronte: {file}:1: ruler: 3 is not allowed; allowed: true or false"
    assert "terminal" in terminal
