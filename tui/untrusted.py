"""What strangers wrote, opened so that it neither hangs the program nor ends it."""

from __future__ import annotations

import errno
import json
import os
import re
import select
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

_T = TypeVar("_T")

_OF_THE_SHELL = re.compile(r"/dev/(fd/\d+|stdin)|/proc/(self|\d+)/fd/\d+")
"""The pipes that a shell opens, as in `<(…)`: somebody writes into them, and they end."""
_PATIENCE = 1.0
"""Seconds of silence after which a pipe, or a file system, is told to be waited for."""


def open_regular(path: str | Path, waiting: Callable[[], None] | None = None) -> BinaryIO:
    """A regular file, or a pipe of the shell, for reading.

    Raises `OSError`, without waiting, for what is neither, since a named pipe or a device may never end, and
    `ValueError` for a null byte in the path. `waiting` is called where a pipe of the shell, or a file system,
    says nothing for a second.
    """
    # Path.open has no opener
    file = patiently(
        lambda: open(path if str(path) else "\0", "rb", opener=_without_waiting),  # noqa: SIM115
        waiting,
    )
    mode = os.fstat(file.fileno()).st_mode
    if stat.S_ISREG(mode):
        return file
    if stat.S_ISFIFO(mode) and is_pipe_of_the_shell(path):
        os.set_blocking(file.fileno(), True)
        if waiting:
            tell_if_silent(file, waiting)
        return file
    raise _refused(file, path)


def open_at_once(path: str | Path) -> BinaryIO:
    """A regular file that the program wrote itself, for reading.

    Raises `OSError` for what is none, without waiting. Asked in the same thread: a run has a hundred of them.
    """
    file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 — as above
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        raise _refused(file, path)
    return file


def _refused(file: BinaryIO, path: str | Path) -> OSError:
    file.close()
    return OSError(errno.EINVAL, "it is a pipe or a device", str(path))


def patiently(ask: Callable[[], _T], waiting: Callable[[], None] | None = None) -> _T:
    """What a call to the file system gives, asked in a thread of its own by the main thread.

    A file system whose server is gone may never answer, and whoever asks it hears no signal: so Ctrl-C is
    heard, and the end of the process waits for nobody. `waiting` is called after a second without an answer.
    Raises what the call raises.
    """
    if threading.current_thread() is not threading.main_thread():  # nobody waits for the others
        return ask()
    answers: list[_T] = []
    problems: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(ask())
        except BaseException as problem:
            problems.append(problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(_PATIENCE if waiting else None)
    if waiting and thread.is_alive():
        waiting()
    thread.join()
    for problem in problems:
        raise problem
    return answers[0]


def is_file(path: str | Path) -> bool:
    """Whether a path leads to a regular file; not where a closed folder is in the way."""
    try:
        return patiently(Path(path).is_file)
    except (OSError, ValueError):
        return False


def is_pipe_of_the_shell(path: str | Path) -> bool:
    """Whether a path names a pipe that a shell opened: a number and no name that anybody gave."""
    return _OF_THE_SHELL.fullmatch(str(path)) is not None


def tell_if_silent(stream: BinaryIO, waiting: Callable[[], None]) -> None:
    """Calls `waiting` when a stream has nothing to read for a second; where that cannot be seen, never."""
    if sys.platform == "win32":  # only sockets can be watched there
        return
    try:
        silent = not select.select([stream], [], [], _PATIENCE)[0]
    except (OSError, ValueError):  # no descriptor, as in a test
        return
    if silent:
        waiting()


def json_of(content: str | bytes) -> Any:
    """What a JSON text holds. Raises `ValueError` for everything else, however deep it is nested."""
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
