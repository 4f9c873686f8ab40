"""What frames the page: the masthead, the rules with the progress of the work, and the status."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui.reader.keys import with_keys
from tui.reader.page.layout import Pane
from tui.reader.page.listing import counted_at
from tui.reader.page.masthead import COUNTED, masthead
from tui.reader.page.state import Column, State
from tui.reader.page.status import status
from tui.reader.page.words import Pieces
from tui.reader.widgets.painting import Painter

_FRAME_PARTS = (
    "title",
    "quiet",
    "rule",
    "count",
    "kind",
    "quoted",
    "error",
    "decided",
    "hidden",
    *COUNTED,
)
_LOW = 20
"""Lines of the terminal under which the page needs each of them."""
_SEVERITY_PARTS = ("severity-critical", "severity-major", "severity-minor")


class Masthead(Painter):
    """Titles, languages and counts, above the panes they belong to."""

    PREFIX = "frame"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"frame--{part}" for part in (*_FRAME_PARTS, *_SEVERITY_PARTS)}

    def __init__(self, state: State, show_only: Callable[[Column, str], object]) -> None:
        """`show_only`: lists the findings that have one value of a column."""
        super().__init__()
        self._state = state
        self._show_only = show_only
        self._panes: tuple[Pane, ...] = ()

    def show(self, state: State, panes: tuple[Pane, ...]) -> None:
        """Shows the titles and counts of a state above its panes."""
        self._state, self._panes = state, panes
        self.repaint()

    def paint(self, y: int) -> Strip:  # noqa: ARG002
        """Paints the one line."""
        return self.strip_of(self._line(), self.size.width)

    def _line(self) -> Pieces:
        return masthead(self._state, self._panes, self.size.width) if self._panes else ()

    def on_click(self, event: events.Click) -> None:
        """Asks for the findings that a count counts."""
        if counted := counted_at(self._line(), event.x):
            self._show_only(*counted)


class Rule(Painter):
    """The thin line between masthead or status and page; it thickens from the left as work is done."""

    PREFIX = "rule"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rule--thin", "rule--done"}

    progress: reactive[float] = reactive(0.0)
    """How much of the work is done, 0 to 1; at either end the line is thin."""

    def __init__(self, joint: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._joint_character = joint
        self._joint: int | None = None

    def join(self, panes: tuple[Pane, ...]) -> None:
        """Meets the rule between the panes where there is one."""
        self._joint = panes[1].x - 1 if len({pane.x for pane in panes}) == 2 else None
        self.repaint()

    def paint(self, y: int) -> Strip:  # noqa: ARG002
        """Paints the one line."""
        width = self.size.width
        done = round(width * self.progress) if self.progress < 1 else 0
        line = "─" * width
        if self._joint is not None and self._joint < width:
            line = line[: self._joint] + self._joint_character + line[self._joint + 1 :]
        return self.strip_of((("━" * done, ("done",)), (line[done:], ("thin",))), width)


class StatusArea(Painter):
    """The lines on the finding or the row under the cursor; an error takes the first."""

    PREFIX = "frame"
    COMPONENT_CLASSES: ClassVar[set[str]] = Masthead.COMPONENT_CLASSES

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def show(self, state: State) -> None:
        """Shows the words for a state, in as many lines as they take."""
        self._state = state
        self.styles.height = len(self._lines())
        self.repaint()

    def on_resize(self) -> None:
        """Takes the lines that are needed at the new width."""
        self.styles.height = len(self._lines())

    def _lines(self) -> tuple[Pieces, ...]:
        is_low = self.app.size.height < _LOW
        return status(self._state, max(1, self.size.width), partial(with_keys, self.app), is_low=is_low)

    def paint(self, y: int) -> Strip:
        """Paints one of the lines."""
        lines = self._lines()
        return self.strip_of(lines[y] if y < len(lines) else (), self.size.width)
