"""What the commands' parsers share."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from tui.articles import SIDES
from tui.cli.streams import COLOURS, write
from tui.printable import printable

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; options are never abbreviated, so that new ones break no script."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Writes as everything else is written, so that `--help | head` ends as quietly."""
        if file is None:
            write(self.format_help())
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        """Ends the program with code 2."""
        self.exit(2, f"afronte: {printable(message)} ({self.prog} --help shows how)\n")


def add_languages(parser: Parser) -> None:
    """Adds an option for each side's language."""
    for side in SIDES:
        parser.add_argument(
            f"--{side}-language",
            metavar="LANGUAGE",
            help=f"language of the {side}, such as en, it-CH or Italian (default: found from the text)",
        )


def add_manners(parser: Parser) -> None:
    """Adds how much is said, and how."""
    parser.add_argument(
        "--color",
        choices=COLOURS,
        default=COLOURS[0],
        help="colours and weights in text: on a terminal that wants them (auto), always, never",
    )
    parser.add_argument("--quiet", action="store_true", help="no notes, warnings and progress; only errors")
