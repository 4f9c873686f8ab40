"""Which pair to read: the dialogs that offer recent ones and ask for two files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.desk import Recent
from tui.reader import place_bindings
from tui.reader.keys import with_keys
from tui.reader.wrapping import visible

Paths = tuple[str, str]
"""The files of the source and of the target."""
SAMPLE = -1
FILES = -2


class RecentScreen(ModalScreen[int]):
    """Returns the index of the recent pair chosen, `SAMPLE` or `FILES`; the sample where none is."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.RECENT.bindings]

    def __init__(self, pairs: Sequence[Recent]) -> None:
        super().__init__()
        self._pairs = pairs

    def compose(self) -> ComposeResult:
        """The pairs, the latest first, then the sample and other files."""
        with Vertical(id="recent"):
            yield Static("What do you want to read?", classes="dialog-title")
            yield OptionList(
                *(Option(_told(pair), id=str(index)) for index, pair in enumerate(self._pairs)),
                Option("The sample pair", id=str(SAMPLE)),
                Option("Two other files …", id=str(FILES)),
                compact=True,
            )
            yield Static(
                with_keys(self.app, "Enter opens · {recent.sample} reads the sample"), classes="dialog-keys"
            )

    def action_down(self) -> None:
        """Goes to the next pair."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Goes to the pair before."""
        self.query_one(OptionList).action_cursor_up()

    def action_sample(self) -> None:
        """Closes with the sample."""
        self.dismiss(SAMPLE)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option_id or SAMPLE))


def _told(pair: Recent) -> Text:
    """A pair on two lines: its titles, and where it lies."""
    titles = visible(f"{pair.source_title} │ {pair.target_title}")
    files = visible(f"{pair.source}  {pair.target}")
    text = Text(f"{titles}\n", no_wrap=True, overflow="ellipsis")
    return text.append(f"  {files}", "dim")


class FilesScreen(ModalScreen[Paths]):
    """Asks for two files: typed, or chosen in the tree; Enter on the second opens them."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.FILES.bindings]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """Two fields above the tree of the folder."""
        with Vertical(id="files"):
            yield Static("Open two files", classes="dialog-title")
            yield Input(placeholder="Source: the original", compact=True, id="source-file")
            yield Input(placeholder="Target: its other version", compact=True, id="target-file")
            yield DirectoryTree(self._folder)
            yield Static(
                with_keys(self.app, "Tab goes to the tree, Enter takes a file · {files.close} closes"),
                classes="dialog-keys",
            )

    def action_leave(self) -> None:
        """Closes without a choice."""
        self.dismiss(None)

    @on(DirectoryTree.FileSelected)
    def _take(self, event: DirectoryTree.FileSelected) -> None:
        empty = [field for field in self.query(Input) if not field.value.strip()]
        field = empty[0] if empty else self.query_one("#target-file", Input)
        field.value = str(event.path)
        if len(empty) == 1:
            field.focus()

    @on(Input.Submitted)
    def _go_on(self) -> None:
        source, target = (str(Path(field.value.strip()).expanduser()) for field in self.query(Input))
        empty = [field for field in self.query(Input) if not field.value.strip()]
        if empty:
            empty[0].focus()
        else:
            self.dismiss((source, target))
