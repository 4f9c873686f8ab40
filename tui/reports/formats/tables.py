"""The findings as a table: comma-separated for spreadsheets, tab-separated for scripts."""

from __future__ import annotations

import csv
import io

from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat
from tui.reports.table import COLUMNS, about, is_executed, table


def comma_separated(report: Report, _page: Page) -> str:
    """RFC 4180 with a byte order mark, by which spreadsheets know UTF-8."""
    return "\ufeff" + _written(report, ",", "\r\n")


def tab_separated(report: Report, _page: Page) -> str:
    """A line a finding; no cell holds a tab or the end of a line."""
    return _written(report, "\t", "\n")


def _written(report: Report, delimiter: str, end: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(column.name for column in COLUMNS)
    for row in (*table(report), *about(report)):
        # An apostrophe before it is what every spreadsheet takes for: this is text.
        writer.writerow(f"'{cell}" if is_executed(cell) else cell for cell in row)
    return out.getvalue()


FORMATS = (
    ReportFormat("csv", ".csv", "the findings for a spreadsheet", comma_separated, "review"),
    ReportFormat("tsv", ".tsv", "the findings for a script", tab_separated, "review"),
)
