"""The work behind the page: alignment, then comparison, in a thread that only sends messages.

Numpy and the encoder are imported here and never before the first frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from tui.alignment import Alignment, Encoder, Row, align, rows
from tui.articles import AfronteError, Article
from tui.comparison import Finding, compare

Send = Callable[[Message], object]


class Stopped(Exception):  # noqa: N818
    """The work is no longer wanted."""


@dataclass
class Progressed(Message):
    """More of the alignment is done."""

    source: Article
    share: float
    """0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest progress is worth drawing."""
        return isinstance(message, Progressed)


@dataclass
class Aligned(Message):
    """The alignment is there."""

    source: Article
    alignment: Alignment
    rows: tuple[Row, ...]


@dataclass
class Compared(Message):
    """The findings are there."""

    source: Article
    findings: tuple[Finding, ...]


@dataclass
class Failed(Message):
    """The work came to an end that was not meant."""

    source: Article
    reason: str


def study(
    source: Article,
    target: Article,
    make_encoder: Callable[[], Encoder],
    send: Send,
    stopped: Callable[[], bool],
) -> None:
    """Aligns and compares two articles, and tells by messages how far it is and what came out.

    Every message names the source it is about, so that what comes late, after the sides were swapped, can
    be told apart.
    """

    def progress(share: float) -> None:
        if stopped():
            raise Stopped
        send(Progressed(source, share))

    try:
        encoder = make_encoder()
        alignment = align(source, target, encoder, progress)
        send(Aligned(source, alignment, rows(source, target, alignment)))
        progress(1.0)
        send(Compared(source, compare(source, target, alignment, encoder)))
    except Stopped:
        return
    except AfronteError as error:
        send(Failed(source, str(error)))
    except Exception as error:  # the texts stay readable whatever happens here
        send(
            Failed(
                source, f"The comparison failed ({type(error).__name__}: {error}); the texts stay as they are"
            )
        )
