"""`afronte`: opens the reader."""

from __future__ import annotations

import contextlib
import os
import sys

from tui.articles import AfronteError
from tui.cli.arguments import Parser, add_languages, pair_of
from tui.cli.streams import is_terminal, write
from tui.resources import asset

_EPILOG = """\
commands:
  afronte check SOURCE TARGET    say where the two part, without opening the reader
Each has its own --help. A file that is called check is ./check.
"""


def run(argv: list[str]) -> int:
    """Opens the pair that the arguments name, or the sample, and returns when the reader is left."""
    parser = Parser("afronte", "Read two versions of an article side by side.", _EPILOG)
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help="the original, or - for standard input; without it, a sample",
    )
    parser.add_argument("target", nargs="?", metavar="TARGET", help="the other version, or -")
    add_languages(parser)
    parser.add_argument("--version", action="store_true", help="say which version this is")
    arguments = parser.parse_args(argv)
    if arguments.version:
        from importlib.metadata import version  # it costs as much as everything before the first frame

        write(f"afronte {version('afronte')}\n")
        return 0
    if arguments.source is None:
        arguments.source, arguments.target = str(asset("sample/en.txt")), str(asset("sample/it.txt"))
    elif arguments.target is None:
        parser.error(f"name two files: {arguments.source} and its other version")
    pair = pair_of(arguments.source, arguments.target, arguments)
    _require_terminal()

    from tui.reader import ReaderApp

    ReaderApp(pair.source, pair.target, looks_swapped=pair.swapped).run()
    return 0


def _require_terminal() -> None:
    """Raises AfronteError unless there is a screen to draw on and a keyboard to read keys from."""
    if not is_terminal(sys.stdin) and is_terminal(sys.stdout):
        # Standard input gave an article or nothing: the keyboard is still there under its own name.
        with contextlib.suppress(OSError):
            keyboard = os.open("/dev/tty", os.O_RDWR)
            os.dup2(keyboard, 0)
            os.close(keyboard)
    if not all(is_terminal(stream) for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)):
        raise AfronteError(
            "the reader needs a terminal, for its screen and keyboard; `afronte check` works without one"
        )
