"""Which pair to read: the dialogs that offer recent ones and ask for two files."""

from __future__ import annotations

import os
from asyncio import wait_for
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text, TextType
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import DirectoryTree, Input, OptionList, Static, Tree
from textual.widgets.directory_tree import DirEntry
from textual.widgets.option_list import Option
from textual.widgets.tree import TreeNode

from tui.articles import STDIN, Article
from tui.desk import Recent
from tui.reader import place_bindings
from tui.reader.keys import with_keys
from tui.reader.page.wrapping import visible
from tui.reader.translating import result_of
from tui.reader.widgets.path_input import PathInput
from tui.resources import is_of_the_sample

if TYPE_CHECKING:
    from textual.worker import WorkType

Paths = tuple[str, str]
"""The files of the source and of the target."""
_PATIENCE = 2.0
"""Seconds after which a folder that does not answer is taken to be empty."""
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
    """A pair on two lines: its titles, and its files, whose names come first: a folder's may be long."""
    titles = visible(f"{pair.source_title} │ {pair.target_title}")
    paths = (pair.source, pair.target)
    chapters = [f", chapter {number}" for number in pair.chapters] if pair.chapters else ["", ""]
    folders = [os.path.dirname(path) for path in paths]  # noqa: PTH120 — a path that is no text stays one
    names = [os.path.basename(path) + told for path, told in zip(paths, chapters, strict=True)]  # noqa: PTH119
    where = " and ".join(dict.fromkeys(folders))
    text = Text(f"{titles}\n", no_wrap=True, overflow="ellipsis")
    return text.append(f"  {visible(f'{names[0]} │ {names[1]}  in {where}')}", "dim")


def meant(path: str, folder: Path) -> Path:
    """What a typed path means: `~` a home, and what is relative, what lies in a folder."""
    # Path.expanduser raises for a home that nobody has.
    return folder / os.path.expanduser(path.strip())  # noqa: PTH111


def folder_of(article: Article) -> Path:
    """Where files beside an article lie: its own folder, or the current one for the sample and for what came
    from standard input.
    """
    elsewhere = article.path == STDIN or is_of_the_sample(article.path)
    return Path.cwd() if elsewhere else Path(article.path).absolute().parent


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


class Completion(Suggester):
    """Completes a path by the first file or folder that begins so."""

    def __init__(self, folder: Path) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._folder = folder

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path, a folder with a slash at its end; None where nothing begins so."""
        beginning, name = os.path.split(value)
        if not name:
            return None
        folder = meant(beginning, self._folder)
        there = await result_of(lambda _: _first(folder, name))
        return os.path.join(beginning, there) if there else None  # noqa: PTH118 — as it was written


def _first(folder: Path, name: str) -> str:
    """The first entry of a folder whose name begins so, a folder with a slash at its end; empty for none."""
    with suppress(OSError), os.scandir(folder) as entries:  # a folder may hold very many files
        there = min((one for one in entries if one.name.startswith(name)), key=_name, default=None)
        if there is not None:
            return f"{there.name}/" if there.is_dir() else there.name
    return ""


def _entries(folder: Path) -> list[tuple[Path, bool]]:
    """What a folder holds but hidden files, and whether each is a folder: these first, then by name."""
    found: list[tuple[Path, bool]] = []
    with suppress(OSError), os.scandir(folder) as entries:  # which tells of a mount without asking its server
        found += ((Path(one.path), one.is_dir()) for one in entries if not one.name.startswith("."))
    return sorted(found, key=lambda entry: (not entry[1], entry[0].name.lower()))


class _Tree(DirectoryTree):
    """Files whose names steer no terminal; hidden ones are typed, not looked for.

    Textual asks each file what it is while keys wait, and the end of the app waits for its threads: here a
    folder is read in a thread that nobody waits for, since its server may be gone.
    """

    ICON_NODE, ICON_NODE_EXPANDED, ICON_FILE = "▸ ", "▾ ", ""

    @work(exit_on_error=False)
    async def _load_directory(self, node: TreeNode[DirEntry]) -> list[Path]:
        assert node.data is not None
        folder = node.data.path
        found: list[tuple[Path, bool]] = []
        with suppress(TimeoutError):  # the dialog opens when its tree is read
            found = await wait_for(result_of(lambda _: _entries(folder)), _PATIENCE)
        self._folders.update(path for path, is_folder in found if is_folder)
        return [path for path, _ in found]

    @cached_property
    def _folders(self) -> set[Path]:
        return set()

    def _populate_node(self, node: TreeNode[DirEntry], content: Iterable[Path]) -> None:
        node.remove_children()
        for path in content:
            node.add(path.name, data=DirEntry(path), allow_expand=path in self._folders)
        node.expand()

    async def _on_tree_node_expanded(self, event: Tree.NodeExpanded[DirEntry]) -> None:
        """Reads a folder; Textual's own asks first what it is, and until that is told no dialog is closed."""
        event.stop()
        event.prevent_default()
        if event.node.data is not None:
            await self._add_to_load_queue(event.node)

    async def _on_tree_node_selected(self, event: Tree.NodeSelected[DirEntry]) -> None:
        """Says which file was chosen."""
        event.stop()
        event.prevent_default()
        if event.node.data is not None and not event.node.allow_expand:
            self.post_message(self.FileSelected(event.node, event.node.data.path))

    def process_label(self, label: TextType) -> Text:
        """The name as it is drawn."""
        return Text(visible(str(label)))


class FilesScreen(ModalScreen[Paths]):
    """Asks for two files: typed, or chosen in the tree; Enter on the second opens them.

    A path is completed while it is typed, and the tree shows the folder it leads to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.FILES.bindings]

    def __init__(self, folder: Path, typed: Paths = ("", ""), problem: str = "") -> None:
        """`typed`: what stands in the fields. `problem`: why that could not be opened."""
        super().__init__()
        self._folder = folder
        self._typed = typed
        self._problem = problem

    def on_mount(self) -> None:
        """Puts what was typed back, and marks what the problem is about."""
        self.query_one(".dialog-problem").display = bool(self._problem)
        fields = list(self.query(PathInput))
        for field, path in zip(fields, self._typed, strict=True):
            field.show_end_of(path)
            field.set_class(bool(path) and path in self._problem, "-wrong")
        wrong = [field for field in fields if field.has_class("-wrong")]
        self.set_focus((wrong or fields)[0])

    def compose(self) -> ComposeResult:
        """Two fields above the tree of the folder."""
        with Vertical(id="files"):
            yield Static("Open two files", classes="dialog-title")
            completion = Completion(self._folder)
            for side, hint in (("source", "Source: the original"), ("target", "Target: its other version")):
                yield PathInput(
                    placeholder=hint,
                    suggester=completion,
                    select_on_focus=False,
                    id=f"{side}-file",
                )
            yield Static(visible(self._problem), markup=False, classes="dialog-problem")
            yield _Tree(self._folder)
        yield Static(
            with_keys(
                self.app, "→ completes · Tab goes to the tree, Enter takes a file · {files.close} closes"
            ),
            classes="dialog-keys",
        )

    def action_leave(self) -> None:
        """Closes without a choice."""
        self.dismiss(None)

    @on(Input.Changed)
    def _follow(self, event: Input.Changed) -> None:
        """Shows the folder of what is typed in the tree."""
        folder = meant(os.path.dirname(event.value), self._folder)  # noqa: PTH120
        # Not a coroutine: one that is replaced before its turn would never be awaited.
        showing: WorkType[None] = partial(self._show, folder)
        self.run_worker(showing, exclusive=True, group="folder")

    async def _show(self, folder: Path) -> None:
        tree = self.query_one(DirectoryTree)
        is_folder = await result_of(lambda _: os.path.isdir(folder))  # noqa: PTH112 — Path.is_dir may raise
        if is_folder and folder != Path(tree.path):
            tree.path = folder

    @on(DirectoryTree.FileSelected)
    def _take(self, event: DirectoryTree.FileSelected) -> None:
        empty = [field for field in self.query(Input) if not field.value.strip()]
        field = empty[0] if empty else self.query_one("#target-file", Input)
        field.value = str(event.path)
        if len(empty) == 1:
            field.focus()

    @on(Input.Submitted)
    def _go_on(self) -> None:
        source, target = (str(meant(field.value, self._folder)) for field in self.query(Input))
        empty = [field for field in self.query(Input) if not field.value.strip()]
        if empty:
            empty[0].focus()
        else:
            self.dismiss((source, target))
