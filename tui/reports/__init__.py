"""Reports: the pair and its findings, one module a format."""

from collections.abc import Callable, Mapping

from tui.reports import html_report, json_report, jsonl_report, markdown_report, plain_report, text_report
from tui.reports.model import BackTranslation, Page, Report

FORMATS: Mapping[str, Callable[[Report, Page], str]] = {
    "text": text_report.render,
    "json": json_report.render,
    "jsonl": jsonl_report.render,
    "md": markdown_report.render,
    "html": html_report.render,
    "plain": plain_report.render,
}
"""What writes a report in each format; the text ends with a line feed."""

__all__ = ["FORMATS", "BackTranslation", "Page", "Report"]
