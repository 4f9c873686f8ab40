"""The translation panel: its keys, and what becomes of their results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.log import LOG
from tui.reader.parts.part import Closable, Part
from tui.reader.screens.models import ModelsScreen
from tui.reader.translating import Equipment
from tui.reader.widgets.translation_panel import TranslationPanel
from tui.translation import Model

if TYPE_CHECKING:
    from tui.reader.screens.reading import ReadingScreen


class Translating(Part):
    """What the text under the cursor says in the other language."""

    VERBS = ("translation", "translate_article", "scroll_translation", "install_model")

    def __init__(self, screen: ReadingScreen, equipment: Equipment) -> None:
        super().__init__(screen)
        self.equipment = equipment

    @property
    def panel(self) -> TranslationPanel:
        """The panel under the page."""
        return self.screen.query_one(TranslationPanel)

    def translation(self) -> None:
        """Opens the panel, shows the other direction in it, or closes it."""
        self.panel.turn_over(self.state)
        self.screen.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        """Brings the row into view that the panel has covered."""
        if self.screen.spread.is_laid_out:
            self.screen.spread.reveal()

    def translate_article(self) -> None:
        """Translates the whole target in the background, or stops that."""
        was_translating = self.panel.is_translating
        self.panel.translate_article(self.state)
        if was_translating:
            self.screen.hint("Stopped; what is translated stays.")
        elif self.panel.lacks_engine:
            self.screen.hint("No model translates the target back: {model.install} installs one.")
        elif self.panel.is_translated:
            self.screen.hint("All of the target is translated.")

    def scroll_translation(self, step: int) -> None:
        """Shows other lines of the panel."""
        if not self.panel.display:
            self.screen.hint("No translation is shown: {translation} opens it.")
        elif not self.panel.scroll_lines(step):
            self.screen.hint(f"This is the {'end' if step > 0 else 'beginning'} of the translation.")

    def install_model(self) -> None:
        """Asks where the model that translates back is to come from; then the panel uses it."""
        source, target = self.state.edition.source.language, self.state.edition.target.language

        def renew(model: Model | None) -> None:
            if model is not None:
                told = f"The model {model.card.pair} {model.card.version} is installed."
                self.screen.notify(told, markup=False)
                self.panel.renew()

        self.screen.app.push_screen(ModelsScreen(self.equipment.shelf, target, source), renew)

    def add(self, found: TranslationPanel.Found) -> None:
        """Takes what the back-translation shows into the edition it was made of."""
        LOG.debug("translated back: %d findings", len(found.findings))
        edition = self.state.edition
        if found.edition.alignment is edition.alignment:
            translated = edition.translated_back(found.findings)
            self.screen.become(self.state.with_edition(translated), reveal=False)

    def closables(self) -> Iterable[Closable]:
        """The panel, and the translation of the whole article."""
        panel = self.panel
        yield Closable(lambda: panel.display, panel.close)
        yield Closable(lambda: panel.is_translating, panel.stop)
