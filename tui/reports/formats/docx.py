"""The report as a Word document: findings by severity with both sides quoted, then the texts side by side."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from tui.articles import SIDES
from tui.comparison import Finding
from tui.errors import AfronteError
from tui.printable import printable
from tui.reports.beads import units
from tui.reports.decisions import groups, place_of_row, row_notes, verdict
from tui.reports.header import colophon
from tui.reports.markup import legal
from tui.reports.model import Page, Report
from tui.reports.quotation import back_translated, quotations
from tui.reports.registry import ReportFormat
from tui.reports.wording import back_label, counts, heading, in_full, located

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NEVER = datetime(1980, 1, 1)
_KINDS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{}</Types>'
)
"""What each part of an archive is (ECMA-376, part 2)."""


def document(report: Report, _page: Page) -> bytes:
    """The bytes of the document. Raises AfronteError where the library for it is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise AfronteError('a Word document needs another library: pip install "afronte[formats]"') from error
    made = Document()
    properties = made.core_properties
    properties.author, properties.title, properties.comments = "", "afronte report", ""
    properties.created = properties.modified = _NEVER
    made.add_heading(_shown(heading(report)), 1)
    for line in counts(report):
        made.add_paragraph(_shown(line))
    for group in groups(report):
        made.add_heading(f"{group.name.capitalize()} ({len(group.findings)})", 2)
        for finding in group.findings:
            _add_finding(finding, report, made)
    if notes := [*row_notes(report)]:
        made.add_heading("Notes beside rows", 2)
        for index, note in notes:
            made.add_paragraph(_shown(f"{located(*place_of_row(index, report))} — {note}"))
    _add_texts(report, made)
    made.add_heading("About this report", 2)
    for line in colophon(report):
        made.add_paragraph(_shown(line))
    return _packed(made)


def _add_finding(finding: Finding, report: Report, made: Document) -> None:
    top = made.add_paragraph()
    top.paragraph_format.keep_with_next = True
    top.add_run(f"{finding.glyph} {finding.kind}: ").bold = True
    top.add_run(_shown(f"{in_full(finding)} ({finding.rule})"))
    if given := verdict(finding, report):
        top.add_run(f" — {given}").italic = True
    for side in SIDES:
        article = report.article(side)
        for quoted in quotations(finding, report, side):
            quote = made.add_paragraph(_shown(f"{located(article, quoted.start)}: "), style="Quote")
            for text, marked in quoted.parts:
                _add(quote, text, article.language, marked=marked and not quoted.whole)
    if back := back_translated(finding, report):
        quote = made.add_paragraph(f"{back_label(report)}: ", style="Quote")
        _add(quote, back, report.source.language)
    if note := report.decision(finding).note:
        written = made.add_paragraph()
        written.add_run("Note: ").italic = True
        written.add_run("\n".join(map(_shown, note.splitlines())))


def _add_texts(report: Report, made: Document) -> None:
    made.add_heading("Both texts", 2)
    aligned = [*units(report)]
    table = made.add_table(len(aligned), 2, style="Table Grid")
    cells = iter(table._cells)  # by `table.cell` each would be looked for from the first on
    for unit in aligned:
        for side, text in zip(SIDES, (unit.source, unit.target), strict=True):
            _add(next(cells).paragraphs[0], text, report.article(side).language)


def _add(paragraph: Paragraph, text: str, language: str, *, marked: bool = False) -> None:
    """Adds text in a language, which the word processor then takes it to be in."""
    from docx.enum.text import WD_COLOR_INDEX
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    run = paragraph.add_run(_shown(text))
    if marked:
        run.bold = True
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    run._r.get_or_add_rPr().append(spoken)


def _shown(text: str) -> str:
    return legal(printable(text))


def _packed(made: Document) -> bytes:
    """The document's parts as an archive without a date: equal reports, equal bytes, whatever the clock says.

    The library's own way takes the hour from the clock, and ends where that stands before an archive's first
    year (a computer that starts without a battery: 1970) or past its last.
    """
    package = made.part.package
    assert package is not None
    kinds = "".join(
        f'<Override PartName="{escape(part.partname)}" ContentType="{escape(part.content_type)}"/>'
        for part in package.parts
    )
    members: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", _KINDS.format(kinds)),
        ("_rels/.rels", package.rels.xml),
    ]
    for part in package.parts:
        members.append((part.partname.membername, part.blob))
        if part.rels:
            members.append((part.partname.rels_uri.membername, part.rels.xml))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members:
            undated = zipfile.ZipInfo(name, _NEVER.timetuple()[:6])
            file.writestr(undated, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


FORMATS = (
    ReportFormat("docx", ".docx", "a Word document, to comment on and to hand on", document, "review"),
)
