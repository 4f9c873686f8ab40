"""The work behind the page: alignment, then comparison, in a thread that only sends messages.

Numpy and the encoder are imported here and never before the first frame.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from tui.alignment import (
    Aligner,
    Alignment,
    Correction,
    Encoder,
    PairVectors,
    Row,
    encode,
    key_of,
    recalled,
    remember,
    rows,
    sentences_of,
    sides_of,
    standard_encoder,
)
from tui.articles import Article, Side
from tui.cache import Store
from tui.comparison import Comparison, compare
from tui.errors import AfronteError
from tui.log import LOG
from tui.reader.memory import given_back
from tui.reader.outward import Filling, Listener, Outlook, settle_outward

if TYPE_CHECKING:
    from tui.alignment.model import Floats

Result = PairVectors | Alignment | Comparison
Study = Callable[[Article, Article, Sequence[Correction], Listener], Iterator[Result]]
"""Finds out how two articles correspond under corrections: yields their alignment, then their findings, and
before or behind these their vectors, if it has some. What it knows before these are complete it tells the
listener."""


_EDITED = 0.9
"""The share of sentences studied before in a pair that is the last one, edited: all of it is aligned sooner
than some of it would be settled first.
"""
_STALE = 0.5
"""Seconds after which what waits for its turn looks whether it is still wanted."""


class PairStudy:
    """Aligns two articles and compares them; asked again about the same two, or about these edited, it does
    anew what an edit changes.
    """

    def __init__(self, encoder: Encoder | None = None, store: Store | None = None) -> None:
        """`encoder`: the embedded one when not given. `store`: keeps what is found for the next time."""
        self._encoder = encoder or standard_encoder(store=store)
        self._store = store
        self._align = Aligner()
        self._encoded: tuple[Article, Article, PairVectors] | None = None

    def __call__(
        self, source: Article, target: Article, corrections: Sequence[Correction], listener: Listener
    ) -> Iterator[Result]:
        """A study, as above."""
        pair = source, target
        key = key_of(sides_of(*pair), corrections, self._encoder.name) if self._store else b""
        kept = recalled(self._store, key) if self._store else None
        if kept:
            yield kept
            yield self._compared(*pair, kept, listener)
        if self._encoded is None or self._encoded[0] is not source or self._encoded[1] is not target:
            known = self._known()
            texts = [text for article in pair for text in sentences_of(article)]
            is_edited = sum(text in known for text in texts) >= _EDITED * len(texts)
            if not (kept or corrections or is_edited):
                settle_outward(source, target, self._encoder, listener, self._store)
            vectors = encode(*pair, self._encoder, None if kept else listener, known)
            self._encoded = source, target, vectors
        vectors = self._encoded[2]
        yield vectors
        if not kept:
            alignment = self._align(vectors, corrections)
            yield alignment
            if self._store:
                remember(self._store, key, alignment)
            yield self._compared(*pair, alignment, listener)

    def _known(self) -> dict[str, Floats]:
        """The vectors of the sentences that were studied last, by their texts."""
        if self._encoded is None:
            return {}
        *articles, vectors = self._encoded
        sides = zip(articles, (vectors.source, vectors.target), strict=True)
        return {
            text: vector
            for article, side in sides
            for text, vector in zip(sentences_of(article), side, strict=True)
        }

    def _compared(
        self, source: Article, target: Article, alignment: Alignment, listener: Listener
    ) -> Comparison:
        return compare(
            source, target, alignment, self._encoder, store=self._store,
            near=lambda: alignment.bead_index(*listener.place()),
            told=Filling(listener).add,
        )  # fmt: skip


@dataclass
class Progressed(Message):
    """More of the alignment is done.

    Like the other messages it names the study that tells it: one that has been broken off may have told
    something that is still on its way.
    """

    study: int
    share: float
    """0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest progress is worth drawing."""
        return isinstance(message, Progressed)


@dataclass
class Seen(Message):
    """More is known, though not all."""

    study: int
    outlook: Outlook


@dataclass
class Encoded(Message):
    """The vectors are there."""

    study: int
    vectors: PairVectors


@dataclass
class Aligned(Message):
    """The alignment is there."""

    study: int
    alignment: Alignment
    rows: tuple[Row, ...]


@dataclass
class Compared(Message):
    """The findings are there."""

    study: int
    comparison: Comparison


@dataclass
class Failed(Message):
    """The work ended otherwise than it should."""

    study: int
    reason: str


class _Stopped(Exception):  # noqa: N818
    """The work is no longer wanted."""


Send = Callable[[Message], object]


Cursor = Callable[[], tuple[Side, int] | None]
"""The side and the sentence under the cursor; None once another pair is read."""


class _Sender:
    """Sends what a study tells as messages."""

    def __init__(self, number: int, send: Send, stopped: Callable[[], bool], cursor: Cursor) -> None:
        self._number, self._send, self._stopped, self._cursor = number, send, stopped, cursor

    def __call__(self, share: float) -> None:
        self.send(Progressed(self._number, share))

    def see(self, outlook: Outlook) -> None:
        self.send(Seen(self._number, outlook))

    def place(self) -> tuple[Side, int]:
        place = self._cursor()
        if place is None:
            raise _Stopped
        return place

    def send(self, message: Message) -> None:
        """Sends a message, if the work is still wanted."""
        if self._stopped():
            raise _Stopped
        self._send(message)


def carry_out(
    study: Study,
    number: int,
    source: Article,
    target: Article,
    corrections: Sequence[Correction],
    cursor: Cursor,
    send: Send,
    stopped: Callable[[], bool],
) -> None:
    """Runs a study and sends what comes out as messages, until it ends, fails or is no longer wanted.

    `number`: what the messages call this study. `cursor` is asked in this thread.
    """
    sender = _Sender(number, send, stopped, cursor)
    with given_back():
        try:
            for result in study(source, target, corrections, sender):
                if isinstance(result, PairVectors):
                    sender.send(Encoded(number, result))
                elif isinstance(result, Alignment):
                    LOG.debug("aligned: %d beads", len(result.beads))
                    sender.send(Aligned(number, result, rows(source, target, result, corrections)))
                else:
                    LOG.debug("compared: %d findings", len(result.every))
                    sender.send(Compared(number, result))
        except _Stopped:
            return
        except AfronteError as error:
            send(Failed(number, str(error)))
        except Exception as error:  # whatever happens here, the texts stay readable
            LOG.exception("comparing failed")
            reason = f"Comparing failed ({type(error).__name__}: {error})"
            send(Failed(number, " ".join(f"{reason}; the texts can still be read side by side".split())))


@contextmanager
def turn(lock: Lock, stopped: Callable[[], bool]) -> Iterator[bool]:
    """Holds a lock once it is free; False without it where the work is no longer wanted by then.

    Several things at once take the memory of several, and each longer than all in a row; and whoever waits
    for something that is not wanted any more waits in a thread of its own.
    """
    while not (held := lock.acquire(timeout=_STALE)) and not stopped():
        pass
    try:
        yield held and not stopped()
    finally:
        if held:
            lock.release()


async def in_background(work: Callable[[Callable[[], bool]], None]) -> None:
    """Runs blocking work beside the app and waits for its end; cancelled, it tells the work by its argument.

    The thread is a daemon: leaving the reader never waits for a computation that cannot be broken off.
    """
    loop, stopped = asyncio.get_running_loop(), Event()
    done: asyncio.Future[None] = loop.create_future()

    def end() -> None:
        if not done.done():
            done.set_result(None)

    def run() -> None:
        work(stopped.is_set)
        if not stopped.is_set():
            loop.call_soon_threadsafe(end)

    Thread(target=run, daemon=True).start()
    try:
        await done
    finally:
        stopped.set()
