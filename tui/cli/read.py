"""`afronte` and `afronte read`: opens the reader, or prints what it would show."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles import Pair
from tui.cli.arguments import Parser, add_languages
from tui.cli.config import add_settings, configured, insisted_on, settings_with
from tui.cli.inputs import add_inputs, pair_of, settle_inputs
from tui.cli.streams import erase_progress, is_dumb, is_terminal, page, say, show_progress, write
from tui.errors import AfronteError
from tui.resources import asset

if TYPE_CHECKING:
    from tui.desk.merging import Voice

_EPILOG = """\
commands:
  afronte check SOURCE TARGET          say where the two part, without opening the reader
  afronte read SOURCE TARGET --plain   print the aligned rows and the findings, for a screen reader or a pipe
  afronte open REPORT                  open a colleague's report with its verdicts and notes
  afronte models list|install|remove   the translation models
  afronte config show|path|edit        the settings
  afronte completion bash|zsh|fish     completion for a shell; afronte man: the manual page
Each has its own --help. A file that is called check is ./check.
"""


def run(argv: list[str]) -> int:
    """Reads the pair that the arguments name, or the sample; returns when the reader is left."""
    asking = parser()
    arguments = asking.parse_args(argv)
    if arguments.verbose and not arguments.version:
        asking.error("--verbose goes with --version")
    if arguments.version:
        if arguments.verbose:
            from tui.cli.version import described

            write(described())
            return 0
        from importlib.metadata import version  # it costs as much as everything before the first frame

        write(f"afronte {version('afronte')}\n")
        return 0
    offer_recent = not settle_inputs(arguments, asking)
    if offer_recent:
        arguments.source, arguments.target = str(asset("sample/en.txt")), str(asset("sample/it.txt"))
    pair = pair_of(arguments.source, arguments.target, arguments)
    if arguments.plain:
        _print(pair, arguments)
        return 0
    return open_reader(pair, arguments, offer_recent=offer_recent)


def open_reader(
    pair: Pair,
    arguments: argparse.Namespace,
    *,
    offer_recent: bool = False,
    voices: Sequence[Voice] = (),
) -> int:
    """Runs the reader until it is left; `voices`, what others decided, go onto the desk first.

    Raises AfronteError where there is no terminal.
    """
    config, problems = settings_with(arguments)
    try:
        _require_terminal()
    except AfronteError:
        for problem in problems:
            say(problem)
        raise
    if voices:
        from tui.desk import Desk

        desk = Desk(notify=say)
        desk.open(pair.source, pair.target).take_over(voices)
        desk.close()

    from tui.config import config_path
    from tui.reader import ReaderApp, undisturbed

    settings = config_path()  # over the page its name is enough

    app = ReaderApp(
        pair.source,
        pair.target,
        config=config,
        insisted=insisted_on(arguments),
        looks_swapped=pair.swapped,
        offer_recent=offer_recent,
        problems=[problem.replace(str(settings), settings.name) for problem in problems],
    )
    with undisturbed():
        app.run()
    if app.failure is not None:
        raise app.failure
    code = app.return_code or 0
    _leave_work(code)
    return code


def parser() -> Parser:
    """What `afronte` and `afronte read` understand."""
    parser = Parser("afronte", "Read two versions of an article side by side.", _EPILOG)
    add_inputs(parser, "; without it, a sample")
    add_languages(parser)
    parser.add_argument(
        "--plain",
        action="store_true",
        help="print rows and findings in words instead, for a screen reader or a pipe",
    )
    add_settings(parser)
    parser.set_defaults(words=False, back_translate=False)
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.add_argument(
        "--verbose",
        action="store_true",
        help="with --version: also the libraries, the paths and the terminal, for the report of a fault",
    )
    return parser


def _leave_work(code: int) -> None:
    """Ends the process here and now if anything is in the middle of something: all that matters is kept.

    A thread that comes back from a library into an interpreter that is being taken down would abort it.
    """
    from tui.translation import is_any_at_work, kill_commands

    if is_any_at_work() or threading.active_count() > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        kill_commands()
        os._exit(code)


def _print(pair: Pair, arguments: argparse.Namespace) -> None:
    from tui.alignment.encoder import standard_encoder
    from tui.cache import Store
    from tui.cli.examine import examine
    from tui.reports.formats.plain import render

    arguments.sure = configured(arguments.certainty).certainty
    store = Store()
    report = examine(pair, standard_encoder(store=store), arguments, show_progress, store)
    erase_progress()
    write(render(report, page()))


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
    if is_dumb():
        raise AfronteError(
            "this terminal calls itself dumb and cannot be drawn on: use another, set TERM to what it is, "
            "or read with `afronte read --plain`"
        )
