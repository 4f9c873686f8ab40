"""A line to write in, below or beside the page: while it is open the footer shows its keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from tui.reader import place_bindings


class Field(Input):
    """One line, plain."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.FIELD.bindings]

    def __init__(self, placeholder: str, *, restrict: str | None = None) -> None:
        """`restrict`: an expression that what is written has to match."""
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, restrict=restrict)
