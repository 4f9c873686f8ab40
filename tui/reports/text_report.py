"""The report for a person at a terminal: findings by severity, both sides quoted with their line numbers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tui.articles import SIDES, Article
from tui.comparison import SEVERITIES, Finding
from tui.reports.model import Page, Report
from tui.reports.printable import printable
from tui.reports.quotation import Quotation, quotations

_STYLES = {"critical": "1;33", "major": "1;34", "minor": "1", "mark": "1;4"}
"""ANSI attributes: orange and blue rather than red and green, and never the only sign of anything."""
_MARKS = ("‹", "›")
_OPEN, _CLOSE = (
    "\x01",
    "\x02",
)  # hold the marks' places while lines are broken; `printable` lets neither through
_GLYPHS = {"only-source": "−", "only-target": "+", "omission": "−", "addition": "+", "moved": "⇄"}
_LAYER_GLYPHS = {"facts": "≠", "missing": "≠", "words": "~"}


def render(report: Report, page: Page) -> str:
    """The findings, the most severe first, then how many there are of what."""
    blocks = [_wrapped(_title(report), page)]
    for severity in SEVERITIES:
        findings = [finding for finding in report.findings if finding.severity == severity]
        if findings:
            blocks.append(_styled(f"{severity.upper()}  {len(findings)}", severity, page))
            blocks += ["\n".join(_lines(finding, report, page)) for finding in findings]
    blocks.append("\n".join(_wrapped(line, page) for line in _counts(report)))
    return "\n\n".join(blocks) + "\n"


def glyph(finding: Finding) -> str:
    """One character that says what kind of finding it is."""
    return _GLYPHS.get(finding.kind) or _LAYER_GLYPHS[finding.layer]


def _lines(finding: Finding, report: Report, page: Page) -> Iterator[str]:
    head = f"{glyph(finding)} {finding.kind}"
    message = _wrapped(f"{head}  {printable(finding.message)} [{finding.rule}]", page)
    yield message.replace(head, _styled(head, finding.severity, page), 1)
    quoted = [
        (f"{printable(report.article(side).path)}:{quotation.line}", quotation)
        for side in SIDES
        for quotation in quotations(finding, report, side)
    ]
    width = max(len(label) for label, _ in quoted)
    for label, quotation in quoted:
        yield _quotation(label.ljust(width), quotation, page)


def _quotation(label: str, quoted: Quotation, page: Page) -> str:
    """A quotation behind its file and line, broken into lines that hang under its text."""
    text = "".join(
        f"{_OPEN}{printable(part)}{_CLOSE}" if marked and not quoted.whole else _spaced(part)
        for part, marked in quoted.parts
    )
    label = f"    {label}  "
    filled = _wrapped(label + text.strip(), page, hang=min(len(label), page.width // 3))
    opened, closed = _MARKS
    if page.colour:
        opened, closed = f"\x1b[{_STYLES['mark']}m{opened}", f"{closed}\x1b[0m"
    return filled.replace(_OPEN, opened).replace(_CLOSE, closed)


def _spaced(part: str) -> str:
    """Printable, with the blanks at its ends kept."""
    return " " * part[:1].isspace() + printable(part) + " " * part[-1:].isspace()


def _title(report: Report) -> str:
    return " against ".join(_named(report.article(side)) for side in SIDES)


def _named(article: Article) -> str:
    from langcodes import Language

    return f"{printable(article.path)} ({Language.get(article.language).display_name()})"


def _counts(report: Report) -> tuple[str, str]:
    summary = report.summary
    found = ", ".join(f"{summary[severity]} {severity}" for severity in SEVERITIES if summary[severity])
    return (
        f"Findings: {found or 'none'}.",
        f"Passages: {summary['aligned']} aligned, {summary['moved']} moved, "
        f"{summary['only_source']} only in the source, {summary['only_target']} only in the target.",
    )


def _wrapped(text: str, page: Page, hang: int = 4) -> str:
    """The text in lines of the page's width, all but the first set in by `hang` columns."""
    return textwrap.fill(text, page.width, subsequent_indent=" " * hang, break_on_hyphens=False)


def _styled(text: str, style: str, page: Page) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if page.colour else text
