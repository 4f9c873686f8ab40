"""`afronte models`: the shelf of translation models, and how they get on it and off it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.arguments import Parser
from tui.cli.streams import asked, erase_progress, say, show_progress, write
from tui.errors import AfronteError
from tui.printable import printable

if TYPE_CHECKING:
    from tui.translation import Card, Model, Pace, Shelf, Step

_EPILOG = """\
Models are those of Argos Translate and shared with it; a language is a code (it) or a name (Italian).
Only `install` of a pair and `list --available` open a connection, to the index of Argos Translate or the
one named in ARGOS_PACKAGE_INDEX. A FILE.argosmodel carried by hand needs none.

exit code: 0 done, 1 `verify` found a model that does not work, 2 the work could not be done
"""


def run(argv: list[str]) -> int:
    """Does what the arguments say and returns the exit code."""
    from tui.translation import Shelf

    arguments = parser().parse_args(argv)
    shelf = Shelf()
    match arguments.action:
        case "list":
            _list(shelf, available=arguments.available)
        case "install":
            _install(shelf, arguments.what)
        case "remove":
            _remove(shelf, arguments.source, arguments.target)
        case "verify":
            return _verify(shelf)
        case _:
            write(f"{shelf.folder}\n")
    return 0


def parser() -> Parser:
    """What `afronte models` understands."""
    parser = Parser("afronte models", "Keep the translation models.", _EPILOG)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = _action(actions, "list", "say which models are installed")
    listing.add_argument(
        "--available", action="store_true", help="ask the index, over the network, what can be installed too"
    )
    install = _action(actions, "install", "download the model of a pair, or take it from a file")
    install.add_argument("what", nargs="+", metavar="FROM TO | FILE.argosmodel")
    remove = _action(actions, "remove", "take the model of a pair off the shelf")
    remove.add_argument("source", metavar="FROM")
    remove.add_argument("target", metavar="TO")
    _action(actions, "verify", "load every model and let it translate a sentence")
    _action(actions, "where", "say in which folder they are")
    return parser


def _action(actions: argparse._SubParsersAction[Parser], name: str, description: str) -> Parser:
    return actions.add_parser(name, prog=f"afronte models {name}", description=description, help=description)


def _list(shelf: Shelf, *, available: bool) -> None:
    from tui.translation import offers

    models, strays = asked(str(shelf.folder), shelf.contents)
    for stray in strays:
        say(f"note: {stray.folder} is passed over: {stray.problem}")
    if models:
        write(_table([(model.card, _megabytes(model.size)) for model in models]))
    else:
        say("note: no model is installed; `afronte models install it en` downloads one")
    if available:
        have = {model.card for model in models}
        rows = [(o.card, _megabytes(o.size) if o.size else "") for o in offers() if o.card not in have]
        write(f"\navailable:\n{_table(rows)}")


def _install(shelf: Shelf, what: list[str]) -> None:
    from tui.translation import Pace, find_offer, install_file, install_offer, offers, parse_language

    pace = Pace()
    if len(what) == 1:
        asked(what[0], Path(what[0]).exists)
        model = install_file(Path(what[0]), shelf, lambda step: _tell(step, pace))
    elif len(what) == 2:
        source, target = map(parse_language, what)
        show_progress("asking the index")
        offer = find_offer(source, target, offers())
        say(f"note: {offer.assurance}")
        model = install_offer(offer, shelf, lambda step: _tell(step, pace))
    else:
        raise AfronteError("name two languages, as in `afronte models install it en`, or one file")
    erase_progress()
    write(f"installed {_described(model)}\n")


def _remove(shelf: Shelf, source: str, target: str) -> None:
    from tui.translation import parse_language

    models = shelf.find(parse_language(source), parse_language(target))
    if not models:
        raise AfronteError(f"no model {source}→{target} is installed; `afronte models list` says which are")
    for model in models:
        shelf.remove(model)
        write(f"removed {_described(model)}\n")


def _verify(shelf: Shelf) -> int:
    from tui.translation import verify

    models, strays = asked(str(shelf.folder), shelf.contents)
    wrong = len(strays)
    for stray in strays:
        say(f"{stray.folder}: {stray.problem}")
    for model in models:
        try:
            verify(model)
        except AfronteError as error:
            wrong += 1
            say(str(error))
        else:
            write(f"works: {_described(model)}\n")
    return int(bool(wrong))


def _tell(step: Step, pace: Pace) -> None:
    """The progress of an installation in one line of the terminal; what is left out in one that stays."""
    if step.left_out:
        say(f"note: left out, since no model needs it: {', '.join(step.left_out)}")
    if step.stage != "download":
        show_progress(
            {"waiting": "waiting for another installation", "unpack": "unpacking"}.get(
                step.stage, "trying it"
            )
        )
        return
    pace.reach(step.done)
    said = f"downloading {_megabytes(step.done)}"
    if step.total:
        said += f" of {_megabytes(step.total)}"
    if pace.speed:
        said += f", {_megabytes(pace.speed)}/s"
    left = pace.left(step.total)
    if left is not None:
        said += f", {int(left) // 60}:{int(left) % 60:02} left"
    show_progress(said)


def _table(rows: list[tuple[Card, str]]) -> str:
    pairs = [(card.pair, _languages(card)) for card, _ in rows]
    widths = [max((len(cells[column]) for cells in pairs), default=0) for column in (0, 1)]
    return "".join(
        f"{pair:<{widths[0]}}  {names:<{widths[1]}}  {printable(card.version):<5}  {size:>8}".rstrip() + "\n"
        for (pair, names), (card, size) in zip(pairs, rows, strict=True)
    )


def _described(model: Model) -> str:
    card = model.card
    return f"{card.pair} {printable(card.version)} ({_languages(card)}, {_megabytes(model.size)})"


def _languages(card: Card) -> str:
    from tui.translation import language_name

    return f"{language_name(card.source)} → {language_name(card.target)}"


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.1f} MB"
