"""`afronte check`: compares a pair, or many, and writes a report instead of opening the reader."""

import argparse
from pathlib import Path

from tui.articles import STDIN
from tui.cli.arguments import Parser, add_languages, add_manners
from tui.cli.batch.work import FOLLOWING, JSON_LINES
from tui.cli.config import configured
from tui.cli.gate import NEVER, fails
from tui.cli.inputs import add_inputs, pair_of, settle_inputs
from tui.cli.streams import erase_progress, hush, note, page, require_output, show_progress, write
from tui.comparison import SEVERITIES
from tui.errors import NotAllowedError
from tui.reports import format_of_file, report_formats

_EPILOG = """\
exit code:
  0  nothing at or above --fail-on was found
  1  something was; with --pairs also when a pair could not be checked (not with --fail-on never)
  2  the work could not be done: one line on standard error says why

PAIRS.tsv has the header `id source target`, separated by tabs; its paths are relative to it. Each pair
becomes one line of JSON, in the order of the file; a pair that cannot be checked is a line with `id` and
`error`. With --output, --resume or --reports the lines go into a file, and a summary to standard output. A
cluster's workers need this program and the files under the same paths.
"""


def run(argv: list[str]) -> int:
    """Checks what the arguments name and returns the exit code."""
    arguments = _parsed(argv)
    hush(arguments.quiet)
    if arguments.pairs is not None or arguments.folders is not None:
        from tui.cli.pairs import check_pairs

        return check_pairs(arguments)
    return _check_one(arguments)


def _check_one(arguments: argparse.Namespace) -> int:
    from tui.alignment import UNRELATED, hardly_correspond
    from tui.alignment.encoder import standard_encoder
    from tui.cache import Store
    from tui.cli.examine import examine, glossary, swap_note

    if arguments.words and not arguments.format.startswith("json"):
        note(f"note: --words goes into the json and jsonl formats, not into {arguments.format}")
        arguments.words = False
    require_output(needed=not arguments.output)
    glossary(arguments)  # a file that is none is told before the work
    pair = pair_of(arguments.source, arguments.target, arguments)
    if pair.swapped:
        note(f"note: {swap_note(pair)}")
    store = Store()

    def tell(done: str) -> None:
        show_progress(done)
        require_output(needed=not arguments.output)

    report = examine(pair, standard_encoder(store=store), arguments, tell, store)
    erase_progress()
    if hardly_correspond(report.source, report.target, report.alignment):
        note(f"warning: {UNRELATED}")
    form = report_formats()[arguments.format]
    if arguments.output:
        from tui.reports.saving import save

        inputs = tuple(path for path in (pair.source.path, pair.target.path) if path != STDIN)
        save(form.content(report), Path(arguments.output), inputs=inputs, replace=True)
    else:
        write(form.write(report, page(arguments.color)))
    return int(fails(report.summary, arguments.fail_on))


def parser() -> Parser:
    """What `afronte check` understands."""
    parser = Parser("afronte check", "Say where two versions of an article part.", _EPILOG)
    add_inputs(parser)
    parser.add_argument(
        "--format",
        choices=report_formats(),
        help="of the report (default: as the --output file ends, else text; with --pairs: jsonl)",
    )
    parser.add_argument("--output", metavar="FILE", help="write the report there instead of to the screen")
    parser.add_argument(
        "--fail-on",
        choices=[*SEVERITIES, NEVER],
        default=SEVERITIES[0],
        help="the least severity that makes the exit code 1 (default: %(default)s)",
    )
    parser.add_argument(
        "--sure",
        type=_probability,
        metavar="P",
        help="how likely a finding must be right to be critical, 0.4 to 1 (default: as configured, or 0.8); "
        "the steps to major and minor follow it",
    )
    parser.add_argument("--words", action="store_true", help="report every word with its difference")
    parser.add_argument(
        "--back-translate", action="store_true", help="translate the target back, with an installed model"
    )
    parser.add_argument(
        "--translator", metavar="COMMAND", help="translate back with a command, a sentence a line"
    )
    parser.add_argument(
        "--same", metavar="FILE", help="a glossary (a table of two columns, or TBX): what is not told apart"
    )
    add_languages(parser)
    add_manners(parser)
    many = parser.add_argument_group("many pairs")
    many.add_argument("--pairs", metavar="PAIRS.tsv", help="check the pairs of a list: see below")
    many.add_argument(
        "--only",
        nargs="*",
        metavar="FILE",
        help="of the list only the pairs of these files, as a pre-commit hook names those that changed",
    )
    many.add_argument(
        "--folders",
        nargs=2,
        metavar=("SOURCES", "TARGETS"),
        help="check the files of two folders, paired by name or else by content",
    )
    many.add_argument(
        "--jobs", type=_jobs, metavar="N", help="processes that check pairs at the same time (default: 1)"
    )
    many.add_argument(
        "--scheduler", metavar="ADDRESS", help="let a Dask cluster check them, such as tcp://10.0.0.5:8786"
    )
    many.add_argument(
        "--resume", metavar="OUT.jsonl", help="write there, and go on after what an earlier run has written"
    )
    many.add_argument(
        "--reports",
        metavar="FOLDER",
        help="also write a report a pair there, as --format says (default: html), and an index of all",
    )
    return parser


def _parsed(argv: list[str]) -> argparse.Namespace:
    asking = parser()
    arguments = asking.parse_args(argv)
    if arguments.translator is not None and not arguments.back_translate:
        asking.error("--translator goes with --back-translate")
    if arguments.sure is None:
        arguments.sure = configured().certainty
    if arguments.pairs is None and arguments.folders is None:
        _settle_one(arguments, asking)
    else:
        _settle_many(arguments, asking)
    return arguments


def _settle_one(arguments: argparse.Namespace, asking: Parser) -> None:
    if not settle_inputs(arguments, asking):
        asking.error("name two files, SOURCE and TARGET, or a list of pairs with --pairs")
    for name in ("only", "jobs", "scheduler", "resume", "reports"):
        if getattr(arguments, name) is not None:
            asking.error(f"--{name} goes with --pairs or --folders")
    named = format_of_file(arguments.output) if arguments.output else None
    arguments.format = arguments.format or (named.name if named else "text")


def _settle_many(arguments: argparse.Namespace, asking: Parser) -> None:
    if settle_inputs(arguments, asking) or (arguments.pairs and arguments.folders):
        asking.error("name two files, --pairs or --folders, and only one of these")
    if arguments.resume and arguments.output:
        asking.error("--resume names the output itself: leave --output away")
    if arguments.scheduler and arguments.jobs:
        asking.error("--jobs is for this computer: a cluster has as many as it has workers")
    if arguments.only is not None and arguments.pairs is None:
        asking.error("--only goes with --pairs")
    in_a_file = arguments.reports or arguments.resume or arguments.output
    arguments.line = JSON_LINES if in_a_file else arguments.format or JSON_LINES
    if not arguments.reports and arguments.format not in (None, JSON_LINES) and in_a_file:
        asking.error("the file of many pairs has one report a line: leave --format away")
    if arguments.line not in FOLLOWING:
        asking.error(
            f"many reports in a row are {', '.join(FOLLOWING)}: write each into a file with --reports"
        )
    if arguments.reports and arguments.format in (None, JSON_LINES):
        arguments.format = "html"
    arguments.jobs = arguments.jobs or 1


def _probability(text: str) -> float:
    from tui.config import settings

    kind = settings()["certainty"][0]
    try:
        return float(str(kind.from_word(text)))
    except NotAllowedError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not {error}") from error


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes from 1 to 256")
    return int(text)
