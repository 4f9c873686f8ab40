"""What leaves the reader: copies, citations and reports; and the way to a row by its number."""

from __future__ import annotations

from pathlib import Path

from textual import on, work

from tui.articles import SIDES, title
from tui.errors import AfronteError
from tui.reader.clipboard import copy_to_desktop, desktop_command
from tui.reader.keys import with_keys
from tui.reader.screens.deciding import NO_FINDING
from tui.reader.screens.desk import DeskScreen
from tui.reader.screens.export import ExportScreen
from tui.reader.state import State
from tui.reader.widgets.row_bar import RowBar
from tui.reader.wording import language, quotation
from tui.reports import ReportFormat


class SharingScreen(DeskScreen):
    """Copies, cites and exports."""

    def on_mount(self) -> None:
        """Puts the bar for numbers beside the one for the search."""
        self.mount(RowBar(), before="Footer")

    def action_row(self) -> None:
        """Asks for the number of a row."""
        self.query_one(RowBar).open()

    @on(RowBar.Asked)
    def _go_to_row(self, message: RowBar.Asked) -> None:
        self.become(self.state.at_row(message.number - 1))

    def action_back(self) -> None:
        """Closes the bar for numbers before anything else."""
        if self.query_one(RowBar).display:
            self.query_one(RowBar).close()
        else:
            super().action_back()

    # Copies

    def action_cite(self) -> None:
        """Copies the current finding as a citation of both sides."""
        if self.state.current is None:
            self.hint(NO_FINDING)
        else:
            self.copy(citation(self.state), "the finding with both sides")

    @work(group="copy")
    async def copy(self, text: str, what: str) -> None:
        """Copies to the terminal's clipboard (OSC 52) and to the desktop's, where there is one."""
        self.app.copy_to_clipboard(text)
        command = desktop_command()
        taken = bool(command) and await self.run_beside(lambda: copy_to_desktop(text, command))
        where = f"the clipboard ({command[0]})" if taken else "the terminal’s clipboard"
        self.notify(f"Copied {what} to {where}.", markup=False)

    # Reports

    def action_export(self) -> None:
        """Asks for format and file and writes the report."""
        edition = self.state.edition
        if edition.alignment is None:
            self.hint("Wait until the two are aligned.")
            return
        path = Path(edition.source.path)
        folder = path.absolute().parent if edition.source.path != "-" else Path.cwd()
        stem = folder / f"{path.stem.strip('-') or 'source'}-{Path(edition.target.path).stem}-report"

        def chosen(choice: tuple[ReportFormat, Path] | None) -> None:
            if choice is not None:
                self._write(*choice)

        self.app.push_screen(ExportScreen(stem), chosen)

    @work(group="export")
    async def _write(self, form: ReportFormat, path: Path) -> None:
        edition, sheet, encoder = self.state.edition, self.state.sheet, self._equipment.encoder.name
        again = with_keys(self.app, "name another file with {export}")
        assert edition.alignment is not None
        alignment = edition.alignment

        def write() -> None:
            from tui.reports import Report
            from tui.reports.header import origins_of

            origins = origins_of(edition.source, edition.target)
            report = Report(
                edition.source,
                edition.target,
                alignment,
                edition.findings,
                encoder,
                sheet=sheet,
                origins=origins,
            )
            try:
                path.write_bytes(form.content(report))
            except OSError as error:
                raise AfronteError(f"{path}: {error.strerror}: {again}") from error

        try:
            await self.run_beside(write)
        except AfronteError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
        else:
            self.notify(f"Written: {path}", timeout=8, markup=False)


def citation(state: State) -> str:
    """The current finding to be quoted: what differs, both sides with their places, the verdict."""
    finding, edition = state.current, state.edition
    assert finding is not None
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
