"""One run of a command that is given lines and gives lines back, within bounds: of its output nothing is
trusted, neither that it comes, nor that it ends.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress

from tui.errors import AfronteError

_FAREWELL = 1.0
"""Seconds a command gets to end by itself."""
_TIMES_LONGER = 32
"""How many times longer than what it was given the output of a command may be: a letter of Latin script may
become three bytes, a sentence hardly twice as many letters.
"""
_ALWAYS = 1 << 16
"""Bytes it may write beside that."""
_LAST_WORDS = 4096
"""Bytes kept of what it says on standard error."""

_running: set[Process] = set()


@atexit.register
def kill_commands() -> None:
    """Ends every command that runs: for a process that does not wait for the threads that would end them."""
    for process in tuple(_running):
        process.kill()


class Process:
    """A shell command in a process group of its own; threads keep its pipes from filling up.

    It is ended at once when it writes more lines than it was given, or far more bytes.
    """

    def __init__(self, command: str, lines: Sequence[str], *, last: bool) -> None:
        """Starts it and sends it its first lines, as `send` does."""
        self._command = command
        self._started = time.monotonic()
        self._change = threading.Condition()
        self._given = 0
        self._room = _ALWAYS
        self._threads: list[threading.Thread] = []
        self._process = subprocess.Popen(
            command,
            shell=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        _running.add(self)
        self._lines: deque[bytes] = deque()
        self._taken = 0
        self._has_ended = False
        self._excess = ""
        self._is_over = False
        self._last_words = b""
        self.send(lines, last=last)  # before the first line can come, which counts against them
        self._reader = self._thread(self._read)
        self._threads += [self._reader, self._thread(self._listen)]

    def send(self, lines: Sequence[str], *, last: bool = False) -> None:
        """Writes the lines, without waiting until they are taken; after the `last` ones the input ends."""
        content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        with self._change:
            self._given += len(lines)
            self._room += _TIMES_LONGER * len(content)
        self._threads.append(self._thread(lambda: self._write(content, last)))

    def line(self, silence: float, deadline: float) -> str | None:
        """The next line; None when the output has ended.

        Raises `AfronteError` after `silence` seconds, at the `deadline` of `time.monotonic`, and when the
        command has written too much.
        """
        with self._change:
            patience = min(silence, deadline - time.monotonic())
            self._change.wait_for(lambda: self._lines or self._has_ended or self._excess, max(0.0, patience))
            line = self._lines.popleft() if self._lines and not self._excess else None
            self._taken += line is not None
            excess, has_ended = self._excess, self._has_ended
        if excess:
            raise self.failure(excess)
        if line is None:
            if has_ended:
                return None
            if patience < silence:
                raise self.failure(f"has not ended after {self.age():.0f} seconds")
            raise self.failure(f"says nothing for {silence:g} seconds")
        try:
            return line.decode("utf-8").strip()
        except UnicodeDecodeError:
            raise self.failure("writes something that is not UTF-8") from None

    def settle(self, silence: float) -> None:
        """Waits a moment, at most `silence` seconds, for the end of an output of which all lines have come:
        what the command has left behind may keep it open. Raises `AfronteError` when more comes.
        """
        with self._change:
            self._change.wait_for(lambda: self._has_ended or self._excess, min(silence, _FAREWELL))
            excess = self._excess or (self._lines and self._many())
        if excess:
            raise self.failure(excess)

    def has_answered(self) -> bool:
        """Takes one line away if there is one."""
        with self._change:
            if not self._lines or self._excess:
                return False
            self._lines.popleft()
            self._taken += 1
            return True

    def waits(self) -> bool:
        """Whether it waits for input: neither has it ended nor written a line that nobody asked for."""
        with self._change:
            return not (self._lines or self._excess or self._has_ended) and self._process.poll() is None

    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._started

    def failure(self, problem: str) -> AfronteError:
        """The one line that tells what went wrong, with the command's own last words."""
        self.end()
        said = [line.strip() for line in self._last_words.decode("utf-8", "replace").splitlines()]
        words = next((line for line in reversed(said) if line), "")
        status = self._process.returncode
        ended = f", exit status {status}" if status > 0 else ""
        return AfronteError(f"The translator {self._command!r} {problem}{ended}{words and f': {words}'}")

    def end(self) -> None:
        """Ends it, and all it has started; one that has written its last is given a moment to end itself."""
        self._is_over = True
        if not self._reader.is_alive() and not self._excess:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_FAREWELL)
        self.kill()
        self._process.wait()
        _running.discard(self)
        for thread in self._threads:
            thread.join(_FAREWELL)
        if any(thread.is_alive() for thread in self._threads):
            return  # something it started has left its process group and holds the pipes
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe:
                with suppress(OSError):
                    pipe.close()

    def kill(self) -> None:
        """Stops it, and all it has started, without waiting."""
        with suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def _thread(self, target: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=target, daemon=True)
        thread.start()
        return thread

    def _write(self, content: bytes, last: bool) -> None:
        pipe = self._process.stdin
        assert pipe
        with suppress(OSError, ValueError):  # it stopped reading; the lines that lack will tell
            pipe.write(content)
            pipe.flush()
        if last:
            with suppress(OSError):
                pipe.close()

    def _read(self) -> None:
        """Takes lines apart until the output ends, is too much, or nobody wants it any more."""
        pipe, rest = self._process.stdout, b""
        assert pipe
        while not self._is_over and (block := os.read(pipe.fileno(), 1 << 16)):
            *lines, rest = (rest + block).split(b"\n")
            if not self._take(lines, len(block)):
                self.kill()
                return
        with self._change:
            if rest:
                self._lines.append(rest)
            self._has_ended = True
            self._change.notify_all()

    def _take(self, lines: list[bytes], size: int) -> bool:
        """Puts lines down, and what was read of them in bytes; False when there are too many."""
        with self._change:
            self._room -= size
            self._lines += lines[: self._given + 1]
            if self._taken + len(self._lines) > self._given:
                self._excess = self._many()
            elif self._room < 0:
                self._excess = f"writes far more than a translation of {_counted(self._given)} has"
            self._change.notify_all()
            return not self._excess

    def _many(self) -> str:
        return f"gives more lines than the {_counted(self._given)} it got"

    def _listen(self) -> None:
        pipe = self._process.stderr
        assert pipe
        while not self._is_over and (block := os.read(pipe.fileno(), 1 << 12)):
            self._last_words = (self._last_words + block)[-_LAST_WORDS:]


def _counted(sentences: int) -> str:
    return f"{sentences} sentence{'' if sentences == 1 else 's'}"
