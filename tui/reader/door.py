"""The reader's door to the terminal: every line of every widget passes it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.printable import STEERING


class Door(LineFilter):
    """Leaves out of a line what would steer the terminal.

    Such a character takes no cell, so a line keeps its width; half a character, which takes one, is replaced.
    Where text of others is shown, `visible` has put a mark in its place before; this holds where somebody
    forgot it.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments, unless there is something to leave out."""
        if not any(STEERING.search(segment.text) for segment in segments):
            return segments
        return [segment if segment.control else _passed(segment) for segment in segments]


def _passed(segment: Segment) -> Segment:
    text = STEERING.sub(lambda match: "\ufffd" if match[0] >= "\ud800" else "", segment.text)
    return Segment(text, segment.style)
