"""The person's editor, opened at a line: every family of editors has its own way to say which."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from tui.errors import AfronteError

_PLUS = (
    *("vi", "vim", "nvim", "gvim", "mvim", "view", "vis", "elvis", "kak", "joe", "jmacs", "jstar", "jed"),
    *("nano", "pico", "rnano", "micro", "emacs", "emacsclient", "mg", "zile", "jove", "gedit", "xed"),
    *("emacs-nox", "emacs-gtk", "emacs-lucid", "gnome-text-editor", "pluma", "mcedit", "ne", "dte", "tilde"),
    *("sensible-editor", "editor"),
)
_COLON = ("hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce", "amp")
_GOTO = ("code", "code-insiders", "codium", "vscodium", "code-oss", "cursor", "windsurf", "positron")
_LINE = ("kate", "kwrite", "mate", "idea", "pycharm", "webstorm", "phpstorm", "goland", "clion", "rubymine")

_AT_LINE: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(_PLUS, ("+{line}", "{file}")),
    **dict.fromkeys(_COLON, ("{file}:{line}",)),
    **dict.fromkeys(_GOTO, ("--goto", "{file}:{line}")),
    **dict.fromkeys(_LINE, ("--line", "{line}", "{file}")),
}
"""By the name of a program, the arguments that open a file at a line; others are given the file alone."""
_WAITING: Mapping[str, str] = {
    **dict.fromkeys((*_GOTO, "subl", "sublime_text", "zed", "zeditor", "mate", "gedit"), "--wait"),
    **dict.fromkeys(("idea", "pycharm", "webstorm", "phpstorm", "goland", "clion", "rubymine"), "--wait"),
    **dict.fromkeys(("kate",), "--block"),
    **dict.fromkeys(("gvim", "mvim"), "--nofork"),
}
"""What makes a program with windows of its own wait until the file is closed."""


_SHORT: Mapping[str, str] = {"--wait": "-w", "--goto": "-g", "--block": "-b", "--nofork": "-f"}
"""What an argument is called shortly by the programs that have it."""


def editor(environment: Mapping[str, str] | None = None) -> str:
    """The editor that the person has named, as a command line. Raises AfronteError when there is none."""
    environment = os.environ if environment is None else environment
    named = environment.get("VISUAL") or environment.get("EDITOR")
    if not named:
        raise AfronteError("no editor: set VISUAL or EDITOR to the one you use")
    return named


def editing(named: str, file: str, line: int | None = None) -> list[str]:
    """The command that opens a file in an editor, at a line (from 1) where that is known and it can do so.

    Raises AfronteError when `named` is no command line.
    """
    try:
        command = shlex.split(named)
    except ValueError as error:
        raise AfronteError(f"{named}: {error}: set VISUAL or EDITOR to a command") from error
    if not command:
        raise AfronteError("no editor: set VISUAL or EDITOR to the one you use")
    # After `flatpak run`, `sudo -e` and the like it is not the first word that names the editor.
    program = next((name for word in reversed(command) if (name := _name(word)) in _AT_LINE), "")
    wait = _WAITING.get(program)
    if wait and not _is_there(wait, command):
        command.append(wait)
    if line is None or not program:
        return [*command, file]
    told = [part for part in _AT_LINE[program] if part != "--goto" or not _is_there(part, command)]
    return [*command, *(part.format(line=line, file=_plain(file)) for part in told)]


def _is_there(option: str, command: Sequence[str]) -> bool:
    return option in command or _SHORT.get(option) in command


def _name(word: str) -> str:
    """The program that a word of a command names: `vim.basic` is vim, `com.visualstudio.code` is code."""
    name = PurePath(word.replace("\\", "/")).name.lower()
    return next((part for part in (name, *name.split(".")) if part in _AT_LINE), name)


def _plain(file: str) -> str:
    return file if not file.startswith("-") else f"./{file}"
