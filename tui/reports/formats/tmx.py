"""The aligned texts as a translation memory: TMX 1.4b, as OmegaT and the other translators' tools read it.

Every bead is a unit, in the order of the alignment. A passage without a counterpart is a unit with one
language; one that was moved says so in a property. What was found stands in the notes of its unit.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tui.articles import SIDES
from tui.reports.beads import Unit, units
from tui.reports.header import preamble, tool
from tui.reports.markup import add, document_of
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat
from tui.reports.wording import remark


def memory(report: Report, _page: Page) -> str:
    """The whole file."""
    root = Element("tmx", version="1.4")
    name, version = tool().split()
    head = add(
        root, "header", creationtool=name, creationtoolversion=version, segtype="sentence",
        adminlang="en", srclang=report.source.language, datatype="plaintext", **{"o-tmf": name},
    )  # fmt: skip
    for sentence in preamble(report):
        add(head, "note", sentence)
    body = add(root, "body")
    for unit in units(report):
        _unit(body, unit, report)
    return document_of(root)


def _unit(body: Element, unit: Unit, report: Report) -> None:
    said = add(body, "tu", tuid=str(unit.number))
    for finding in unit.findings:
        add(said, "note", remark(finding, report))
    add(said, "prop", f"{unit.bead.score:.4f}", type="x-afronte-score")
    if unit.bead.moved:
        add(said, "prop", "true", type="x-afronte-moved")
    for side in SIDES:
        text = unit.source if side == "source" else unit.target
        if text:
            add(add(said, "tuv", xml_lang=report.article(side).language), "seg", text)


FORMATS = (ReportFormat("tmx", ".tmx", "a translation memory (TMX 1.4), for OmegaT", memory, "translate"),)
