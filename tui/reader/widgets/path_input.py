"""A field for the path of a file: its end is what one wants to see, and a name in it steers no terminal."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from tui.printable import printable_places
from tui.reader.widgets.in_order import act_in_order


class _Printable(Highlighter):
    """Shows what would steer the terminal, a character for a character."""

    def highlight(self, text: Text) -> None:
        text.plain = printable_places(text.plain)


class PathInput(Input):
    """One line for a path."""

    def __init__(
        self,
        *,
        placeholder: str = "",
        suggester: Suggester | None = None,
        select_on_focus: bool = True,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(
            placeholder=placeholder,
            suggester=suggester,
            select_on_focus=select_on_focus,
            highlighter=_Printable(),
            compact=True,
            id=id,
        )

    async def on_key(self, event: events.Key) -> None:
        """Edits in the order of the keys."""
        await act_in_order(self, event)

    def show_end_of(self, path: str) -> None:
        """Holds a path, with the cursor behind it."""
        self.value = path
        self.cursor_position = len(path)

    def on_resize(self) -> None:
        """Shows the end in the room there is now."""
        if self.cursor_at_end:
            self.scroll_to(x=self.virtual_size.width, animate=False, force=True)
