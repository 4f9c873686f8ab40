"""The panel under the page: what the text under the cursor says in the other language, and where that parts.

The widget owns what is known; engines and comparisons run beside the app and only report. Nothing is loaded
before the panel is opened for the first time.
"""

from __future__ import annotations

from asyncio import sleep
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import work
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from tui.alignment import Alignment
from tui.articles import Side
from tui.comparison import Finding, Gloss, Parting
from tui.reader import translation_lines as words
from tui.reader.drawing import Piece
from tui.reader.edition import Edition
from tui.reader.keys import key_of
from tui.reader.passages import Passage, neighbours, passages, sentences
from tui.reader.search import Folded, Match, fold, places
from tui.reader.state import State
from tui.reader.translating import (
    Equipment,
    article_sentences,
    compare_article,
    compare_translations,
    find_engines,
    look_up_words,
    result_of,
)
from tui.reader.widgets.painting import Painter
from tui.reader.wording import Status, fitted
from tui.translation import ArticleProgress, Event, Failed, Interpreter, Translated, Translator, Working

_REST = 0.1
"""Seconds the cursor rests before what it stands on is compared: nobody reads while walking."""
_TICK = 0.1
"""Seconds between two frames of the spinner."""
_PARTS = ("kind", "quiet", "done", "bar", "parted", "reversed", "doubt", "match", "error")


class TranslationPanel(Painter):
    """Closed at first; follows the cursor while it is open."""

    PREFIX = "translation"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"translation--{part}" for part in _PARTS}

    @dataclass
    class Told(Message):
        """The engine of a side has something to tell."""

        teller: Interpreter
        event: Event

    @dataclass
    class Found(Message):
        """The whole article is translated and compared: `findings` says what came out."""

        edition: Edition

    @dataclass
    class Noticed(Message):
        """Something went wrong that does not stop the work."""

        message: str

    def __init__(self, state: State, equipment: Equipment) -> None:
        super().__init__()
        self.display = False
        self.findings: tuple[Finding, ...] = ()
        """Where the article parts from its source when it is translated back; none until it all is."""
        self._state = state
        self._equipment = equipment
        self._cache = equipment.open_cache(lambda message: self._tell(self.Noticed(message)))
        self._languages: tuple[str, str] | None = None
        self._translators: dict[Side, Translator] | None = None
        self._interpreters: dict[Side, Interpreter] = {}
        self._wished = False
        self._passages: tuple[Passage, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._partings: dict[tuple[str, str], Parting] = {}
        self._glosses: dict[Passage, tuple[Gloss, ...]] = {}
        self._glossed_in: Edition | None = None
        self._folded: dict[str, Folded] = {}
        self._complete = False
        self._compared: Alignment | None = None
        self._progress: ArticleProgress | None = None
        self._busy: set[Interpreter] = set()
        self._error = ""
        self._preferred: Side = "target"
        self._top = 0
        self._tick = 0
        self._spinner: Timer | None = None

    # What keys do

    def turn_over(self, state: State) -> None:
        """Opens the panel with the back-translation, then shows the translation forward, then closes it.

        A direction without an engine is passed over.
        """
        if not self.display:
            self._open(state)
        elif self._side == "target" and "source" in self._interpreters:
            self._prefer("source")
            self.show(state)
        else:
            self.close()

    def close(self) -> None:
        """Closes the panel; what it has begun goes on."""
        self.display = False

    def _open(self, state: State) -> None:
        self.display = True
        self._prefer("target")
        self.show(state)

    def _prefer(self, side: Side) -> None:
        """Sets which side is to be translated."""
        self._preferred = side
        self._passages = ()

    def translate_article(self, state: State) -> None:
        """Opens the panel and translates all of the target in the background; again, it stops."""
        if self.is_translating:
            self.stop()
            return
        self._wished = True
        self._open(state)
        self._begin_article()

    def stop(self) -> None:
        """Stops the translation of the whole article; what is done stays."""
        self._wished = False
        if "target" in self._interpreters:
            self._interpreters["target"].stop_article()

    @property
    def is_translating(self) -> bool:
        """Whether the whole article is being translated."""
        return self._progress is not None and self._progress.running

    def scroll_lines(self, step: int) -> None:
        """Shows the lines below or above those that fit."""
        hidden = max(0, len(self._lines()) - (self.size.height - 1))
        self._top = min(max(0, self._top + step * max(1, self.size.height - 2)), hidden)
        self.refresh()

    def renew(self) -> None:
        """Looks again for engines, after a model was installed."""
        self._close_engines()
        self.show(self._state)

    # Following the cursor

    def show(self, state: State) -> None:
        """Shows what belongs to a state; what is not known of it is asked for, without waiting."""
        self._state = state
        edition = state.edition
        if self._languages not in (None, (edition.source.language, edition.target.language)):
            self._close_engines()
        if self._complete:
            self._compare_article()
        if not self.display:
            return
        if self._languages is None:
            self._languages = edition.source.language, edition.target.language
            self._look_for_engines(*self._languages)
        side = self._side
        here = passages(state, side)
        if here != self._passages:
            self._passages, self._top = here, 0
            self._shown = frozenset(sentences(here))
            if interpreter := self._interpreter_here:
                self._error = ""
                interpreter.ask(sentences(here), neighbours(state, side))
            self._compare_shown()
        self.refresh()

    @property
    def _side(self) -> Side:
        """The side that is translated: the preferred one, or the other where only that has an engine."""
        others = [side for side in self._interpreters if side != self._preferred]
        return others[0] if others and self._preferred not in self._interpreters else self._preferred

    @property
    def _interpreter_here(self) -> Interpreter | None:
        return self._interpreters.get(self._side)

    @work(exclusive=True, group="engines")
    async def _look_for_engines(self, source: str, target: str) -> None:
        try:
            found = await result_of(lambda _: find_engines(self._equipment.engine, source, target))
        except Exception as error:
            found, self._error = {}, str(error)
        self._translators = found
        self._interpreters = {side: self._interpreter(translator) for side, translator in found.items()}
        self._passages = ()
        self.show(self._state)
        self._begin_article()

    def _interpreter(self, translator: Translator) -> Interpreter:
        teller: list[Interpreter] = []

        def post(event: Event) -> None:
            # A whole article is thousands of sentences: only those on the screen are worth a message. The
            # interpreter knows a sentence before it posts it, so none is missed by looking at both.
            if not isinstance(event, Translated) or event.sentence in self._shown:
                self._tell(self.Told(teller[0], event))

        teller.append(Interpreter(translator, self._cache, post))
        return teller[0]

    def _tell(self, message: Message) -> None:
        with suppress(RuntimeError):  # the app has just ended
            self.post_message(message)

    def on_translation_panel_noticed(self, message: Noticed) -> None:
        """Says what went wrong."""
        message.stop()
        self.notify(message.message, severity="warning", markup=False)

    def on_translation_panel_told(self, message: Told) -> None:
        """Takes in what an engine reports."""
        message.stop()
        if message.teller not in self._interpreters.values():
            return
        match message.event:
            case Working(busy=busy):
                (self._busy.add if busy else self._busy.discard)(message.teller)
                self._spin()
            case ArticleProgress() as progress:
                self._progress = progress
                self._complete = progress.done == progress.total
                if self._complete:
                    self._compare_article()
            case Failed(message=reason, sentences=failed):
                # Of a row the cursor has left, or of one beside it, a failure is not worth a word.
                if self.is_translating or failed & self._awaited():
                    self._error = reason
            case Translated():
                if not self._awaited():
                    self._error = ""
                self._compare_shown()
        self.refresh()

    def _awaited(self) -> frozenset[str]:
        """The sentences on the screen that have no translation yet."""
        interpreter = self._interpreter_here
        return frozenset(s for s in self._shown if interpreter and interpreter.known(s) is None)

    def _spin(self) -> None:
        if self._spinner is None:
            self._spinner = self.set_interval(_TICK, self._turn)
        (self._spinner.resume if self._busy else self._spinner.pause)()

    def _turn(self) -> None:
        self._tick += 1
        self.refresh()

    # Comparing

    def _compare_shown(self) -> None:
        """Finds out where the shown translations part; without an engine, which words correspond."""
        if self._interpreter_here:
            self._compare_translations()
        elif self._translators is not None and self._state.edition.alignment is not None:
            self._look_up_words()

    @work(exclusive=True, group="comparison")
    async def _compare_translations(self) -> None:
        await sleep(_REST)
        edition, side = self._state.edition, self._side
        language = (edition.source if side == "target" else edition.target).language
        texts = [
            (entry.passage.beside, entry.said)
            for entry in self._entries()
            if entry.said and entry.passage.beside and entry.parting is None
        ]
        if texts:
            encoder = self._equipment.encoder
            self._partings |= await result_of(partial(compare_translations, texts, encoder, language))
            self.refresh()

    @work(exclusive=True, group="comparison")
    async def _look_up_words(self) -> None:
        await sleep(_REST)
        edition = self._state.edition
        if self._glossed_in is not edition:
            self._glosses, self._glossed_in = {}, edition
        there = [p for p in self._passages if p.sentences and p not in self._glosses]
        if there:
            found = await result_of(partial(look_up_words, edition, there, self._equipment.encoder))
            self._glosses |= dict(zip(there, found, strict=False))
            self.refresh()

    def matches(self, query: str) -> tuple[Match, ...]:
        """The target sentences whose translation reads like the query. Raises as `places` does."""
        interpreter, target = self._interpreters.get("target"), self._state.edition.target
        out: list[Match] = []
        for index, sentence in enumerate(article_sentences(target) if interpreter and query else ()):
            said = interpreter.known(sentence) if interpreter else None
            if said is None:
                continue
            folded = self._folded.get(said.text) or self._folded.setdefault(said.text, fold(said.text))
            if places(folded, query):
                out.append(Match("target", target.sentences[index].span))
        return tuple(out)

    # The whole article

    def _begin_article(self) -> None:
        if self._wished and "target" in self._interpreters:
            self._wished = False
            self._interpreters["target"].ask_article(article_sentences(self._state.edition.target))

    def _compare_article(self) -> None:
        """Compares the article with its translation, once for every alignment."""
        edition, interpreter = self._state.edition, self._interpreters["target"]
        if edition.alignment is None or edition.alignment is self._compared:
            return
        self._compared = edition.alignment
        known = [interpreter.known(sentence) for sentence in article_sentences(edition.target)]
        said = {index: translation.text for index, translation in enumerate(known) if translation}

        self._find(edition, said)

    @work(exclusive=True, group="article")
    async def _find(self, edition: Edition, said: dict[int, str]) -> None:
        encoder = self._equipment.encoder
        self.findings = await result_of(lambda _: compare_article(edition, said, encoder))
        self.post_message(self.Found(edition))

    # Closing

    def on_unmount(self) -> None:
        """Lets the engines go; a thread that is in the middle of a chunk ends after it."""
        self._close_engines()

    def _close_engines(self) -> None:
        for interpreter in self._interpreters.values():
            interpreter.close()
        self._interpreters = {}
        self._translators = self._languages = self._progress = None
        self._passages, self._partings, self._error = (), {}, ""
        self._busy, self._complete = set(), False
        self.findings, self._compared = (), None

    # Drawing

    def _entries(self) -> tuple[words.Entry, ...]:
        interpreter = self._interpreter_here
        entries: list[words.Entry] = []
        if interpreter is None:
            return ()
        for passage in self._passages:
            known = tuple(interpreter.known(sentence) for sentence in passage.sentences)
            said = words.joined(known)
            parting = self._partings.get((passage.beside, said)) if said is not None else None
            entries.append(words.Entry(passage, known, parting))
        return tuple(entries)

    def _lines(self) -> list[words.Line]:
        """Everything under the heading."""
        failure = words.failure(self._error, self.size.width) if self._error else []
        return [*failure, *self._content_lines()]

    def _content_lines(self) -> list[words.Line]:
        edition, width = self._state.edition, self.size.width
        if self._translators is None:
            return []
        if not self._interpreter_here:
            return self._gloss_lines()
        if not self._passages:
            return [((" ", ()), ("nothing to translate here", ("quiet",)))]
        lit = self._state.sentence in self._passages[0].bead.side(self._state.side)
        return words.facing(edition, self._entries(), self._side, self._state.query, width, lit=lit)

    def _gloss_lines(self) -> list[words.Line]:
        edition = self._state.edition
        label = f"gloss (no {edition.target.language}→{edition.source.language} model)"
        there = [passage for passage in self._passages if passage.sentences]
        known = [self._glosses[passage] for passage in there if passage in self._glosses]
        complete = known if len(known) == len(there) else None
        return words.glossed(edition, complete, label, self.size.width)

    def _heading(self) -> tuple[Piece, ...]:
        edition, width = self._state.edition, self.size.width
        if self._translators is None:
            return ((" ", ()), ("back-translation", ("kind",)), ("  looking for a model …", ("quiet",)))
        if not self._interpreter_here:
            return fitted(
                words.without_model(edition.source, edition.target, key_of(self.app, "model.install")), width
            )
        side, now = self._side, self._cache.clock()
        left = words.heading(edition, side, self._translators[side], self._entries(), now, width)
        right = words.article_progress(self._progress, key_of(self.app, "translation.article"))
        busy = self._interpreter_here in self._busy
        return fitted(Status((*left, *words.working(busy, self._tick)), right), width)

    def render_line(self, y: int) -> Strip:
        """Paints the heading, and below as much as there is room for."""
        width, room = self.size.width, self.size.height - 1
        if y == 0:
            return self.strip_of(self._heading(), width)
        lines = self._lines()[self._top :]
        if y == room and len(lines) > room:
            more: words.Line = ((f"  … {len(lines) - room} more lines ", ("quiet",)),)
            return self.strip_of(fitted(Status(lines[y - 1], more), width), width)
        return self.strip_of(lines[y - 1] if y <= len(lines) else (), width)
