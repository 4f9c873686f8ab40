"""The pair to listen to or to send through a pipe: row after row, one thing a line, everything in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from tui.alignment import Row, RowKind
from tui.articles import SIDES, Side
from tui.comparison import Finding
from tui.printable import printable
from tui.reports.decisions import row_notes, verdict
from tui.reports.header import colophon
from tui.reports.model import Page, Report
from tui.reports.quotation import quotations
from tui.reports.registry import ReportFormat
from tui.reports.wording import counts, heading, in_full

_KINDS: Mapping[RowKind, str] = {
    "aligned": "aligned",
    "only-source": "only in the source",
    "only-target": "only in the target",
    "moved": "moved",
    "continued": "continued",
}
_LEGEND = """\
Legend:
aligned: the paragraphs of the row correspond.
only in the source, only in the target: the other side has nothing that corresponds.
moved: the other side has it in another place.
continued: it belongs to a paragraph of another row.
critical: a fact differs. major: a passage is missing, added or moved. minor: a word differs.
"""


def render(report: Report, _page: Page) -> str:
    """The counts, every row with its paragraphs and then its findings, the legend at the end."""
    laid = report.rows
    notes = dict(row_notes(report))
    by_row: dict[int, list[Finding]] = {}
    for finding in report.findings:
        by_row.setdefault(_row_of(finding, report, laid), []).append(finding)
    numbers = count(1)
    blocks = ["\n".join((heading(report), *counts(report), *map(printable, colophon(report))))]
    for index, row in enumerate(laid):
        lines = [f"Row {index + 1} of {len(laid)}, {_kind(row)}.", *_paragraphs(row, report)]
        if index in notes:
            lines += _note("Note on this row", notes[index])
        if report.sheet and report.sheet.mark(row).bookmarked:
            lines.append("This row has a bookmark.")
        for finding in by_row.get(index, ()):
            lines += _finding(next(numbers), finding, report)
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, _LEGEND])


def _kind(row: Row) -> str:
    if not row.elsewhere:
        return _KINDS[row.kind]
    places = ", ".join(str(index + 1) for index in row.elsewhere)
    more = "more of it" if row.kind == "aligned" else "its counterpart"
    return f"{_KINDS[row.kind]}; {more} in row {places}"


def _paragraphs(row: Row, report: Report) -> Iterator[str]:
    for side in SIDES:
        for paragraph in row.side(side):
            text = printable(report.article(side).paragraph_text(paragraph))
            yield f"{side.capitalize()} {paragraph + 1}: {text}"
            if side == "target" and (back := _translated_back(paragraph, report)):
                yield f"Back-translation of target {paragraph + 1}: {printable(back)}"


def _translated_back(paragraph: int, report: Report) -> str:
    sentences = report.target.paragraphs[paragraph].sentences
    return " ".join(item.text for item in report.back_translation or () if item.sentence in sentences)


def _finding(number: int, finding: Finding, report: Report) -> Iterator[str]:
    kind = finding.kind.replace("-", " ")
    given = f", {verdict(finding, report)}" if verdict(finding, report) else ""
    yield f"Finding {number}, {finding.severity}, {kind}{given}: {printable(in_full(finding))}"
    for side in SIDES:
        for quoted in quotations(finding, report, side):
            about = [printable(text).strip() for text, marked in quoted.parts if marked]
            if about and not quoted.whole:
                yield f"{side.capitalize()} has: {' … '.join(about)}"
    if note := report.decision(finding).note:
        yield from _note("Note", note)


def _note(label: str, note: str) -> Iterator[str]:
    first, *rest = (printable(line) for line in note.splitlines())
    yield f"{label}: {first}"
    yield from rest


def _row_of(finding: Finding, report: Report, laid: tuple[Row, ...]) -> int:
    """The first row that holds a place of the finding."""
    places = [
        (side, _paragraph_at(report, side, span.start)) for side in SIDES for span in finding.side(side)
    ]
    return next((i for i, row in enumerate(laid) if any(p in row.side(side) for side, p in places)), 0)


def _paragraph_at(report: Report, side: Side, offset: int) -> int:
    article = report.article(side)
    return article.sentences[article.sentence_at(offset)].paragraph


FORMATS = (
    ReportFormat("plain", ".plain.txt", "rows and findings in words, for screen readers", render, "read"),
)
