"""The findings where code is reviewed, for documentation that is translated in a repository.

SARIF 2.1.0 is what code scanners hand in; the lines that begin with `::` are read by GitHub's runner from the
output of any step (workflow commands). Both point at the target, the translation that is to be mended, and
name the source beside it.
"""

from __future__ import annotations

import json
from urllib.parse import quote

from tui.articles import SIDES, Article, Side
from tui.comparison import Finding, Severity
from tui.printable import printable
from tui.reports.document import Value, header
from tui.reports.header import preamble, tool
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat

_LEVELS: dict[Severity, str] = {"critical": "error", "major": "warning", "minor": "note"}
_COMMANDS: dict[Severity, str] = {"critical": "error", "major": "warning", "minor": "notice"}


def sarif(report: Report, _page: Page) -> str:
    """One run with its rules, both files and a result a finding."""
    name, version = tool().split()
    rules: list[Value] = [{"id": rule} for rule in sorted({finding.rule for finding in report.findings})]
    run: Value = {
        "tool": {"driver": {"name": name, "semanticVersion": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(side, report) for side in SIDES],
        "results": [_result(finding, report) for finding in report.findings],
        "properties": {"header": header(report), "settings": dict(report.settings)},
    }
    log: Value = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def commands(report: Report, _page: Page) -> str:
    """A workflow command a finding; what was dismissed is left out."""
    lines = [*map(_debug, preamble(report))]
    for finding in report.findings:
        if report.decision(finding).verdict in ("dismissed", "intended"):
            continue
        side = _where(finding)
        article = report.article(side)
        start = finding.side(side)[0].start
        line = f"line={article.line_at(start)}," if _has_lines(article, start) else ""
        properties = f"file={_property(article.path)},{line}title={_property(finding.kind)}"
        lines.append(f"::{_COMMANDS[finding.severity]} {properties}::{_data(finding.message)}")
    return "\n".join(lines) + "\n"


def _artifact(side: Side, report: Report) -> Value:
    out: dict[str, Value] = {"location": {"uri": _uri(side, report), "description": {"text": side}}}
    if origin := report.origins.get(side):
        out |= {"hashes": {"sha-256": origin.sha256}, "lastModifiedTimeUtc": origin.modified}
    return out


def _result(finding: Finding, report: Report) -> Value:
    first = _where(finding)
    sides = [side for side in SIDES if finding.side(side) and side != first]
    out: dict[str, Value] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding, first, report)],
        "relatedLocations": [_location(finding, side, report) for side in sides],
        "partialFingerprints": {"afronte/v1": finding.id},
        "rank": round(100 * float(finding.confidence), 2),
        "properties": {"kind": finding.kind, "layer": finding.layer, "severity": finding.severity},
    }
    decision = report.decision(finding)
    if decision.verdict in ("dismissed", "intended"):
        said: Value = {"kind": "external", "status": "accepted", "justification": decision.note}
        out["suppressions"] = [said]
    return out


def _location(finding: Finding, side: Side, report: Report) -> Value:
    article = report.article(side)
    spans = finding.side(side)
    snippet = " … ".join(span.within(article.text) for span in spans)
    region: dict[str, Value] = {"snippet": {"text": snippet}}
    if _has_lines(article, spans[0].start):
        region["startLine"] = article.line_at(spans[0].start)
        region["endLine"] = article.line_at(max(spans[0].start, spans[-1].end - 1))
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(side, report), "index": SIDES.index(side)},
            "region": region,
        },
        "message": {"text": f"{side}, {article.where(spans[0].start)}"},
    }


def _where(finding: Finding) -> Side:
    """The side to be pointed at: the target if the finding has a place there."""
    return "target" if finding.target else "source"


def _has_lines(article: Article, offset: int) -> bool:
    """Whether lines mean something there: not in a page or an office file."""
    return article.where(offset) == f"line {article.line_at(offset)}"


def _uri(side: Side, report: Report) -> str:
    path = report.article(side).path
    return f"urn:afronte:{side}" if path == "-" else quote(path.replace("\\", "/"), errors="replace")


def _debug(sentence: str) -> str:
    return f"::debug::{_data(sentence)}"


def _data(text: str) -> str:
    """What stands after the second `::`, on one line."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = (
    ReportFormat("sarif", ".sarif", "SARIF 2.1, for code scanning", sarif, "program"),
    ReportFormat(
        "github", ".github.txt", "GitHub annotations, for the output of a step", commands, "program"
    ),
)
