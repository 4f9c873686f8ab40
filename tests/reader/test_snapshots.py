"""Pictures: a change that someone would see is one that someone looked at.

Six screens in three sizes, dark and light in turn, and two that only one size is needed for.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import pytest
import translation_pair
from reader_pair import SOURCE, TARGET, study_by_hand, study_going_on
from reading import Reading
from textual.pilot import Pilot
from textual.widgets import TextArea

from tui.config import Config
from tui.reader import ReaderApp
from tui.translation import Shelf

Before = Callable[[Pilot[None]], Awaitable[None]]
SIZES = ((80, 24), (120, 40), (200, 60))


class Compare(Protocol):
    def __call__(self, app: ReaderApp, *, terminal_size: tuple[int, int], run_before: Before) -> bool: ...


@dataclass(frozen=True)
class Screen:
    """What is pressed, what to wait for after that, and the settings that are not the usual ones."""

    keys: tuple[str, ...]
    until: str
    settings: Mapping[str, Any]


FINDING = "right_square_bracket"
SCREENS = {
    "reader": Screen((FINDING, "c", FINDING, FINDING), "finding 3", {}),
    "findings": Screen((FINDING, "c", FINDING, "x", "f", "j", "j", "j"), "finding 5", {}),
    "panel": Screen(("t", "l"), "‹restores›", {}),
    "help": Screen(("question_mark",), "Go to the row below", {}),
    "dialog": Screen((FINDING, "c", "e", *"ask", "enter", *"Ada"), "Ada", {}),
    "stacked": Screen(("j", "l"), "row 2", {"layout": "stacked", "density": "compact", "ruler": True}),
}
THEMES = ("dark", "light")


def pressed(*keys: str, until: str = "") -> Before:
    """Waits until the findings are there, presses keys and waits for what they bring."""

    async def run(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReaderApp)
        reader = Reading(pilot.app, pilot)
        await reader.finish()
        for key in keys:
            await reader.press(key)
        for line in pilot.app.screen.query(TextArea):
            line.cursor_blink = False
        await reader.until(until)
        await reader.finish()

    return run


def reader(theme: str = "dark") -> ReaderApp:
    return ReaderApp(SOURCE, TARGET, study=study_by_hand(), config=Config(theme=theme))


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, size: tuple[int, int], snap_compare: Compare, stocked: Shelf) -> None:
    screen = SCREENS[name]
    theme = THEMES[([*SCREENS].index(name) + SIZES.index(size)) % 2]
    config = Config(theme=theme, **screen.settings)
    if name == "panel":
        pair, study = (translation_pair.SOURCE, translation_pair.TARGET), translation_pair.STUDY
    else:
        pair, study = (SOURCE, TARGET), study_by_hand()
    app = ReaderApp(*pair, study=study, engines=translation_pair.equipped(stocked), config=config)
    run = pressed(*screen.keys, until=screen.until)
    assert snap_compare(app, terminal_size=size, run_before=run)


def test_plain_order_while_aligning(snap_compare: Compare) -> None:
    """Both texts and a third of the rule."""

    async def run(pilot: Pilot[None]) -> None:
        for _ in range(20):
            await pilot.pause(0.02)

    app = ReaderApp(SOURCE, TARGET, study=study_going_on(), config=Config(theme="colour-blind"))
    assert snap_compare(app, terminal_size=(120, 30), run_before=run)


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    """Underline, reverse, bold, italic and glyphs say it all."""
    monkeypatch.setenv("NO_COLOR", "1")
    run = pressed("slash", "f", "a", "r", "enter")
    assert snap_compare(reader(), terminal_size=(120, 40), run_before=run)
