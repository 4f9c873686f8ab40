"""The report to hand on: one HTML page that needs nothing else, with both texts facing each other.

First the findings by severity, both sides quoted; then the two articles in rows, as the reader lays them side
by side, with every finding marked where it stands. Reading, jumping and filtering need no script; the script
adds keys. The page forbids itself every other style, script, image and connection. It carries the whole JSON
report, from which `afronte open` opens the pair again.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from tui.articles import SIDES, Side
from tui.comparison import SEVERITIES, Finding
from tui.desk import VERDICTS
from tui.reports.decisions import Group, groups, verdict
from tui.reports.document import compact, document
from tui.reports.facing import facing, note, shown
from tui.reports.header import colophon
from tui.reports.model import Page, Report
from tui.reports.quotation import Quotation, back_translated, quotations
from tui.reports.registry import ReportFormat
from tui.reports.wording import back_label, counts, heading, in_full, located
from tui.resources import asset

DATA = '<script type="application/json" id="report">'
"""What stands before the JSON report in the page; it ends at the next `<`, of which it holds none."""


def render(report: Report, _page: Page) -> str:
    """The whole page."""
    top = shown(heading(report))
    script = asset("report.js").read_text("utf-8")
    body = [
        f"<header><h1>{top}</h1><p>{'<br>'.join(map(shown, counts(report)))}</p>",
        f"<details><summary>About this report</summary><p>{'<br>'.join(map(shown, colophon(report)))}</p>",
        "</details></header>",
        *_contents(report),
        "<main>",
        *(line for group in groups(report) for line in _findings(group, report)),
        *facing(report),
        "</main>",
        f"{DATA}{compact(document(report)).replace('<', chr(92) + 'u003c')}</script>",
        f"<script>{script}</script>",
    ]
    return page_of(top, body, script)


def page_of(title: str, body: Iterable[str], script: str = "") -> str:
    """A page with the style of reports and one script, and a policy that forbids every other."""
    style = asset("report.css").read_text("utf-8")
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    policy = f"default-src 'none'; style-src '{_digest(style)}'; {scripts}base-uri 'none'; form-action 'none'"
    lines = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>",
        *body,
        "</body>\n</html>\n",
    ]
    return "\n".join(lines)


def _digest(text: str) -> str:
    """How a Content-Security-Policy names the one inline text that it allows."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _contents(report: Report) -> Iterator[str]:
    """What to show, and the list of findings to jump from."""
    yield "<nav>"
    yield _boxes("Severity", SEVERITIES, [finding.severity for finding in report.findings])
    if report.sheet:
        yield _boxes("Verdict", VERDICTS, [report.decision(finding).verdict for finding in report.findings])
    yield '<p id="keys" hidden><kbd>n</kbd> <kbd>p</kbd> next and previous finding, <kbd>t</kbd> its text</p>'
    yield "<ol>"
    for group in groups(report):
        for finding in group.findings:
            kind = f"<b>{finding.glyph} {finding.kind}</b>"
            jump = f'<a href="#f-{finding.id}">{kind} {shown(finding.message)}</a>'
            yield f'<li class="{_classes(finding, report)}">{jump}</li>'
    yield "</ol></nav>"


def _boxes(legend: str, names: tuple[str, ...], found: list[str]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{name}" checked> {name} '
        f"<small>{found.count(name)}</small></label>"
        for name in names
    )
    return f"<fieldset><legend>{legend}</legend>{boxes}</fieldset>"


def _classes(finding: Finding, report: Report) -> str:
    """By what a finding is shown or hidden: its severity and its verdict."""
    return f"{finding.severity} {report.decision(finding).verdict}"


def _findings(group: Group, report: Report) -> Iterator[str]:
    top = f"{group.name.capitalize()} <small>{len(group.findings)}</small>"
    yield f'<section class="{group.name}"><h2>{top}</h2>'
    yield from (_finding(finding, report) for finding in group.findings)
    yield "</section>"


def _finding(finding: Finding, report: Report) -> str:
    head = f"<b>{finding.glyph} {finding.kind}</b> {shown(in_full(finding))}"
    given = verdict(finding, report)
    facts = [shown(finding.rule), f"{finding.confidence:.0%} sure"]
    facts += [f"<strong>{given}</strong>"] if given else []
    there = f'<a href="#t-{finding.id}">in the text</a>'
    sides = "".join(_side(finding, report, side) for side in SIDES)
    written = note(report.decision(finding).note)
    return (
        f'<article id="f-{finding.id}" class="{_classes(finding, report)}" tabindex="-1">'
        f"<p>{head} <small>{' · '.join([*facts, there])}</small></p><div>{sides}</div>{written}</article>"
    )


def _side(finding: Finding, report: Report, side: Side) -> str:
    article = report.article(side)
    quoted = "".join(
        f"<p><small>{shown(located(article, quotation.start))}</small> {_quoted(quotation)}</p>"
        for quotation in quotations(finding, report, side)
    )
    if side == "target" and (back := back_translated(finding, report)):
        language = escape(report.source.language)
        quoted += f'<p lang="{language}"><small>{back_label(report)}</small> <i>{shown(back)}</i></p>'
    return f'<blockquote lang="{escape(article.language)}">{quoted}</blockquote>'


def _quoted(quotation: Quotation) -> str:
    return "".join(
        f"<mark>{shown(text)}</mark>" if marked and not quotation.whole else shown(text)
        for text, marked in quotation.parts
    ).strip()


FORMATS = (ReportFormat("html", ".html", "a page to look at, to print and to hand on", render, "read"),)
