"""What is looked up over the page: the help, and the commands by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.app import App

from tui.articles import SIDES
from tui.reader.bindings import BINDINGS
from tui.reader.keys import all_keys_of
from tui.reader.page import places
from tui.reader.page.commands import Command
from tui.reader.page.words import in_words, quotation, shortened
from tui.reader.parts.part import Closable, Part
from tui.reader.place_bindings import LIST
from tui.reader.themes import own_themes
from tui.reader.widgets.findings_list import FindingsList
from tui.reader.widgets.help import Help
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.palette import Palette

_LONGEST = 90


class LookingUp(Part):
    """Opens the help and the palette, and knows every command."""

    VERBS = ("help", "palette")

    def help(self) -> None:
        """Opens the help."""
        self.screen.query_one(Help).open()

    def palette(self) -> None:
        """Opens the palette: actions first, then themes, then places, which are found as they read."""
        commands = (
            *self._actions(),
            Command("Theme …", "Choose the colours to read in", self._choose_theme),
        )
        self.screen.query_one(Palette).offer(commands, self._others)

    def _choose_theme(self) -> None:
        self.screen.query_one(Palette).offer(themes(self.screen.app))

    def _actions(self) -> Iterator[Command]:
        """Every action, and those of the list while it is open."""
        app, listed = self.screen.app, self.screen.query_one(FindingsList)
        inside = LIST.bindings if self.state.listing.is_open else ()
        for place, bindings in ((self.screen, BINDINGS), (listed, inside)):
            for binding in bindings:
                if binding.id != "palette":
                    keys = all_keys_of(app, binding.id or "")
                    run: Callable[[], object] = partial(place.run_action, binding.action)
                    yield Command(binding.description, binding.tooltip, run, keys)

    def _others(self, query: str) -> Iterator[Command]:
        if query.casefold().startswith("theme "):
            yield from themes(self.screen.app, "Theme ")
        yield from self._findings()
        yield from self._paragraphs()

    def _findings(self) -> Iterator[Command]:
        edition = self.state.edition
        for number, finding in enumerate(edition.findings):
            sides = " │ ".join(quotation(edition, finding, side) for side in SIDES)
            name = shortened(
                f"Finding {number + 1} {finding.glyph} {in_words(finding.kind)} {sides}", _LONGEST
            )
            go = partial(self.screen.listing.go_to, finding, leave=False)
            yield Command(name, finding.message, go, is_place=True)

    def _paragraphs(self) -> Iterator[Command]:
        edition = self.state.edition
        for side in SIDES:
            article = edition.article(side)
            for number in range(len(article.paragraphs)):
                begins = " ".join(article.paragraph_text(number)[:_LONGEST].split())
                place = places.named(side, range(number, number + 1))
                name = shortened(f"Paragraph {place} {begins}", _LONGEST)
                go = partial(self.screen.moving.go_to_paragraph, place)
                yield Command(name, f"of the {side}", go, is_place=True)

    def closables(self) -> Iterable[Closable]:
        """Both."""
        for overlay in self.screen.query(Overlay):
            yield Closable(partial(getattr, overlay, "display"), overlay.close)


def themes(app: App[object], called: str = "") -> Iterator[Command]:
    """Each theme as a command: ours, then Textual's by name."""
    own = [theme.name for theme in own_themes()]
    others = sorted(name for name in app.available_themes if name not in own)
    for name in (*own, *others):
        yield Command(f"{called}{name}", "Read in these colours", partial(setattr, app, "theme", name))
