"""What a person decided, as the formats for people show it: verdicts, notes, and findings dismissed last."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.articles import SIDES, Article
from tui.comparison import SEVERITIES, Finding, Severity
from tui.desk import VERDICTS
from tui.reports.model import Report

DISMISSED = "dismissed"


class Group(Struct, frozen=True):
    """Findings under one heading."""

    name: str
    severity: Severity
    """Of the most severe of them."""
    findings: tuple[Finding, ...]


def groups(report: Report) -> Iterator[Group]:
    """The findings by severity, those that a person has dismissed after all others; no group is empty."""
    dismissed = [finding for finding in report.findings if is_dismissed(finding, report)]
    for severity in SEVERITIES:
        here = tuple(f for f in report.findings if f.severity == severity and f not in dismissed)
        if here:
            yield Group(severity, severity, here)
    if dismissed:
        ordered = sorted(dismissed, key=lambda finding: SEVERITIES.index(finding.severity))
        yield Group(DISMISSED, ordered[0].severity, tuple(ordered))


def is_dismissed(finding: Finding, report: Report) -> bool:
    """Whether a person has said that the finding is none."""
    return report.decision(finding).verdict == DISMISSED


def verdict(finding: Finding, report: Report) -> str:
    """The verdict on a finding; empty while it is open."""
    given = report.decision(finding).verdict
    return "" if given == "open" else given


def decided(report: Report) -> tuple[str, ...]:
    """One sentence on how many findings are decided; none in a report without a person."""
    if report.sheet is None:
        return ()
    verdicts = [report.decision(finding).verdict for finding in report.findings]
    number, total = report.sheet.progress(report.findings)
    listed = ", ".join(f"{verdicts.count(given)} {given}" for given in VERDICTS[1:] if given in verdicts)
    return (f"Decided: {number} of {total}{f' ({listed})' if listed else ''}.",)


def row_notes(report: Report) -> Iterator[tuple[int, str]]:
    """The notes beside rows, each with the index of its row."""
    for index, row in enumerate(report.rows if report.sheet else ()):
        if report.sheet and (note := report.sheet.mark(row).note):
            yield index, note


def place_of_row(index: int, report: Report) -> tuple[Article, int]:
    """Where a row begins: in which article, and at which offset."""
    row = report.rows[index]
    side = next(side for side in SIDES if row.side(side))
    article = report.article(side)
    return article, article.paragraphs[row.side(side)[0]].start
