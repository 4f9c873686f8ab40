"""`afronte config`: shows the settings in force, says where their file is, opens it in an editor."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.arguments import Parser
from tui.cli.streams import say, write
from tui.errors import AfronteError

if TYPE_CHECKING:
    from tui.config import Config, Loaded

_EPILOG = """\
commands:
  show   every setting in force and where it comes from
  path   where the file is, whether or not it is there yet
  edit   open the file in $VISUAL or $EDITOR; it is written first, every setting explained, if need be

exit code: 0; 1 when something in the file or the environment does not count (a line on standard error says
what); 2 when the work could not be done
"""


def run(argv: list[str]) -> int:
    """Does what the arguments say and returns the exit code."""
    command = parser().parse_args(argv).command

    from tui.config import config_path

    path = config_path()
    if command == "path":
        write(f"{path}\n")
        return 0
    if command == "edit":
        _edit(path)
    return _report(show=command == "show")


def parser() -> Parser:
    """What `afronte config` understands."""
    parser = Parser("afronte config", "Show or edit the settings.", _EPILOG)
    parser.add_argument(
        "command",
        choices=("show", "path", "edit"),
        metavar="show|path|edit",
        help="say what is in force, where the file is, or open it in an editor",
    )
    return parser


def add_settings(parser: Parser) -> None:
    """Adds an option for each setting but the keymap."""
    from tui.config import settings

    group = parser.add_argument_group("settings (afronte config shows those in force)")
    for name, (kind, _, doc) in settings().items():
        group.add_argument(
            f"--{name}",
            metavar=name.upper(),
            help=f"{doc} Allowed: {kind.allowed}.".replace("\n", " ").replace("%", "%%"),
        )


def settings_with(arguments: argparse.Namespace) -> tuple[Config, tuple[str, ...]]:
    """The settings in force under the options of `add_settings`, and what is wrong with them, a line each.

    Raises AfronteError for an option that is not allowed.
    """
    from tui.config import settings

    loaded = _loaded({name: getattr(arguments, name) for name in settings()})
    for problem in loaded.problems:
        if problem.startswith("--"):
            raise AfronteError(problem)
    return loaded.config, (*loaded.problems, *loaded.conflicts)


@cache
def configured(certainty: str | None = None) -> Config:
    """The settings for a command without a screen; says once what in them does not count.

    `certainty`: as an option gives it. Raises AfronteError when that is not allowed.
    """
    from tui.config import load

    return _in_force(load(options={"certainty": certainty}))


def _in_force(loaded: Loaded) -> Config:
    for problem in loaded.problems:
        if problem.startswith("--"):
            raise AfronteError(problem)
        say(problem)
    return loaded.config


def insisted_on(arguments: argparse.Namespace) -> frozenset[str]:
    """The settings that an option or the environment sets for this once."""
    from tui.config import ENVIRONMENT_PREFIX, settings

    return frozenset(
        name
        for name in settings()
        if getattr(arguments, name) is not None or os.environ.get(ENVIRONMENT_PREFIX + name.upper())
    )


def _report(*, show: bool) -> int:
    """Writes the settings, if they are to be shown, and says what does not count."""
    from tui import config

    loaded = _loaded({})
    if show:
        from tui.reader.place_bindings import BY_DEFAULT

        write(config.show(loaded, BY_DEFAULT))
    for problem in (*loaded.problems, *loaded.conflicts):
        say(problem)
    return int(bool(loaded.problems or loaded.conflicts))


def _loaded(options: Mapping[str, str | None]) -> Loaded:
    from tui.config import load
    from tui.reader.keys import spelled
    from tui.reader.place_bindings import BESIDE
    from tui.reader.themes import theme_names

    return load(options=options, themes=theme_names(), bindings=BESIDE, spelled=spelled)


def _edit(path: Path) -> None:
    """Opens the file in the person's editor and waits until it is closed."""
    import subprocess

    from tui.config import editing, editor, write_template

    try:
        named = editor()
        command = editing(named, str(path))
    except AfronteError as error:
        raise AfronteError(f"{error}; the file is {path}") from error
    write_template(path)
    try:
        code = subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        raise AfronteError(f"{named}: {error}: set VISUAL or EDITOR to an editor that is there") from error
    if code:
        raise AfronteError(f"{named} ended with code {code}; the file is {path}")
