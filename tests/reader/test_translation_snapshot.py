"""The translation panel as a picture: a change that someone would see is one that someone looked at."""

from typing import Any

from reading import Reading
from textual.pilot import Pilot
from translation_pair import SOURCE, STUDY, TARGET, equipped

from tui.reader import ReaderApp
from tui.translation import Shelf


async def _translated(pilot: Pilot[None]) -> None:
    app = pilot.app
    assert isinstance(app, ReaderApp)
    reader = Reading(app, pilot)
    await pilot.pause()
    await reader.finish()
    await reader.press("t", "l")
    await reader.until("‹restores›")
    await reader.finish()


def test_panel(snap_compare: Any, stocked: Shelf) -> None:
    """Two sentences, the second under the cursor and parted from its source."""
    app = ReaderApp(SOURCE, TARGET, study=STUDY, engines=equipped(stocked))
    assert snap_compare(app, terminal_size=(120, 30), run_before=_translated)
