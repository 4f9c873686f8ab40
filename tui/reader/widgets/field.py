"""A line to write in, below or beside the page: while it is open the footer shows its keys."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from tui.reader import place_bindings
from tui.reader.widgets.in_order import act_in_order


class Field(Input):
    """One line, plain.

    What Enter does is done at once: the next key may come before a message has arrived.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.FIELD.bindings]

    def __init__(
        self, placeholder: str, take: Callable[[str], object], *, restrict: str | None = None
    ) -> None:
        """`take`: what Enter does with what is written; it may be something to wait for. `restrict`: an
        expression that what is written has to match.
        """
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, restrict=restrict)
        self._take = take

    async def on_key(self, event: events.Key) -> None:
        """Edits in the order of the keys."""
        await act_in_order(self, event)

    async def action_submit(self) -> None:
        """Takes what is written."""
        done = self._take(self.value)
        if isawaitable(done):
            await done
