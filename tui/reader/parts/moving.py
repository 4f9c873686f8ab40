"""Going about the page: by row, sentence and screen, by number, by a click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.reader.page.motions import MOVES
from tui.reader.page.state import Selection
from tui.reader.parts.part import Closable, Part
from tui.reader.widgets.minimap import Minimap
from tui.reader.widgets.row_bar import RowBar
from tui.reader.widgets.spread import Spread


class Moving(Part):
    """The cursor, and what is in view."""

    VERBS = ("move", "turn_page", "row")

    def move(self, name: str) -> None:
        """Moves the cursor; a row taller than the view is read to its end before it is left."""
        step = {"next_row": 1, "previous_row": -1}.get(name)
        if step is None or not self.screen.spread.read_on(step):
            self.screen.become(MOVES[name](self.state))

    def turn_page(self, share: float) -> None:
        """Moves by a share of the view; at the very end, to the last row."""
        if not self.screen.spread.turn(share):
            self.move("last_row" if share > 0 else "first_row")

    def row(self) -> None:
        """Asks for the number of a row."""
        self.screen.query_one(RowBar).open()

    def go_to_number(self, number: int) -> None:
        """Goes to the row of a number, from 1."""
        self.screen.become(self.state.at_row(number - 1))

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

    def go_to_character(self, there: Spread.Pointed) -> None:
        """Goes to the sentence of a character."""
        sentence = self.state.edition.article(there.side).sentence_at(there.offset)
        self.screen.become(replace(self.state, home=there.side).at(there.side, sentence))

    def select(self, selected: Spread.Selected) -> None:
        """Selects characters of one side, or lets go of what is selected."""
        selection = Selection(selected.side, selected.span) if selected.span else None
        self.screen.become(replace(self.state, selection=selection), reveal=False)

    def closables(self) -> Iterable[Closable]:
        """The bar for numbers, and the selection."""
        bar = self.screen.query_one(RowBar)
        yield Closable(lambda: bar.display, bar.close)
        yield Closable(
            lambda: self.state.selection is not None,
            lambda: self.screen.become(replace(self.state, selection=None)),
        )
