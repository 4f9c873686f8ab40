"""The aligned texts for a translator's editor: XLIFF 2.0, the findings as notes beside their units.

Every bead is a unit with one segment. A passage that only one side has is a segment whose other side is
empty: without a target its state is `initial`.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tui.comparison import SEVERITIES
from tui.reports.beads import Unit, units
from tui.reports.header import preamble
from tui.reports.markup import add, document_of, legal
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat
from tui.reports.wording import remark

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"


def bitext(report: Report, _page: Page) -> str:
    """The whole file."""
    root = Element("xliff", xmlns=_NAMESPACE, version="2.0")
    root.set("srcLang", report.source.language)
    root.set("trgLang", report.target.language)
    file = add(root, "file", id="pair", original=legal(report.source.path))
    notes = add(file, "notes")
    for number, sentence in enumerate(preamble(report), 1):
        add(notes, "note", sentence, id=f"about-{number}", category="about")
    for unit in units(report):
        _unit(file, unit, report)
    return document_of(root)


def _unit(file: Element, unit: Unit, report: Report) -> None:
    made = add(file, "unit", id=f"u{unit.number}")
    if unit.findings or unit.bead.moved:
        notes = add(made, "notes")
        for number, finding in enumerate(unit.findings, 1):
            # 1 is the most urgent of 10; the side is named where only one has a place
            applies = {} if finding.source and finding.target else {"appliesTo": _side(bool(finding.source))}
            priority = str(1 + 3 * SEVERITIES.index(finding.severity))
            add(
                notes, "note", remark(finding, report), id=f"n{number}", category=finding.severity,
                priority=priority, **applies,
            )  # fmt: skip
        if unit.bead.moved:
            add(
                notes, "note", "The counterpart stands elsewhere in the target.", id="moved", category="moved"
            )
    segment = add(made, "segment", id="s1", state="translated" if unit.target else "initial")
    add(segment, "source", unit.source)
    if unit.target:
        add(segment, "target", unit.target)


def _side(source: bool) -> str:
    return "source" if source else "target"


FORMATS = (ReportFormat("xliff", ".xlf", "the aligned texts (XLIFF 2), for a CAT tool", bitext, "translate"),)
