"""Nothing is looked for from each of a run of like pieces to its end: that would take hours, or for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import load
from tui.errors import AfronteError

LONG = 60_000
QUOTES = '"' * 7_000 + ","
CUE = "1\n00:00:01,000 --> 00:00:02,000\n"


@pytest.mark.parametrize(
    ("suffix", "begin", "piece", "times"),
    [
        (".txt", "", "-", 60),
        (".txt", "", "-:. \t=", 20),
        (".txt", "", "](", LONG),
        (".txt", "", "!……", LONG),
        (".txt", "", "a.b", LONG),
        (".txt", "", "A", LONG),
        (".md", "", "# Rain\n\n", 20_000),
        (".md", "", "](", LONG),
        (".md", "", "`a`", 20_000),
        (".md", "", "{% ", LONG),
        (".md", "", "$$ a\n\n", 10_000),
        (".md", "", "import a\n\n", 10_000),
        (".md", "# {#", "a", LONG),
        (".rst", "", "`a <", 2_000),
        (".rst", "", ":a", 4_000),
        (".html", "<p>", "<i>Rain</i> fell. ", 20_000),
        (".html", "", "<meta>", 4_000),
        (".csv", "", "1,", LONG),
        (".csv", "1,", "1,\n1", 5_000),
        (".csv", "", "漢", LONG),
        pytest.param(".csv", QUOTES, '"', 8_000, id="quotes"),
        (".srt", CUE, "1", LONG),
        (".srt", CUE, "<b", LONG),
        (".srt", CUE, "{\\", LONG),
        (".srt", f"{CUE}Rain.", " \n", LONG),
    ],
)
def test_a_long_run_is_read_with_what_comes_after_it(
    suffix: str, begin: str, piece: str, times: int, tmp_path: Path
) -> None:
    cue = "2\n00:00:03,000 --> 00:00:04,000\n" if suffix == ".srt" else ""
    path = tmp_path / f"x{suffix}"
    path.write_text(f"{begin}{piece * times}x@x\n\n{cue}The end came.\n", "utf-8")
    assert "The end came." in load(str(path), language="en").text[-40:]


@pytest.mark.parametrize("piece", ["\n", "#\n", " \n", " ", "<!---->", "<!--"])
def test_a_long_run_at_the_beginning_keeps_nobody_from_telling_the_kind_of_file(
    piece: str, tmp_path: Path
) -> None:
    path = tmp_path / "x"
    path.write_text(f"{piece * LONG}\n\nThe end came.\n", "utf-8")
    assert "The end came." in load(str(path), language="en").text[-40:]


def test_a_line_that_the_reader_of_restructured_text_does_not_take_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.rst"
    path.write_text("Rain fell.\n\n" + "Rain fell. " * 3_000, "utf-8")
    with pytest.raises(AfronteError, match=r"x\.rst has a line of more than 20,000 characters: break it"):
        load(str(path), language="en")
