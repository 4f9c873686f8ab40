"""Painting pieces of text with the component styles of a widget."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.page.drawing import Piece


class Painter(Widget):
    """A widget that paints lines of pieces: each name on a piece is a component class of the widget."""

    PREFIX: ClassVar[str]
    """What stands before `--` and the name in the style sheet."""

    _painted_styles: dict[tuple[str, ...], Style]

    @cached_property
    def _painted(self) -> dict[int, Strip]:
        """The lines as they stand on the screen."""
        return {}

    def paint(self, y: int) -> Strip:
        """Line `y` as it is to be, which a widget says; here it is blank."""
        return self.strip_of((), self.size.width if y < self.size.height else 0)

    def render_line(self, y: int) -> Strip:
        """Paints line `y`."""
        strip = self._painted[y] = self.paint(y)
        return strip

    def repaint(self) -> None:
        """Sends the cells that are to be otherwise than they stand: over a slow connection bytes are time."""
        width, height = self.size
        for y in range(height):
            before, after = self._painted.get(y), self.paint(y)
            if before is None or before.cell_length != after.cell_length:
                self.refresh(Region(0, y, width, 1))
            elif before != after:
                # What stands before in the line is sent in any case.
                self.refresh(Region(0, y, _last_difference(before, after), 1))

    def strip_of(self, pieces: Iterable[Piece], width: int) -> Strip:
        """The pieces as a strip of exactly `width` cells, later names painted over earlier ones."""
        segments = [Segment(text, self._style(names)) for text, names in pieces if text]
        return Strip(segments).adjust_cell_length(width, self._style(())).simplify()

    def on_focus(self, event: events.Focus) -> None:
        """Takes the keys; Textual would paint all of it again."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Lets go of the keys."""
        event.prevent_default()
        self.has_focus = False

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Looks the same with and without the keys, unless a widget says otherwise: no style is asked for."""

    def notify_style_update(self) -> None:
        """Forgets the styles of the theme before."""
        super().notify_style_update()
        self._painted_styles = {}
        self._painted.clear()

    def _style(self, names: tuple[str, ...]) -> Style:
        style = self._painted_styles.get(names)
        if style is None:
            classes = [f"{self.PREFIX}--{name}" for name in names]
            style = self.get_visual_style(*classes).rich_style
            for name in classes:  # the visual style forgets reverse
                style += self.get_component_styles(name).text_style
            self._painted_styles[names] = style
        return style


def _last_difference(before: Strip, after: Strip) -> int:
    """The cell behind the last in which two strips of one length differ."""
    ours, theirs = _cells(before), _cells(after)
    if len(ours) != len(theirs):
        return after.cell_length
    pairs = enumerate(zip(ours, theirs, strict=True), start=1)
    return max((stop for stop, (old, new) in pairs if old != new), default=0)


def _cells(strip: Strip) -> list[tuple[str, Style | None, int]]:
    """What stands in each cell, in which style, and which cell of its character it is."""
    cells: list[tuple[str, Style | None, int]] = []
    for text, style, _ in strip:
        for character in text:
            wide = cell_len(character)
            if wide:
                cells += [(character, style, part) for part in range(wide)]
            elif cells:
                last, of, part = cells[-1]
                cells[-1] = last + character, of, part
    return cells
