"""Many reports as JSON lines: each line a report of schema `afronte/1`, or why there is none.

A line of a list of pairs carries the `id` of its pair before the rest. A pair that could not be checked is
`{"schema": "afronte/1", "id", "error"}`, with the reason and the cure in one sentence.
"""

from tui.reports.document import SCHEMA, Value, compact, document
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat


def render(report: Report, _page: Page) -> str:
    """One report on one line."""
    return compact(document(report)) + "\n"


def pair_line(identity: str, report: Report) -> str:
    """The report of the pair `identity` on one line."""
    return _line(identity, document(report))


def failure_line(identity: str, reason: str) -> str:
    """Why the pair `identity` has no report, on one line."""
    return _line(identity, {"error": reason})


def _line(identity: str, rest: dict[str, Value]) -> str:
    return compact({"schema": SCHEMA, "id": identity, **rest}) + "\n"


FORMATS = (ReportFormat("jsonl", ".jsonl", "for programs, on one line", render, "program"),)
