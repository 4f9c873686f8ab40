"""The report to paste into a message or a ticket: Markdown (CommonMark)."""

import re
from collections.abc import Iterator

from tui.articles import SIDES
from tui.comparison import SEVERITIES, Finding
from tui.reports.model import Page, Report
from tui.reports.printable import printable
from tui.reports.quotation import Quotation, back_translated, quotations
from tui.reports.wording import back_label, counts, path, title


def render(report: Report, _page: Page) -> str:
    """A heading a severity, then each finding with its quotations."""
    blocks = [f"# {_literal(title(report))}", *counts(report)]
    for severity in SEVERITIES:
        findings = [finding for finding in report.findings if finding.severity == severity]
        if findings:
            blocks.append(f"## {severity.capitalize()} ({len(findings)})")
            blocks += [block for finding in findings for block in _finding(finding, report)]
    return "\n\n".join(blocks) + "\n"


def _finding(finding: Finding, report: Report) -> Iterator[str]:
    yield f"{finding.glyph} **{finding.kind}**: {_literal(finding.message)} ({_literal(finding.rule)})"
    lines = [
        f"> {_literal(path(report.article(side)))}:{quoted.line} — {_marked(quoted)}"
        for side in SIDES
        for quoted in quotations(finding, report, side)
    ]
    if back := back_translated(finding, report):
        lines.append(f"> {back_label(report)} — {_literal(back)}")
    yield "\n>\n".join(lines)


def _marked(quoted: Quotation) -> str:
    return "".join(
        f"**{_literal(text)}**" if marked and not quoted.whole else _literal(text)
        for text, marked in quoted.parts
    ).strip()


def _literal(text: str) -> str:
    """The text with every character escaped that means something to Markdown inside a line."""
    return re.sub(r"([\\`*_\[\]<>&~|])", r"\\\1", printable(text))
