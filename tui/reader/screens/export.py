"""Asks in which format and where a report is to be written."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.reader import place_bindings
from tui.reader.keys import with_keys
from tui.reader.page.wrapping import visible
from tui.reader.screens.opening import Completion, meant
from tui.reader.widgets.path_input import PathInput
from tui.reports import ReportFormat, format_of_file, report_formats
from tui.reports.saving import next_free


class Choice(Struct, frozen=True):
    """A format and a file."""

    format: ReportFormat
    path: Path

    def next_free(self) -> Choice:
        """The next name of the kind that no file has."""
        return replace(self, path=next_free(self.path, self.format.suffix))


class ExportScreen(ModalScreen[Choice]):
    """Returns the format and the file; another format changes the end of the file's name, another
    end the format.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.EXPORT.bindings]

    def __init__(self, choice: Choice, folder: Path, problem: str = "") -> None:
        """`choice`: what is offered. `folder`: where names without one lie. `problem`: why that could not be
        done.
        """
        super().__init__()
        self._choice = choice
        self._folder = folder
        self._problem = problem

    def compose(self) -> ComposeResult:
        """The formats above the name of the file."""
        with Vertical(id="export"):
            yield Static("Write a report", classes="dialog-title")
            yield OptionList(
                *(Option(f"{each.name:12}{each.label}") for each in report_formats().values()), compact=True
            )
            yield PathInput(suggester=Completion(self._folder), select_on_focus=False)
            yield Static(markup=False, classes="dialog-problem")
        yield Static(
            with_keys(
                self.app,
                "Enter writes · Tab goes to the file, → completes it · {export.close} closes",
            ),
            classes="dialog-keys",
        )

    def on_mount(self) -> None:
        """Offers the choice; what was refused is to be written otherwise."""
        formats = self.query_one(OptionList)
        formats.highlighted = [*report_formats()].index(self._choice.format.name)
        self.query_one(PathInput).show_end_of(str(self._choice.path))
        self._say(self._problem)
        self.set_focus(self.query_one(PathInput) if self._problem else formats)

    def action_leave(self) -> None:
        """Closes without a report."""
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _name_file(self, event: OptionList.OptionHighlighted) -> None:
        """Gives the file the end of the format's name, in the place of another format's."""
        formats = list(report_formats().values())
        highlighted = event.option_list.highlighted  # which typing may have changed since the event
        before, chosen = self._choice.format, formats[highlighted or 0]
        if chosen is not before:
            field = self.query_one(PathInput)
            self._choice = replace(self._choice, format=chosen)
            field.show_end_of(field.value.removesuffix(before.suffix) + chosen.suffix)

    @on(Input.Changed)
    def _take_format(self) -> None:
        """Chooses the format that the typed name ends like."""
        named = format_of_file(self.query_one(PathInput).value.strip())
        if named and named.suffix != self._choice.format.suffix:
            self._choice = replace(self._choice, format=named)
            self.query_one(OptionList).highlighted = [*report_formats()].index(named.name)

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _write(self) -> None:
        if name := self.query_one(PathInput).value.strip():
            self.dismiss(replace(self._choice, path=meant(name, self._folder)))
        else:
            self._say("Name a file to write.")

    def _say(self, problem: str) -> None:
        said = self.query_one(".dialog-problem", Static)
        said.update(visible(problem))
        said.display = bool(problem)


class ReplaceScreen(ModalScreen[bool]):
    """Asks whether a file is to be replaced (True) or another name taken (False); None for neither."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.REPLACE.bindings]

    def __init__(self, there: Path, free: Path) -> None:
        """`there`: the file that is there. `free`: the name that would be taken."""
        super().__init__()
        self._there = there
        self._free = free

    def compose(self) -> ComposeResult:
        """The two ways, the one that costs nothing first."""
        with Vertical(id="replace"):
            yield Static(
                visible(f"{self._there.name} is there already"), markup=False, classes="dialog-title"
            )
            yield OptionList(
                Option(Text(visible(f"Write {self._free.name}")), id="free"),
                Option(Text("Replace what is there"), id="replace"),
                compact=True,
            )
        yield Static(with_keys(self.app, "Enter chooses · {replace.close} goes back"), classes="dialog-keys")

    def action_leave(self) -> None:
        """Closes without a choice."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id == "replace")
