"""`--paste` in a real terminal: what is pasted into it, or what the desktop's clipboard holds."""

import json
import os
from pathlib import Path

from command import COMMAND
from terminal import Terminal

ENGLISH = "The port opens in 12 days, the council said. Nobody was asked about it."
ITALIAN = "Il porto apre tra 21 giorni, ha detto il consiglio. Nessuno è stato consultato."
LONG = " ".join(f"The port has {number} quays." for number in range(300))
"""Longer than the line that a terminal takes by itself."""


def checked(report: Path, desktop: dict[str, str]) -> Terminal:
    return Terminal(COMMAND, "check", "--paste", "--output", str(report), **desktop)


def texts(report: Path) -> tuple[str, str]:
    made = json.loads(report.read_text("utf-8"))
    return made["source"]["text"], made["target"]["text"]


def clipboard_of(folder: Path, content: Path) -> dict[str, str]:
    """The environment of a desktop whose clipboard holds what is in a file."""
    for name, command in (("wl-copy", "true"), ("wl-paste", f"cat '{content}'")):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{command}\n", "utf-8")
        path.chmod(0o755)
    return {"WAYLAND_DISPLAY": "test", "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


NO_DESKTOP = {"WAYLAND_DISPLAY": "", "DISPLAY": ""}


def test_texts_pasted_into_the_terminal_are_whole(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    terminal = checked(report, NO_DESKTOP)
    try:
        terminal.wait_for("Paste the source, then press Enter and Ctrl-D:")
        terminal.press(f"{ENGLISH} {LONG}\n\x04")
        terminal.wait_for("Paste the target")
        terminal.press(f"{ITALIAN}\n\x04")
        assert terminal.wait_for_end() == 1
    finally:
        terminal.close()
    assert texts(report) == (f"{ENGLISH} {LONG}", ITALIAN)


def test_enter_takes_what_the_clipboard_holds(tmp_path: Path) -> None:
    report, content = tmp_path / "report.json", tmp_path / "copied"
    content.write_text("\n", "utf-8")
    terminal = checked(report, clipboard_of(tmp_path, content))
    try:
        terminal.wait_for("Copy the source and press Enter; or paste it here")
        terminal.press("\n")
        terminal.wait_for("The clipboard holds no text")
        content.write_text(f"\n{ENGLISH}", "utf-8")
        terminal.press("\n")
        terminal.wait_for("The source from the clipboard: The port opens in 12 days")
        terminal.wait_for("Copy the target and press Enter")
        terminal.press(f"{ITALIAN}\n\x04")
        assert terminal.wait_for_end() == 1
    finally:
        terminal.close()
    assert texts(report) == (ENGLISH, ITALIAN)


def test_the_terminal_is_as_before_when_it_is_interrupted() -> None:
    terminal = Terminal(COMMAND, "check", "--paste", **NO_DESKTOP)
    try:
        assert terminal.gives_lines()
        terminal.wait_for("Paste the source")
        assert not terminal.gives_lines()
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert terminal.gives_lines()
    finally:
        terminal.close()
