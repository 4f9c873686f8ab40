"""What a report is about and what it was made with: enough to make it again; never the date of the run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from tui.articles import SIDES, Article, Side, title
from tui.articles.formats.registry import MANY_BYTES
from tui.cache import kept_version
from tui.reports.model import Origin, Report
from tui.reports.wording import heading, tally
from tui.untrusted import is_file, open_regular

NOTICE = "The absence of a mark is not a verification."
"""Stands in every report: what no rule has found may still be wrong."""


class Heading(Struct, frozen=True):
    """What a report says of one of its articles."""

    title: str
    origin: Origin | None
    paragraphs: int
    sentences: int
    coverage: float
    """The share of its characters, 0 to 1, that has a counterpart on the other side."""


def heading_of(side: Side, report: Report) -> Heading:
    """What is to be said of the article of one side."""
    article = report.article(side)
    return Heading(
        title(article),
        report.origins.get(side),
        len(article.paragraphs),
        len(article.sentences),
        _coverage(side, report),
    )


@cache
def tool() -> str:
    """The name and version of this program."""
    return f"afronte {kept_version('afronte')}"


def origins_of(source: Article, target: Article) -> dict[Side, Origin]:
    """The files of two articles as they are now; one that is in no file, or gone by now, is left out."""
    found = {side: _origin(article.path) for side, article in zip(SIDES, (source, target), strict=True)}
    return {side: origin for side, origin in found.items() if origin is not None}


def preamble(report: Report) -> Iterator[str]:
    """The whole header in sentences, for a format that says none of it elsewhere."""
    yield f"{heading(report)}."
    yield from tally(report)
    yield from colophon(report)


def colophon(report: Report) -> Iterator[str]:
    """The header in sentences: files, what the report was made with, how much of each text it covers."""
    for side in SIDES:
        about = heading_of(side, report)
        known = [f"“{about.title}”", f"{about.sentences} sentences in {about.paragraphs} paragraphs"]
        if about.origin:
            known += [f"file of {about.origin.modified}", f"SHA-256 {about.origin.sha256}"]
        yield f"{side.capitalize()}: {', '.join(known)}."
    shares = " and ".join(f"{heading_of(side, report).coverage:.0%} of the {side}" for side in SIDES)
    yield f"Coverage: {shares} have a counterpart."
    made = ", ".join(filter(None, (tool(), report.encoder, report.translator)))
    asked = ", ".join(f"{name} {value}" for name, value in report.settings.items() if value is not None)
    yield f"Made by {made}{f'; settings: {asked}' if asked else ''}."
    if report.incomplete:
        yield f"Incomplete: the findings of {', '.join(report.incomplete)} are missing, since that failed."
    yield from silenced(report)
    yield NOTICE


def silenced(report: Report) -> tuple[str, ...]:
    """How many findings are silenced, and by whom; nothing where none is."""
    if not report.silenced:
        return ()
    findings = "1 finding" if len(report.silenced) == 1 else f"{len(report.silenced)} findings"
    return (f"Silenced: {findings} by {report.settings.get('same') or 'you'}, as the same on both sides.",)


def _coverage(side: Side, report: Report) -> float:
    lengths = [sentence.end - sentence.start for sentence in report.article(side).sentences]
    linked = sum(
        lengths[index]
        for bead in report.alignment.beads
        if bead.source and bead.target
        for index in bead.side(side)
    )
    return linked / max(1, sum(lengths))


def _origin(path: str) -> Origin | None:
    if not is_file(path or "\0"):  # standard input, or a pipe, which is read by now
        return None
    try:
        with open_regular(path) as file:
            if os.fstat(file.fileno()).st_size > MANY_BYTES:  # no article: a report names any file it likes
                return None
            digest = sha256(file.read(MANY_BYTES)).hexdigest()
        modified = datetime.fromtimestamp(int(Path(path).stat().st_mtime), UTC)
    except (OSError, ValueError):
        return None
    return Origin(digest, f"{modified:%Y-%m-%dT%H:%M:%SZ}")
