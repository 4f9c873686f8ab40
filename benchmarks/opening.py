"""What opening the list, the help or the palette costs, against a move of the cursor.

    python -m benchmarks.opening

Presses each key fifty times, in turn with the others, on an article of two hundred rows. Times are from the
key to the painted frame with what was opened on it; medians of one run.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from textual import events

from benchmarks.drawing import SIZE, article, study
from tui.reader import ReaderApp
from tui.reader.screens.reading import ReadingScreen
from tui.reader.widgets.findings_list import FindingsPanel
from tui.reader.widgets.help import Help
from tui.reader.widgets.palette import Palette

ROWS = 200
PRESSES = 50
AIM = 3.0
"""How many times a move of the cursor each may take."""


async def timed(app: ReaderApp, key: str, is_there: Callable[[], bool]) -> float:
    """Seconds from a key until what it brings has been painted."""
    assert app._driver
    painted = asyncio.Event()
    begun = time.perf_counter()
    app._driver.send_message(events.Key(key, key if len(key) == 1 else None))
    while not is_there():
        await asyncio.sleep(0.0002)
    app.screen.call_after_refresh(painted.set)
    await painted.wait()
    return time.perf_counter() - begun


async def main() -> None:
    """Prints the medians and how many times that of a move each is."""
    took: dict[str, list[float]] = {"move": [], "list": [], "help": [], "palette": []}
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk.db"
        app = ReaderApp(article(ROWS, "en", 1), article(ROWS, "it", 2), study=study, desk=desk)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            listed, helping = screen.query_one(FindingsPanel), screen.query_one(Help)
            palette = screen.query_one(Palette)
            for _ in range(PRESSES):
                await pilot.press(
                    "g"
                )  # an opened list has gone on to a finding, and `j` must have a row below
                row = screen.state.row
                took["move"].append(await timed(app, "j", lambda row=row: screen.state.row != row))  # type: ignore[misc]
                took["list"].append(await timed(app, "f", lambda: bool(listed.display)))
                await pilot.press("f")
                took["help"].append(await timed(app, "question_mark", lambda: bool(helping.display)))
                await pilot.press("escape")
                took["palette"].append(await timed(app, "ctrl+p", lambda: bool(palette.display)))
                await pilot.press("escape")
                await pilot.pause()
    medians = {name: statistics.median(times) for name, times in took.items()}
    for name, median in medians.items():
        print(f"{name:8}{median * 1000:7.1f} ms {median / medians['move']:6.2f} times a move")
    slow = [name for name, median in medians.items() if median > AIM * medians["move"]]
    print("aim", f"missed by {', '.join(slow)}" if slow else "met", f"({AIM:g} times)")


if __name__ == "__main__":
    asyncio.run(main())
