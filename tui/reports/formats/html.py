"""The report to hand on: one HTML page that needs nothing else, with both texts facing each other.

First the findings by severity, both sides quoted; then the two articles in rows, as the reader lays them side
by side, with every finding marked where it stands and each mark a link to its finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from tui.alignment import Row
from tui.articles import SIDES, Article, Side, Span
from tui.comparison import SEVERITIES, Finding
from tui.reports.decisions import Group, groups, is_dismissed, verdict
from tui.reports.header import colophon
from tui.reports.model import Page, Report
from tui.reports.printable import printable
from tui.reports.quotation import Quotation, back_translated, quotations
from tui.reports.registry import ReportFormat
from tui.reports.wording import back_label, counts, heading, path
from tui.resources import asset

_ROW_GLYPHS = {"only-source": "−", "only-target": "+", "moved": "⇄", "continued": "⇄"}


def render(report: Report, _page: Page) -> str:
    """The whole page."""
    top = _text(heading(report))
    style = asset("report.css").read_text("utf-8")
    lines = [
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{top}</title>\n<style>\n{style}</style>",
        f"<header><h1>{top}</h1><p>{'<br>'.join(map(_text, counts(report)))}</p>",
        f"<details><summary>About this report</summary><p>{'<br>'.join(map(_text, colophon(report)))}</p>",
        "</details></header>",
        *(line for group in groups(report) for line in _findings(group, report)),
        "<section><h2>The two texts</h2><table>",
        *(_row(row, report) for row in report.rows),
        "</table></section>\n</html>\n",
    ]
    return "\n".join(lines)


def _findings(group: Group, report: Report) -> Iterator[str]:
    heading = f"{group.name.capitalize()} <small>{len(group.findings)}</small>"
    yield f'<section class="{group.name}"><h2>{heading}</h2>'
    yield from (_finding(finding, report) for finding in group.findings)
    yield "</section>"


def _finding(finding: Finding, report: Report) -> str:
    head = f"<b>{finding.glyph} {finding.kind}</b> {_text(finding.message)}"
    given = verdict(finding, report)
    rule = f"<small>{_text(finding.rule)}{f' · <strong>{given}</strong>' if given else ''}</small>"
    sides = "".join(_side(finding, report, side) for side in SIDES)
    note = _note(report.decision(finding).note)
    return f'<article id="f-{finding.id}"><p>{head} {rule}</p><div>{sides}</div>{note}</article>'


def _note(note: str) -> str:
    lines = "<br>".join(_text(line) for line in note.splitlines())
    return f'<p class="note"><small>Note</small> {lines}</p>' if note else ""


def _side(finding: Finding, report: Report, side: Side) -> str:
    article = report.article(side)
    quoted = "".join(
        f"<p><small>{_text(path(article))}:{quotation.line}</small> {_quoted(quotation)}</p>"
        for quotation in quotations(finding, report, side)
    )
    if side == "target" and (back := back_translated(finding, report)):
        language = escape(report.source.language)
        quoted += f'<p lang="{language}"><small>{back_label(report)}</small> <i>{_text(back)}</i></p>'
    return f'<blockquote lang="{escape(article.language)}">{quoted}</blockquote>'


def _quoted(quotation: Quotation) -> str:
    return "".join(
        f"<mark>{_text(text)}</mark>" if marked and not quotation.whole else _text(text)
        for text, marked in quotation.parts
    ).strip()


def _row(row: Row, report: Report) -> str:
    cells = "".join(_cell(row, report, side) for side in SIDES)
    line = f'<tr class="{row.kind}"><th>{_ROW_GLYPHS.get(row.kind, "")}</th>{cells}</tr>'
    note = report.sheet.mark(row).note if report.sheet else ""
    return f'{line}<tr><th></th><td colspan="2">{_note(note)}</td></tr>' if note else line


def _cell(row: Row, report: Report, side: Side) -> str:
    article = report.article(side)
    paragraphs = "".join(
        f"<p>{_marked(article, article.paragraphs[index].span, report, side)}</p>" for index in row.side(side)
    )
    return f'<td lang="{escape(article.language)}">{paragraphs}</td>'


def _marked(article: Article, paragraph: Span, report: Report, side: Side) -> str:
    """A paragraph cut where findings begin and end; a piece links to the most severe one that covers it.

    Dismissed findings are left out.
    """
    found = [
        (span, finding)
        for finding in report.findings
        if not is_dismissed(finding, report)
        for span in finding.side(side)
        if span.start < paragraph.end and paragraph.start < span.end
    ]
    edges = {paragraph.start, paragraph.end, *(edge for span, _ in found for edge in (span.start, span.end))}
    cuts = sorted(edge for edge in edges if paragraph.start <= edge <= paragraph.end)
    return "".join(
        _piece(
            Span(start, end).within(article.text),
            [finding for span, finding in found if span.start <= start and end <= span.end],
        )
        for start, end in pairwise(cuts)
    )


def _piece(text: str, findings: list[Finding]) -> str:
    if not findings:
        return _text(text)
    finding = min(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    message = escape(printable(finding.message))
    return f'<a href="#f-{finding.id}" class="{finding.severity}" title="{message}">{_text(text)}</a>'


def _text(text: str) -> str:
    return escape(printable(text))


FORMATS = (ReportFormat("html", ".html", "a page to look at, to print and to hand on", render, "read"),)
