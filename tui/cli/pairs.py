"""`afronte check --pairs`: many pairs, one JSON line each."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.arguments import pair_of
from tui.cli.check import NEVER, fails
from tui.cli.streams import erase_progress, is_terminal, say, show_progress, unforeseen, write
from tui.cli.workers import in_order
from tui.errors import AfronteError
from tui.languages import canonical_language
from tui.reports.formats.jsonl import failure_line, pair_line

if TYPE_CHECKING:
    from tui.alignment import Encoder

_COLUMNS = ("id", "source", "target")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list of pairs."""

    id: str
    source: str
    target: str
    fault: str = ""
    """Why the row names no pair, if it does not."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one pair."""

    line: str
    """For the output: a report or why there is none."""
    summary: Mapping[str, int] | None
    """Of its report, if it has one."""
    note: str = ""
    """What looks wrong about the pair."""


def check_pairs(arguments: argparse.Namespace) -> int:
    """Writes a line a pair and returns the exit code."""
    for spelling in filter(None, (arguments.source_language, arguments.target_language)):
        canonical_language(spelling)  # what is wrong for every pair is said once
    rows = read_rows(arguments.pairs)
    outcomes = in_order(partial(_prepare, arguments), rows, min(arguments.jobs, len(rows)), _lost)
    summaries: list[Mapping[str, int] | None] = []
    try:
        for row, outcome in zip(rows, outcomes, strict=True):
            write(outcome.line)
            if outcome.note:
                say(f"note: pair {row.id}: {outcome.note}")
            summaries.append(outcome.summary)
            if not is_terminal(sys.stdout):
                show_progress(f"{len(summaries)} of {len(rows)} pairs")
    finally:
        outcomes.close()
        erase_progress()
    if failed := summaries.count(None):
        say(f"{failed} of {len(rows)} pairs could not be checked: see `error` in their lines")
    return exit_code(summaries, arguments.fail_on)


def exit_code(summaries: Sequence[Mapping[str, int] | None], fail_on: str) -> int:
    """The exit code for pairs with these summaries; None stands for a pair that could not be checked.

    Such a pair did not pass; the work counts as undone only where that is true of all.
    """
    checked = [summary for summary in summaries if summary is not None]
    if not checked:
        return 2
    if fail_on == NEVER:
        return 0
    return int(len(checked) < len(summaries) or any(fails(summary, fail_on) for summary in checked))


def read_rows(path: str) -> list[Row]:
    """The rows of a list of pairs, their paths made relative to where the command runs.

    A row that lacks a field is kept, with its `fault`. Raises AfronteError when the list cannot be used.
    """
    folder = Path(path).parent
    lines = [(n, line.split("\t")) for n, line in enumerate(_lines(path), 1) if line.strip()]
    header = [field.strip() for field in lines[0][1]] if lines else []
    if not set(_COLUMNS) <= set(header):
        raise AfronteError(
            f"{path}: the first line must name the columns id, source and target, separated by tabs"
        )
    if len(lines) == 1:
        raise AfronteError(f"{path}: lists no pairs; give each a line with its id, source and target")
    rows = []
    for number, fields in lines[1:]:
        cells = dict(zip(header, (field.strip() for field in fields), strict=False))
        identity, source, target = (cells.get(column, "") for column in _COLUMNS)
        fault = "" if source and target else f"{path}: line {number} does not name both a source and a target"
        rows.append(Row(identity or f"line {number}", str(folder / source), str(folder / target), fault))
    return rows


def _lines(path: str) -> Sequence[str]:
    try:
        return Path(path).read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise AfronteError(f"{path}: {error.strerror}; name a tab-separated list of pairs") from error
    except UnicodeDecodeError as error:
        raise AfronteError(f"{path}: is not UTF-8 text; save the list of pairs as UTF-8") from error


def _prepare(arguments: argparse.Namespace) -> Callable[[Row], Outcome]:
    """Readies a process of its own: one encoder, and one thread, since its siblings have the other cores."""
    for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM", "BLIS"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    from tui.alignment.encoder import UseEncoder

    return partial(_check, UseEncoder(threads=1), arguments)


def _check(encoder: Encoder, arguments: argparse.Namespace, row: Row) -> Outcome:
    from tui.cli.examine import examine, swap_note

    if row.fault:
        return Outcome(failure_line(row.id, row.fault), None)
    try:
        pair = pair_of(row.source, row.target, arguments)
        report = examine(pair, encoder, arguments)
        return Outcome(pair_line(row.id, report), report.summary, swap_note(pair) if pair.swapped else "")
    except AfronteError as error:
        return Outcome(failure_line(row.id, str(error)), None)
    except Exception as error:  # the other pairs are worth more than a trace of this one
        if os.environ.get("AFRONTE_DEBUG"):
            traceback.print_exc()
        return Outcome(failure_line(row.id, unforeseen(error)), None)


def _lost(row: Row) -> Outcome:
    reason = (
        f"the process that checked {row.source} against {row.target} ended early; is there memory enough?"
    )
    return Outcome(failure_line(row.id, reason), None)
