"""A workbook to review: findings with a list of verdicts to choose from, the aligned texts, the header."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.desk import VERDICTS
from tui.printable import printable
from tui.reports.beads import units
from tui.reports.header import preamble
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat
from tui.reports.table import COLUMNS, is_executed, table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_INK = {"critical": "#b45309", "major": "#1d4ed8", "minor": "#6b675f"}
_LONGEST_CELL = 32_767
"""Characters; a workbook with more in a cell is refused as damaged."""
_NEVER = datetime(1980, 1, 1)


def workbook(report: Report, _page: Page) -> bytes:
    """The bytes of the workbook; every cell is text, also one that looks like a formula."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": _NEVER, "title": "afronte report"})
    looks = _Looks(book)
    _findings(book.add_worksheet("Findings"), looks, report)
    texts = book.add_worksheet("Texts")
    _head(texts, looks, ["bead", "source", "target"], [12, 70, 70])
    for unit in units(report):
        _fill(texts, looks, unit.number, [unit.bead.kind, printable(unit.source), printable(unit.target)])
    about = book.add_worksheet("About")
    about.set_column(0, 0, 120)
    for row, sentence in enumerate(preamble(report)):
        _fill(about, looks, row, [printable(sentence)])
    book.close()
    return out.getvalue()


class _Looks:
    """The formats of the cells: one for all that look alike, since each costs room in the file."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[bool, str], Format] = {}

    def of(self, cell: str, ink: str = "") -> Format:
        """For a cell with this text; `ink` makes it bold and of that colour."""
        key = (is_executed(cell), ink)
        if key not in self._made:
            # quote_prefix: still text when somebody edits it
            look = {"text_wrap": True, "valign": "top", "quote_prefix": key[0]}
            self._made[key] = self._book.add_format(look | ({"bold": True, "font_color": ink} if ink else {}))
        return self._made[key]


def _findings(sheet: Worksheet, looks: _Looks, report: Report) -> None:
    names = [column.name for column in COLUMNS]
    _head(sheet, looks, names, [column.width for column in COLUMNS])
    last = max(1, len(report.findings))
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    severity, verdict = names.index("severity"), names.index("verdict")
    sheet.data_validation(1, verdict, last, verdict, {"validate": "list", "source": list(VERDICTS)})
    for row, cells in enumerate(table(report), 1):
        _fill(sheet, looks, row, cells)
        loud = cells[severity]
        sheet.write_string(row, severity, loud, looks.of(loud, _INK[loud]))


def _head(sheet: Worksheet, looks: _Looks, names: Sequence[str], widths: Sequence[int]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, looks.of(name, "black"))


def _fill(sheet: Worksheet, looks: _Looks, row: int, cells: Sequence[str]) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(row, column, cell[:_LONGEST_CELL], looks.of(cell))


FORMATS = (
    ReportFormat(
        "xlsx", ".xlsx", "a workbook: findings with verdicts to choose, both texts", workbook, "review"
    ),
)
