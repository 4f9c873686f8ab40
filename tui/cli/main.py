"""The entry point: picks the command and turns every ending into an exit code and at most one line."""

import atexit
import gc
import sys
from collections.abc import Callable, Mapping, Sequence

from tui.cli.streams import abandon_output, erase_progress, hush, say, unforeseen
from tui.errors import AfronteError
from tui.log import LOG, begin_log, is_debugging

FAILED = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a program that was stopped by the signal: 128 and its number."""
GARBAGE = 1_000_000
"""Objects made beyond those deleted from which on cycles are looked for: a short run makes half as many, of
which nearly all stay, and looking through them once takes a tenth of it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line (default: the process's own) and returns the exit code.

    Raises SystemExit, as argparse does, for `--help`, `--version` and a command line that is wrong; with
    AFRONTE_DEBUG set in the environment, an error nobody foresaw comes out as it is.
    """
    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # else Python looks through all there is once more when it ends
    arguments = list(sys.argv[1:] if argv is None else argv)
    hush(False)
    begin_log()
    try:
        if arguments and arguments[0] in COMMANDS:
            return COMMANDS[arguments[0]](arguments[1:])
        return _read(arguments)
    except AfronteError as error:
        say(str(error))
        return FAILED
    except KeyboardInterrupt:
        erase_progress()
        return INTERRUPTED
    except BrokenPipeError:
        abandon_output()
        return BROKEN_PIPE
    except Exception as error:
        if _comes_of_interruption(error):
            erase_progress()
            return INTERRUPTED
        LOG.exception("an error that was not foreseen")
        if is_debugging():
            raise
        abandon_output()
        say(unforeseen(error))
        return FAILED


def _comes_of_interruption(error: BaseException | None) -> bool:
    """Whether an error is what became of Ctrl-C on its way: what runs while a module is imported may turn it
    into an error of its own, as Python 3.11 does where a class is made.
    """
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _read(arguments: list[str]) -> int:
    from tui.cli import read

    return read.run(arguments)


def _check(arguments: list[str]) -> int:
    from tui.cli import check

    return check.run(arguments)


def _config(arguments: list[str]) -> int:
    from tui.cli import config

    return config.run(arguments)


def _models(arguments: list[str]) -> int:
    from tui.cli import models

    return models.run(arguments)


def _open(arguments: list[str]) -> int:
    from tui.cli import opening

    return opening.run(arguments)


def _same(arguments: list[str]) -> int:
    from tui.cli import same

    return same.run(arguments)


def _completion(arguments: list[str]) -> int:
    from tui.cli import shell

    return shell.completion(arguments)


def _man(arguments: list[str]) -> int:
    from tui.cli import shell

    return shell.manual(arguments)


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    "check": _check,
    "completion": _completion,
    "config": _config,
    "man": _man,
    "models": _models,
    "open": _open,
    "read": _read,
    "same": _same,
}
"""What the first argument may be; anything else opens the reader. A file of that name is `./check`."""
