"""`afronte same`: what was said to be the same on both sides, listed, taken back, shared."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.arguments import Parser, add_languages
from tui.cli.streams import note, say, write
from tui.errors import AfronteError, ThereAlreadyError
from tui.printable import printable

if TYPE_CHECKING:
    from tui.desk import Desk, Kept

_EPILOG = """\
In the reader the key = says that the two sides of a finding are the same: names and words in every pair from
then on, figures in that pair alone. FILE is a table of two columns separated by tabs, or TBX. What is kept
here silences findings in the reader; `afronte check` reads a FILE with --same, so that a team has the same.

exit code: 0 done, 2 the work could not be done
"""


def run(argv: list[str]) -> int:
    """Does what the arguments say and returns the exit code."""
    from tui.desk import Desk

    arguments = parser().parse_args(argv)
    desk = Desk(notify=say)
    try:
        match arguments.action:
            case "list":
                _list(desk)
            case "remove":
                _remove(desk, arguments.source, arguments.target)
            case "import":
                _import(desk, arguments)
            case _:
                _export(desk, arguments.file)
    finally:
        desk.close()
    return 0


def parser() -> Parser:
    """What `afronte same` understands."""
    parser = Parser("afronte same", "Keep what is the same on both sides.", _EPILOG)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _action(actions, "list", "say what is kept, and where it holds")
    remove = _action(actions, "remove", "tell two forms apart again, whichever is named first")
    remove.add_argument("source", metavar="FORM")
    remove.add_argument("target", metavar="OTHER")
    taking = _action(actions, "import", "take over a glossary: a table of two columns, or TBX")
    taking.add_argument("file", metavar="FILE")
    add_languages(taking)
    giving = _action(actions, "export", "write what holds in every pair as a table")
    giving.add_argument("file", nargs="?", metavar="FILE", help="where to; standard output when not given")
    return parser


def languages_of(arguments: argparse.Namespace) -> tuple[str, str] | None:
    """The two languages that the arguments name, if they do. Raises AfronteError for only one."""
    from tui.languages import canonical_language

    given = arguments.source_language, arguments.target_language
    if not any(given):
        return None
    if not all(given):
        raise AfronteError("name both languages, with --source-language and --target-language, or neither")
    return canonical_language(given[0]), canonical_language(given[1])


def _action(actions: argparse._SubParsersAction[Parser], name: str, told: str) -> Parser:
    parser: Parser = actions.add_parser(
        name, prog=f"afronte same {name}", description=f"{told.capitalize()}.", help=told
    )
    return parser


def _list(desk: Desk) -> None:
    kept = desk.same()
    if not kept:
        note("note: nothing is kept; in the reader the key = says that two sides are the same")
    write("".join(_lines(kept)))


def _lines(kept: Iterable[Kept]) -> Iterable[str]:
    rows = [
        (
            printable(one.source),
            printable(one.target),
            f"{one.source_language or 'any'}→{one.target_language or 'any'}",
            f"only in {printable(pair)}" if pair else "",
        )
        for one, pair in kept
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = [*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]
        yield "  ".join(cells).rstrip() + "\n"


def _remove(desk: Desk, source: str, target: str) -> None:
    if not desk.remove_same(source, target):
        raise AfronteError(f"“{source}” and “{target}” are not kept; `afronte same list` says what is")
    write(f"removed {printable(source)} = {printable(target)}\n")


def _import(desk: Desk, arguments: argparse.Namespace) -> None:
    from tui.desk.glossary import read_glossary

    found = read_glossary(arguments.file, languages_of(arguments))
    new = desk.import_same(found)
    known = f", {len(found) - new} were there already" if new < len(found) else ""
    write(f"imported {new}{known}\n")


def _export(desk: Desk, file: str | None) -> None:
    from tui.desk.glossary import write_glossary

    text = write_glossary(one for one, pair in desk.same() if not pair)
    if file in (None, "-"):
        write(text)
        return
    from tui.reports.saving import save

    try:
        save(text.encode("utf-8"), Path(str(file)))
    except ThereAlreadyError as error:
        raise AfronteError(f"{error}: name another file, or remove it first") from error
    write(f"written {printable(str(file))}\n")
