"""What every text of the reader is put together with: pieces, their widths, and what is said often."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from rich.cells import cell_len, set_cell_size

from tui.articles import Article, Side
from tui.comparison import Finding, Severity
from tui.desk import Verdict
from tui.languages import language_name
from tui.reader.page.drawing import Piece
from tui.reader.page.edition import Edition
from tui.reader.page.wrapping import line_bounds, visible, wrap_any

Wording = Callable[[str], str]
"""Puts the key of an action in place of its id in braces: `{finding.next} goes to the next one`."""
Pieces = tuple[Piece, ...]


class Ends(Struct, frozen=True):
    """One line: what stands at its left and at its right end."""

    left: Pieces
    right: Pieces = ()


def width_of(pieces: Pieces) -> int:
    """The cells that pieces take."""
    return sum(cell_len(text) for text, _ in pieces)


def fitted(ends: Ends, width: int) -> Pieces:
    """Both ends of a line of `width` cells; where they do not fit, the left one is cut with an ellipsis."""
    room = width - width_of(ends.right)
    return (*clipped(ends.left, room), *ends.right)


def clipped(pieces: Pieces, room: int) -> Pieces:
    """The pieces in exactly `room` cells, cut with an ellipsis or filled with blanks."""
    out: list[Piece] = []
    used = 0
    for text, names in pieces:
        size = cell_len(text)
        if used + size > room:
            if room > used:
                out.append((set_cell_size(text, room - used - 1) + "…", names))
            return tuple(out)
        out.append((text, names))
        used += size
    return (*out, (" " * max(0, room - used), ()))


def piece_at(pieces: Pieces, x: int) -> Piece | None:
    """The piece that covers a cell."""
    for text, names in pieces:
        x -= cell_len(text)
        if x < 0:
            return text, names
    return None


def shortened(text: str, room: int) -> str:
    """The text in at most `room` cells, cut with an ellipsis."""
    return text if cell_len(text) <= room else set_cell_size(text, max(0, room - 1)) + "…"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells."""
    starts = wrap_any(text, 0, len(text), max(1, width))
    bounds = (line_bounds(text, starts, number, len(text)) for number in range(len(starts)))
    return [text[start:end] for start, end in bounds]


def language(article: Article) -> str:
    """The name of an article's language."""
    return language_name(article.language)


def quotation(edition: Edition, finding: Finding, side: Side) -> str:
    """What one side of a finding says, on one line; a dash where it says nothing."""
    written = " … ".join(span.within(edition.article(side).text) for span in finding.side(side))
    return visible(" ".join(written.split())) or "—"


def in_words(name: str) -> str:
    """A kind or another name as it is read: `false friend`."""
    return name.replace("-", " ")


def counted(number: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def as_written(text: str) -> str:
    """What others have written, to stand in a message: a word in braces there is no id of an action."""
    return text.replace("{", "{{")


def stopped(words: str) -> str:
    """The words with a full stop, unless they end in a stop already, be it within quotation marks."""
    return words if words.rstrip("”»")[-1:] in (*".!?…",) else f"{words}."


SHORTLY: dict[Severity, str] = {"critical": "crit", "major": "maj", "minor": "min"}
"""Severities where there is little room."""
VERDICT_WORDS: dict[Verdict, str] = {
    "open": "open",
    "confirmed": "confirmed ✓",
    "dismissed": "dismissed ×",
    "intended": "intended ≈",
}
