"""`afronte open`: a report on another computer, or several by several people, with verdicts and notes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.articles import SIDES, Article, Pair
from tui.cli.arguments import Parser, add_manners
from tui.cli.config import add_settings
from tui.cli.streams import asked, hush, note, page, write
from tui.errors import AfronteError
from tui.reports import format_of_file, report_formats

if TYPE_CHECKING:
    from tui.desk.merging import Voice
    from tui.reports import Report

_EPILOG = """\
The texts are taken from the report, so the files need not be there. Verdicts and notes go onto this
computer's desk: where you have decided, your verdict stands, and another one is told in the note on the
finding. With --format or --output the reports are merged into one instead, and the desk is left alone.
"""


def run(argv: list[str]) -> int:
    """Opens the reader on the pair of the reports, or writes them as one; returns the exit code."""
    asking = parser()
    arguments = asking.parse_args(argv)
    hush(arguments.quiet)
    voices, first = _read(arguments.report)
    from tui.desk.merging import disagreements

    if differing := disagreements(voices):
        findings = "1 finding" if differing == 1 else f"{differing} findings"
        note(f"note: verdicts differ on {findings}; the note on each says who says what")
    if arguments.format or arguments.output:
        _write(first, voices, arguments)
        return 0
    from tui.cli.read import open_reader

    return open_reader(Pair(first.source, first.target), arguments, voices=voices)


def parser() -> Parser:
    """What `afronte open` understands."""
    parser = Parser("afronte open", "Open the pair of a report, with its verdicts and notes.", _EPILOG)
    parser.add_argument(
        "report", nargs="+", metavar="REPORT", help="a report in JSON or HTML; several are to be of one pair"
    )
    parser.add_argument("--format", choices=report_formats(), help="write the report in another format")
    parser.add_argument("--output", metavar="FILE", help="write it there, in the format of its ending")
    add_manners(parser)
    add_settings(parser)
    return parser


def _read(paths: Sequence[str]) -> tuple[list[Voice], Report]:
    """What each report's person decided, and the first of the reports, under names that are no file here."""
    from tui.desk import Sheet
    from tui.reports.reading import read_report

    reports = [asked(path, partial(read_report, path)) for path in paths]
    first = reports[0]
    for path, report in zip(paths[1:], reports[1:], strict=True):
        if (report.source.text, report.target.text) != (first.source.text, first.target.text):
            raise AfronteError(
                f"{paths[0]} and {path} are reports on different texts: open one after the other"
            )
    voices = [
        (Path(path).name, report.sheet or Sheet(0)) for path, report in zip(paths, reports, strict=True)
    ]
    return voices, _renamed(first, paths[0])


def _renamed(report: Report, path: str) -> Report:
    """An article keeps its path where that very file is here; else it is named as a part of the report.

    Another text may lie under the path that the colleague used, with verdicts of its own on the desk.
    """
    from tui.reports.header import origins_of

    def slashed(article: Article) -> str:
        return article.path.replace("\\", "/")

    def named(article: Article, same: bool) -> Article:
        inside = f"{path}#/{slashed(article).rpartition('/')[2]}"
        return article if same else replace(article, path=inside)

    # Two slashes begin the name of another computer, which would be asked, and told who asks.
    is_here = not any(slashed(report.article(side)).startswith("//") for side in SIDES)
    here = origins_of(report.source, report.target) if is_here else {}

    source, target = (
        named(report.article(side), side in here and here[side].sha256 == report.origins[side].sha256)
        if side in report.origins
        else named(report.article(side), same=False)
        for side in SIDES
    )
    return replace(report, source=source, target=target)


def _write(report: Report, voices: Sequence[Voice], arguments: argparse.Namespace) -> None:
    from tui.desk import Sheet
    from tui.desk.merging import merged_sheet

    if any(sheet.decisions or sheet.marks or sheet.corrections for _, sheet in voices):
        report = replace(report, sheet=merged_sheet(Sheet(0), voices))
    output = arguments.output
    named = format_of_file(output) if output else None
    form = report_formats()[arguments.format] if arguments.format else named or report_formats()["text"]
    if output:
        from tui.reports.saving import save

        save(form.content(report), Path(output), replace=True)
    else:
        write(form.write(report, page(arguments.color)))
