"""The same: the person says that the two sides of a finding say the same."""

from __future__ import annotations

from tui.articles import SIDES, other_side
from tui.comparison import counterpart, equivalence
from tui.comparison.same import FIGURES, FORMS
from tui.reader.page.state import State
from tui.reader.page.words import as_written, quotation
from tui.reader.page.wrapping import visible
from tui.reader.parts.part import Part


class Equating(Part):
    """Silences the current finding and its like, by an equivalence that is kept on the desk."""

    VERBS = ("same",)

    def same(self) -> None:
        """Says that the two sides of the current finding are the same."""
        state = self.state
        if (finding := self.in_hand()) is None:
            return
        if finding.kind not in FIGURES | FORMS:
            self.screen.hint(
                "Only names, words and figures can be the same; {verdict.dismissed} dismisses this finding."
            )
            return
        edition = state.edition
        there = _counterpart(state)
        said = equivalence(finding, edition.source, edition.target, there)
        if said is None:
            self.screen.hint(
                "Only one side has this: select in the other pane what it is the same as "
                "({select}, or the mouse), and press {same} on the finding again.",
                seconds=8,
            )
            return
        # What stands in the texts: figures are kept as values that nobody has written.
        source, target = (
            quotation(edition, finding, side) if finding.side(side) else visible(" ".join(there.split()))
            for side in SIDES
        )
        before = len(edition.silenced)
        where = "in this pair" if said.figures else "in every pair"

        def told() -> str:
            silenced = len(self.state.edition.silenced) - before
            findings = "1 finding" if silenced == 1 else f"{silenced} findings"
            forms = as_written(f"“{source}” and “{target}”")
            return f"{forms} are the same {where}: {findings} silenced here. {{undo}} takes it back."

        self.screen.deciding.keep(lambda dossier: dossier.call_same(said, (source, target)), told)


def _counterpart(state: State) -> str:
    """What the other side has for a finding that stands on one: what is selected there, or the only other
    finding that lacks this side beside it.
    """
    finding, edition, selection = state.current, state.edition, state.selection
    if finding is None or edition.alignment is None:
        return ""
    if (
        selection is not None
        and finding.side(other_side(selection.side))
        and not finding.side(selection.side)
    ):
        return selection.span.within(edition.article(selection.side).text)
    return counterpart(finding, edition.every, edition.source, edition.target, edition.alignment)
