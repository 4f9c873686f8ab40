"""Standard streams: what the command says, to whom, and how its output ends early without a word too many."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.errors import AfronteError
from tui.log import log_path
from tui.printable import printable, printable_lines
from tui.untrusted import patiently

if TYPE_CHECKING:
    from tui.reports import Page

_T = TypeVar("_T")

COLOURS = ("auto", "always", "never")
"""What `--color` may be."""

_quiet = False


def hush(quiet: bool) -> None:
    """Whether notes, warnings and progress are kept back; what could not be done is still said."""
    global _quiet  # noqa: PLW0603 — a manner of the whole process, as its streams are
    _quiet = quiet


def note(message: str) -> None:
    """A line for the person that may be kept back."""
    if not _quiet:
        say(message)


def tell_waiting(name: str) -> None:
    """Says that what a file or a folder holds is waited for."""
    note(f"waiting for what comes from {name}")


def asked(name: str, ask: Callable[[], _T]) -> _T:
    """What a call gives that reads a file or a folder; says so when that takes more than a second."""
    return patiently(ask, lambda: tell_waiting(name))


def say(message: str) -> None:
    """One line for the person, on standard error."""
    erase_progress()
    if sys.stderr is None:  # closed before the start
        return
    print(f"afronte: {printable(message).strip()}", file=sys.stderr)


def write(content: str | bytes) -> None:
    """Writes to standard output, at once: UTF-8 for programs, with `?` for what a terminal cannot show and
    nothing in it that would steer one.

    Raises BrokenPipeError when nobody reads it any more, AfronteError when it cannot be written or when
    bytes, which are no text, would go to a terminal.
    """
    if sys.stdout is None:
        raise AfronteError("standard output is closed: send it to a file or a terminal")
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
    if isinstance(content, bytes) and is_terminal(sys.stdout):
        raise AfronteError("this format is no text for a terminal: name a file with --output")
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(printable_lines(content) if is_terminal(sys.stdout) else content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_output()
        raise AfronteError(
            f"standard output cannot be written: {error.strerror}: send it where there is room"
        ) from error


def require_output(*, needed: bool = True) -> None:
    """Ends early what nobody would see: raises AfronteError for an output that is closed, BrokenPipeError for
    a pipe whose reader is gone. `needed`: whether anything is to be written there.
    """
    if not needed:
        return
    if sys.stdout is None:
        raise AfronteError("standard output is closed: send it to a file or a terminal")
    try:
        import select

        poll = select.poll()
        poll.register(sys.stdout.fileno(), 0)
        gone = any(event & select.POLLERR for _, event in poll.poll(0))
    except (AttributeError, OSError, ValueError):  # no poll on this system, or no descriptor
        return
    if gone:
        raise BrokenPipeError


def page(colours: str = "auto") -> Page:
    """Standard output as a page: a terminal's width and colours, or a plain page of 100 columns.

    `colours`: one of `COLOURS`; `auto` has them on a terminal that wants them.
    """
    from tui.reports import Page

    if not is_terminal(sys.stdout):
        return Page(colour=colours == "always")
    wanted = not os.environ.get("NO_COLOR") and not is_dumb()
    colour = wanted if colours == "auto" else colours == "always"
    return Page(width=min(max(shutil.get_terminal_size().columns, 40), 120), colour=colour)


def is_terminal(stream: object) -> bool:
    """Whether a standard stream is a terminal; one that was closed before the start is not."""
    return isinstance(stream, io.IOBase) and not stream.closed and stream.isatty()


def is_dumb() -> bool:
    """Whether the terminal calls itself one that shows escape sequences instead of obeying them."""
    return os.environ.get("TERM") == "dumb"


def show_progress(done: str) -> None:
    """Rewrites one line of a terminal's standard error; nothing where that cannot be done."""
    if is_terminal(sys.stderr) and not is_dumb() and not _quiet:
        sys.stderr.write(f"\r\x1b[K{printable(done)}")
        sys.stderr.flush()


def erase_progress() -> None:
    """Takes the progress line away again."""
    show_progress("")


def abandon_output() -> None:
    """Lets what is left for standard output go nowhere, so that the interpreter's last flush cannot fail."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # AttributeError: closed before the start
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unforeseen(error: Exception) -> str:
    """An error that no message of its own was written for, in one line."""
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}"
    return (
        f"this should not happen: {type(error).__name__}: {error}; "
        f"please report it with what `afronte --version --verbose` prints and the end of {log_path()}"
    )
