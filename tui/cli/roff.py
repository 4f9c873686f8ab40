"""A parser as a part of a manual page, in the language of man(7)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tui.cli.arguments import Parser


def section(title: str, parser: Parser) -> str:
    """A section: how it is called, what it does, every argument, the notes below them."""
    return f".SH {escaped(title)}\n" + "".join(_lines(parser))


def escaped(text: str) -> str:
    """Text that is printed as it is: no line of it is a request and no dash a hyphen."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in text.splitlines())


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    breakable = escaped(usage).replace(",", ",\\:")  # a list of choices may be longer than a line
    yield f".nh\n\\fB{breakable}\\fR\n.hy\n.PP\n{escaped(parser.description or '')}\n"
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for chosen in action.choices.values():
                yield f".SS {escaped(chosen.prog)}\n"
                yield from _lines(chosen)
        elif "--help" not in action.option_strings:
            yield f".TP\n{_called(action)}\n{escaped(_explained(action, parser))}\n"
    if parser.epilog:
        yield f".PP\n.nf\n{escaped(parser.epilog)}\n.fi\n"


def _called(action: argparse.Action) -> str:
    metavar = action.metavar or ("" if action.nargs == 0 else "|".join(map(str, action.choices or ())))
    names = " ".join(metavar) if isinstance(metavar, tuple) else metavar
    options = ", ".join(f"\\fB{escaped(option)}\\fR" for option in action.option_strings)
    return " ".join(filter(None, (options, f"\\fI{escaped(names)}\\fR" if names else "")))


def _explained(action: argparse.Action, parser: argparse.ArgumentParser) -> str:
    values = vars(action) | {"prog": parser.prog}
    return (action.help or "") % values
