"""What a part of the reading screen is, and what every part can do with the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from tui.reader.page.answers import none_in_hand

if TYPE_CHECKING:
    from tui.comparison import Finding
    from tui.reader.page.state import State
    from tui.reader.screens.reading import ReadingScreen


class Closable(Struct, frozen=True, eq=False):
    """Something that can be opened, and that Esc closes when it was opened last."""

    is_open: Callable[[], bool]
    close: Callable[[], object]


class Part:
    """One subject of the reading screen: a few verbs, and what they need."""

    VERBS: ClassVar[tuple[str, ...]] = ()
    """The methods that keys call, by name; a key's action is `do('name', …)`."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    @property
    def state(self) -> State:
        """Where the reader stands."""
        return self.screen.state

    def in_hand(self) -> Finding | None:
        """The finding under the cursor; where there is none, that is said."""
        if self.state.current is None:
            self.screen.hint(none_in_hand(self.state))
        return self.state.current

    def mounted(self) -> None:
        """Called once, when the widgets are there."""

    def leaving(self) -> None:
        """Called once, when the reader is left."""

    def follow(self, before: State) -> None:
        """Called after every new state; `before` is the one it replaced."""

    def closables(self) -> Iterable[Closable]:
        """What the part opens and Esc closes."""
        return ()


class Opened:
    """What is open at present, in the order in which it was opened."""

    def __init__(self, closables: Iterable[Closable]) -> None:
        self._closables = tuple(closables)
        self._open: list[Closable] = []

    def notice(self) -> None:
        """Takes note of what was opened or closed since the last look."""
        self._open = [one for one in self._open if one.is_open()]
        self._open += [one for one in self._closables if one not in self._open and one.is_open()]

    def close_last(self) -> bool:
        """Closes what was opened last; False when nothing is open."""
        self.notice()
        if not self._open:
            return False
        self._open.pop().close()
        return True
