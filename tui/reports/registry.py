"""The formats of a report: what the command line, the export dialog and the README offer is this one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from msgspec import Struct

from tui.reports.model import Page, Report

Use = Literal["read", "review", "translate", "program"]
"""Whom a format is for: a reader, somebody at a spreadsheet, a translator's tool, another program."""

USES: tuple[Use, ...] = ("read", "review", "translate", "program")


class ReportFormat(Struct, frozen=True):
    """One format a report can be written in."""

    name: str
    """What `--format` calls it."""
    suffix: str
    """How the name of such a file ends: `.html`."""
    label: str
    """What it is, in a few words, for whoever has to choose."""
    write: Callable[[Report, Page], str | bytes]
    """The content of the file: text that ends with a line feed, or bytes for what is no text."""
    use: Use

    def content(self, report: Report, page: Page | None = None) -> bytes:
        """The bytes of a file in this format; text is UTF-8 whatever the locale says."""
        written = self.write(report, page or Page())
        return written if isinstance(written, bytes) else written.encode("utf-8", "replace")


@cache
def report_formats() -> Mapping[str, ReportFormat]:
    """Every format by its name, those for readers first."""
    found = sorted(_found(), key=lambda each: (USES.index(each.use), each.name))
    return {each.name: each for each in found}


def format_of_file(name: str) -> ReportFormat | None:
    """The format that a file's name asks for by how it ends; the longest ending counts."""
    fitting = [each for each in report_formats().values() if name.lower().endswith(each.suffix)]
    return max(fitting, key=lambda each: len(each.suffix), default=None)


def _found() -> Iterator[ReportFormat]:
    package = import_module("tui.reports.formats")
    for module in iter_modules(package.__path__, f"{package.__name__}."):
        yield from import_module(module.name).FORMATS
