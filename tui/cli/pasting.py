"""`--paste`: the text of one side after the other, from the clipboard or pasted into the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

from tui.articles import SIDES
from tui.cli.streams import is_terminal, say
from tui.errors import AfronteError

_END = b"\x04"
"""Ctrl-D, where the terminal hands it on."""
_CHUNK = 65_536


def pasted_texts() -> tuple[bytes, bytes]:
    """Both texts, source first. Raises AfronteError where there is nothing to paste into."""
    if sys.stdin is None:
        raise AfronteError("--paste needs a terminal to paste into: name files instead")
    clipboard = _clipboard() if is_terminal(sys.stdin) else None
    with _typed() as typed:
        source, target = (_asked(side, typed, clipboard) for side in SIDES)
    return source, target


def _asked(side: str, typed: Callable[[bool], bytes], clipboard: Callable[[], str] | None) -> bytes:
    """The text of one side; an empty line at its beginning stands for what is in the clipboard."""
    end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
    if clipboard is None:
        say(f"Paste the {side}, then press Enter and {end}:")
        return typed(False)
    say(f"Copy the {side} and press Enter; or paste it here, then press Enter and {end}:")
    while not (text := typed(True)).strip() and text:
        copied = clipboard()
        if copied.strip():
            beginning = " ".join(copied[:200].split())[:50]
            say(f"The {side} from the clipboard: {beginning} … ({len(copied):,} characters)")
            return copied.encode("utf-8", "replace")
        say(f"The clipboard holds no text: copy the {side} and press Enter, or paste it here:")
    return text


def _clipboard() -> Callable[[], str] | None:
    """What reads the desktop's clipboard; None where there is none or no command for it."""
    import pyperclip

    _, paste = pyperclip.determine_clipboard()
    if not paste:
        return None

    def text() -> str:
        try:
            return str(paste())
        except (pyperclip.PyperclipException, OSError, ValueError):
            return ""

    return text


@contextmanager
def _typed() -> Generator[Callable[[bool], bytes], None, None]:
    """What reads a text up to its end, or, asked for a line, up to the first line's end if that is empty.

    A terminal that gives out whole lines cuts each after 4,095 bytes (macOS: 1,024), and a paragraph that is
    pasted may be longer: it is asked to give out what it has.
    """
    if sys.platform == "win32" or not is_terminal(sys.stdin):
        yield _by_lines
        return
    import termios

    terminal = sys.stdin.fileno()
    former = termios.tcgetattr(terminal)
    by_keys = termios.tcgetattr(terminal)
    by_keys[3] &= ~termios.ICANON
    left = bytearray()

    def read(line: bool) -> bytes:
        while _END not in left:
            if line and left == b"\n":
                break
            chunk = os.read(terminal, _CHUNK)
            if not chunk:  # hung up
                break
            left.extend(chunk)
        text, _, rest = bytes(left).partition(_END)
        left[:] = rest
        return text

    termios.tcsetattr(terminal, termios.TCSANOW, by_keys)
    try:
        yield read
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, former)


def _by_lines(line: bool) -> bytes:
    stream = sys.stdin.buffer
    first = stream.readline() if line else b""
    return first if line and not first.strip() else first + stream.read()
