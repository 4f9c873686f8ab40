"""Reports: the pair and its findings, in every format of one registry."""

from tui.reports.model import BackTranslation, Origin, Page, Report
from tui.reports.registry import ReportFormat, format_of_file, report_formats

__all__ = ["BackTranslation", "Origin", "Page", "Report", "ReportFormat", "format_of_file", "report_formats"]
