"""Beads as passages: what a translator's tool calls units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.articles import SIDES, Side
from tui.comparison import Finding
from tui.reports.model import Report

if TYPE_CHECKING:
    from tui.alignment import Bead


class Unit(Struct, frozen=True):
    """One bead with what was found in it."""

    number: int
    """From 1, in the order of the alignment."""
    bead: Bead
    source: str
    """Its sentences with a blank between them; empty where the other side stands alone."""
    target: str
    findings: tuple[Finding, ...]


def units(report: Report) -> Iterator[Unit]:
    """Every bead in order; a finding stands with the first bead that holds a place of it."""
    found: dict[int, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(_bead_of(finding, report), []).append(finding)
    for index, bead in enumerate(report.alignment.beads):
        source, target = (bead_text(bead, side, report) for side in SIDES)
        yield Unit(index + 1, bead, source, target, tuple(found.get(index, ())))


def bead_text(bead: Bead, side: Side, report: Report) -> str:
    """The sentences of one side of a bead, with a blank between them."""
    article = report.article(side)
    return " ".join(article.sentence_text(index) for index in bead.side(side))


def _bead_of(finding: Finding, report: Report) -> int:
    side = next(side for side in SIDES if finding.side(side))
    sentence = report.article(side).sentence_at(finding.side(side)[0].start)
    return report.alignment.bead_index(side, sentence)
