"""The report for other programs: JSON, described in `tui/reports/document.py`."""

from collections.abc import Iterator, Mapping

from tui.reports.document import Value, compact, document
from tui.reports.model import Page, Report
from tui.reports.registry import ReportFormat


def render(report: Report, _page: Page) -> str:
    """The report as JSON, one line an item of each list, so that two reports can be compared by eye."""
    return "".join((*_object(document(report)), "\n"))


def _object(value: Mapping[str, Value], indent: str = "") -> Iterator[str]:
    """An object with a line a field; a list among its fields, at any depth, takes a line an item."""
    begun = "{\n"
    for key, field in value.items():
        yield f"{begun}{indent}  {compact(key)}: "
        yield from _field(field, indent + "  ")
        begun = ",\n"
    yield f"\n{indent}}}"


def _field(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and any(isinstance(field, list) for field in value.values()):
        yield from _object(value, indent)
    elif isinstance(value, list) and value:
        begun = "[\n"
        for item in value:
            yield f"{begun}{indent}  {compact(item)}"
            begun = ",\n"
        yield f"\n{indent}]"
    else:
        yield compact(value)


FORMATS = (ReportFormat("json", ".json", "for programs, with both texts", render, "program"),)
