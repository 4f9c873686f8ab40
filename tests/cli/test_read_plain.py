"""`afronte read --plain`: the pair in words, without a terminal."""

import re
from pathlib import Path

from command import afronte


def test_every_paragraph_of_both_sides_is_said_once_and_in_order(tmp_path: Path) -> None:
    """Nothing but text, also where standard output is no terminal."""
    source, target = tmp_path / "en.txt", tmp_path / "it.txt"
    source.write_text("The harbour opened on Monday.\n\nNobody was surprised.\n", "utf-8")
    target.write_text("Il porto ha aperto martedì.\n\nNessuno è rimasto sorpreso.\n\nPiove.\n", "utf-8")
    run = afronte("read", str(source), str(target), "--plain")
    assert run.returncode == 0
    assert run.stderr == b""
    text = run.stdout.decode()
    assert re.findall(r"^(Source|Target) (\d+): ", text, re.M) == [
        ("Source", "1"), ("Target", "1"), ("Source", "2"), ("Target", "2"), ("Target", "3"),
    ]  # fmt: skip
    assert re.search(r"^Finding 1, critical, date: .*\n.*\bMonday\b", text, re.M)
    assert "Row 3 of 3, only in the target.\nTarget 3: Piove.\n" in text
    assert text.rstrip().splitlines()[-1].startswith("critical: ")
    assert "\x1b" not in text


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    run = afronte("read", str(tmp_path / "gone.txt"), str(tmp_path / "gone.it"), "--plain")
    assert run.returncode == 2
    assert run.stdout == b""
    assert run.stderr.decode().count("\n") == 1


def test_without_files_it_is_the_sample() -> None:
    run = afronte("read", "--plain")
    assert run.returncode == 0
    assert run.stdout.decode().count("\nFinding ") > 20
