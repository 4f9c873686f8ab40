"""The list of findings: a table under the page that keeps step with the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable

from tui.articles import SIDES
from tui.comparison import Finding
from tui.reader.edition import Edition
from tui.reader.marks import glyph_of
from tui.reader.state import State
from tui.reader.wording import quotation, shortened

_COLUMNS = ("", "¶", "severity", "kind", "source", "target")
_BESIDE_QUOTATIONS = 46
"""Cells that the other columns take."""


class FindingsList(DataTable[Text]):
    """One finding a line; Enter goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False, id="list.down", tooltip="Next finding of the list"),
        Binding("k", "cursor_up", "Up", show=False, id="list.up", tooltip="Finding before in the list"),
    ]

    @dataclass
    class Chosen(Message):
        """A finding was chosen: its index in the edition."""

        number: int

    def __init__(self) -> None:
        super().__init__(cursor_type="row", zebra_stripes=False, cell_padding=1)
        self.display = False
        self._shown: tuple[object, ...] = ()
        self._numbers: list[int] = []

    def show(self, state: State) -> None:
        """Lists the findings of the layers shown, with the current one under the table's cursor."""
        if not self.display:
            return
        if (state.edition, state.layers) != self._shown:
            self._fill(state)
            self._shown = state.edition, state.layers
        if state.finding in self._numbers:
            self.move_cursor(row=self._numbers.index(state.finding), scroll=True)

    def _fill(self, state: State) -> None:
        self.clear(columns=True)
        self.add_columns(*_COLUMNS)
        findings = state.edition.findings
        self._numbers = [number for number, finding in enumerate(findings) if state.shown(finding)]
        room = max(12, (self.app.size.width - _BESIDE_QUOTATIONS) // 2)
        for number in self._numbers:
            self.add_row(
                *(Text(cell, no_wrap=True) for cell in _cells(state.edition, findings[number], room))
            )

    @on(DataTable.RowSelected)
    def _choose(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if event.cursor_row < len(self._numbers):
            self.post_message(self.Chosen(self._numbers[event.cursor_row]))


def _cells(edition: Edition, finding: Finding, room: int) -> tuple[str, ...]:
    numbers = {
        edition.paragraph_at(side, span.start) + 1 for side in SIDES for span in finding.side(side)[:1]
    }
    places = "/".join(str(number) for number in sorted(numbers))
    quoted = (shortened(quotation(edition, finding, side), room) for side in SIDES)
    return (glyph_of(finding), places, finding.severity, finding.kind.replace("-", " "), *quoted)
