"""The walk of a fact-checker through the whole sample pair in a real terminal, left and opened again."""

import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from command import COMMAND
from terminal import Terminal

pytestmark = pytest.mark.long

_FINDING = re.compile(r"finding (\d+) of (\d+) · (\w+)")
VERDICTS = {"c": "confirmed", "x": "dismissed", "i": "intended"}


def finding(lines: list[str]) -> tuple[int, int, str]:
    """The number of the finding under the cursor, how many there are, and its verdict."""
    found = _FINDING.search("\n".join(lines[-6:]))
    return (int(found[1]), int(found[2]), found[3]) if found else (0, 0, "")


def shows(wanted: tuple[int, int, str], lines: list[str]) -> bool:
    """Whether the finding under the cursor is that one, with that verdict."""
    return finding(lines) == wanted


def at(place: str, lines: list[str]) -> bool:
    """Whether the status names that place: paragraphs of both sides."""
    return place in "\n".join(lines[-6:])


def is_open(number: int, lines: list[str]) -> bool:
    """Whether the finding under the cursor has that number and is not decided."""
    here, _, verdict = finding(lines)
    return (here, verdict) == (number, "open")


def opened(data: Path) -> Terminal:
    """The sample pair, compared."""
    terminal = Terminal(COMMAND, XDG_DATA_HOME=str(data), XDG_CONFIG_HOME=str(data))
    terminal.see(lambda lines: "crit" in lines[0])
    return terminal


def test_all_that_a_fact_checker_does_is_there_when_the_pair_is_opened_again(tmp_path: Path) -> None:
    """Two corrections, a search, every finding decided, a note."""
    terminal = opened(tmp_path)
    try:
        terminal.press("\x1b")  # leaves the tour
        terminal.see(lambda lines: at("S1 of 29", lines) and "leaves the tour" not in "".join(lines))
        terminal.press("G")
        terminal.see(partial(at, "S29 T33"))
        terminal.press("kM")
        terminal.see(partial(at, "S28–29 of 29  T32–33 of 33"))
        terminal.press("g")
        terminal.see(partial(at, "S1 of 29"))
        terminal.press("M")
        terminal.see(partial(at, "S1–2 of 29  T1–2 of 33"))
        terminal.press("/")
        terminal.press("vienna")
        terminal.see("matches")
        terminal.press("\r")
        terminal.see(lambda lines: "1 of" in lines[-3] and "matches" in lines[-3])
        terminal.press("\x1b")
        terminal.see(lambda lines: "matches" not in lines[-3])
        terminal.press("g")
        terminal.see(partial(at, "S1–2 of 29"))

        number, total = 0, 1
        decided: list[str] = []
        while number < total:
            terminal.press("]")
            number += 1
            _, total, _ = finding(terminal.see(partial(is_open, number)))
            key = "cxi"[number % 3]
            terminal.press(key)
            terminal.see(partial(shows, (number, total, VERDICTS[key])))
            terminal.see(f"{number}/{total} ✓")
            decided.append(VERDICTS[key])
        terminal.press("e")
        terminal.see("keeps the note")
        terminal.press("ask Marta\rtwice")
        terminal.see("twice")
        terminal.press("\x1b")
        terminal.see("✎ ask Marta twice")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.written
    finally:
        terminal.close()

    terminal = opened(tmp_path)
    try:
        terminal.see(f"{total}/{total} ✓")
        terminal.see("✎ ask Marta twice")
        terminal.press("g")
        terminal.see(partial(at, "S1–2 of 29"))
        for number, verdict in enumerate(decided, 1):
            terminal.press("]")
            terminal.see(partial(shows, (number, total, verdict)))
        terminal.press("u")
        terminal.see("Undone: the note on")
        terminal.see(lambda lines: "✎" not in lines[-2])
        terminal.press("u")
        terminal.see(f"Undone: the verdict {decided[-1]}")
        terminal.see(f"{total - 1}/{total} ✓")
        terminal.press("\x12")  # Ctrl-R
        terminal.see("Done again: the verdict")
        terminal.see(f"{total}/{total} ✓")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    finally:
        terminal.close()


ENGLISH = """The Corderia was sold on Monday.

The council voted 14 to 9 and the bridge cost 300 euros.

It was raining.
"""
ITALIAN = """La Cordaria è stata venduta lunedì.

Il consiglio ha votato 41 a 9 e il ponte è costato 300 euro.

Pioveva.
"""


@pytest.mark.skipif(shutil.which("vi") is None, reason="vi is not installed")
def test_from_finding_to_mended_text(tmp_path: Path) -> None:
    """The same, an edit in vi at the line of the finding, what it mended, undo, a report beside another."""
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "it.txt").write_text(ITALIAN, "utf-8")
    (tmp_path / "en-it-report.html").write_text("an older one")
    terminal = Terminal(
        *(COMMAND, str(tmp_path / "en.txt"), str(tmp_path / "it.txt")),
        XDG_DATA_HOME=str(tmp_path / "data"),
        XDG_CONFIG_HOME=str(tmp_path),
        VISUAL="",
        EDITOR="vi",
    )
    try:
        terminal.see(lambda lines: finding(lines)[1] == 2)
        terminal.press("=")
        terminal.see("1 silenced")
        terminal.press("]")
        terminal.see(partial(shows, (1, 1, "open")))
        terminal.press("a")
        terminal.see(lambda lines: any(line.startswith("~") for line in lines))  # as vi marks what is no line
        terminal.press(":s/41/14/\r:wq\r")
        terminal.see("Mended: “")
        terminal.see("votato 14 a 9")
        terminal.press("u")
        terminal.see("Undone: “Corderia” and “Cordaria”")
        terminal.see(lambda lines: "silenced" not in lines[0])
        terminal.press("g")
        terminal.see(partial(shows, (1, 1, "open")))
        terminal.press("c")
        terminal.see("1/1 ✓")
        terminal.press("u")
        terminal.see("Undone: the verdict confirmed")
        terminal.press("E")
        terminal.see("report.html")
        terminal.press("\r")
        terminal.see("en-it-report-2.html")
        terminal.press("\r")
        terminal.see("Written:")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.written
        assert (tmp_path / "it.txt").read_text("utf-8") == ITALIAN.replace("41", "14")
        assert (tmp_path / "en-it-report.html").read_text() == "an older one"
        assert (tmp_path / "en-it-report-2.html").is_file()
    finally:
        terminal.close()
