"""The screen one reads on: it has one state, its parts make a new one, and the widgets draw it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.reader.bindings import BINDINGS
from tui.reader.keys import with_keys
from tui.reader.page.state import State
from tui.reader.parts.correcting import Correcting
from tui.reader.parts.deciding import Deciding
from tui.reader.parts.editing import Editing
from tui.reader.parts.equating import Equating
from tui.reader.parts.listing import Listing
from tui.reader.parts.looking import Looking
from tui.reader.parts.looking_up import LookingUp
from tui.reader.parts.moving import Moving
from tui.reader.parts.pairs import Pairs
from tui.reader.parts.part import Opened, Part
from tui.reader.parts.searching import Searching
from tui.reader.parts.sharing import Sharing
from tui.reader.parts.studying import Studying, Told
from tui.reader.parts.touring import Touring
from tui.reader.parts.translating import Translating
from tui.reader.remembering import Opened as OpenedPair
from tui.reader.remembering import Remembering
from tui.reader.translating import Equipment
from tui.reader.widgets.asking_bar import AskingBar
from tui.reader.widgets.chrome import Masthead, Rule, StatusArea
from tui.reader.widgets.findings_list import FindingsPanel
from tui.reader.widgets.help import Help
from tui.reader.widgets.key_line import KeyLine
from tui.reader.widgets.minimap import Minimap
from tui.reader.widgets.palette import Palette
from tui.reader.widgets.search_bar import SearchBar
from tui.reader.widgets.spread import Spread
from tui.reader.widgets.tour import Tour
from tui.reader.widgets.translation_panel import TranslationPanel
from tui.reader.work import Aligned, Compared, Encoded, Failed, Progressed, Seen, Study

_BELOW_MESSAGES = 4
"""Lines below what is said for a while, at least: the status and the keys."""


class ReadingScreen(Screen[None]):
    """Two texts on facing pages."""

    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS]
    AUTO_FOCUS = "Spread"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Without a repaint: Textual would paint the whole screen whenever the keys go elsewhere."""

    def __init__(
        self,
        opened: OpenedPair,
        study: Study,
        equipment: Equipment,
        remembering: Remembering,
        *,
        looks_swapped: bool,
        offer_recent: bool,
    ) -> None:
        super().__init__()
        self.state = opened.state
        """Where the reader stands: read by all, replaced by `become` alone."""
        self._looks_swapped = looks_swapped
        self.moving = Moving(self)
        self.looking = Looking(self)
        self.studying = Studying(self, study)
        self.deciding = Deciding(self, opened.dossier, advance=remembering.config.advance)
        self.equating = Equating(self)
        self.editing = Editing(self)
        self.correcting = Correcting(self)
        self.searching = Searching(self)
        self.listing = Listing(self)
        self.translating = Translating(self, equipment)
        self.pairs = Pairs(self, opened, remembering, offer_recent=offer_recent)
        self.sharing = Sharing(self)
        self.touring = Touring(self)
        self.looking_up = LookingUp(self)
        self.parts: tuple[Part, ...] = tuple(part for part in vars(self).values() if isinstance(part, Part))
        self._verbs: dict[str, Callable[..., object]] = {
            name: getattr(part, name) for part in self.parts for name in part.VERBS
        }
        self._opened = Opened(())

    def compose(self) -> ComposeResult:
        """Masthead, page and status, from top to bottom."""
        yield Masthead(self.state, self.listing.show_only)
        yield Rule("┬", id="top-rule")
        with Container(id="body"):
            with Horizontal(id="page"):
                yield Spread(self.state, self.moving)
                yield Minimap(self.moving.go_to_share)
            yield FindingsPanel(self.state, self.listing)
        yield Rule("┴", id="bottom-rule")
        yield StatusArea(self.state)
        yield TranslationPanel(self.state, self.translating.equipment)
        yield SearchBar(self.searching.find)
        yield AskingBar()
        yield Tour()
        yield KeyLine()
        yield Help()
        yield Palette()

    def on_mount(self) -> None:
        """Lets the work wait until both texts have been painted."""
        self._opened = Opened(one for part in self.parts for one in part.closables())
        for part in self.parts:
            part.mounted()
        if self._looks_swapped:
            self.tell_swapped()
        self.call_after_refresh(self.studying.start)

    def on_screen_resume(self) -> None:
        """Lets what has waited for a dialog go on."""
        self.pairs.come_back()

    def on_unmount(self) -> None:
        """Lets each part end what it has begun, the last one first."""
        for part in reversed(self.parts):
            part.leaving()

    @property
    def spread(self) -> Spread:
        """The page."""
        return self.query_one(Spread)

    def hint(self, words: str, *, seconds: float = 4) -> None:
        """Says something for a while, with the key of an action in place of each id in braces."""
        self.notify(with_keys(self.app, words), timeout=seconds, markup=False)

    def tell_swapped(self) -> None:
        """Says that the source may be the target."""
        self.hint("The two texts look swapped: {swap} changes sides.", seconds=15)

    # The state, and how it is drawn

    def become(self, state: State, *, reveal: bool = True) -> None:
        """Takes a new state and draws it; `reveal` scrolls to the cursor if it moved."""
        before, self.state = self.state, state
        self.spread.show(state, reveal=reveal)
        for part in self.parts:
            part.follow(before)
        self._draw_frame()

    def _draw_frame(self) -> None:
        """Draws what stands around the page."""
        self._opened.notice()
        if not self.spread.is_laid_out:
            return
        panes = self.spread.page.layout.panes
        self.query_one(Masthead).show(self.state, panes)
        listed = self.query_one(FindingsPanel)
        between = self.state.listing.is_open and not self.has_class("-wide")
        self.query_one("#top-rule", Rule).join(panes)
        self.query_one("#bottom-rule", Rule).join(() if between else panes)
        self.query_one("#top-rule", Rule).progress = self.state.work.share
        self.query_one(Minimap).show(self.spread.page.layout, self.state, self.spread.view)
        self.query_one(StatusArea).show(self.state)
        listed.show(self.state)
        self.query_one(TranslationPanel).show(self.state)
        self._raise_messages()

    def _raise_messages(self) -> None:
        """Has what is said for a while stand above the status, whatever is open below that."""
        below = self.size.height - self.query_one(StatusArea).region.y
        for rack in self.query("ToastRack"):  # there is none where nothing is to be said
            if rack.styles.margin.bottom != (room := max(_BELOW_MESSAGES, below)):
                rack.styles.margin = (0, 0, room, 0)

    # Keys

    def action_do(self, verb: str, *arguments: object) -> None:
        """Has the part that knows the verb do it."""
        self._verbs[verb](*arguments)
        self._opened.notice()

    def action_back(self) -> None:
        """Closes what was opened last."""
        if not self._opened.close_last():
            self.hint("Nothing is open: {quit} leaves the reader.")

    # What the widgets and the work tell, and whom it concerns

    @on(Progressed)
    @on(Seen)
    @on(Encoded)
    @on(Aligned)
    @on(Compared)
    @on(Failed)
    def _studied(self, message: Told) -> None:
        self.studying.take(message)

    @on(Spread.LaidOut)
    def _laid_out(self) -> None:
        self._draw_frame()
        self.pairs.go_back()

    @on(Spread.Scrolled)
    def _scrolled(self) -> None:
        self.moving.keep_in_view()

    @on(TranslationPanel.Found)
    def _translated(self, message: TranslationPanel.Found) -> None:
        self.translating.add(message)
