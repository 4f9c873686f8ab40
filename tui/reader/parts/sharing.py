"""What leaves the reader: copies, citations and reports."""

from __future__ import annotations

from pathlib import Path

from tui.articles import SIDES, title
from tui.comparison import Finding
from tui.errors import AfronteError, ThereAlreadyError
from tui.log import LOG
from tui.reader.clipboard import copy_to_desktop, desktop_command
from tui.reader.page import places
from tui.reader.page.state import State
from tui.reader.page.words import language, quotation
from tui.reader.parts.part import Part
from tui.reader.screens.export import Choice, ExportScreen, ReplaceScreen
from tui.reader.screens.opening import folder_of
from tui.reader.translating import result_of
from tui.reports import report_formats


class Sharing(Part):
    """Copies, cites and exports."""

    VERBS = ("copy", "cite", "export")

    def copy(self) -> None:
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
            what = f"{places.of_row(state.edition, state.row)}, both sides,"
        self._put(text, what)

    def cite(self) -> None:
        """Copies the current finding as a citation of both sides."""
        if finding := self.in_hand():
            self._put(citation(self.state, finding), "the finding with both sides")

    def _put(self, text: str, what: str) -> None:
        self.screen.run_worker(self._copy(text, what), group="copy")

    async def _copy(self, text: str, what: str) -> None:
        """Copies to the terminal's clipboard (OSC 52) and to the desktop's, where there is one."""
        self.screen.app.copy_to_clipboard(text)
        command = desktop_command()
        beside = self.screen.deciding.run_beside
        taken = bool(command) and await beside(lambda: copy_to_desktop(text, command))
        where = f"the clipboard ({command[0]})" if taken else "the terminal’s clipboard"
        self.screen.notify(f"Copied {what} to {where}.", markup=False)

    # Reports

    def export(self) -> None:
        """Asks for format and file and writes the report."""
        edition, stage = self.state.edition, self.state.work.stage
        if edition.alignment is None or stage:  # half of the findings would read like all of them
            self.screen.hint(f"Wait until the two are {'compared' if stage == 'comparing' else 'aligned'}.")
            return
        names = (Path(edition.article(side).path).stem for side in SIDES)
        stem = "-".join(name.strip("-") or side for name, side in zip(names, SIDES, strict=True))
        first = next(iter(report_formats().values()))
        self._ask_where(Choice(first, folder_of(edition.source) / f"{stem}-report{first.suffix}"))

    def _ask_where(self, choice: Choice, problem: str = "") -> None:
        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                self._write(choice)

        folder = folder_of(self.state.edition.source)
        self.screen.app.push_screen(ExportScreen(choice, folder, problem), chosen)

    def _write(self, choice: Choice, *, replace: bool = False) -> None:
        self.screen.run_worker(self._report(choice, replace=replace), group="export")

    async def _report(self, choice: Choice, *, replace: bool) -> None:
        edition, sheet = self.state.edition, self.state.sheet
        encoder = self.screen.translating.equipment.encoder.name
        alignment = edition.alignment
        if alignment is None:  # another pair has come while this was asked
            self.screen.hint("Wait until the two are aligned.")
            return

        def write(_stopped: object) -> None:
            from tui.reports import Report
            from tui.reports.header import origins_of
            from tui.reports.saving import save

            origins = origins_of(edition.source, edition.target)
            report = Report(
                edition.source,
                edition.target,
                alignment,
                edition.findings,
                encoder,
                less_sure=edition.less_sure,
                incomplete=edition.incomplete,
                silenced=edition.silenced,
                sheet=sheet,
                origins=origins,
                settings={"sure": edition.sure},
            )
            content = choice.format.content(report)
            save(content, choice.path, inputs=(edition.source.path, edition.target.path), replace=replace)

        try:
            await result_of(write)
        except ThereAlreadyError:
            self._ask_whether(choice)
        except AfronteError as error:
            self._ask_where(choice, str(error))
        else:
            LOG.debug("saved: a report in %s", choice.format.name)
            self.screen.notify(f"Written: {choice.path}", timeout=8, markup=False)

    def _ask_whether(self, choice: Choice) -> None:
        """Asks what is to become of the file that is there."""
        free = choice.next_free()

        def chosen(to_replace: bool | None) -> None:
            if to_replace is None:
                self._ask_where(choice)
            else:
                self._write(choice if to_replace else free, replace=to_replace)

        self.screen.app.push_screen(ReplaceScreen(choice.path, free.path), chosen)


def citation(state: State, finding: Finding) -> str:
    """A finding to be quoted: what differs, both sides with their places, the verdict."""
    edition = state.edition
    lines = [finding.message]
    for side in SIDES:
        article = edition.article(side)
        if spans := finding.side(side):
            paragraph = edition.paragraph_at(side, spans[0].start) + 1
            place = f"{title(article)} ({language(article)}), paragraph {paragraph}"
            lines.append(f"{place}: “{quotation(edition, finding, side)}”")
    decision = state.sheet.decision(finding)
    if decision.verdict != "open":
        lines.append(f"Verdict: {decision.verdict}")
    if decision.note:
        lines.append(f"Note: {decision.note}")
    return "\n".join(lines)
