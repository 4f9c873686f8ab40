"""What is done with one pair of many, in whatever process does it: a line of the output comes back."""

from __future__ import annotations

import argparse
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.batch.listing import Row
from tui.cli.inputs import pair_of
from tui.cli.streams import unforeseen
from tui.errors import AfronteError
from tui.log import LOG, is_debugging
from tui.printable import printable_lines
from tui.reports.formats.jsonl import failure_line, pair_line

if TYPE_CHECKING:
    from tui.alignment import Encoder
    from tui.cache import Store
    from tui.reports import Report

JSON_LINES = "jsonl"
FOLLOWING = (JSON_LINES, "text", "github")
"""The formats in which one report can follow another in the same output."""

_alone = threading.Lock()
"""The encoder is for one thread at a time, and a cluster's process may have several."""


class Outcome(Struct, frozen=True):
    """What became of one pair."""

    line: str
    """For the output: a report or why there is none."""
    summary: Mapping[str, int] | None
    """Of its report, if it has one."""
    note: str = ""
    """What looks wrong about the pair."""
    error: str = ""
    """Why there is no report, if there is none."""


def prepare(arguments: argparse.Namespace) -> Callable[[Row], Outcome]:
    """Readies a process of its own: one encoder, and one thread, since its siblings have the other cores."""
    for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM", "BLIS"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    return partial(check, arguments)


def check(arguments: argparse.Namespace, row: Row) -> Outcome:
    """Checks one pair; whatever goes wrong with it is its outcome."""
    from tui.cli.examine import examine, swap_note

    if row.fault:
        return _failed(row, row.fault, arguments.line)
    try:
        with _alone:
            pair = pair_of(row.source, row.target, arguments)
            report = examine(pair, _encoder(), arguments, store=_store())
            if arguments.reports:
                from tui.reports import report_formats
                from tui.reports.saving import save

                form = report_formats()[arguments.format]
                save(
                    form.content(report),
                    Path(arguments.reports, page_name(row.id, form.suffix)),
                    replace=True,
                )
        return Outcome(
            _told(row, report, arguments.line), report.summary, swap_note(pair) if pair.swapped else ""
        )
    except AfronteError as error:
        return _failed(row, str(error), arguments.line)
    except Exception as error:  # the other pairs are worth more than a trace of this one
        LOG.exception("pair %s", row.id)
        if is_debugging():
            sys.stderr.write(printable_lines(traceback.format_exc()))
        return _failed(row, unforeseen(error), arguments.line)


def lost(line: str, row: Row) -> Outcome:
    """The outcome of a pair whose process ended early; `line`: the format of the output."""
    reason = (
        f"the process that checked {row.source} against {row.target} ended early; is there memory enough?"
    )
    return _failed(row, reason, line)


def _told(row: Row, report: Report, line: str) -> str:
    from tui.reports import Page, report_formats

    if line == JSON_LINES:
        return pair_line(row.id, report)
    written = report_formats()[line].write(report, Page())
    assert isinstance(written, str)
    return written


def _failed(row: Row, error: str, line: str) -> Outcome:
    told = failure_line(row.id, error) if line == JSON_LINES else f"{row.id}: {error}\n"
    return Outcome(told, None, error=error)


def page_name(identity: str, suffix: str) -> str:
    """The name of a pair's own report: its id, with a digest where that is no name for a file."""
    plain = re.sub(r"[^\w.-]+", "-", identity).strip(".-")[:100]
    if plain != identity:
        from hashlib import blake2b

        digest = blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        plain = f"{plain}-{digest}"
    return f"{plain}{suffix}"


@cache
def _encoder() -> Encoder:
    """One for all pairs that this process checks."""
    from tui.alignment.encoder import standard_encoder

    return standard_encoder(threads=1, store=_store())


@cache
def _store() -> Store:
    from tui.cache import Store

    return Store()
