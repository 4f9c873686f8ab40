"""What of the findings is shown, and how the page lies."""

from __future__ import annotations

from msgspec.structs import replace

from tui.comparison import Layer
from tui.reader.page.motions import surer, toggle_layer
from tui.reader.parts.part import Part


class Looking(Part):
    """Layers, certainty and layout."""

    VERBS = ("layer", "certainty", "layout", "why")

    def layer(self, layer: Layer) -> None:
        """Shows or hides a layer."""
        self.screen.become(toggle_layer(self.state, layer))

    def certainty(self, step: int) -> None:
        """Tells what is less sure too, or for a positive step only what is surer."""
        before = self.state.edition
        self.screen.become(surer(self.state, step))
        edition = self.state.edition
        if edition.sure == before.sure:
            end = "Nothing is told but what is certain." if step > 0 else "All that was found is told."
            self.screen.hint(end)
        else:
            told = f"{len(edition.findings)} told, {len(edition.less_sure)} less sure"
            self.screen.hint(f"Critical from {edition.sure:.0%} sure: {told}.")

    def why(self) -> None:
        """Says which rule found the current finding, and what it weighed."""
        if (finding := self.in_hand()) is None:
            return
        weighed = ", ".join(
            f"{name.replace('_', ' ')} {value:.2f}" for name, value in finding.evidence if value
        )
        told = f"Rule {finding.rule}, at most {finding.ceiling}, {finding.confidence:.0%} sure."
        self.screen.hint(f"{told} Evidence: {weighed}." if weighed else told, seconds=12)

    def layout(self) -> None:
        """Lays both panes side by side where they were stacked, and the other way round."""
        arrangement = self.screen.spread.other_arrangement
        self.screen.become(replace(self.state, arrangement=arrangement, only=None))
