"""`afronte check --pairs` and `--folders`: many pairs, one JSON line each."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from tui.articles import Article, load
from tui.cli.batch.listing import Row, read_rows
from tui.cli.batch.output import Done, Output
from tui.cli.batch.progress import Pace
from tui.cli.batch.work import Outcome, check, lost, page_name, prepare
from tui.cli.examine import glossary
from tui.cli.gate import exit_code
from tui.cli.streams import asked, erase_progress, is_terminal, note, say, show_progress, write
from tui.cli.workers import in_order
from tui.errors import AfronteError
from tui.languages import canonical_language


def check_pairs(arguments: argparse.Namespace) -> int:
    """Writes a line a pair and returns the exit code."""
    for spelling in filter(None, (arguments.source_language, arguments.target_language)):
        canonical_language(spelling)  # what is wrong for every pair is said once
    glossary(arguments)
    rows = _rows(arguments)
    if not rows:
        return 0
    output = _output(arguments)
    known = output.resume(rows)
    pace = Pace(len(rows), len(known))
    pace.failed = sum(one.summary is None for one in known)
    outcomes = _outcomes(arguments, rows[len(known) :])
    try:
        for row, outcome in zip(rows[len(known) :], outcomes, strict=True):
            output.write(outcome.line)
            if outcome.note:
                note(f"note: pair {row.id}: {outcome.note}")
            known.append(Done(row.id, outcome.summary, outcome.error))
            pace.failed += outcome.summary is None
            if output.path or not is_terminal(sys.stdout):
                show_progress(pace.line(len(known)))
    except KeyboardInterrupt:
        if output.path:
            say(f"stopped after {len(known)} of {len(rows)} pairs: --resume {output.path} goes on from there")
        raise
    finally:
        outcomes.close()
        erase_progress()
        output.close()
        _index(arguments, rows, known)
    _conclude(output, known, len(rows), quiet=arguments.quiet)
    return exit_code([one.summary for one in known], arguments.fail_on)


def _rows(arguments: argparse.Namespace) -> list[Row]:
    if arguments.folders is None:
        rows = asked(arguments.pairs, partial(read_rows, arguments.pairs))
        if arguments.only is None:
            return rows
        wanted = {Path(name).absolute() for name in arguments.only}
        return [row for row in rows if wanted & {Path(row.source).absolute(), Path(row.target).absolute()}]
    from tui.alignment.encoder import standard_encoder
    from tui.cli.batch.folders import rows_of_folders

    def article(path: str, is_source: bool) -> Article:
        language = arguments.source_language if is_source else arguments.target_language
        return load(path, language=language, fallback="en" if is_source else "it")

    sources, targets = arguments.folders
    return asked(
        f"{sources} and {targets}", lambda: rows_of_folders(sources, targets, article, standard_encoder)
    )


def _outcomes(arguments: argparse.Namespace, rows: Sequence[Row]) -> Generator[Outcome, None, None]:
    gone = partial(lost, arguments.line)
    if arguments.scheduler is None:
        return in_order(partial(prepare, arguments), rows, min(arguments.jobs, len(rows)), gone)
    from tui.cli.batch.cluster import on_cluster

    if arguments.reports:
        arguments.reports = str(Path(arguments.reports).absolute())
    if arguments.same:
        arguments.same = str(Path(arguments.same).absolute())
    there = [
        replace(row, source=str(Path(row.source).absolute()), target=str(Path(row.target).absolute()))
        for row in rows
    ]
    return on_cluster(arguments.scheduler, partial(check, arguments), there, gone)


def _output(arguments: argparse.Namespace) -> Output:
    if arguments.reports:
        try:
            Path(arguments.reports).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise AfronteError(f"{arguments.reports}: {error.strerror}: name a folder for reports") from error
    if arguments.resume:
        return Output(Path(arguments.resume))
    if not (arguments.output or arguments.reports):
        return Output()
    path = Path(arguments.output or Path(arguments.reports, "reports.jsonl"))
    if os.path.lexists(path):
        raise AfronteError(f"{path} is there already: --resume {path} goes on with it; or name another file")
    return Output(path)


def _index(arguments: argparse.Namespace, rows: Sequence[Row], known: Sequence[Done]) -> None:
    """One page that leads to the reports of all pairs, also of those that an earlier run has checked."""
    if not arguments.reports:
        return
    from tui.reports import report_formats
    from tui.reports.index import Entry, index_page
    from tui.reports.saving import save

    suffix = report_formats()[arguments.format].suffix
    entries = [
        Entry(one.id, row.source, row.target, page_name(one.id, suffix), one.summary, one.error)
        for row, one in zip(rows, known, strict=False)
    ]
    save(index_page(entries, len(rows)).encode(), Path(arguments.reports, "index.html"), replace=True)


def _conclude(output: Output, known: Sequence[Done], total: int, *, quiet: bool) -> None:
    from tui.reports.index import summary_table

    failed = sum(one.summary is None for one in known)
    if failed:
        say(f"{failed} of {total} pairs could not be checked: see `error` in their lines")
    if output.path and not quiet:
        write(summary_table([one.summary for one in known]))
    elif is_terminal(sys.stderr) and not quiet:
        sys.stderr.write(summary_table([one.summary for one in known]))
