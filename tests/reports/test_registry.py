"""The one list of report formats."""

import time
from pathlib import Path

import pytest
from report_pair import small_report, translated_report

import tui
from tui.reports import Page, ReportFormat, format_of_file, report_formats


def test_names_and_endings_are_unique_and_readers_come_first() -> None:
    listed = list(report_formats().values())
    assert len({each.suffix for each in listed}) == len(listed)
    assert next(iter(report_formats())) == "html"


def test_a_file_is_written_in_the_format_its_name_asks_for() -> None:
    for each in report_formats().values():
        assert format_of_file(f"a.b{each.suffix}") is each
    assert format_of_file("report.unknown") is None


@pytest.mark.parametrize("each", report_formats().values(), ids=lambda each: str(each.name))
def test_the_same_report_gives_the_same_bytes_and_text_ends_with_a_line_feed(
    each: ReportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the clock says, be it before the first year or past the last that an archive knows."""
    first = each.content(translated_report())
    for clock in (0.0, 7_300_000_000.0):
        with monkeypatch.context() as patched:
            patched.setattr(time, "time", lambda now=clock: now)
            assert first == each.content(translated_report())
    assert first != each.content(small_report())
    if isinstance(each.write(small_report(), Page()), str):
        assert first.endswith(b"\n")


def test_the_readme_lists_every_format() -> None:
    text = (Path(tui.__file__).parents[1] / "README.md").read_text("utf-8")
    for each in report_formats().values():
        assert f"| `{each.name}` | `{each.suffix}` | {each.label} |" in text
