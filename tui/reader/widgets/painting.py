"""Painting pieces of text with the component styles of a widget."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.page.drawing import Piece


class Painter(Widget):
    """A widget that paints lines of pieces: each name on a piece is a component class of the widget."""

    PREFIX: ClassVar[str]
    """What stands before `--` and the name in the style sheet."""

    _painted_styles: dict[tuple[str, ...], Style]

    def strip_of(self, pieces: Iterable[Piece], width: int) -> Strip:
        """The pieces as a strip of exactly `width` cells, later names painted over earlier ones."""
        segments = [Segment(text, self._style(names)) for text, names in pieces if text]
        return Strip(segments).adjust_cell_length(width, self._style(()))

    def notify_style_update(self) -> None:
        """Forgets the styles of the theme before."""
        super().notify_style_update()
        self._painted_styles = {}

    def _style(self, names: tuple[str, ...]) -> Style:
        style = self._painted_styles.get(names)
        if style is None:
            classes = [f"{self.PREFIX}--{name}" for name in names]
            style = self.get_visual_style(*classes).rich_style
            for name in classes:  # the visual style forgets reverse
                style += self.get_component_styles(name).text_style
            self._painted_styles[names] = style
        return style
