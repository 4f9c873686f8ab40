"""Every key by task, as it is mapped at present, and what the marks mean."""

from __future__ import annotations

from collections.abc import Container, Mapping
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

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """One table: keys on the left, what they do on the right."""
        with VerticalScroll(id="help"):
            yield Static(self._table(), id="help-text")

    def action_scroll(self, lines: int) -> None:
        """Scrolls the help."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False)

    def _keys(self, binding: Binding, beside: Container[str | None]) -> str:
        """The keys of an action as they are mapped: those that another action beside it has do not count."""
        own = binding.id or ""
        taken = {
            key
            for action, keys in self._keymap.items()
            if action != own and action in beside
            for key in keys.split(",")
        }
        keys = self._keymap.get(own, binding.key).split(",")
        shown = (self.app.get_key_display(binding.with_key(key)) for key in keys if key not in taken)
        return "  ".join(shown)

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 3, 0, 0))
        page = {binding.id for binding in BINDINGS}
        for task in TASKS:
            self._add(table, task, page)
            table.add_row()
        table.add_row(Text("What the marks mean", "bold"))
        for sign, meaning in LEGEND:
            table.add_row(Text(f"  {sign}"), Text(meaning))
        for place in place_bindings.PLACES:
            table.add_row()
            self._add(table, place, {binding.id for binding in place.bindings})
        return table

    def _add(self, table: Table, task: Task, beside: Container[str | None]) -> None:
        table.add_row(Text(task.name, "bold"))
        for binding in task.bindings:
            table.add_row(Text(f"  {self._keys(binding, beside)}"), Text(binding.tooltip))
