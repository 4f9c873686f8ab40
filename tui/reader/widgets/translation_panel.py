"""The panel under the page: what the text under the cursor says in the other language, and where that parts.

The widget owns what is known; engines and comparisons run beside the app and only report. Nothing is loaded
before the panel is opened for the first time, or a finding is in doubt: then the sentences that may decide it
are translated, panel open or not.
"""

from __future__ import annotations

from asyncio import sleep
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from textual import work
from textual.message import Message
from textual.timer import Timer

from tui.alignment import Alignment
from tui.articles import Side
from tui.comparison import Finding
from tui.reader.page.doubts import Doubts
from tui.reader.page.edition import Edition
from tui.reader.page.passages import cursor_first, neighbours, passages, sentences
from tui.reader.page.search import Folded, Match, fold, places
from tui.reader.page.state import State
from tui.reader.translating import (
    Equipment,
    article_sentences,
    compare_article,
    compare_translations,
    find_engines,
    look_up_words,
    result_of,
    translated,
)
from tui.reader.widgets.translation_view import TranslationView
from tui.translation import ArticleProgress, Event, Failed, Interpreter, Translated, Translator, Working

_REST = 0.1
"""Seconds the cursor rests before what it stands on is compared: nobody reads while walking."""
_TICK = 0.1
"""Seconds between two frames of the spinner."""


class TranslationPanel(TranslationView):
    """Closed at first; follows the cursor while it is open."""

    @dataclass
    class Told(Message):
        """The engine of a side has something to tell."""

        teller: Interpreter
        event: Event

    @dataclass
    class Found(Message):
        """The whole article, or what of it is in doubt, is translated and compared."""

        edition: Edition
        findings: tuple[Finding, ...]
        """Every finding of the edition after that was heard."""

    @dataclass
    class Noticed(Message):
        """Something went wrong that does not stop the work."""

        message: str

    def __init__(self, state: State, equipment: Equipment) -> None:
        super().__init__(state, equipment.open_cache(lambda message: self._tell(self.Noticed(message))))
        self.display = False
        self._equipment = equipment
        self._languages: tuple[str, str] | None = None
        self._wished = False
        self._shown: frozenset[str] = frozenset()
        self._glossed_in: Edition | None = None
        self._folded: dict[str, Folded] = {}
        self._complete = False
        self._compared: Alignment | None = None
        self._doubts = Doubts()
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

    @property
    def is_translated(self) -> bool:
        """Whether the whole article is translated."""
        return self._complete

    @property
    def lacks_engine(self) -> bool:
        """Whether it is known that nothing translates the target."""
        return self._translators is not None and "target" not in self._translators

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
        if self._doubts.look(state):
            self._ask_doubts()
        if self._languages is None and (self.display or self._doubts.sentences):
            self._languages = edition.source.language, edition.target.language
            self._look_for_engines(*self._languages)
        if not self.display:
            return
        side = self._side
        here = passages(state, side)
        if here != self._passages:
            self._passages, self._top = here, 0
            self._shown = frozenset(sentences(here))
            if interpreter := self._interpreter_here:
                self._error = ""
                interpreter.ask(cursor_first(state, here), self._doubts.after(neighbours(state, side), side))
            self._compare_shown()
        self.draw()

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
        self._ask_doubts()
        self._begin_article()

    def _ask_doubts(self) -> None:
        """Has what is in doubt translated while the panel is closed; an open one asks for its own first."""
        if self._doubts.sentences and not self.display and "target" in self._interpreters:
            self._interpreters["target"].ask((), self._doubts.sentences)
            self._hear_doubts()

    def _hear_doubts(self) -> None:
        """Compares what is in doubt, once all of it is translated."""
        edition, interpreter = self._state.edition, self._interpreters.get("target")
        heard = interpreter is None or edition.alignment is self._compared
        if interpreter and not heard and self._doubts.are_due(edition, interpreter.known):
            self._find(edition, translated(edition.target, interpreter.known))

    def _interpreter(self, translator: Translator) -> Interpreter:
        teller: list[Interpreter] = []

        def post(event: Event) -> None:
            # A whole article is thousands of sentences: only those on the screen are worth a message. The
            # interpreter knows a sentence before it posts it, so none is missed by looking at both.
            if not isinstance(event, Translated) or event.sentence in (*self._shown, *self._doubts.sentences):
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
                self._hear_doubts()
                self._compare_shown()
        self.draw()

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
        self.draw()

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
            self.draw()

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
            self.draw()

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
        self._find(edition, translated(edition.target, interpreter.known))

    @work(exclusive=True, group="article")
    async def _find(self, edition: Edition, said: dict[int, str]) -> None:
        encoder = self._equipment.encoder
        findings = await result_of(partial(compare_article, edition, said, encoder))
        self.post_message(self.Found(edition, findings))

    # Closing

    def on_unmount(self) -> None:
        """Lets the engines go; a thread that is in the middle of a batch ends after it."""
        self._close_engines()

    def _close_engines(self) -> None:
        for interpreter in self._interpreters.values():
            interpreter.close()
        self._interpreters = {}
        self._translators = self._languages = self._progress = None
        self._passages, self._partings, self._error = (), {}, ""
        self._busy, self._complete = set(), False
        self._compared, self._doubts = None, Doubts()
