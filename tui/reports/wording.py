"""What the formats for people say in the same words."""

from pathlib import PurePath

from tui.articles import SIDES, Article
from tui.comparison import SEVERITIES, WITNESSED, Finding
from tui.languages import language_name
from tui.printable import printable
from tui.reports.decisions import decided
from tui.reports.model import Report


def heading(report: Report) -> str:
    """Which articles are compared, and their languages."""
    return " against ".join(_named(report.article(side)) for side in SIDES)


def path(article: Article) -> str:
    """What an article's file is called, without the way to it; or what `-` stands for."""
    return "standard input" if article.path == "-" else printable(PurePath(article.path).name)


def located(article: Article, offset: int | None) -> str:
    """File and place, as editors know them: `en.txt:12`, or `talk.docx, page 3` where lines mean nothing."""
    if offset is None:
        return path(article)
    where = article.where(offset)
    if where == f"line {article.line_at(offset)}":
        return f"{path(article)}:{article.line_at(offset)}"
    return f"{path(article)}, {printable(where)}"


def in_full(finding: Finding) -> str:
    """What a finding says, and what the back-translation says of it."""
    if finding.witness is None or finding.kind == "back-translation":
        return finding.message
    return f"{finding.message} ({WITNESSED[finding.witness]})"


def remark(finding: Finding, report: Report) -> str:
    """A finding with what was decided on it, in one line, to stand beside its passage."""
    decision = report.decision(finding)
    given = "" if decision.verdict == "open" else f" [{decision.verdict}]"
    note = f" — {decision.note}" if decision.note else ""
    return printable(f"{finding.severity}, {finding.kind}: {in_full(finding)}{given}{note}")


def back_label(report: Report) -> str:
    """What stands before a back-translation."""
    return f"in {language_name(report.source.language)}"


def tally(report: Report) -> tuple[str, ...]:
    """How many findings and how many passages of each kind there are, and how many are decided."""
    summary = report.summary
    found = ", ".join(f"{summary[severity]} {severity}" for severity in SEVERITIES if summary[severity])
    return (
        f"Findings: {found or 'none'}.",
        *decided(report),
        f"Passages: {summary['aligned']} aligned, {summary['moved']} moved, "
        f"{summary['only_source']} only in the source, {summary['only_target']} only in the target.",
    )


def counts(report: Report) -> tuple[str, ...]:
    """The tally, and what translated back."""
    if report.translator is None:
        return tally(report)
    return (
        *tally(report),
        f"“{back_label(report)}” is the target translated back by {printable(report.translator)}.",
    )


def _named(article: Article) -> str:
    return f"{path(article)} ({language_name(article.language)})"
