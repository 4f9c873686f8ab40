"""The findings as rows of a table, as somebody at a spreadsheet goes through them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.articles import SIDES, Side
from tui.comparison import Finding
from tui.printable import printable
from tui.reports.header import preamble
from tui.reports.model import Report
from tui.reports.quotation import back_translated, quotations


class Column(Struct, frozen=True):
    """One column of the table."""

    name: str
    width: int
    """Characters it needs to be read without dragging."""


COLUMNS = (
    Column("number", 7),
    Column("severity", 9),
    Column("kind", 13),
    Column("verdict", 11),
    Column("source place", 12),
    Column("source", 50),
    Column("target place", 12),
    Column("target", 50),
    Column("back-translation", 30),
    Column("source value", 14),
    Column("target value", 14),
    Column("message", 50),
    Column("note", 30),
    Column("confidence", 10),
    Column("rule", 18),
    Column("id", 14),
)
ABOUT = "about"
"""The kind of a row that is no finding but a sentence of the header."""

_FORMULA = "=+-@\t\r\n＝＋－＠"
"""What a cell begins with that a spreadsheet takes for a formula (OWASP, CSV injection)."""


def table(report: Report) -> Iterator[tuple[str, ...]]:
    """The cells of each finding, in the order of the text."""
    for number, finding in enumerate(report.findings, 1):
        yield tuple(map(printable, _cells(number, finding, report)))


def about(report: Report) -> Iterator[tuple[str, ...]]:
    """The header as rows of the same table: after the findings, so that the first row names the columns."""
    for sentence in preamble(report):
        cells = {"kind": ABOUT, "message": printable(sentence)}
        yield tuple(cells.get(column.name, "") for column in COLUMNS)


def is_executed(cell: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula."""
    return cell.lstrip(" ").startswith(tuple(_FORMULA))


def _cells(number: int, finding: Finding, report: Report) -> Iterator[str]:
    decision = report.decision(finding)
    yield from (str(number), finding.severity, finding.kind, decision.verdict if report.sheet else "")
    for side in SIDES:
        yield from _side(finding, side, report)
    yield from (back_translated(finding, report), finding.source_value or "", finding.target_value or "")
    yield from (finding.message, decision.note, f"{finding.confidence:.2f}", finding.rule, finding.id)


def _side(finding: Finding, side: Side, report: Report) -> tuple[str, str]:
    """Where the finding stands on a side, and the passage with what it is about between ‹ ›."""
    spans = finding.side(side)
    where = report.article(side).where(spans[0].start) if spans else ""
    passages = (
        "".join(f"‹{text}›" if marked and not quotation.whole else text for text, marked in quotation.parts)
        for quotation in quotations(finding, report, side)
    )
    return where, " … ".join(passages)
