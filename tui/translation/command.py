"""Any command as a translator: it reads one sentence a line and writes one a line, in UTF-8."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from tui.errors import AfronteError

_CHUNK = 64
"""Sentences a run: a command that writes only at its end shows nothing before."""
_SILENCE = 60.0
"""Seconds without a line after which a command counts as stuck."""
_FAREWELL = 1.0
"""Seconds a command gets to end by itself."""
_PROBE = 10.0
"""Seconds in which a command that answers line by line has surely answered one, if it was no slower
before."""


_running: set[_Process] = set()


def kill_commands() -> None:
    """Ends every command that runs: for a process that does not wait for the threads that would end them."""
    for process in tuple(_running):
        process.kill()


class CommandTranslator:
    """Translates through a shell command, which is kept running when it answers line by line.

    Many commands write only once their input ends (`apertium` does), so at first the command is run once a
    call, which serves them all. After the second call one more is started and given a sentence; once it has
    answered, that process is kept and gets everything from then on.
    """

    def __init__(self, command: str, source: str, target: str, silence: float = _SILENCE) -> None:
        """`source`, `target`: BCP 47 tags of what it reads and writes. `silence`: seconds to wait for a
        line.
        """
        self._command = command
        self._languages = (source, target)
        self._silence = silence
        self._runs = 0
        self._longest_run = 0.0
        self._kept: _Process | None = None
        self._keep = False

    @property
    def name(self) -> str:
        """The command."""
        return self._command

    @property
    def version(self) -> str:
        """A command has none."""
        return ""

    @property
    def build(self) -> str:
        """A command has none."""
        return ""

    @property
    def languages(self) -> tuple[str, str]:
        """What it was said to read and write."""
        return self._languages

    def translate(self, sentences: Sequence[str]) -> Iterator[list[str]]:
        """The translations in order, 64 sentences at a time; a blank sentence is not sent.

        Raises `AfronteError` when the command cannot be run, stops, is silent for too long, gives another
        number of lines than it got, or writes anything but UTF-8.
        """
        lines = [" ".join(sentence.split()) for sentence in sentences]
        for start in range(0, len(lines), _CHUNK):
            chunk = lines[start : start + _CHUNK]
            sent = [line for line in chunk if line]
            answers = iter(self._answers(sent) if sent else ())
            yield [next(answers) if line else "" for line in chunk]

    def close(self) -> None:
        """Ends the kept process."""
        if self._kept:
            self._kept.end()
        self._kept, self._keep = None, False

    def _answers(self, lines: list[str]) -> list[str]:
        if self._kept and not self._keep:
            self._keep = self._kept.has_answered()
            if not self._keep and self._kept.age() > max(3 * self._longest_run, _PROBE):
                self.close()
        if self._kept and self._keep:
            answers = self._ask(self._kept, lines)
            if len(answers) == len(lines):
                return answers
            self.close()
        answers = self._run(lines)
        self._runs += 1
        if self._runs == 2:
            self._kept = _Process(self._command)
            self._kept.send(lines[:1])
        return answers

    def _run(self, lines: list[str]) -> list[str]:
        """Runs the command for these lines alone."""
        process = _Process(self._command)
        try:
            process.send(lines, last=True)
            answers: list[str] = []
            while (answer := process.line(self._silence)) is not None:
                answers.append(answer)
            if len(answers) != len(lines):
                raise process.failure(f"gave {len(answers)} lines for {len(lines)} sentences")
            self._longest_run = max(self._longest_run, process.age())
            return answers
        finally:
            process.end()

    def _ask(self, process: _Process, lines: list[str]) -> list[str]:
        """What the kept process answers: fewer lines when it has ended, or has fallen out of step before."""
        answers: list[str] = []
        if not process.waits():
            return answers
        try:
            process.send(lines)
            while len(answers) < len(lines) and (answer := process.line(self._silence)) is not None:
                answers.append(answer)
        except AfronteError:
            self.close()
            raise
        return answers


class _Process:
    """One run of the command, in a process group of its own; threads keep its pipes from filling up."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._started = time.monotonic()
        self._process = subprocess.Popen(
            command,
            shell=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        _running.add(self)
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._complaints: deque[bytes] = deque(maxlen=20)
        self._reader = self._thread(self._read)
        self._threads = [self._reader, self._thread(self._listen)]

    def send(self, lines: Sequence[str], *, last: bool = False) -> None:
        """Writes the lines, without waiting until they are taken; after the `last` ones the input ends."""
        content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        self._threads.append(self._thread(lambda: self._write(content, last)))

    def line(self, silence: float) -> str | None:
        """The next line; None when the output has ended. Raises `AfronteError` after `silence` seconds."""
        try:
            line = self._lines.get(timeout=silence)
        except queue.Empty:
            raise self.failure(f"says nothing for {silence:g} seconds") from None
        if line is None:
            return None
        try:
            return line.decode("utf-8").strip()
        except UnicodeDecodeError:
            raise self.failure("writes something that is not UTF-8") from None

    def has_answered(self) -> bool:
        """Takes one line away if there is one."""
        try:
            return self._lines.get_nowait() is not None
        except queue.Empty:
            return False

    def waits(self) -> bool:
        """Whether it waits for input: neither has it ended nor written a line that nobody asked for."""
        return self._lines.empty() and self._process.poll() is None

    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._started

    def failure(self, problem: str) -> AfronteError:
        """The one line that tells what went wrong, with the command's own last words."""
        self.end()
        said = [line.decode("utf-8", "replace").strip() for line in self._complaints]
        words = next((line for line in reversed(said) if line), "")
        status = self._process.returncode
        ended = f", exit status {status}" if status > 0 else ""
        return AfronteError(f"The translator {self._command!r} {problem}{ended}{words and f': {words}'}")

    def end(self) -> None:
        """Ends it, and all it has started; one that has written its last is given a moment to end itself."""
        if not self._reader.is_alive():
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
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def _listen(self) -> None:
        assert self._process.stderr
        self._complaints.extend(self._process.stderr)
