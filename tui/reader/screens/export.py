"""Asks in which format and where a report is to be written."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.reader import place_bindings
from tui.reader.keys import with_keys
from tui.reader.screens.opening import meant
from tui.reports import ReportFormat, report_formats


class ExportScreen(ModalScreen[tuple[ReportFormat, Path]]):
    """Returns the format and the file; the format changes the end of the file's name."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.EXPORT.bindings]

    def __init__(self, stem: Path) -> None:
        """`stem`: the file without what the format adds."""
        super().__init__()
        self._stem = stem

    def compose(self) -> ComposeResult:
        """The formats above the name of the file."""
        with Vertical(id="export"):
            yield Static("Write a report", classes="dialog-title")
            yield OptionList(
                *(Option(f"{each.name:12}{each.label}") for each in report_formats().values()), compact=True
            )
            yield Input(compact=True)
            yield Static(
                with_keys(self.app, "Enter writes · Tab goes to the file's name · {export.close} closes"),
                classes="dialog-keys",
            )

    def action_leave(self) -> None:
        """Closes without a report."""
        self.dismiss(None)

    @property
    def _format(self) -> ReportFormat:
        return list(report_formats().values())[self.query_one(OptionList).highlighted or 0]

    @on(OptionList.OptionHighlighted)
    def _name_file(self) -> None:
        self.query_one(Input).value = f"{self._stem}{self._format.suffix}"

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _write(self) -> None:
        if name := self.query_one(Input).value.strip():
            self.dismiss((self._format, meant(name, self._stem.parent)))
