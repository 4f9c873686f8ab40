"""Whether a reader that is killed loses anything it has shown as saved.

    python -m benchmarks.killed [--kills 50] [--readers 2]

Readers in real terminals walk through the same pair at the same time, by key presses only: each goes from one
of its findings to the next, gives it another verdict than it has and now and then a note; the first merges
rows as well and parts them again. What their screens show as decided is written down. All are killed
(SIGKILL) at a random moment, in every fifth round while they start; then the desk is opened and everything
that was shown is looked for, and the next round is the proof that the app starts. Every tenth round begins
with no desk.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import sqlite3
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from terminal import EndedError, Terminal

from tui.alignment import Merge, standard_encoder
from tui.articles import Article, load_pair
from tui.comparison import Finding
from tui.desk import Desk, Sheet
from tui.reports.making import report_on

_SAID = (
    ("The museum sold its paintings", "Il museo ha venduto i suoi quadri"),
    ("The rain flooded the cellar", "La pioggia ha allagato la cantina"),
    ("The doctor called the hospital", "Il medico ha chiamato l'ospedale"),
    ("Our neighbours repaired the roof", "I nostri vicini hanno riparato il tetto"),
    ("The orchestra played the symphony", "L'orchestra ha suonato la sinfonia"),
    ("The farmers harvested the grapes", "I contadini hanno raccolto l'uva"),
    ("The judge postponed the trial", "Il giudice ha rinviato il processo"),
    ("The children fed the horses", "I bambini hanno nutrito i cavalli"),
    ("The ship crossed the ocean", "La nave ha attraversato l'oceano"),
    ("The bakery burnt the bread", "Il forno ha bruciato il pane"),
    ("The students read the newspaper", "Gli studenti hanno letto il giornale"),
    ("The snow closed the airport", "La neve ha chiuso l'aeroporto"),
)
_PARAGRAPHS = len(_SAID)
_LATEST = 3.0
"""Seconds after which readers are killed at the latest, from when all walk or, if it is to be early, from
when they were started."""
_VERDICTS = {"confirmed": "c", "dismissed": "x", "intended": "i"}
_CLEAR = "\x1b[18~\x1b[3~"
"""F7 and Delete, as a terminal sends them."""
_NOTE = re.compile(r"\[\d+\]")
_NOTED, _CORRECTED = 0.2, 0.15
"""How often a note or a correction follows."""
_STATUS = re.compile(
    r"finding (?P<number>\d+) of \d+ · (?P<verdict>open|confirmed|dismissed|intended)\b.*\n"
    r" +(?P<message>\S.*?)(?: {2,}.*)?$",
    re.MULTILINE,
)
_ROWS = re.compile(r"(\d+) =")
_DECIDED = re.compile(r"(\d+)/\d+ ✓")
_ALARMS = ("Not saved", "is not kept", "locked", "Traceback")
"""What no screen may show."""


@dataclass
class Shown:
    """What a reader's screen has shown as saved; what was asked for last may be saved and not shown yet."""

    decided: int = 0
    """How many findings, by the masthead."""
    verdicts: dict[str, str] = field(default_factory=dict)
    """By the message of the finding, as seen last."""
    notes: dict[str, str] = field(default_factory=dict)
    rows: int = 0
    """How many there are."""
    asked: dict[str, str | int] = field(default_factory=dict)
    """By what it is about: a finding's message, or `rows`."""
    steps: int = 0
    """How many verdicts, notes and corrections were seen to be saved."""
    alarms: list[str] = field(default_factory=list)


def write_pair(folder: Path) -> tuple[Path, Path]:
    """Two files in which every paragraph has a number of its own, another one on either side."""
    source, target = folder / "en.txt", folder / "it.txt"
    numbers = [(101 + 7 * i, 502 + 3 * i) for i in range(_PARAGRAPHS)]
    source.write_text(
        "\n\n".join(f"{s} {n} times." for (s, _), (n, _) in zip(_SAID, numbers, strict=True)), "utf-8"
    )
    target.write_text(
        "\n\n".join(f"{t} {m} volte." for (_, t), (_, m) in zip(_SAID, numbers, strict=True)), "utf-8"
    )
    return source, target


def findings_of(source: Article, target: Article) -> dict[str, Finding]:
    """What the reader finds in the pair, by message."""
    found = report_on(source, target, standard_encoder()).findings
    by_message = {finding.message: finding for finding in found}
    assert len(by_message) == len(found) == _PARAGRAPHS, f"not one finding a row: {list(by_message)}"
    return by_message


def status(lines: list[str]) -> re.Match[str] | None:
    """What tells of the finding under the cursor."""
    return _STATUS.search("\n".join(lines[-6:]))


def rows(lines: list[str]) -> int:
    """How many aligned rows the header counts; 0 while it counts none."""
    found = _ROWS.search(lines[0])
    return int(found[1]) if found else 0


class Walk:
    """A reader's walk from one of its findings to the next and back; the findings are shared out in turn."""

    def __init__(self, terminal: Terminal, reader: int, readers: int, rng: random.Random) -> None:
        self.terminal = terminal
        self.walks = Event()
        self._reader, self._readers, self._rng = reader, readers, rng
        self._direction = 1
        self._shown = Shown()
        self._thread = Thread(target=self._run)
        self._thread.start()

    def end(self) -> Shown:
        """What was shown, up to the last word before the kill."""
        self._thread.join()
        self._look(self.terminal.lines())
        self._shown.alarms += [alarm for alarm in _ALARMS if alarm in self.terminal.written]
        return self._shown

    def _run(self) -> None:
        try:
            with suppress(EndedError, OSError):  # it was killed
                self._see(lambda lines: "crit" in lines[0])
                self._see(rows)
                self._shown.rows = rows(self.terminal.lines())
                self._press("g")
                self._see(lambda lines: (here := status(lines)) and here["number"] == "1")
                self.walks.set()
                while True:
                    self._step()
        except AssertionError as error:
            self._shown.alarms.append(str(error))

    def _press(self, keys: str) -> None:
        self.terminal.press(keys)

    def _see(self, shows: Callable[[list[str]], object]) -> None:
        self._look(self.terminal.see(shows))

    def _look(self, lines: list[str]) -> None:
        """Writes down what the screen shows as saved."""
        if decided := _DECIDED.search(lines[0]):
            self._shown.decided = int(decided[1])
        if (here := status(lines)) and self._is_own(int(here["number"])):
            self._shown.verdicts[here["message"]] = here["verdict"]

    def _is_own(self, number: int) -> bool:
        return number % self._readers == self._reader

    def _step(self) -> None:
        here = status(self.terminal.lines())
        assert here, self.terminal.lines()[-4:]
        number = int(here["number"]) + self._direction
        if not 1 <= number <= _PARAGRAPHS:
            self._direction = -self._direction
            return
        self._press("]" if self._direction > 0 else "[")
        self._see(lambda lines: (there := status(lines)) and there["number"] == str(number))
        if self._is_own(number):
            self._decide(number)
            if self._rng.random() < _NOTED:
                self._note()
        if self._reader == 0 and self._rng.random() < _CORRECTED and number < _PARAGRAPHS:
            self._correct()

    def _decide(self, number: int) -> None:
        here = status(self.terminal.lines())
        assert here
        verdict = self._rng.choice([v for v in _VERDICTS if v != here["verdict"]])
        self._shown.asked[here["message"]] = verdict
        self._press(_VERDICTS[verdict])
        self._see(
            lambda lines: (now := status(lines)) and (now["number"], now["verdict"]) == (str(number), verdict)
        )
        self._shown.steps += 1

    def _note(self) -> None:
        """Replaces the note on the finding."""
        here = status(self.terminal.lines())
        assert here
        note = f"[{self._shown.steps:03}]"
        self._press("e")
        self._see(lambda lines: "keeps the note" in "\n".join(lines))
        self._press(_CLEAR)
        self._see(
            lambda lines: not _NOTE.search("\n".join(lines).partition("Note on")[2].partition("keeps")[0])
        )
        self._press(note)
        self._see(lambda lines: note in "\n".join(lines).partition("keeps")[0])
        self._shown.notes.pop(here["message"], None)  # from here on it may be either
        self._press("\x1b")
        self._see(lambda lines: f"✎ {note}" in "\n".join(lines[-3:]))
        self._shown.notes[here["message"]] = note
        self._shown.steps += 1

    def _correct(self) -> None:
        """Merges the row with the one below, and parts them again at the next sentence.

        Undoing would take back what either reader did last.
        """
        for keys, more in (("M", -1), ("lS", 1)):
            wanted = self._shown.rows + more
            self._shown.asked["rows"] = wanted
            self._press(keys)
            self._see(lambda lines, wanted=wanted: rows(lines) == wanted)  # type: ignore[misc]
            self._shown.rows = wanted
            self._shown.steps += 1


def shown_before_the_kill(
    command: list[str], folder: Path, readers: int, rng: random.Random, *, early: bool
) -> list[Shown]:
    """Starts readers and kills them; returns what each has shown as saved."""
    walks = [Walk(started(command, folder), reader, readers, rng) for reader in range(readers)]
    while not early and not all(walk.walks.is_set() for walk in walks):
        if any(walk.terminal.process.poll() is not None for walk in walks):
            break
        time.sleep(0.01)
    time.sleep(rng.uniform(0, _LATEST))
    for walk in walks:
        walk.terminal.process.send_signal(signal.SIGKILL)
    codes = [walk.terminal.process.wait() for walk in walks]
    out = [walk.end() for walk in walks]
    for walk, shown, code in zip(walks, out, codes, strict=True):
        if code != -signal.SIGKILL:
            shown.alarms.append(f"a reader ended by itself:\n{walk.terminal.plain()[-2000:]}")
        walk.terminal.close()
    return out


def started(command: list[str], folder: Path) -> Terminal:
    """A reader in a terminal of its own, which keeps everything in a folder."""
    homes = {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    return Terminal(*command, **homes)


def lost(sheet: Sheet, findings: dict[str, Finding], shown: Shown, *, corrects: bool) -> list[str]:
    """What a reader has shown as saved and the desk does not have."""
    missing = []
    decided = sheet.progress(findings.values()).decided
    if decided < shown.decided:
        missing.append(f"{shown.decided} shown as decided, {decided} are")
    for message, verdict in shown.verdicts.items():
        kept = sheet.decision(findings[message]).verdict
        if kept not in (verdict, shown.asked.get(message)):
            missing.append(f"{message} {verdict} shown, {kept} kept")
    for message, note in shown.notes.items():
        if (noted := sheet.decision(findings[message]).note) != note:
            missing.append(f"{message} note {note!r} shown, {noted!r} kept")
    rows_kept = _PARAGRAPHS - sum(1 if isinstance(one, Merge) else -1 for one in sheet.corrections)
    if corrects and shown.rows and rows_kept not in (shown.rows, shown.asked.get("rows")):
        missing.append(f"{shown.rows} rows shown, {rows_kept} kept")
    return missing


def opened(path: Path, source: Article, target: Article) -> Sheet:
    """What is on the desk; a message about its file ends everything."""

    def refuse(message: str) -> None:
        raise SystemExit(f"the desk says: {message}")

    desk = Desk(path, notify=refuse)
    sheet = desk.open(source, target).sheet()
    desk.close()
    with closing(sqlite3.connect(path)) as connection:
        if (state := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise SystemExit(f"the database: {state}")
    return sheet


def main() -> None:
    """Kills readers and says what was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--readers", type=int, default=2)
    given = parser.parse_args()
    rng = random.Random()
    missing: list[str] = []
    steps = nothing = 0
    with tempfile.TemporaryDirectory() as name:
        paths = write_pair(Path(name))
        pair = load_pair(*map(str, paths))
        findings = findings_of(pair.source, pair.target)
        command = [str(Path(sysconfig.get_path("scripts")) / "afronte"), *map(str, paths)]
        for kill in range(given.kills):
            folder = Path(name) / f"data-{kill // 10}"
            folder.mkdir(exist_ok=True)
            all_shown = shown_before_the_kill(command, folder, given.readers, rng, early=kill % 5 == 4)
            sheet = opened(folder / "afronte" / "desk.db", pair.source, pair.target)
            for reader, shown in enumerate(all_shown):
                here = [*lost(sheet, findings, shown, corrects=reader == 0), *shown.alarms]
                missing += [f"kill {kill + 1}, reader {reader + 1}: {what}" for what in here]
            steps += sum(shown.steps for shown in all_shown)
            nothing += not any(shown.steps for shown in all_shown)
        last = started(command, folder)
        decided = sheet.progress(findings.values()).decided
        last.see(f"{decided}/{_PARAGRAPHS} ✓" if decided else "crit")
        last.press("q")
        code = last.wait_for_end()
        last.close()
    print(
        f"{given.kills} kills of {given.readers} readers, {nothing} before anything was saved; "
        f"{steps} verdicts, notes and corrections shown as saved, {len(missing)} things wrong; "
        f"the last start ended with {code}"
    )
    print(*missing, sep="\n", end="\n" if missing else "")
    sys.exit(bool(missing or code))


if __name__ == "__main__":
    main()
