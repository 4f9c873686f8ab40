"""afronte as a library."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tui import compare, compare_texts
from tui.errors import AfronteError

README = Path(tui.__file__).parents[1] / "README.md"


def test_the_example_of_the_readme_runs(tmp_path: Path) -> None:
    """As it stands there, in a folder with two such files."""
    (tmp_path / "original.txt").write_text("The harbour opened on Monday.\n", "utf-8")
    (tmp_path / "version.txt").write_text("Il porto ha aperto martedì.\n", "utf-8")
    section = README.read_text("utf-8").partition("## From a program\n")[2].partition("\n## ")[0]
    code = "\n".join(line[4:] for line in section.splitlines() if re.match(r"    |$", line))
    assert "from tui import compare" in code
    run = subprocess.run(
        [sys.executable, "-c", code + "\nassert page.startswith(b'<!doctype html>')"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stdout == "critical The source says Monday, the target martedì.\n"


def test_two_texts_give_a_report_with_every_word_if_asked() -> None:
    report = compare_texts("Two ships sank.", "Tre navi sono affondate.", words=True)
    assert [finding.kind for finding in report.findings] == ["number"]
    assert report.words
    assert [report.source.text[w.start : w.end] for w in report.words["source"]] == [
        "Two",
        "ships",
        "sank",
        ".",
    ]


def test_what_is_no_article_is_an_error_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(AfronteError, match="there is no such file"):
        compare(tmp_path / "gone.txt", tmp_path / "gone.it.txt")


def test_a_name_that_is_not_there_is_said_so() -> None:
    with pytest.raises(AttributeError, match="compares"):
        _ = tui.compares  # type: ignore[attr-defined]
