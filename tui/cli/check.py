"""`afronte check`: compares a pair, or many, and writes a report instead of opening the reader."""

import argparse
from collections.abc import Mapping

from tui.cli.arguments import Parser, add_languages, pair_of
from tui.cli.streams import erase_progress, page, say, show_progress, write
from tui.comparison import SEVERITIES, Severity
from tui.reports import report_formats

NEVER = "never"

_EPILOG = """\
exit code:
  0  nothing at or above --fail-on was found
  1  something was; with --pairs also when a pair could not be checked (not with --fail-on never)
  2  the work could not be done: one line on standard error says why

PAIRS.tsv has the header `id source target`, separated by tabs; its paths are relative to it. Each pair
becomes one line of JSON, in the order of the file; a pair that cannot be checked is a line with `id` and
`error`.
"""


def run(argv: list[str]) -> int:
    """Checks what the arguments name and returns the exit code."""
    arguments = _parsed(argv)
    if arguments.pairs is not None:
        from tui.cli.pairs import check_pairs

        return check_pairs(arguments)
    return _check_one(arguments)


def fails(summary: Mapping[str, int], fail_on: str) -> bool:
    """Whether a report with this summary holds a finding at or above the severity `fail_on` (or `never`)."""
    if fail_on == NEVER:
        return False
    return any(summary[severity] for severity in SEVERITIES[: SEVERITIES.index(_severity(fail_on)) + 1])


def _severity(name: str) -> Severity:
    return next(severity for severity in SEVERITIES if severity == name)


def _check_one(arguments: argparse.Namespace) -> int:
    from tui.alignment import UNRELATED, hardly_correspond
    from tui.alignment.encoder import UseEncoder
    from tui.cli.examine import examine, swap_note

    if arguments.words and not arguments.format.startswith("json"):
        say(f"note: --words goes into the json and jsonl formats, not into {arguments.format}")
        arguments.words = False
    pair = pair_of(arguments.source, arguments.target, arguments)
    if pair.swapped:
        say(f"note: {swap_note(pair)}")
    report = examine(pair, UseEncoder(), arguments, show_progress)
    erase_progress()
    if hardly_correspond(report.source, report.target, report.alignment):
        say(f"warning: {UNRELATED}")
    write(report_formats()[arguments.format].write(report, page()))
    return int(fails(report.summary, arguments.fail_on))


def _parsed(argv: list[str]) -> argparse.Namespace:
    parser = Parser("afronte check", "Say where two versions of an article part.", _EPILOG)
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="the original, or - for standard input")
    parser.add_argument("target", nargs="?", metavar="TARGET", help="the other version, or -")
    parser.add_argument(
        "--format", choices=report_formats(), help="of the report (default: text; with --pairs: jsonl)"
    )
    parser.add_argument(
        "--fail-on",
        choices=[*SEVERITIES, NEVER],
        default=SEVERITIES[0],
        help="the least severity that makes the exit code 1 (default: %(default)s)",
    )
    parser.add_argument("--words", action="store_true", help="report every word with its difference")
    parser.add_argument(
        "--back-translate", action="store_true", help="translate the target back, with an installed model"
    )
    parser.add_argument(
        "--translator", metavar="COMMAND", help="translate back with a command, a sentence a line"
    )
    parser.add_argument("--pairs", metavar="PAIRS.tsv", help="check many pairs: see below")
    parser.add_argument(
        "--jobs", type=_jobs, metavar="N", help="processes that check pairs at the same time (default: 1)"
    )
    add_languages(parser)
    arguments = parser.parse_args(argv)
    if arguments.translator is not None and not arguments.back_translate:
        parser.error("--translator goes with --back-translate")
    if arguments.pairs is None:
        if arguments.target is None:
            parser.error("name two files, SOURCE and TARGET, or a list of pairs with --pairs")
        if arguments.jobs is not None:
            parser.error("--jobs goes with --pairs")
        arguments.format = arguments.format or "text"
    else:
        if arguments.source is not None:
            parser.error("name two files or --pairs, not both")
        if arguments.format not in (None, "jsonl"):
            parser.error(f"--pairs writes one report a line: --format jsonl, not {arguments.format}")
        arguments.jobs = arguments.jobs or 1
    return arguments


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes from 1 to 256")
    return int(text)
