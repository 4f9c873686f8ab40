"""The two articles of an HTML report, row beside row, with the findings marked where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from tui.alignment import Row
from tui.articles import SIDES, Article, Side, Span, title
from tui.comparison import SEVERITIES, Finding
from tui.languages import language_name
from tui.printable import printable
from tui.reports.decisions import is_dismissed
from tui.reports.model import Report

_GLYPHS = {"only-source": "−", "only-target": "+", "moved": "⇄", "continued": "⇄"}
_Paragraph = tuple[Side, int]


def facing(report: Report) -> Iterator[str]:
    """The section with both texts; each mark leads to its finding, and `t-` and its id to its first place."""
    yield "<section><h2>The two texts</h2><table>"
    heads = (
        f'<th scope="col">{shown(title(article))} <small>{language_name(article.language)}</small></th>'
        for article in (report.source, report.target)
    )
    yield f"<thead><tr><td></td>{''.join(heads)}</tr></thead><tbody>"
    marks = _Marks(report)
    for row in report.rows:
        cells = "".join(_cell(row, side, report, marks) for side in SIDES)
        yield f'<tr class="{row.kind}"><th>{_GLYPHS.get(row.kind, "")}</th>{cells}</tr>'
        beside = report.sheet.mark(row).note if report.sheet else ""
        if beside:
            yield f'<tr><th></th><td colspan="2">{note(beside)}</td></tr>'
    yield "</tbody></table></section>"


def note(written: str) -> str:
    """A person's note with its lines, or nothing."""
    lines = "<br>".join(shown(line) for line in written.splitlines())
    return f'<p class="note"><small>Note</small> {lines}</p>' if written else ""


def shown(text: str) -> str:
    """Text of an article as text of the page, whatever it holds."""
    return escape(printable(text))


class _Marks:
    """What is to be marked in each paragraph, gathered once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.places: defaultdict[_Paragraph, list[tuple[Span, Finding]]] = defaultdict(list)
        self.anchors: defaultdict[_Paragraph, dict[int, list[str]]] = defaultdict(dict)
        """By offset, the findings that are met there first: in the source, else in the target."""
        for finding in report.findings:
            side = next(side for side in SIDES if finding.side(side))
            first = min(span.start for span in finding.side(side))
            here = self._paragraph(side, first)
            self.anchors[side, here].setdefault(first, []).append(finding.id)
            if not is_dismissed(finding, report):
                self._put(finding)

    def _put(self, finding: Finding) -> None:
        for side in SIDES:
            for span in finding.side(side):
                last = self._paragraph(side, max(span.start, span.end - 1))
                for paragraph in range(self._paragraph(side, span.start), last + 1):
                    self.places[side, paragraph].append((span, finding))

    def _paragraph(self, side: Side, offset: int) -> int:
        article = self._report.article(side)
        return article.sentences[article.sentence_at(offset)].paragraph


def _cell(row: Row, side: Side, report: Report, marks: _Marks) -> str:
    article = report.article(side)
    paragraphs = "".join(f"<p>{_marked(article, index, side, marks)}</p>" for index in row.side(side))
    return f'<td lang="{escape(article.language)}">{paragraphs}</td>'


def _marked(article: Article, index: int, side: Side, marks: _Marks) -> str:
    """A paragraph cut where findings begin and end; a piece links to the most severe one that covers it."""
    paragraph = article.paragraphs[index]
    places, anchors = marks.places[side, index], marks.anchors[side, index]
    edges = {paragraph.start, paragraph.end, *anchors}
    edges |= {edge for span, _ in places for edge in (span.start, span.end)}
    cuts = sorted(edge for edge in edges if paragraph.start <= edge <= paragraph.end)
    return "".join(
        "".join(f'<span id="t-{name}"></span>' for name in anchors.get(start, ()))
        + _piece(
            Span(start, end).within(article.text),
            [finding for span, finding in places if span.start <= start and end <= span.end],
        )
        for start, end in pairwise(cuts)
    )


def _piece(text: str, findings: list[Finding]) -> str:
    if not findings:
        return shown(text)
    finding = min(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    message = escape(printable(finding.message))
    return f'<a href="#f-{finding.id}" class="{finding.severity}" title="{message}">{shown(text)}</a>'
