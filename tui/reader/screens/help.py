"""Every key by task, as it is mapped at present, and what the marks mean."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.reader import place_bindings
from tui.reader.bindings import TASKS, Task
from tui.reader.keys import keys_of, with_keys

LEGEND = (
    ("=", "rows aligned: the two sides say this beside each other"),
    ("−  ╱╱╱", "only in the source: the other side has nothing for it"),
    ("+  ╱╱╱", "only in the target"),
    ("⇄", "moved: the counterpart stands elsewhere; {counterpart} goes there and back"),
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
        hint = "{help.down} {help.up} {help.page-down} scroll · {help.close} closes"
        with VerticalScroll(id="help"):
            yield Static(with_keys(self.app, hint), classes="dialog-keys", markup=False)
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
            self._add(table, task)
            table.add_row()
        table.add_row(Text("What the marks mean", "bold"))
        for sign, meaning in LEGEND:
            table.add_row(Text(f"  {sign}"), Text(with_keys(self.app, meaning)))
        for place in place_bindings.PLACES:
            table.add_row()
            self._add(table, place)
        return table

    def _add(self, table: Table, task: Task) -> None:
        table.add_row(Text(task.name, "bold"))
        for binding in task.bindings:
            keys = "  ".join(self.app.get_key_display(b) for _, b in keys_of(self.app, binding.id or ""))
            table.add_row(Text(f"  {keys}"), Text(binding.tooltip))
