"""The one numbering: paragraphs, counted from 1 on each side, `S12` in the source and `T14` in the target."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.articles import SIDES, Side
from tui.comparison import Finding
from tui.reader.page.edition import Edition

LETTERS: dict[Side, str] = {"source": "S", "target": "T"}
_WRITTEN = re.compile(r"([ST]?)\s*(\d+)", re.IGNORECASE)


def named(side: Side, paragraphs: range) -> str:
    """One paragraph or several in a row: `S12`, `T14–16`; nothing for none."""
    if not paragraphs:
        return ""
    first, last = paragraphs[0] + 1, paragraphs[-1] + 1
    return f"{LETTERS[side]}{first}" if first == last else f"{LETTERS[side]}{first}–{last}"


def of_row(edition: Edition, row: int) -> str:
    """The paragraphs of a row, on each side that has some: `S12 T14`."""
    return " ".join(name for side in SIDES if (name := named(side, edition.paragraphs(row, side))))


def of_finding(edition: Edition, finding: Finding, side: Side) -> str:
    """The paragraph in which one side of a finding begins; nothing where it says nothing."""
    starts = (edition.paragraph_at(side, span.start) for span in finding.side(side)[:1])
    return "".join(named(side, range(paragraph, paragraph + 1)) for paragraph in starts)


def read(written: str, side: Side) -> tuple[Side, int] | None:
    """What `s12`, `T 14` or, on the side one is on, `12` means: the side and the index of a paragraph, which
    there may not be.
    """
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        return None
    there: Side = {"S": "source", "T": "target"}.get(match[1].upper(), side)  # type: ignore[assignment]
    return there, int(match[2]) - 1


def of_sentences(edition: Edition, side: Side, sentences: Sequence[int]) -> str:
    """The paragraphs in which sentences stand."""
    if not sentences:
        return ""
    article = edition.article(side)
    paragraphs = [article.sentences[sentence].paragraph for sentence in sentences]
    return named(side, range(min(paragraphs), max(paragraphs) + 1))
