"""Every key by task, as it is mapped at present, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.reader import place_bindings
from tui.reader.bindings import BINDINGS, TASKS, Task
from tui.reader.key_names import key_names

LEGEND = (
    ("=", "rows aligned: the two sides say this beside each other"),
    ("−  ╱╱╱", "only in the source: the other side has nothing for it"),
    ("+  ╱╱╱", "only in the target"),
    ("⇄", "moved: the counterpart stands elsewhere; Enter goes there and back"),
    ("⤷ 12", "continued: what belongs here stands in the row of that paragraph"),
    ("≠", "a fact differs: number, date, name, negation, speaker"),
    ("~", "a word without a counterpart"),
    ("‹word›", "in the translation: a word or clause that the text beside it lacks"),
    ("✓ × ≈", "a finding confirmed, dismissed, intended"),
    ("▸ ✎ ✦", "beside a row: a bookmark, a note, both"),
    ("▌", "the row under the cursor, in both panes"),
    ("◆ ▪ ·", "in the column at the right: facts, missing text, words"),
    ("⟨RLO⟩ ␛", "a character that a terminal would obey or hide"),
)


class HelpScreen(ModalScreen[None]):
    """The keys and the legend over the page."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.HELP.bindings]

    def compose(self) -> ComposeResult:
        """How to leave, then one table: keys on the left, what they do on the right."""
        close, down, up, page, _ = (
            key_names(self.app, binding, place_bindings.HELP.bindings).split()[0]
            for binding in place_bindings.HELP.bindings
        )
        with VerticalScroll(id="help"):
            hint = f"{down} {up} {page} scroll · {close} closes"
            yield Static(hint, classes="dialog-keys", markup=False)
            yield Static(self._table(), id="help-text")

    def action_scroll(self, lines: int) -> None:
        """Scrolls the help."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, step: int) -> None:
        """Scrolls by what is shown at once, but for a line."""
        page = self.query_one("#help", VerticalScroll)
        self.action_scroll(step * (page.scrollable_content_region.height - 1))

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 3, 0, 0))
        for task in TASKS:
            self._add(table, task, BINDINGS)
            table.add_row()
        table.add_row(Text("What the marks mean", "bold"))
        for sign, meaning in LEGEND:
            table.add_row(Text(f"  {sign}"), Text(meaning))
        for place in place_bindings.PLACES:
            table.add_row()
            self._add(table, place, place.bindings)
        return table

    def _add(self, table: Table, task: Task, beside: Iterable[Binding]) -> None:
        table.add_row(Text(task.name, "bold"))
        for binding in task.bindings:
            table.add_row(Text(f"  {key_names(self.app, binding, beside)}"), Text(binding.tooltip))
