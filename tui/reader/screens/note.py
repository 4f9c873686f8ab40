"""A note of any number of lines, over the page."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui.reader import place_bindings
from tui.reader.keys import with_keys
from tui.reader.page.wrapping import visible
from tui.reader.widgets.in_order import act_in_order


class _NoteText(TextArea):
    """The lines of a note."""

    async def on_key(self, event: events.Key) -> None:
        """Edits in the order of the keys."""
        await act_in_order(self, event)


class NoteScreen(ModalScreen[str | None]):
    """Returns the note when it is kept; None when it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.NOTE.bindings]

    def __init__(self, about: str, note: str) -> None:
        """`about`: one line on what the note is put on."""
        super().__init__()
        self._about = about
        self._note = note

    def compose(self) -> ComposeResult:
        """What it is about, the text and the key."""
        with Vertical(id="note"):
            yield Static(visible(self._about), markup=False, classes="dialog-title")
            yield _NoteText(self._note, soft_wrap=True, tab_behavior="focus", compact=True, id="note-text")
        yield Static(
            with_keys(
                self.app,
                "{note.keep} keeps the note, {note.leave} leaves it as it was; an empty one goes",
            ),
            classes="dialog-keys",
        )

    def on_mount(self) -> None:
        """Begins at the end of what is there."""
        text = self.query_one(TextArea)
        text.move_cursor(text.document.end)
        self.set_focus(text)  # at once: `focus` would let the next key pass by

    def action_leave(self) -> None:
        """Closes without the note."""
        self.dismiss(None)

    def action_keep(self) -> None:
        """Closes with the note."""
        self.dismiss(self.query_one(TextArea).text.strip())
