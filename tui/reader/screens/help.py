"""What the marks mean and every key by task, as it is mapped at present; filtered as one types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.reader import place_bindings
from tui.reader.bindings import TASKS
from tui.reader.keys import keys_of, with_keys
from tui.reader.page.search import fold

LEGEND = (
    ("=", "aligned: the two sides say this beside each other"),
    ("−  ╱╱╱", "only in the source: the other side has nothing for it"),
    ("+  ╱╱╱", "only in the target"),
    ("⇄", "moved: the counterpart stands elsewhere; {counterpart} goes there and back"),
    ("⤷ T12", "continued: what belongs here stands beside that paragraph"),
    ("≠", "a fact differs: number, date, name, negation, speaker"),
    ("~", "a word without a counterpart; faint: a link less sure than those around it"),
    ("‹word›", "in the translation: a word or clause that the text beside it lacks"),
    ("✓ × ≈ ✎", "a finding confirmed, dismissed, intended, or open with a note"),
    ("▸ ✎ ✦", "before a paragraph: a bookmark, a note, both"),
    ("▌", "where the cursor is, in both panes"),
    ("◆ ▪ ·", "in the column at the right: facts, missing text, words"),
    ("S12  T14", "paragraph 12 of the source, paragraph 14 of the target"),
    ("97% sure", "how likely it is that the two sides really differ there"),
    ("⟨RLO⟩ ␛", "a character that a terminal would obey or hide"),
)


_SIGNS = 13
"""Cells of the column of signs and keys."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the help."""

    sign: str
    told: str
    name: str = ""
    """What the action is called, to be looked for."""

    def says(self, wanted: list[str], title: str) -> bool:
        """Whether all of some folded words stand in it or in the title above it."""
        there = fold(f"{self.sign} {self.told} {self.name} {title}").text
        return all(word in there for word in wanted)


class HelpScreen(ModalScreen[None]):
    """The legend and the keys over the page."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.HELP.bindings]

    def compose(self) -> ComposeResult:
        """The field for what one looks for, then a table of signs and keys with what they mean."""
        hint = "{help.down} {help.up} {help.page-down} scroll · {help.close} closes"
        with Vertical(id="help"):
            yield Input(placeholder="Type what you look for", compact=True, id="help-filter")
            with VerticalScroll(id="help-scroll", can_focus=False):
                yield Static(id="help-text")
            yield Static(with_keys(self.app, hint), classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """Shows everything."""
        self.set_focus(self.query_one(Input))
        self._show("")

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        if "?" in event.value:  # the key that has opened the help
            self.dismiss()
        else:
            self._show(event.value)

    def _show(self, words: str) -> None:
        wanted = fold(words).text.split()
        parts: list[RenderableType] = []
        for title, entries in self._sections():
            if shown := [entry for entry in entries if entry.says(wanted, title)]:
                table = Table.grid(padding=(0, 2, 0, 2))
                table.add_column(width=_SIGNS)
                for entry in shown:
                    table.add_row(Text(entry.sign), Text(entry.told))
                parts += [Text(title, "bold"), table, Text()]
        self.query_one("#help-text", Static).update(Group(*parts or [Text("Nothing in the help says that.")]))
        self.query_one("#help-scroll").scroll_home(animate=False)

    def _sections(self) -> Iterator[tuple[str, list[Entry]]]:
        yield "What the marks mean", [Entry(sign, with_keys(self.app, told)) for sign, told in LEGEND]
        for task in (*TASKS, *place_bindings.PLACES):
            yield (
                task.name,
                [
                    Entry(
                        "  ".join(
                            self.app.get_key_display(key) for _, key in keys_of(self.app, binding.id or "")
                        ),
                        binding.tooltip,
                        binding.description,
                    )
                    for binding in task.bindings
                ],
            )

    def action_leave(self) -> None:
        """Shows everything again, or closes the help."""
        field = self.query_one(Input)
        if field.value:
            field.value = ""
        else:
            self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scrolls the help."""
        self.query_one("#help-scroll").scroll_relative(y=lines, animate=False)

    def action_page(self, step: int) -> None:
        """Scrolls by what is shown at once, but for a line."""
        page = self.query_one("#help-scroll", VerticalScroll)
        self.action_scroll(step * (page.scrollable_content_region.height - 1))
