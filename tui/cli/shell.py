"""`afronte completion SHELL` and `afronte man`: what the parsers know, for a shell and for `man`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from tui.cli import check, config, models, opening, read, same
from tui.cli.arguments import Parser
from tui.cli.roff import escaped, section
from tui.cli.streams import write

SHELLS = ("bash", "zsh", "fish")

_INSTALL = """\
to install it:
  bash  afronte completion bash > ~/.local/share/bash-completion/completions/afronte
  zsh   afronte completion zsh > "${fpath[1]}/_afronte"
  fish  afronte completion fish > ~/.config/fish/completions/afronte.fish
"""
_FILES = ("SOURCE", "TARGET", "FILE", "PAIRS.tsv", "OUT.jsonl", "REPORT", "FROM TO | FILE.argosmodel")
_FOLDERS = ("FOLDER", "SOURCES", "TARGETS")


def completion(argv: list[str]) -> int:
    """Writes the completion for a shell and returns the exit code."""
    import shtab

    shell = completion_parser().parse_args(argv).shell
    script = shtab.complete(_whole(shtab.FILE, shtab.DIRECTORY), shell=shell)
    # The first word may be a file as well as a command, which shtab has no way to say.
    script = script.replace("complete -o bashdefault -F", "complete -o bashdefault -o default -F")
    script = script.replace("\ncomplete -c afronte -f\n", "\n")
    script = script.replace(
        "_describe 'afronte commands' _commands", "_describe 'afronte commands' _commands; _files"
    )
    write(script.rstrip() + "\n")
    return 0


def manual(argv: list[str]) -> int:
    """Writes the manual page and returns the exit code."""
    manual_parser().parse_args(argv)
    write("".join(_page()))
    return 0


def completion_parser() -> Parser:
    """What `afronte completion` understands."""
    parser = Parser("afronte completion", "Write a shell's completion of this program.", _INSTALL)
    parser.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS), help="the shell")
    return parser


def manual_parser() -> Parser:
    """What `afronte man` understands."""
    return Parser("afronte man", "Write the manual page: afronte man | man -l -")


def _parsers() -> Mapping[str, Parser]:
    """Every command's parser by its name; that of the reader, which needs no command, by an empty one."""
    return {
        "": read.parser(),
        "check": check.parser(),
        "completion": completion_parser(),
        "config": config.parser(),
        "man": manual_parser(),
        "models": models.parser(),
        "open": opening.parser(),
        "read": read.parser(),
        "same": same.parser(),
    }


def _whole(file: object, folder: object) -> argparse.ArgumentParser:
    """All commands under one parser, each argument with what completes it."""
    parsers = dict(_parsers())
    top = parsers.pop("")
    whole = argparse.ArgumentParser(prog="afronte", description=top.description)
    for action in top._actions:
        if action.option_strings and "--help" not in action.option_strings:
            whole._add_action(action)
    commands = whole.add_subparsers()
    for name, parser in parsers.items():
        commands.add_parser(name, parents=[parser], add_help=False, help=parser.description)
        for action in parser._actions:
            names = (action.metavar,) if isinstance(action.metavar, str) else action.metavar or ()
            if set(names) & {*_FILES, *_FOLDERS}:
                vars(action)["complete"] = file if set(names) & {*_FILES} else folder
    return whole


def _page() -> Iterator[str]:
    from importlib.metadata import version

    parsers = dict(_parsers())
    top = parsers.pop("")
    yield f'.TH AFRONTE 1 "" "afronte {version("afronte")}"\n.ad l\n'  # the options are no text to justify
    yield f".SH NAME\nafronte \\- {escaped(top.description or '')}\n"
    yield section("SYNOPSIS", top)
    for name, parser in parsers.items():
        if name != "read":
            yield section(f"afronte {name}", parser)
