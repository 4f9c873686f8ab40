"""Any command as a translator: it reads one sentence a line and writes one a line, in UTF-8."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from tui.errors import AfronteError
from tui.translation.model import always
from tui.translation.process import Process

_BATCH = 64
"""Sentences a run: a command that writes only at its end shows nothing before."""
_SILENCE = 60.0
"""Seconds without a line after which a command counts as stuck."""
_A_SENTENCE = 20.0
"""Seconds that a sentence may take, beside the silence before the first, before a run is given up."""
_PROBE = 10.0
"""Seconds in which a command that answers line by line has surely answered one, if it was no slower
before."""


class CommandTranslator:
    """Translates through a shell command, which is kept running when it answers line by line.

    Many commands write only once their input ends (`apertium` does), so at first the command is run once a
    call, which serves them all. After the second call one more is started and given a sentence; once it has
    answered, that process is kept and gets everything from then on.
    """

    def __init__(
        self,
        command: str,
        source: str,
        target: str,
        silence: float = _SILENCE,
        a_sentence: float = _A_SENTENCE,
    ) -> None:
        """`source`, `target`: BCP 47 tags of what it reads and writes. `silence`: seconds to wait for a
        line. `a_sentence`: seconds that each may take when all of a batch is counted.
        """
        self._command = command
        self._languages = (source, target)
        self._silence = silence
        self._a_sentence = a_sentence
        self._runs = 0
        self._longest_run = 0.0
        self._kept: Process | None = None
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

    def translate(
        self, sentences: Iterable[str], wanted: Callable[[], bool] = always
    ) -> Iterator[dict[str, str]]:
        """The translations in order, 64 sentences at a time; a blank sentence is not sent.

        Raises `AfronteError` when the command cannot be run, stops, is silent or at work for too long, gives
        another number of lines than it got, writes far more than a translation has, or anything but UTF-8.
        """
        rest = iter(dict.fromkeys(sentences))
        while wanted() and (batch := {text: " ".join(text.split()) for text in islice(rest, _BATCH)}):
            sent = [line for line in batch.values() if line]
            answers = iter(self._answers(sent) if sent else ())
            yield {text: next(answers) if line else "" for text, line in batch.items()}

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
            self._kept = Process(self._command, lines[:1], last=False)
        return answers

    def _run(self, lines: list[str]) -> list[str]:
        """Runs the command for these lines alone."""
        process = Process(self._command, lines, last=True)
        try:
            deadline = self._deadline(lines)
            answers: list[str] = []
            while len(answers) < len(lines) and (
                (answer := process.line(self._silence, deadline)) is not None
            ):
                answers.append(answer)
            if len(answers) != len(lines):
                raise process.failure(f"gave {len(answers)} lines for {len(lines)} sentences")
            process.settle(self._silence)
            self._longest_run = max(self._longest_run, process.age())
            return answers
        finally:
            process.end()

    def _ask(self, process: Process, lines: list[str]) -> list[str]:
        """What the kept process answers: fewer lines when it has ended, or has fallen out of step before."""
        answers: list[str] = []
        if not process.waits():
            return answers
        try:
            process.send(lines)
            deadline = self._deadline(lines)
            while len(answers) < len(lines) and (
                (answer := process.line(self._silence, deadline)) is not None
            ):
                answers.append(answer)
        except AfronteError:
            self.close()
            raise
        return answers

    def _deadline(self, lines: Sequence[str]) -> float:
        """When all of the lines are to be there, by the clock of `time.monotonic`."""
        return time.monotonic() + self._silence + self._a_sentence * len(lines)
