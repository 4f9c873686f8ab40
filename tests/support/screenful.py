"""What is on the screen of a running app, as a person sees it: characters and how they look."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from textual.app import App
from textual.strip import Strip


@dataclass(frozen=True)
class Screenful:
    """The strips of one frame."""

    strips: tuple[Strip, ...]

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, blanks at their ends left out."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def line_of(self, words: str) -> int:
        """The number of the first line that shows `words`."""
        return next(y for y, line in enumerate(self.lines) if words in line)

    def style_of(self, words: str) -> Style:
        """The style of the first character of the first place that shows `words`."""
        y = self.line_of(words)
        return self.style_at(cell_len(self.lines[y].split(words)[0]), y)

    def style_at(self, x: int, y: int) -> Style:
        """The style of one cell."""
        at = 0
        for segment in self.strips[y]:
            at += segment.cell_length
            if x < at:
                return segment.style or Style.null()
        return Style.null()


def screenful(app: App[None]) -> Screenful:
    """The present frame of an app."""
    return Screenful(tuple(app.screen._compositor.render_strips()))
