"""What the commands read: two files, one that holds both versions, pages that are fetched, pasted text."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles import STDIN, Pair, load_pair
from tui.cli.streams import say, tell_waiting
from tui.errors import AfronteError

if TYPE_CHECKING:
    from tui.cli.arguments import Parser


def add_inputs(parser: Parser, without: str = "") -> None:
    """Adds the arguments that name what is read; `without`: what to say of their absence."""
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help=f"the original, or - for standard input, or one file that holds both versions{without}",
    )
    parser.add_argument("target", nargs="?", metavar="TARGET", help="the other version, or -")
    parser.add_argument(
        "--tmx", metavar="FILE", help="read both versions from one file: .tmx, .xliff, .po, .csv …"
    )
    parser.add_argument(
        "--chapter",
        type=_chapters,
        metavar="N[:M]",
        help="of two electronic books, read chapter N of both, or N of SOURCE and M of TARGET",
    )
    parser.add_argument(
        "--paste",
        action="store_true",
        help="take one side after the other from the clipboard, or from what is pasted into the terminal",
    )
    parser.add_argument(
        "--fetch",
        action="store_true",
        help="SOURCE and TARGET may be web addresses, whose pages are kept here",
    )


def settle_inputs(arguments: argparse.Namespace, parser: Parser) -> bool:
    """Makes the arguments name what is read, in `source` and `target`; whether they name anything."""
    if arguments.tmx is not None:
        if arguments.source is not None or arguments.paste:
            parser.error("--tmx names the file that holds both versions: name no other")
        arguments.source = arguments.tmx
    if arguments.paste and arguments.source is not None:
        parser.error("--paste asks for both texts: name no files")
    if arguments.fetch and not any(map(_is_address, (arguments.source, arguments.target))):
        parser.error("--fetch goes with web addresses: name one, or two")
    return arguments.paste or arguments.source is not None


def pair_of(source: str | None, target: str | None, arguments: argparse.Namespace) -> Pair:
    """The pair that the arguments name, in the languages that they give."""
    languages = {side: getattr(arguments, side) for side in ("source_language", "target_language")}
    if getattr(arguments, "paste", False):
        from tui.cli.pasting import pasted_texts

        return load_pair(STDIN, STDIN, pasted=pasted_texts(), **languages)
    if getattr(arguments, "fetch", False):
        folder = Path(getattr(arguments, "output", None) or ".").parent
        source, target = (_fetched(name, folder) if _is_address(name) else name for name in (source, target))
    elif address := next(filter(_is_address, (source, target)), None):
        raise AfronteError(f"{address}: nothing is fetched unless you ask for it: add --fetch")
    return load_pair(source or "", target, chapters=arguments.chapter, waiting=tell_waiting, **languages)


def _chapters(spelled: str) -> tuple[int, int]:
    first, _, second = spelled.partition(":")
    if not (first.isdecimal() and (second or first).isdecimal()):
        raise argparse.ArgumentTypeError(f"{spelled!r} is no chapter: give a number, or two as in 3:4")
    return int(first), int(second or first)


def _is_address(name: str | None) -> bool:
    return name is not None and name.lower().startswith(("http://", "https://"))


def _fetched(address: str | None, folder: Path) -> str:
    from tui.articles.fetching import fetch

    assert address is not None
    path = fetch(address, folder)
    say(f"note: {address} is kept in {path}")
    return str(path)
