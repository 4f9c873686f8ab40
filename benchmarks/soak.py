"""Whether the reader stands hours of a restless person: random keys, sizes and words, translations running.

    python -m benchmarks.soak [--minutes 20] [--seed 0] [--rows 2000] [--no-sample]

Half of the time on the sample, half on a pair of so many rows, with the real encoder and a real (small) Argos
model. Keys, windows and what is typed into dialogs come from a generator with a seed. The verdicts that the
keys imply are kept beside, and looked for on the desk at the end of each half; every error in the log counts.
After five minutes, when everything has been opened once, memory must stay as it is: it goes up while a study
runs and comes down after it, so the least and the most of the five minutes from there on are held against
those of the last five. What is studied has to stay about the same for that: corrections without end would
link all of the sample with all of it, so beyond a dozen each is undone when it is made.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from argos_package import write_package
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.articles import load_pair
from tui.comparison import Finding, mirror_id
from tui.desk import Desk, Dossier, Sheet, Verdict
from tui.reader import ReaderApp
from tui.reader.bindings import TASKS
from tui.reader.screens.reading import ReadingScreen
from tui.resources import asset
from tui.translation import Shelf, install_file

_NOT_PRESSED = {"quit", "suspend", "export", "edit.target", "edit.source", "model.install", "open", "palette",
                "verdict.rule", "undo", "redo"}  # fmt: skip
"""What leaves the reader, writes elsewhere, needs a network, or decides on more than is under the cursor."""
_OFTEN = ("c", "x", "i", "right_square_bracket", "j", "k", "l", "t", "space")
_CORRECTED = 12
"""Corrections that hold at once."""
_SIZES = ((120, 40), (80, 24), (200, 60), (40, 12), (1, 1), (165, 50))
_TYPED = "aeiou nrt12é"
_FLAT = 1.10
"""How many times the memory after five minutes that at the end may be, at its least and at its most."""
_LOOK = 2.0
"""Seconds between two looks at the memory."""


@dataclass
class Log:
    """What was pressed, and the verdicts that it implies."""

    pressed: int = 0
    decided: int = 0
    undone: int = 0
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    """By the id of the finding, read with the sides as in the files."""
    last: tuple[str, Verdict] | None = None
    """The finding decided on last, with what it was before, until that is undone."""
    keys: dict[str, list[str]] = field(default_factory=dict)
    """What was done on each finding, to be told where it came to something else."""
    memory: list[tuple[float, float]] = field(default_factory=list)
    """Seconds since the beginning and megabytes."""


def main() -> None:
    """Runs both halves and prints what became of them; the exit code is 1 where anything is wrong."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--minutes", type=float, default=20)
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--rows", type=int, default=2000, help="0: the sample alone")
    made.add_argument("--no-sample", action="store_true", help="the long pair alone, all the time")
    options = made.parse_args()
    wrong: list[str] = []
    # What keeps results may still be writing when the last reader has ended.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        home = Path(name)
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
        os.environ["ARGOS_PACKAGES_DIR"] = str(home / "models")
        install_file(write_package(home / "it_en.argosmodel"), Shelf())
        pairs = {} if options.no_sample else {"sample": sample(home)}
        if options.rows:
            pairs[f"{options.rows} rows"] = pair(home, options.rows)
        for what, paths in pairs.items():
            random = Random(f"{options.seed} {what}")
            wrong += asyncio.run(soaked(what, paths, home, options.minutes * 60 / len(pairs), random))
    print(*wrong, sep="\n", end="\n" if wrong else "")
    sys.exit(bool(wrong))


def sample(folder: Path) -> tuple[str, str]:
    """The sample pair, where nothing can be done to it."""
    out = []
    for tag in ("en", "it"):
        (folder / f"{tag}.txt").write_bytes(asset(f"sample/{tag}.txt").read_bytes())
        out.append(str(folder / f"{tag}.txt"))
    return out[0], out[1]


def pair(folder: Path, rows: int) -> tuple[str, str]:
    """The paragraphs of the sample over and over, each told apart by a number, now and then another one."""
    out = []
    for tag, note in (("en", "Note {} says so."), ("it", "Lo dice la nota {}.")):
        paragraphs = asset(f"sample/{tag}.txt").read_text("utf-8").strip().split("\n\n")[2:12]
        texts = (
            f"{paragraphs[number % 10]} {note.format(number + (tag == 'it' and number % 9 == 0))}"
            for number in range(rows)
        )
        (folder / f"long.{tag}.txt").write_text("\n\n".join(texts), "utf-8")
        out.append(str(folder / f"long.{tag}.txt"))
    return out[0], out[1]


async def soaked(what: str, paths: tuple[str, str], home: Path, seconds: float, random: Random) -> list[str]:
    """Presses keys for so long; what is wrong afterwards."""
    articles = load_pair(*paths, source_language="en", target_language="it")
    desk = home / "desk.db"
    app = ReaderApp(articles.source, articles.target, desk=desk)
    log, wrong = Log(), []
    with errors() as told:
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await pilot.pause()
            reading = app.screen
            assert isinstance(reading, ReadingScreen)
            remember(reading, log)
            begun = time.monotonic()
            while (now := time.monotonic() - begun) < seconds:
                if not log.memory or now - log.memory[-1][0] > _LOOK:
                    log.memory.append((now, megabytes()))
                await step(pilot, reading, random, log)
            log.memory.append((seconds, megabytes()))
        if app.failure:
            wrong.append(f"{what}: {app.failure!r}")
    wrong += [f"{what}: {times}× {error}" for error, times in told.items()]
    opened = Desk(desk, notify=lambda message: wrong.append(f"{what}: {message}"))
    sheet = opened.open(articles.source, articles.target).sheet()
    opened.close()
    both = log.verdicts.keys() | sheet.decisions.keys()
    for finding in sorted(both):
        decision = sheet.decisions.get(finding)
        kept = decision.verdict if decision else "open"
        if kept != (implied := log.verdicts.get(finding, "open")):
            pressed = ", ".join(log.keys.get(finding, ["never pressed"]))
            wrong.append(f"{what}: {finding} is {kept}, the keys imply {implied}: {pressed}")
    wrong += [f"{what}: {grown}" for grown in growth(log.memory, seconds)]
    print(
        f"{what}: {seconds / 60:.1f} minutes, {log.pressed:,} keys, {log.decided:,} verdicts on "
        f"{len(log.verdicts)} findings, {log.undone} undone, {len(both)} looked for; memory, in MB a tenth: "
        + " ".join(f"{min(sizes):.0f}-{max(sizes):.0f}" for sizes in parts(log.memory, seconds, 10))
        + f"; {len(wrong)} things wrong",
        flush=True,
    )
    return wrong


def parts(memory: list[tuple[float, float]], seconds: float, count: int) -> list[list[float]]:
    """The sizes in each of so many equal parts of the time; none where nobody looked."""
    out: list[list[float]] = [[] for _ in range(count)]
    for at, size in memory:
        out[min(count - 1, int(count * at / seconds))].append(size)
    return [sizes for sizes in out if sizes]


def growth(memory: list[tuple[float, float]], seconds: float) -> list[str]:
    """In what memory has grown between five minutes and the end, or the second and the last quarter."""
    span = min(300.0, seconds / 4)
    early = [size for at, size in memory if span <= at < 2 * span]
    late = [size for at, size in memory if at >= seconds - span]
    return [
        f"memory grew from {name(early):.0f} to {name(late):.0f} MB at its {told}"
        for told, name in (("least", min), ("most", max))
        if early and late and name(late) > name(early) * _FLAT
    ]


def remember(reading: ReadingScreen, log: Log) -> None:
    """Has the log follow every verdict that a key gives: the same one again takes it back, and one on all
    that is listed is given when it is asked for twice.
    """
    give, give_listed, take_back = (reading._verbs[verb] for verb in ("decide", "decide_listed", "undo"))

    def key_of(finding: Finding) -> str:
        edition = reading.state.edition
        swapped = edition.article("source").language == "it"
        return mirror_id(finding, edition.source, edition.target) if swapped else finding.id

    def follow(finding: Finding, verdict: Verdict, how: str = "") -> None:
        key = key_of(finding)
        log.last = key, log.verdicts.get(key, "open")
        log.verdicts[key] = verdict
        log.decided += 1
        log.keys.setdefault(key, []).append(
            f"{verdict}{how}{' mirrored' * (key != finding.id)} at {log.pressed}"
        )

    def decide(verdict: Verdict) -> None:
        if (finding := reading.state.current) is not None:
            again = log.verdicts.get(key_of(finding), "open") == verdict
            follow(finding, "open" if again else verdict)
        give(verdict)

    def decide_listed(verdict: Verdict) -> None:
        asked = reading.listing._asked
        give_listed(verdict)
        if not reading.listing._asked:  # else it was asked for the first time
            for finding in reading.state.edition.findings:
                if finding.id in asked[1:]:
                    follow(finding, verdict, " with all listed")

    def undo() -> None:
        if log.last is not None:  # else it would be of something else
            key, before = log.last
            log.verdicts[key], log.last = before, None
            log.undone += 1
            log.keys[key].append("undone")
            take_back()

    reading._verbs.update(decide=decide, decide_listed=decide_listed, undo=undo)


_KEYS = [
    binding.key.split(",")[0]
    for task in TASKS
    for binding in task.bindings
    if binding.id not in _NOT_PRESSED
]  # fmt: skip


async def step(pilot: Pilot[None], reading: ReadingScreen, random: Random, log: Log) -> None:
    """One key, now and then another size, or a verdict that is undone at once."""
    app = pilot.app
    keys: tuple[str, ...]
    if app.screen is not reading or isinstance(app.focused, Input | TextArea):
        keys = (random.choice([*_TYPED, "down", "tab", "escape", "escape", "escape"]),)
    elif random.random() < 0.005:
        await pilot.resize_terminal(*random.choice(_SIZES))
        keys = ()
    elif random.random() < 0.02 and reading.state.current is not None:
        keys = (random.choice("cxi"), "u")
    else:
        keys = (random.choice(_OFTEN) if random.random() < 0.5 else random.choice(_KEYS),)
    log.last = None
    if len(reading.state.sheet.corrections) > _CORRECTED:
        reading.deciding.keep(less_corrected)
    await pilot.press(*({" ": "space"}.get(key, key) for key in keys))
    log.pressed += len(keys)


def less_corrected(dossier: Dossier) -> Sheet:
    """Takes the last step back, if it was a correction: in the desk's thread, where none comes between."""
    sheet = dossier.sheet()
    last = dossier.undo()
    return last if len(last.corrections) < len(sheet.corrections) else dossier.redo()


def megabytes() -> float:
    """What this process has in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def errors() -> Iterator[Counter[str]]:
    """Counts the errors in the log, and what fails in a task or a thread."""
    counted: Counter[str] = Counter()

    class Counting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            counted[record.getMessage().splitlines()[0][:200]] += 1

    handler = Counting(logging.ERROR)
    logging.getLogger().addHandler(handler)
    try:
        yield counted
    finally:
        logging.getLogger().removeHandler(handler)


if __name__ == "__main__":
    main()
