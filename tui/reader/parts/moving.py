"""Going about the page: by row, sentence and screen, by number, by a click."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.articles import Side, Span
from tui.reader.page import places
from tui.reader.page.answers import done, why_unmoved
from tui.reader.page.motions import MOVES, starting_over
from tui.reader.page.state import Selection, State
from tui.reader.parts.part import Closable, Part
from tui.reader.widgets.asking_bar import AskingBar
from tui.reader.widgets.minimap import Minimap

_WHICH = "Paragraph: 12 in this pane, S12 in the source, T12 in the target"


class Moving(Part):
    """The cursor, and what is in view."""

    VERBS = ("move", "turn_page", "paragraph")

    _ended: tuple[str, State] | None = None
    """The move that has just found nothing further, and where: pressed again it starts over."""

    def move(self, name: str) -> None:
        """Moves the cursor; a row taller than the view is read to its end before it is left."""
        step = {"next_row": 1, "previous_row": -1}.get(name)
        if step is not None and self.screen.spread.read_on(step):
            return
        before = self.state
        after = MOVES[name](before)
        if after == before and self._ended == (name, before):
            after = starting_over(name, before)
        self._ended = (name, before) if after == before else None
        if after == before:
            self.screen.hint(why_unmoved(name, before))
            return
        self.screen.become(after)
        if told := done(name, after):
            self.screen.hint(told)

    def turn_page(self, share: float) -> None:
        """Moves by a share of the view; at the very end, to the last row."""
        if not self.screen.spread.turn(share):
            self.move("last_row" if share > 0 else "first_row")

    def paragraph(self) -> None:
        """Asks for the number of a paragraph."""
        self.screen.query_one(AskingBar).open(_WHICH, self.go_to_paragraph, restrict="[sStT]?[0-9]*")

    def go_to_paragraph(self, written: str) -> None:
        """Goes to the paragraph that a number means; beyond the last one, to that, and says so."""
        there = places.read(written, self.state.side)
        if there is None:
            said = f"“{written}” is no paragraph" if written else "No number was written"
            self.screen.hint(f"{said}: 12 is one of this pane, S12 of the source, T12 of the target.")
            return
        side, number = there
        paragraphs = self.state.edition.article(side).paragraphs
        if not paragraphs:
            return
        nearest = min(max(number, 0), len(paragraphs) - 1)
        only = side if self.state.only else None
        self.screen.become(
            replace(self.state, only=only, home=side).at(side, paragraphs[nearest].sentences[0])
        )
        if nearest != number:
            asked, found = (places.named(side, range(n, n + 1)) for n in (number, nearest))
            self.screen.hint(f"There is no {asked}: {found} is the nearest.")

    def keep_in_view(self) -> None:
        """Takes the cursor along when its row is scrolled out of view."""
        spread = self.screen.spread
        if not spread.is_laid_out:  # the size has changed, and the layout will follow
            return
        first, last = spread.rows_in_view()
        row = min(max(self.state.row, first), last)
        if row != self.state.row:
            self.screen.become(self.state.at_row(row), reveal=False)
        else:
            self.screen.query_one(Minimap).show(spread.page.layout, self.state, spread.view)

    def go_to_share(self, share: float) -> None:
        """Goes to the row that stands a share of the page from its top."""
        layout = self.screen.spread.page.layout
        self.screen.become(self.state.at_row(layout.row_at(int(share * layout.height))))

    def go_to_character(self, side: Side, offset: int) -> None:
        """Goes to the sentence of a character."""
        sentence = self.state.edition.article(side).sentence_at(offset)
        self.screen.become(replace(self.state, home=side).at(side, sentence))

    def select(self, side: Side, span: Span | None) -> None:
        """Selects characters of one side, or lets go of what is selected."""
        selection = Selection(side, span) if span else None
        self.screen.become(replace(self.state, selection=selection), reveal=False)

    def closables(self) -> Iterable[Closable]:
        """The line that asks, and the selection."""
        bar = self.screen.query_one(AskingBar)
        yield Closable(lambda: bar.display, bar.close)
        yield Closable(
            lambda: self.state.selection is not None,
            lambda: self.screen.become(replace(self.state, selection=None)),
        )
