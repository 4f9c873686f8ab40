"""The translation panel as it is drawn: what is known at present, in lines."""

from __future__ import annotations

from typing import ClassVar

from textual.strip import Strip

from tui.articles import Side
from tui.comparison import Gloss, Parting
from tui.reader.keys import key_of
from tui.reader.page import translation_lines as words
from tui.reader.page.drawing import Piece
from tui.reader.page.passages import Passage, current
from tui.reader.page.state import State
from tui.reader.page.words import Ends, fitted
from tui.reader.widgets.painting import Painter
from tui.translation import ArticleProgress, Cache, Interpreter, Translator
from tui.translation.settings import index_url

_PARTS = ("kind", "quiet", "done", "bar", "parted", "reversed", "doubt", "match", "error", "lit")


class TranslationView(Painter):
    """Paints the passages under the cursor with their translations, or a gloss where nothing translates."""

    PREFIX = "translation"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"translation--{part}" for part in _PARTS}

    def __init__(self, state: State, cache: Cache) -> None:
        super().__init__()
        self._state = state
        self._cache = cache
        self._translators: dict[Side, Translator] | None = None
        self._interpreters: dict[Side, Interpreter] = {}
        self._preferred: Side = "target"
        self._passages: tuple[Passage, ...] = ()
        self._partings: dict[tuple[str, str], Parting] = {}
        self._glosses: dict[Passage, tuple[Gloss, ...]] = {}
        self._progress: ArticleProgress | None = None
        self._busy: set[Interpreter] = set()
        self._error = ""
        self._top = 0
        self._tick = 0

    def scroll_lines(self, step: int) -> bool:
        """Shows the lines below or above those that fit; False where there are none."""
        hidden = max(0, len(self._lines()) - (self.size.height - 1))
        before = self._top
        self._top = min(max(0, self._top + step * max(1, self.size.height - 2)), hidden)
        self.refresh()
        return self._top != before

    @property
    def _side(self) -> Side:
        """The side that is translated: the preferred one, or the other where only that has an engine."""
        others = [side for side in self._interpreters if side != self._preferred]
        return others[0] if others and self._preferred not in self._interpreters else self._preferred

    @property
    def _interpreter_here(self) -> Interpreter | None:
        return self._interpreters.get(self._side)

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
            return self._lines_without_model()
        if not self._passages:
            return [((" ", ()), ("nothing to translate here", ("quiet",)))]
        lit = current(self._state, self._passages)
        return words.facing(edition, self._entries(), self._side, self._state.query, width, lit=lit)

    def _lines_without_model(self) -> list[words.Line]:
        """Where a model can be had, and until then the words of the current passage."""
        there = current(self._state, self._passages)
        passage = self._passages[there] if there is not None else None
        gloss = self._glosses.get(passage) if passage and passage.sentences else ()
        width = self.size.width
        return [words.where_models_are(index_url(), width), words.glossed(self._state.edition, gloss, width)]

    def draw(self) -> None:
        """Draws what there is, in as many lines as it takes, as far as the style sheet allows."""
        self.styles.height = 1 + max(1, len(self._lines()))
        self.refresh()

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
        return fitted(Ends((*left, *words.working(busy, self._tick)), right), width)

    def paint(self, y: int) -> Strip:
        """Paints the heading, and below as much as there is room for."""
        width, room = self.size.width, self.size.height - 1
        if y == 0:
            return self.strip_of(self._heading(), width)
        lines = self._lines()[self._top :]
        if y == room and len(lines) > room:
            more: words.Line = ((f"  … {len(lines) - room} more lines ", ("quiet",)),)
            return self.strip_of(fitted(Ends(lines[y - 1], more), width), width)
        return self.strip_of(lines[y - 1] if y <= len(lines) else (), width)
