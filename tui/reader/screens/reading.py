"""The screen one reads on: it owns the state; keys make a new one and the widgets draw it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Footer

from tui.alignment import UNRELATED, hardly_correspond
from tui.articles import SIDES, Side, other_side
from tui.comparison import Layer
from tui.errors import PatternError
from tui.reader.bindings import BINDINGS
from tui.reader.edition import Edition
from tui.reader.keys import with_keys
from tui.reader.motions import MOVES, surer, toggle_layer
from tui.reader.screens.help import HelpScreen
from tui.reader.screens.translating import TranslatingScreen
from tui.reader.search import Folded, find, folded_pair
from tui.reader.state import Selection, State
from tui.reader.translating import Equipment
from tui.reader.widgets.chrome import Masthead, Rule, StatusArea
from tui.reader.widgets.findings_list import FindingsList, FindingsPanel
from tui.reader.widgets.minimap import Minimap
from tui.reader.widgets.search_bar import SearchBar
from tui.reader.widgets.spread import Spread
from tui.reader.widgets.translation_panel import TranslationPanel
from tui.reader.work import Aligned, Compared, Failed, Progressed, Study, carry_out, in_background


class ReadingScreen(TranslatingScreen):
    """Two texts on facing pages."""

    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS]
    AUTO_FOCUS = "Spread"

    def __init__(self, state: State, study: Study, equipment: Equipment, *, looks_swapped: bool) -> None:
        super().__init__(equipment)
        self.state = state
        """Where the reader stands: read by all, replaced by `become` alone."""
        self._study = study
        self._looks_swapped = looks_swapped
        self._folded: dict[Side, Folded] = {}
        self._progress = ""
        self._error = ""

    def compose(self) -> ComposeResult:
        """Masthead, page and status, from top to bottom."""
        yield Masthead(self.state)
        yield Rule("┬", id="top-rule")
        with Container(id="body"):
            with Horizontal(id="page"):
                yield Spread(self.state)
                yield Minimap()
            yield FindingsPanel(self.state)
        yield Rule("┴", id="bottom-rule")
        yield StatusArea(self.state)
        yield TranslationPanel(self.state, self._equipment)
        yield SearchBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Lets the work wait until both texts have been painted."""
        if self._looks_swapped:
            self.hint("The two texts look swapped: {swap} changes sides.", seconds=15)
        self.call_after_refresh(self._begin)

    @property
    def spread(self) -> Spread:
        """The page."""
        return self.query_one(Spread)

    def hint(self, words: str, *, seconds: float = 4) -> None:
        """Says something for a while, with the key of an action in place of each id in braces."""
        self.notify(with_keys(self.app, words), timeout=seconds, markup=False)

    def become(self, state: State, *, reveal: bool = True) -> None:
        """Takes a new state and draws it; `reveal` scrolls to the cursor if it moved."""
        self.state = state
        self.spread.show(state, reveal=reveal)
        self._draw_frame()

    def _draw_frame(self) -> None:
        if not self.spread.is_laid_out:
            return
        panes = self.spread.page.layout.panes
        self.query_one(Masthead).show(self.state, panes)
        for rule in self.query(Rule):
            rule.join(panes)
        self.query_one(Minimap).show(self.spread.page.layout, self.state, self.spread.view)
        self.query_one(StatusArea).show(self.state, self._progress, self._error)
        self._draw_list()
        self.translation.show(self.state)

    @on(FindingsList.Rearranged)
    def _draw_list(self) -> None:
        """Shows the list what there is."""
        is_waiting = self._progress in ("aligning", "comparing")
        self.query_one(FindingsPanel).show(self.state, is_waiting=is_waiting)

    # The work in the background

    def _begin(self) -> None:
        self._progress, self._error = "aligning", ""
        self._draw_frame()
        self._study_pair()

    @work(exclusive=True, group="study")
    async def _study_pair(self) -> None:
        pair = self.state.edition.source, self.state.edition.target
        corrections = self.state.sheet.corrections
        await in_background(partial(carry_out, self._study, *pair, corrections, self.post_message))

    def _is_current(self, message: Progressed | Aligned | Compared | Failed) -> bool:
        return message.source is self.state.edition.source

    @on(Progressed)
    def _show_progress(self, message: Progressed) -> None:
        if self._is_current(message):
            self.query_one("#top-rule", Rule).progress = message.share

    @on(Aligned)
    def _settle(self, message: Aligned) -> None:
        if self._is_current(message):
            self._progress = "comparing"
            edition = self.state.edition.aligned(message.alignment, message.rows)
            self.become(self.state.with_edition(edition), reveal=False)
            if not self.state.sheet.corrections and hardly_correspond(
                edition.source, edition.target, message.alignment
            ):
                self.notify(UNRELATED, severity="warning", timeout=15)

    @on(Compared)
    def _mark(self, message: Compared) -> None:
        if self._is_current(message):
            found = message.comparison
            self._progress = "" if found.every or found.incomplete else "nothing differs"
            edition = replace(self.state.edition, is_compared=True, incomplete=found.incomplete)
            compared = edition.compared(self.with_back_translation(found.every))
            self.become(self.state.with_edition(compared), reveal=False)
            if found.incomplete:
                failed = f"These rules failed, and their findings are missing: {', '.join(found.incomplete)}."
                self.notify(failed, severity="warning", timeout=15)

    @on(Failed)
    def _say(self, message: Failed) -> None:
        if self._is_current(message):
            self._progress, self._error = "", message.reason
            self.query_one("#top-rule", Rule).progress = 0
            self._draw_frame()

    # Moving

    def action_move(self, move: str) -> None:
        """Moves the cursor; a row taller than the view is read to its end before it is left."""
        step = {"next_row": 1, "previous_row": -1}.get(move)
        if step is None or not self.spread.read_on(step):
            self.become(MOVES[move](self.state))

    def action_page(self, share: float) -> None:
        """Moves by a share of the view; at the very end, to the last row."""
        if not self.spread.turn(share):
            self.action_move("last_row" if share > 0 else "first_row")

    def action_layer(self, layer: Layer) -> None:
        """Shows or hides a layer."""
        self.become(toggle_layer(self.state, layer))

    def action_certainty(self, step: int) -> None:
        """Tells what is less sure too, or for a positive step only what is surer."""
        before = self.state.edition
        self.become(surer(self.state, step))
        edition = self.state.edition
        if edition.sure == before.sure:
            self.hint("Nothing is told but what is certain." if step > 0 else "All that was found is told.")
        else:
            told = f"{len(edition.findings)} told, {len(edition.less_sure)} less sure"
            self.hint(f"Critical from {edition.sure:.0%} sure: {told}.")

    def action_layout(self) -> None:
        """Lays both panes side by side where they were stacked, and the other way round."""
        self.become(replace(self.state, arrangement=self.spread.other_arrangement, only=None))

    def action_swap(self) -> None:
        """Reads the two texts the other way round, at the same sentence."""
        before = self.state
        self._folded = {}
        swapped = replace(
            before,
            side=other_side(before.side),
            home=other_side(before.home),
            only=other_side(before.only) if before.only else None,
            selection=None,
        ).searched("", ())
        edition = Edition.plain(before.edition.target, before.edition.source, before.edition.sure)
        self.become(swapped.with_edition(edition))
        self._begin()

    @on(Spread.Scrolled)
    def _keep_cursor_in_view(self) -> None:
        if not self.spread.is_laid_out:  # the size has changed, and the layout will follow
            return
        first, last = self.spread.rows_in_view()
        row = min(max(self.state.row, first), last)
        if row != self.state.row:
            self.become(self.state.at_row(row), reveal=False)
        else:
            self.query_one(Minimap).show(self.spread.page.layout, self.state, self.spread.view)

    @on(Spread.LaidOut)
    def _follow_layout(self) -> None:
        self._draw_frame()

    @on(Minimap.Pointed)
    def _go_to_share(self, message: Minimap.Pointed) -> None:
        layout = self.spread.page.layout
        self.become(self.state.at_row(layout.row_at(int(message.share * layout.height))))

    # The mouse

    @on(Spread.Pointed)
    def _go_to_character(self, message: Spread.Pointed) -> None:
        sentence = self.state.edition.article(message.side).sentence_at(message.offset)
        self.become(replace(self.state, home=message.side).at(message.side, sentence))

    @on(Spread.Selected)
    def _select(self, message: Spread.Selected) -> None:
        selection = Selection(message.side, message.span) if message.span else None
        self.become(replace(self.state, selection=selection), reveal=False)

    def copy(self, text: str, what: str) -> object:
        """Copies and says so."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copies the selection, or else both sides of the row."""
        state, selection = self.state, self.state.selection
        if selection is not None:
            text = selection.span.within(state.edition.article(selection.side).text)
            what = f"{len(text)} selected characters"
        else:
            sides = (
                "\n".join(
                    state.edition.article(side).paragraph_text(p)
                    for p in state.edition.paragraphs(state.row, side)
                )
                for side in SIDES
            )
            text = "\n\n".join(side for side in sides if side)
            what = f"both sides of row {state.row + 1}"
        self.copy(text, what)

    # Search

    def action_search(self) -> None:
        """Opens the search bar."""
        self.query_one(SearchBar).open(self.state.query)

    @on(SearchBar.Asked)
    def _search(self, message: SearchBar.Asked) -> None:
        edition = self.state.edition
        self._folded = self._folded or folded_pair(edition.source, edition.target)
        bar = self.query_one(SearchBar)
        try:
            matches = (*find(self._folded, message.query), *self.translation.matches(message.query))
        except PatternError as error:
            self.become(self.state.searched("", ()))
            bar.refuse(message.query, str(error))
            return
        bar.tell("")
        self.become(self.state.searched(message.query, matches))
        if message.go:
            self.action_move("next_match")

    # Lists, help and the way back

    def action_findings(self) -> None:
        """Opens the list of findings, or closes it."""
        panel = self.query_one(FindingsPanel)
        panel.display = not panel.display
        self._draw_list()
        if panel.display:
            self.query_one(FindingsList).take_up()
        else:
            self.spread.focus()

    @on(FindingsList.Chosen)
    def _go_to_finding(self, message: FindingsList.Chosen) -> None:
        self.become(self.state.at_finding(message.number))
        if message.leave:
            self.spread.focus()

    def action_help(self) -> None:
        """Shows every key and what the marks mean."""
        self.app.push_screen(HelpScreen())

    def action_back(self) -> None:
        """Closes what was opened last: search bar, list, selection, search."""
        if self.query_one(SearchBar).display:
            self.query_one(SearchBar).close()
            self.become(self.state.searched("", ()))
        elif self.query_one(FindingsPanel).display:
            self.action_findings()
        elif self.state.selection is not None:
            self.become(replace(self.state, selection=None))
        elif self.state.query:
            self.become(self.state.searched("", ()))
        elif not self.back_from_translation() and self._error:
            self._error = ""
            self._draw_frame()
