"""A file is opened at its line, as each editor wants to be told."""

import pytest

from tui.config import editing, editor
from tui.errors import AfronteError


@pytest.mark.parametrize(
    ("named", "command"),
    [
        ("vi", ["vi", "+7", "it.txt"]),
        ("/usr/bin/nvim -p", ["/usr/bin/nvim", "-p", "+7", "it.txt"]),
        ("nano", ["nano", "+7", "it.txt"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "it.txt"]),
        ("hx", ["hx", "it.txt:7"]),
        ("code", ["code", "--wait", "--goto", "it.txt:7"]),
        ("code -g -w", ["code", "-g", "-w", "it.txt:7"]),
        ("/usr/bin/vim.basic", ["/usr/bin/vim.basic", "+7", "it.txt"]),
        (
            "flatpak run com.visualstudio.code",
            ["flatpak", "run", "com.visualstudio.code", "--wait", "--goto", "it.txt:7"],
        ),
        ("code --wait", ["code", "--wait", "--goto", "it.txt:7"]),
        ("codium -n", ["codium", "-n", "--wait", "--goto", "it.txt:7"]),
        ("subl", ["subl", "--wait", "it.txt:7"]),
        ("kate", ["kate", "--block", "--line", "7", "it.txt"]),
        ("'/opt/My Editor/vim'", ["/opt/My Editor/vim", "+7", "it.txt"]),
        ("ed", ["ed", "it.txt"]),
        ("my-editor --fast", ["my-editor", "--fast", "it.txt"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(named: str, command: list[str]) -> None:
    assert editing(named, "it.txt", 7) == command


def test_without_a_line_the_file_is_opened_where_the_editor_likes() -> None:
    assert editing("vim", "talk.srt") == ["vim", "talk.srt"]


def test_visual_goes_before_editor_and_none_is_told() -> None:
    assert editor({"VISUAL": "hx", "EDITOR": "ed"}) == "hx"
    assert editor({"VISUAL": "", "EDITOR": "ed"}) == "ed"
    with pytest.raises(AfronteError, match="VISUAL or EDITOR"):
        editor({})


@pytest.mark.parametrize("named", ["'vi", " "])
def test_what_is_no_command_line_is_told(named: str) -> None:
    with pytest.raises(AfronteError, match="VISUAL or EDITOR"):
        editing(named, "it.txt", 1)
