"""The report for other programs: JSON, described in `tui/reports/document.py`."""

from collections.abc import Mapping

from tui.reports.document import Value, compact, document
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat


def render(report: Report, _page: Page) -> str:
    """The report as JSON, one line an item of each list, so that two reports can be compared by eye."""
    return _object(document(report)) + "\n"


def _object(value: Mapping[str, Value], indent: str = "") -> str:
    """An object with a line a field; a list among its fields, at any depth, takes a line an item."""
    inner = indent + "  "
    fields = (f"{inner}{compact(key)}: {_field(field, inner)}" for key, field in value.items())
    return "{\n" + ",\n".join(fields) + f"\n{indent}}}"


def _field(value: Value, indent: str) -> str:
    if isinstance(value, dict) and any(isinstance(field, list) for field in value.values()):
        return _object(value, indent)
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"{indent}  {compact(item)}" for item in value) + f"\n{indent}]"
    return compact(value)


FORMATS = (ReportFormat("json", ".json", "for programs, with both texts", render, "program"),)
