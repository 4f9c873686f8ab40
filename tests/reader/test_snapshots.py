"""Screens as someone sees them: a change in one is a change that someone looked at.

Six as text, each at one size, to be read in review; as pictures only what colour means. What was looked at
and found right is written down with `--snapshot-update`.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import Any, Protocol

import pytest
import translation_pair
from reader_pair import SOURCE, TARGET, study_by_hand, study_waiting_for
from reading import Reading, reading
from textual.pilot import Pilot

from tui.config import Config
from tui.reader import ReaderApp
from tui.translation import Shelf

Before = Callable[[Pilot[None]], Awaitable[None]]
FINDING = "right_square_bracket"


class Compare(Protocol):
    def __call__(self, app: ReaderApp, *, terminal_size: tuple[int, int], run_before: Before) -> bool: ...


@dataclass(frozen=True)
class Screen:
    """What is pressed at which size, what to wait for after that, and the settings that are not usual."""

    size: tuple[int, int]
    keys: tuple[str, ...]
    until: str
    settings: Mapping[str, Any] = field(default_factory=dict)


SCREENS = {
    "reader": Screen((120, 30), (FINDING, "c", FINDING, FINDING), "finding 3"),
    "list below": Screen((120, 40), (FINDING, "c", FINDING, "x", "f", "j", "j", "j"), "finding 5"),
    "list beside": Screen((180, 30), (FINDING, "c", "f", "S", "1"), "facts hidden"),
    "translation": Screen((120, 24), ("t", "l"), "‹restores›"),
    "stacked": Screen((80, 24), ("j", "l"), "S2/7", {"density": "compact"}),
    "help": Screen((100, 30), ("question_mark", *"counterpart"), "Go to the counterpart"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_screen(name: str, snapshot: object, stocked: Shelf) -> None:
    """As text, line by line."""
    screen = SCREENS[name]
    pair, study = (SOURCE, TARGET), study_by_hand()
    if name == "translation":
        pair, study = (translation_pair.SOURCE, translation_pair.TARGET), translation_pair.STUDY
    async with reading(
        *pair,
        size=screen.size,
        study=study,
        engines=translation_pair.equipped(stocked),
        config=Config(**screen.settings),
    ) as reader:
        for key in screen.keys:
            await reader.press(key)
        await reader.until(screen.until)
        assert (await reader.finish()).text == snapshot


async def test_plain_order_while_aligning() -> None:
    """Both texts beside each other, and a third of the rule thick."""
    gate = Event()
    async with reading(size=(120, 30), study=study_waiting_for(gate), wait=False) as reader:
        page = await reader.until("━")
        assert page.lines[1].count("━") == 40
        assert "not compared yet" in page.text
        assert "Faro in vendita" in page.lines[page.line_of("A lighthouse for sale")]
        gate.set()
        await reader.finish()


def pressed(*keys: str, until: str) -> Before:
    """Waits until the findings are there, presses keys and waits for what they bring."""

    async def run(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReaderApp)
        reader = Reading(pilot.app, pilot)
        await reader.finish()
        for key in keys:
            await reader.press(key)
        await reader.until(until)
        await reader.finish()

    return run


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast"])
def test_colours(theme: str, snap_compare: Compare) -> None:
    """A finding confirmed, one dismissed, one under the cursor, in the colours of a theme."""
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand(), config=Config(theme=theme))
    run = pressed(FINDING, "c", FINDING, FINDING, "x", "g", FINDING, until="finding 1")
    assert snap_compare(app, terminal_size=(120, 30), run_before=run)


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    """Underline, reverse, bold, italic and glyphs say it all."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand())
    run = pressed(FINDING, "c", "slash", "f", "a", "r", "enter", until="match")
    assert snap_compare(app, terminal_size=(120, 30), run_before=run)
