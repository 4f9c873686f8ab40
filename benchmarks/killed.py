"""Whether a reader that is killed loses anything it has shown as saved.

    python -m benchmarks.killed [--kills 50] [--readers 2]

Readers without a screen walk through a pair at the same time: each step decides on a finding, notes something
on it and beside a row, corrects the alignment and keeps the position, and is told once the desk has given it
back. All are killed (SIGKILL) at a random moment, in every fifth round while they start; then the file is
opened as the next reader would open it and everything that was told is looked for. Every tenth round begins
with no file.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tui.alignment import Link, Row
from tui.articles import Article, article_from_text
from tui.comparison import Finding
from tui.desk import VERDICTS, Decision, Desk, Dossier, Position

_SENTENCES = 2000
_LATEST = 0.5
"""Seconds after which readers are killed at the latest."""


def pair() -> tuple[Article, Article]:
    """Two articles of one-sentence paragraphs."""
    source, target = (
        article_from_text("\n\n".join(f"{word} {i}." for i in range(_SENTENCES)), language=language)
        for word, language in (("Sentence", "en"), ("Frase", "it"))
    )
    return source, target


def finding(name: str) -> Finding:
    """A finding of that id."""
    return Finding("number", "facts", "critical", 0.9, (), (), "1", "2", "They differ.", "numbers", name)


def decision(number: int) -> Decision:
    """What a reader decides in its step of that number."""
    return Decision(VERDICTS[1 + number % 3], f"note {number}\n" + "x" * (number % 700))


def row(round_: int, reader: int, number: int) -> Row:
    """The row that a reader marks in that step: one that no other reader of the round marks."""
    place = (round_ * 211 + number * 2 + reader) % _SENTENCES
    return Row(range(place, place + 1), range(0), "only-source")


def link(round_: int, reader: int, number: int) -> Link:
    """The correction that a reader makes in that step, another one in each."""
    return Link((number % _SENTENCES,), (reader, 100 + round_))


def opened(path: Path) -> Dossier:
    """The pair as a reader that has just been started opens it; a message about the file ends everything."""

    def refuse(message: str) -> None:
        raise SystemExit(f"the desk says: {message}")

    return Desk(path, notify=refuse).open(*pair())


def walk(path: Path, round_: int, reader: int) -> None:
    """Steps without end; the number of each on standard output once all of it is saved."""
    dossier = opened(path)
    number = 0
    while True:
        one = finding(f"{round_}-{reader}-{number}")
        dossier.decide(one, decision(number).verdict)
        dossier.annotate(one, decision(number).note)
        dossier.bookmark(row(round_, reader, number), True)
        dossier.leave(Position("source", number % _SENTENCES))
        sheet = dossier.correct(link(round_, reader, number))
        assert sheet.decision(one) == decision(number)
        print(number, flush=True)
        number += 1


def told_before_the_kill(path: Path, round_: int, readers: int, moment: float, *, early: bool) -> list[int]:
    """Starts readers and kills them; returns how many steps each has told of.

    `moment`: seconds since all of them have told of a step or, if it is to be `early`, since their start.
    """
    outputs = [path.with_suffix(f".{reader}") for reader in range(readers)]
    walking = []
    for reader, output in enumerate(outputs):
        command = ["benchmarks.killed", "--walk", str(path), str(round_), str(reader)]
        with output.open("w") as file:
            walking.append(subprocess.Popen([sys.executable, "-m", *command], stdout=file))
    while not early and not all(output.stat().st_size for output in outputs):
        time.sleep(0.005)
        if any(process.poll() is not None for process in walking):
            raise SystemExit("a reader ended by itself")
    time.sleep(moment)
    for process in walking:
        process.send_signal(signal.SIGKILL)
    if any(process.wait() != -signal.SIGKILL for process in walking):
        raise SystemExit("a reader ended by itself")
    return [output.read_text().count("\n") for output in outputs]


def lost(path: Path, round_: int, told: list[int]) -> list[str]:
    """What was told to be saved and is not there."""
    sheet = opened(path).sheet()
    corrections = list(sheet.corrections)
    missing = []
    for reader, count in enumerate(told):
        for number in range(count):
            one = finding(f"{round_}-{reader}-{number}")
            if sheet.decision(one) != decision(number):
                missing.append(f"{one.id}: {sheet.decision(one)}")
            if not sheet.mark(row(round_, reader, number)).bookmarked:
                missing.append(f"{one.id}: bookmark")
            if link(round_, reader, number) in corrections:
                corrections.remove(link(round_, reader, number))
            else:
                missing.append(f"{one.id}: correction")
    with closing(sqlite3.connect(path)) as connection:
        if (state := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            missing.append(f"integrity: {state}")
    return missing


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--readers", type=int, default=2)
    parser.add_argument("--walk", nargs=3, metavar=("PATH", "ROUND", "READER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.walk:
        walk(Path(given.walk[0]), int(given.walk[1]), int(given.walk[2]))
        return
    rng = random.Random()
    missing: list[str] = []
    steps = nothing = 0
    with tempfile.TemporaryDirectory() as folder:
        for kill in range(given.kills):
            path = Path(folder) / f"desk-{kill // 10}.db"
            moment, early = rng.uniform(0, _LATEST), kill % 5 == 0
            told = told_before_the_kill(path, kill, given.readers, moment, early=early)
            steps += sum(told)
            nothing += not any(told)
            missing += lost(path, kill, told)
    print(
        f"{given.kills} kills of {given.readers} readers, {nothing} before anything was saved; "
        f"{steps} steps told as saved, {len(missing)} things lost"
    )
    print(*missing, sep="\n", end="\n" if missing else "")
    sys.exit(bool(missing))


if __name__ == "__main__":
    main()
