"""What the screen one reads on does about translation: its keys and what becomes of their results."""

from __future__ import annotations

from textual import on
from textual.screen import Screen

from tui.comparison import Finding
from tui.reader.screens.models import ModelsScreen
from tui.reader.state import State
from tui.reader.translating import Equipment
from tui.reader.widgets.spread import Spread
from tui.reader.widgets.translation_panel import TranslationPanel
from tui.translation import Model


class TranslatingScreen(Screen[None]):
    """A screen with a translation panel on it."""

    state: State

    def __init__(self, equipment: Equipment) -> None:
        super().__init__()
        self._equipment = equipment

    def become(self, state: State, *, reveal: bool = True) -> None:
        """Takes a new state and draws it."""
        raise NotImplementedError

    @property
    def spread(self) -> Spread:
        """The page."""
        return self.query_one(Spread)

    @property
    def translation(self) -> TranslationPanel:
        """The panel."""
        return self.query_one(TranslationPanel)

    def action_translation(self) -> None:
        """Opens the panel, shows the other direction in it, or closes it."""
        self.translation.turn_over(self.state)
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        """Brings the row into view that the panel has covered."""
        if self.spread.is_laid_out:
            self.spread.reveal()

    def action_translate_article(self) -> None:
        """Translates the whole target in the background, or stops that."""
        self.translation.translate_article(self.state)

    def action_scroll_translation(self, step: int) -> None:
        """Shows other lines of the panel."""
        self.translation.scroll_lines(step)

    def action_install_model(self) -> None:
        """Asks where the model that translates back is to come from; then the panel uses it."""
        source, target = self.state.edition.source.language, self.state.edition.target.language

        def renew(model: Model | None) -> None:
            if model is not None:
                self.notify(f"The model {model.card.pair} {model.card.version} is installed.", markup=False)
                self.translation.renew()

        self.app.push_screen(ModelsScreen(self._equipment.shelf, target, source), renew)

    def with_back_translation(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings with those of the back-translation, as far as there are any, in place of older
        ones.
        """
        others = (finding for finding in findings if finding.kind != "back-translation")
        return (*others, *self.translation.findings)

    @on(TranslationPanel.Found)
    def _add_findings(self, message: TranslationPanel.Found) -> None:
        edition = self.state.edition
        if message.edition.alignment is edition.alignment:
            found = self.with_back_translation(edition.every)
            self.become(self.state.with_edition(edition.compared(found)), reveal=False)

    def back_from_translation(self) -> bool:
        """Stops the translation of the article, or closes the panel; False when there is neither."""
        if self.translation.is_translating:
            self.translation.stop()
        elif self.translation.display:
            self.translation.close()
        else:
            return False
        return True
