"""A real terminal in which a command runs, for tests that type and read what it writes."""

import codecs
import fcntl
import os
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable

from drawn import Drawn

DEADLINE = 60
"""Seconds until the test gives up waiting for a text: far beyond what a slow machine needs."""
_COLUMNS, _LINES = 120, 40
_IN_CHARGE = 'exec "$@" <"$0"'
"""Opening the terminal at the head of a session makes it the one that hangs up when it is closed."""
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[@-Z\\-_=>])"
)


class EndedError(Exception):
    """The command has ended before it showed what was waited for."""


class Terminal:
    """A terminal of 120 columns and 40 lines in which one command runs."""

    def __init__(self, *command: str, term: str = "xterm-256color", **environment: str) -> None:
        self._ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
        self.written = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._drawn = Drawn(_COLUMNS, _LINES)
        self._seen = 0
        inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            ("sh", "-c", _IN_CHARGE, os.ttyname(theirs), *command),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=inherited | {"TERM": term} | environment,
            start_new_session=True,
        )
        os.close(theirs)

    def press(self, keys: str) -> None:
        """Types; what is waited for next must be written after it."""
        self._seen = len(self.written)
        os.write(self._ours, keys.encode())

    def wait_for(self, text: str) -> None:
        """Returns when the command has written `text`, whatever colours stand between its letters."""
        end = time.monotonic() + DEADLINE
        while text not in self.plain():
            assert time.monotonic() < end, f"no {text!r} in {self.plain()[-3000:]!r}"
            assert self._read(1) or self.process.poll() is None, (
                f"it ended without {text!r}: {self.plain()!r}"
            )

    def see(self, shows: str | Callable[[list[str]], object]) -> list[str]:
        """The lines of the screen as soon as it shows a text, or what `shows` finds in its lines.

        Raises EndedError when the command ends without it.
        """
        end = time.monotonic() + DEADLINE
        while not (shows in self._drawn.text if isinstance(shows, str) else shows(self._drawn.lines)):
            assert time.monotonic() < end, f"no {shows!r} in\n{self._drawn.text}"
            if not self._read(1) and self.process.poll() is not None and not self._read(0):
                raise EndedError(f"it ended without {shows!r}:\n{self._drawn.text}")
            self.lines()
        return self._drawn.lines

    def lines(self) -> list[str]:
        """The lines of the screen by all that was written so far."""
        while self._read(0):
            pass
        return self._drawn.lines

    def wait_for_end(self) -> int:
        """The exit code, when the command has ended and everything it wrote is read."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None or self._read(0):
            assert time.monotonic() < end, "it did not end"
            self._read(1)
        return self.process.returncode

    def gives_lines(self) -> bool:
        """Whether it hands on what is typed line by line, as a terminal does by itself."""
        return bool(termios.tcgetattr(self._ours)[3] & termios.ICANON)

    def foreground(self) -> int:
        """The group of processes that the terminal belongs to at the moment."""
        return os.tcgetpgrp(self._ours)

    def resize(self, columns: int, lines: int) -> None:
        """Makes the window so large; the command is told."""
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._drawn = Drawn(columns, lines)

    def hang_up(self) -> None:
        """Takes the terminal away, as when its window is closed, and waits until the command has ended."""
        os.close(self._ours)
        self._ours = os.open(os.devnull, os.O_RDONLY)
        self.process.wait(DEADLINE)

    def plain(self) -> str:
        """What was written since the last key, without escape sequences."""
        return _ESCAPES.sub("", self.written[self._seen :])

    def close(self) -> None:
        """Ends the command if the test did not."""
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def _read(self, seconds: float) -> bool:
        """Reads what comes within that time; whether anything did."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            part = os.read(self._ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            return False
        text = self._decoder.decode(part)
        self.written += text
        self._drawn.write(text)
        return bool(part)
