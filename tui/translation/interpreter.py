"""Translation in the background, for a reader who moves on before it is done."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.errors import AfronteError
from tui.translation.cache import Cache
from tui.translation.model import Translation, Translator
from tui.translation.work import recall, translate

_SLICE = 8
"""Sentences prepared at once while idle: about half a second in which a new wish has to wait."""

THREAD = "interpreter"
"""The name of the working threads."""
_NICENESS = 10


class Translated(Struct, frozen=True):
    """A sentence has its translation."""

    sentence: str
    translation: Translation


class Working(Struct, frozen=True):
    """The engine has begun with, or is done with, sentences that the cursor stands on."""

    busy: bool


class ArticleProgress(Struct, frozen=True):
    """How far the translation of the whole article has come."""

    done: int
    """Sentences."""
    total: int
    running: bool
    """False when it is complete, was stopped or has failed."""


class Failed(Struct, frozen=True):
    """The engine cannot do it."""

    message: str
    """One line for the person."""
    sentences: frozenset[str]
    """What it was to translate."""


Event = Translated | Working | ArticleProgress | Failed


class _Wish(Struct, frozen=True):
    kind: Literal["asked", "soon", "article"]
    sentences: tuple[str, ...]
    generation: int


class Interpreter:
    """Translates what the cursor stands on before all else, and the latest of it only.

    One daemon thread does the work. A wish that is replaced before its turn costs nothing; one that is
    replaced during its turn is left after the batches at hand, whose result is kept. What lies around the
    cursor is prepared when there is nothing else to do, then the article goes on if it was asked for.
    """

    def __init__(self, translator: Translator, cache: Cache, post: Callable[[Event], None]) -> None:
        """`post` is called with every event, mostly in the working thread."""
        self._translator = translator
        self._cache = cache
        self._post = post
        self._known: dict[str, Translation] = {}
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._generation = 0
        self._asked: tuple[str, ...] = ()
        self._soon: tuple[str, ...] = ()
        self._article: tuple[str, ...] = ()
        self._closed = False

    def known(self, sentence: str) -> Translation | None:
        """The translation of a sentence, if there has been one in this session; never waits."""
        return self._known.get(sentence)

    def ask(self, sentences: Iterable[str], soon: Iterable[str] = ()) -> None:
        """Wishes for these sentences, in this order, and then for those that may be wanted `soon`.

        Replaces the wish before. A sentence that is `known` is not posted again.
        """
        with self._change:
            self._generation += 1
            self._asked = self._unknown(sentences)
            self._soon = self._unknown(soon)
            self._wake()

    def ask_article(self, sentences: Iterable[str]) -> None:
        """Translates a whole article whenever nothing else is wished for, until it is done or stopped."""
        with self._change:
            self._article = tuple(dict.fromkeys(sentences))
            self._wake()

    def stop_article(self) -> None:
        """Stops the translation of the article after the batches at hand; what is done stays."""
        with self._change:
            running, self._article = self._article, ()
        if running:
            self._say(replace(self._progress(running), running=False))

    def close(self) -> None:
        """Ends the thread after the batches at hand, then lets go of engine and cache; nothing is posted any
        more.
        """
        with self._change:
            self._closed = True
            self._asked = self._soon = self._article = ()
            self._change.notify()

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=THREAD, daemon=True)
            self._thread.start()
        self._change.notify()

    def _unknown(self, sentences: Iterable[str]) -> tuple[str, ...]:
        return tuple(sentence for sentence in dict.fromkeys(sentences) if sentence not in self._known)

    def _work(self) -> None:
        _step_back()
        while wish := self._next():
            try:
                self._fulfil(wish)
            except AfronteError as error:
                self._fail(wish, str(error))
            except Exception as error:
                self._fail(wish, f"The translation failed: {type(error).__name__}: {error}")
        self._translator.close()
        self._cache.close()

    def _next(self) -> _Wish | None:
        """Waits for the next wish; None when the interpreter is closed."""
        with self._change:
            self._change.wait_for(lambda: self._closed or self._asked or self._soon or self._article)
            if self._closed:
                return None
            if self._asked:
                wish = _Wish("asked", self._asked, self._generation)
                self._asked = ()
            elif self._soon:
                wish = _Wish("soon", self._soon[:_SLICE], self._generation)
                self._soon = self._soon[_SLICE:]
            else:
                wish = _Wish("article", self._article, self._generation)
            return wish

    def _fulfil(self, wish: _Wish) -> None:
        self._tell(wish, recall(self._translator, self._cache, self._unknown(wish.sentences)))
        missing = self._unknown(wish.sentences)
        if not missing:
            return
        if wish.kind == "asked":
            self._say(Working(busy=True))
        try:
            for batch in translate(self._translator, self._cache, missing, lambda: self._is_wanted(wish)):
                self._tell(wish, batch)
        finally:
            if wish.kind == "asked":
                self._say(Working(busy=False))

    def _tell(self, wish: _Wish, found: Mapping[str, Translation]) -> None:
        self._known |= found
        for sentence, translation in found.items():
            self._say(Translated(sentence, translation))
        with self._change:
            if self._article is not wish.sentences:  # not the article, or not wanted any more
                return
            progress = self._progress(wish.sentences)
            if not progress.running:
                self._article = ()
        self._say(progress)

    def _is_wanted(self, wish: _Wish) -> bool:
        """Whether nothing that goes before has been wished for, and this has not been taken back."""
        with self._change:
            if wish.kind == "article":
                return not (self._asked or self._soon) and self._article is wish.sentences
            return not self._closed and wish.generation == self._generation

    def _fail(self, wish: _Wish, message: str) -> None:
        with self._change:
            if wish.generation == self._generation:
                self._soon = ()
            if wish.kind == "article":
                self._article = ()
        self._say(Failed(message, frozenset(wish.sentences)))
        if wish.kind == "article":
            self._say(replace(self._progress(wish.sentences), running=False))

    def _say(self, event: Event) -> None:
        if not self._closed:
            self._post(event)

    def _progress(self, article: Sequence[str]) -> ArticleProgress:
        done = sum(sentence in self._known for sentence in article)
        return ArticleProgress(done, len(article), running=done < len(article))


def _step_back() -> None:
    """Lets key presses go before this thread and the engine's (benchmarks/responsiveness.py).

    Only Linux counts niceness by thread.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


def is_any_at_work() -> bool:
    """Whether an interpreter is in the middle of a batch, or was not closed.

    A process that ends now must not be torn down around it: a native engine that comes back to an interpreter
    in its last moments aborts the process.
    """
    return any(thread.name == THREAD for thread in threading.enumerate())
