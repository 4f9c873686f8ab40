"""The report for a person at a terminal: findings by severity, both sides quoted with their line numbers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tui.articles import SIDES
from tui.comparison import Finding
from tui.printable import printable
from tui.reports.decisions import DISMISSED, groups, place_of_row, row_notes, verdict
from tui.reports.header import colophon
from tui.reports.model import Page, Report
from tui.reports.quotation import Quotation, back_translated, quotations
from tui.reports.registry import ReportFormat
from tui.reports.wording import back_label, counts, heading, in_full, located

_STYLES = {"critical": "1;33", "major": "1;34", "minor": "1", "mark": "1;4"}
"""ANSI attributes: orange and blue rather than red and green, and never the only sign of anything."""
_MARKS = ("‹", "›")
_OPEN, _CLOSE = (
    "\x01",
    "\x02",
)  # hold the marks' places while lines are broken; `printable` lets neither through


def render(report: Report, page: Page) -> str:
    """The findings, the most severe first, then how many there are of what."""
    blocks = ["\n".join(_wrapped(printable(line), page) for line in (heading(report), *colophon(report)))]
    for group in groups(report):
        style = "minor" if group.name == DISMISSED else group.severity
        blocks.append(_styled(f"{group.name.upper()}  {len(group.findings)}", style, page))
        blocks += ["\n".join(_lines(finding, report, page)) for finding in group.findings]
    if notes := [*row_notes(report)]:
        blocks.append(_styled(f"NOTES BESIDE ROWS  {len(notes)}", "minor", page))
        for index, note in notes:
            article, start = place_of_row(index, report)
            blocks.append("\n".join(_note(located(article, start), note, page)))
    blocks.append("\n".join(_wrapped(line, page) for line in counts(report)))
    return "\n\n".join(blocks) + "\n"


def _lines(finding: Finding, report: Report, page: Page) -> Iterator[str]:
    head = f"{finding.glyph} {finding.kind}"
    given = verdict(finding, report)
    ending = f" — {given}" if given else ""
    message = _wrapped(f"{head}  {printable(in_full(finding))} [{finding.rule}]{ending}", page)
    yield message.replace(head, _styled(head, finding.severity, page), 1)
    quoted = [
        (located(report.article(side), quotation.start), quotation)
        for side in SIDES
        for quotation in quotations(finding, report, side)
    ]
    if back := back_translated(finding, report):
        quoted.append((back_label(report), Quotation(None, ((back, False),))))
    width = max(len(label) for label, _ in quoted)
    for label, quotation in quoted:
        yield _quotation(label.ljust(width), quotation, page)
    if note := report.decision(finding).note:
        yield from _note("note".ljust(width), note, page)


def _note(label: str, note: str, page: Page) -> Iterator[str]:
    """A note with its lines under each other."""
    for line in note.splitlines():
        yield _quotation(label, Quotation(None, ((line, False),)), page)
        label = " " * len(label)


def _quotation(label: str, quoted: Quotation, page: Page) -> str:
    """A quotation behind its file and line, broken into lines that hang under its text."""
    text = "".join(
        f"{_OPEN}{printable(part)}{_CLOSE}" if marked and not quoted.whole else printable(part)
        for part, marked in quoted.parts
    )
    label = f"    {label}  "
    filled = _wrapped(label + text.strip(), page, hang=min(len(label), page.width // 3))
    opened, closed = _MARKS
    if page.colour:
        opened, closed = f"\x1b[{_STYLES['mark']}m{opened}", f"{closed}\x1b[0m"
    return filled.replace(_OPEN, opened).replace(_CLOSE, closed)


def _wrapped(text: str, page: Page, hang: int = 4) -> str:
    """The text in lines of the page's width, all but the first set in by `hang` columns."""
    return textwrap.fill(text, page.width, subsequent_indent=" " * hang, break_on_hyphens=False)


def _styled(text: str, style: str, page: Page) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if page.colour else text


FORMATS = (ReportFormat("text", ".txt", "as `afronte check` prints it", render, "read"),)
