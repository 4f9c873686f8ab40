"""The report to paste into a message or a ticket: Markdown (CommonMark)."""

import re
from collections.abc import Iterator

from tui.articles import SIDES
from tui.comparison import Finding
from tui.printable import printable
from tui.reports.decisions import groups, place_of_row, row_notes, verdict
from tui.reports.header import colophon
from tui.reports.model import Page, Report
from tui.reports.quotation import Quotation, back_translated, quotations
from tui.reports.registry import ReportFormat
from tui.reports.wording import back_label, counts, heading, in_full, located


def render(report: Report, _page: Page) -> str:
    """A heading a severity, then each finding with its quotations."""
    blocks = [f"# {_literal(heading(report))}", *counts(report), *map(_literal, colophon(report))]
    for group in groups(report):
        blocks.append(f"## {group.name.capitalize()} ({len(group.findings)})")
        blocks += [block for finding in group.findings for block in _finding(finding, report)]
    if notes := [*row_notes(report)]:
        blocks.append("## Notes beside rows")
        for index, note in notes:
            article, start = place_of_row(index, report)
            blocks.append(f"{_literal(located(article, start))} — {_note(note)}")
    return "\n\n".join(blocks) + "\n"


def _finding(finding: Finding, report: Report) -> Iterator[str]:
    head = f"{finding.glyph} **{finding.kind}**: {_literal(in_full(finding))} ({_literal(finding.rule)})"
    given = verdict(finding, report)
    yield f"{head} — *{given}*" if given else head
    lines = [
        f"> {_literal(located(report.article(side), quoted.start))} — {_marked(quoted)}"
        for side in SIDES
        for quoted in quotations(finding, report, side)
    ]
    if back := back_translated(finding, report):
        lines.append(f"> {back_label(report)} — {_literal(back)}")
    yield "\n>\n".join(lines)
    if note := report.decision(finding).note:
        yield f"*Note:* {_note(note)}"


def _note(note: str) -> str:
    """A note with its lines, each a line of the page."""
    return "\\\n".join(_literal(line) for line in note.splitlines() if line.strip())


def _marked(quoted: Quotation) -> str:
    return "".join(
        f"**{_literal(text)}**" if marked and not quoted.whole else _literal(text)
        for text, marked in quoted.parts
    ).strip()


def _literal(text: str) -> str:
    """The text with every character escaped that means something to Markdown inside a line."""
    return re.sub(r"([\\`*_\[\]<>&~|])", r"\\\1", printable(text))


FORMATS = (ReportFormat("md", ".md", "Markdown, to paste into a message or a ticket", render, "read"),)
