"""The list of findings: a table under the page that keeps step with the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from rich.text import Text
from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import DataTable

from tui.articles import SIDES
from tui.comparison import SEVERITIES, Finding
from tui.desk import VERDICTS
from tui.reader import place_bindings
from tui.reader.edition import Edition
from tui.reader.state import State
from tui.reader.wording import VERDICT_SIGNS, quotation, shortened

Column = Literal["severity", "kind", "verdict"]
COLUMNS: tuple[Column, ...] = ("severity", "kind", "verdict")
"""What one can sort and filter by."""
_BESIDE_QUOTATIONS = 58
"""Cells that the other columns take."""


def _value(state: State, finding: Finding, column: Column) -> str:
    return state.verdict(finding) if column == "verdict" else getattr(finding, column)


def _rank(value: str) -> tuple[int, str]:
    """Severities and verdicts in their own order, kinds by name."""
    known: tuple[str, ...] = (*SEVERITIES, *VERDICTS)
    return known.index(value) if value in known else 0, value


@dataclass
class Choice:
    """Which findings are listed, and in which order."""

    by: Column | None = None
    """None: as they come in the text."""
    only: dict[Column, str] = field(default_factory=dict)
    """By column, the one value shown."""

    def numbers(self, state: State) -> list[int]:
        """The findings listed, by their indexes in the edition."""
        findings = state.edition.findings
        listed = [
            number
            for number, finding in enumerate(findings)
            if state.shown(finding)
            and all(_value(state, finding, column) == value for column, value in self.only.items())
        ]
        if (by := self.by) is not None:
            listed.sort(key=lambda number: _rank(_value(state, findings[number], by)))
        return listed

    def sort_by_next(self) -> None:
        """Sorts by the next column, then as in the text."""
        order: Sequence[Column | None] = (None, *COLUMNS)
        self.by = order[(order.index(self.by) + 1) % len(order)]

    def show_next(self, state: State, column: Column) -> None:
        """Shows only the next value of a column, then all."""
        there = {_value(state, finding, column) for finding in state.edition.findings}
        values = [None, *sorted(there, key=_rank)]
        now = self.only.pop(column, None)
        value = values[(values.index(now) + 1) % len(values)] if now in values else None
        if value is not None:
            self.only[column] = value

    def heading(self, column: Column) -> str:
        """The head of a column, with what is chosen by it."""
        only = f": {self.only[column].replace('-', ' ')}" if column in self.only else ""
        return f"{column}{only}{' ▾' if self.by == column else ''}"


class FindingsList(DataTable[Text]):
    """One finding a line; the page follows the table's cursor, and Enter goes back to the page."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.LIST.bindings]

    @dataclass
    class Chosen(Message):
        """A finding was chosen: its index in the edition."""

        number: int
        leave: bool
        """Whether to go on reading there."""

    def __init__(self) -> None:
        super().__init__(cursor_type="row", zebra_stripes=False, cell_padding=1)
        self.display = False
        self._choice = Choice()
        self._state: State | None = None
        self._shown: tuple[object, ...] = ()
        self._numbers: list[int] = []

    def show(self, state: State) -> None:
        """Lists the findings shown, with the current one under the table's cursor."""
        self._state = state
        if not self.display:
            return
        shown = state.edition, state.layers, state.open_only, state.sheet.version, self.app.size.width
        if shown != self._shown:
            self._fill(state)
            self._shown = shown
        if state.finding in self._numbers:
            self.move_cursor(row=self._numbers.index(state.finding), scroll=True)
        elif self.has_focus:  # what was decided has left the list: the next one is up
            self._choose(leave=False)

    def _fill(self, state: State) -> None:
        top, at = self.scroll_offset.y, self.cursor_row
        self.clear(columns=True)
        self.add_columns("", "¶", *(self._choice.heading(column) for column in COLUMNS), *SIDES)
        self._numbers = self._choice.numbers(state)
        room = max(12, (self.app.size.width - _BESIDE_QUOTATIONS) // 2)
        for number in self._numbers:
            finding = state.edition.findings[number]
            style = "dim" if state.verdict(finding) == "dismissed" else ""
            self.add_row(*(Text(cell, style, no_wrap=True) for cell in _cells(state, finding, room)))
        self.move_cursor(row=min(at, max(0, len(self._numbers) - 1)))
        self.scroll_to(y=top, animate=False)

    def action_sort(self) -> None:
        """Sorts by the next column."""
        self._choose_anew(self._choice.sort_by_next)

    def action_only(self, column: Column) -> None:
        """Shows the findings with the next value of a column."""
        if (state := self._state) is not None:
            self._choose_anew(lambda: self._choice.show_next(state, column))

    def _choose_anew(self, change: Callable[[], None]) -> None:
        change()
        self._shown = ()
        if self._state is not None:
            self.show(self._state)

    def action_cursor_down(self) -> None:
        """Goes to the next finding of the list."""
        super().action_cursor_down()
        self._choose(leave=False)

    def action_cursor_up(self) -> None:
        """Goes to the finding before in the list."""
        super().action_cursor_up()
        self._choose(leave=False)

    @on(DataTable.RowSelected)
    def _select(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self._choose(leave=True)

    def _choose(self, *, leave: bool) -> None:
        if self.cursor_row < len(self._numbers):
            self.post_message(self.Chosen(self._numbers[self.cursor_row], leave))


def _cells(state: State, finding: Finding, room: int) -> tuple[str, ...]:
    verdict = state.verdict(finding)
    noted = " ✎" if state.sheet.decision(finding).note else ""
    return (
        finding.glyph,
        _paragraphs(state.edition, finding),
        finding.severity,
        finding.kind.replace("-", " "),
        f"{verdict} {VERDICT_SIGNS[verdict]}".strip() + noted,
        *(shortened(quotation(state.edition, finding, side), room) for side in SIDES),
    )


def _paragraphs(edition: Edition, finding: Finding) -> str:
    numbers = {
        edition.paragraph_at(side, span.start) + 1 for side in SIDES for span in finding.side(side)[:1]
    }
    return "/".join(str(number) for number in sorted(numbers))
