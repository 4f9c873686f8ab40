"""The whole article in one column beside the scrollbar: where the findings lie, and what is in view."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.strip import Strip

from tui.reader.page.drawing import Piece
from tui.reader.page.layout import Layout
from tui.reader.page.state import State
from tui.reader.widgets.painting import Painter

_SIGNS = {"facts": "◆", "missing": "▪", "words": "·"}
"""By layer, from the loudest: told apart by shape before colour."""
_LOUDEST_FIRST = tuple(_SIGNS)


def signs(layout: Layout, state: State, height: int) -> list[str]:
    """The loudest layer with a finding on the lines that each of `height` cells stands for, or nothing."""
    cells = [""] * height
    for finding, row in zip(state.edition.findings, state.edition.finding_rows, strict=True):
        if not state.shown(finding) or state.verdict(finding) == "dismissed" or not height:
            continue
        cell = min(height - 1, layout.bounds(row)[0] * height // max(height, layout.height))
        if not cells[cell] or _LOUDEST_FIRST.index(finding.layer) < _LOUDEST_FIRST.index(cells[cell]):
            cells[cell] = finding.layer
    return cells


class Minimap(Painter):
    """One column, one cell a line of the screen."""

    PREFIX = "minimap"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "minimap--view",
        *(f"minimap--{layer}" for layer in _SIGNS),
    }

    def __init__(self, go: Callable[[float], object]) -> None:
        """`go`: goes to a place, given as how far down the page it is, 0 to 1."""
        super().__init__()
        self._go = go
        self._of: tuple[object, ...] = ()
        self._cells: list[str] = []
        self._view = (0, 0)

    def show(self, layout: Layout, state: State, view: tuple[int, int]) -> None:
        """Shows where the findings of a page lie, and which of its lines are in view (from, to)."""
        height = self.size.height
        before = self._cells, self._view
        of = layout, state.layers, state.open_only, state.sheet.version, height
        if of != self._of:
            self._cells = signs(layout, state, height)
            self._of = of
        if layout.height <= height:
            self._view = 0, 0  # all of it is in view, which needs no saying
        else:
            self._view = view[0] * height // layout.height, -(-view[1] * height // layout.height)
        if (self._cells, self._view) != before:
            self.repaint()

    def paint(self, y: int) -> Strip:
        """Paints one cell."""
        layer = self._cells[y] if y < len(self._cells) else ""
        in_view = self._view[0] <= y < self._view[1]
        ground = ("view",) if in_view else ()
        piece: Piece = (_SIGNS[layer], (*ground, layer)) if layer else (" ", ground)
        return self.strip_of((piece,), 1)

    def on_click(self, event: events.Click) -> None:
        """Goes to the place under the mouse."""
        self._go(event.y / max(1, self.size.height - 1))
