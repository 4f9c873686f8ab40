"""The same: the person says that the two sides of a finding say the same."""

from __future__ import annotations

from tui.articles import SIDES, other_side
from tui.comparison import Finding, counterpart, equivalence
from tui.comparison.same import FIGURES, FORMS
from tui.reader.page.search import fold
from tui.reader.page.state import State
from tui.reader.page.words import as_written, counted, language, quotation, shortened
from tui.reader.page.wrapping import visible
from tui.reader.parts.part import Part
from tui.reader.widgets.asking_bar import AskingBar

_QUOTED = 40
"""Cells of what is marked that are quoted in a line."""


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
        if equivalence(finding, edition.source, edition.target, there) is None:
            self._ask(finding)
        else:
            self._keep(finding, there)

    def _ask(self, finding: Finding) -> None:
        """Asks what the other side has for a finding that stands on one."""
        edition = self.state.edition
        side = next(side for side in SIDES if not finding.side(side))
        article = edition.article(side)
        marked = shortened(quotation(edition, finding, other_side(side)), _QUOTED)

        def take(written: str) -> None:
            if self.state.edition.article(side) is not article or not written.strip():
                self.screen.hint("Nothing is the same by that.")
            elif fold(written.strip()).text not in fold(article.text).text:
                self.screen.hint(f"The {language(article)} does not have “{as_written(written.strip())}”.")
            else:
                self._keep(finding, written)

        self.screen.query_one(AskingBar).open(f"What the {language(article)} has for “{marked}”", take)

    def _keep(self, finding: Finding, there: str) -> None:
        """`there`: what stands for the finding on a side that has no mark of it."""
        edition = self.state.edition
        said = equivalence(finding, edition.source, edition.target, there)
        assert said is not None
        # What stands in the texts: figures are kept as values that nobody has written.
        source, target = (
            quotation(edition, finding, side) if finding.side(side) else visible(" ".join(there.split()))
            for side in SIDES
        )
        where = "in this pair" if said.figures else "in every pair"

        def told() -> str:
            now = self.state.edition  # findings may have come meanwhile
            silenced = len(now.silenced) - len(now.knowing(now.same.without(said)).silenced)
            forms = as_written(f"“{source}” and “{target}”")
            return (
                f"{forms} are the same {where}: {counted(silenced, 'finding')} silenced here. "
                "{undo} takes it back."
            )

        self.screen.deciding.keep(lambda dossier: dossier.call_same(said, (source, target)), told)


def _counterpart(state: State) -> str:
    """What the other side has for a finding that stands on one: the words selected there, or the only other
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
        article = edition.article(selection.side)
        sentence = article.sentences[article.sentence_at(selection.span.start)]
        if selection.span.end - selection.span.start < sentence.end - sentence.start:
            return selection.span.within(article.text)
    return counterpart(finding, edition.every, edition.source, edition.target, edition.alignment)
