"""What a key press costs while a long article is translated, against the same presses without.

    python -m benchmarks.responsiveness

Presses `j` and `k` two hundred times with the panel open on rows that are translated already, then as often
while the rest of the article is being translated; times are from the key to the painted frame, medians of
one run.
The model is a benchmark model: it has the size of a real one (6 and 6 layers, 512 dimensions, 32,000 pieces,
int8) and weights that mean nothing, so that no data is needed.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from textual import events

from benchmarks.drawing import SIZE, article, study
from tui.alignment import standard_encoder
from tui.reader import ReaderApp
from tui.reader.screens.reading import ReadingScreen
from tui.reader.translating import Equipment, article_sentences
from tui.translation import Cache, Shelf, argos_translator, install_file, is_any_at_work

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from argos_package import Shape, write_package

ROWS, WALKED, PRESSES, AIM = 400, 10, 200, 2.0
REAL = Shape(6, 6, 8, 512, 2048, quantization="int8", noise=True)


async def presses(app: ReaderApp, screen: ReadingScreen) -> list[float]:
    """Seconds each press took: down ten rows and up again, again and again.

    The pilot's own presses wait for a process at rest, which one that translates is not.
    """
    assert app._driver
    took: list[float] = []
    for number in range(PRESSES):
        key = "j" if number // WALKED % 2 == 0 else "k"
        row, painted = screen.state.row, asyncio.Event()
        begun = time.perf_counter()
        app._driver.send_message(events.Key(key, key))
        while screen.state.row == row:
            await asyncio.sleep(0.0005)
        screen.call_after_refresh(painted.set)
        await painted.wait()
        took.append(time.perf_counter() - begun)
        await asyncio.sleep(0.03)  # a key held down comes thirty times a second
    return took


async def main() -> None:
    """Prints both medians and how many times the one is the other."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "packages")
        words = {f"parola{number}": f"word{number}" for number in range(16_000)}
        print("a benchmark model of a real one's size; its translations mean nothing")
        install_file(write_package(Path(folder) / "it_en.argosmodel", words, shape=REAL), shelf)
        engines = Equipment(
            lambda source, target: argos_translator(shelf, source, target),
            shelf,
            standard_encoder(),
            lambda notify: Cache(Path(folder) / "translations.db", notify=notify),
        )
        target = article(ROWS, "it", 2, tuple(words))
        app = ReaderApp(article(ROWS, "en", 1), target, study=study, engines=engines)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            await pilot.press("t")
            translator, cache = engines.engine("it", "en"), engines.open_cache(print)
            assert translator
            walked = article_sentences(target)[: 3 * (WALKED + 2)]
            while len(cache.get(translator, walked)) < len(set(walked)):
                await pilot.press("j" if screen.state.row < WALKED else "g")
            await pilot.press("g")
            idle = statistics.median(await presses(app, screen))
            await pilot.press("T")
            while not screen.translating.panel.is_translating:
                await asyncio.sleep(0.1)
            busy = statistics.median(await presses(app, screen))
            assert screen.translating.panel.is_translating, "the article was done before the presses were"
    print(
        f"{PRESSES} presses: {idle * 1000:.1f} ms, while translating {busy * 1000:.1f} ms: "
        f"{busy / idle:.2f} times"
    )
    while is_any_at_work():
        await asyncio.sleep(0.1)
    print("aim", "met" if busy <= AIM * idle else "missed", f"({AIM:g} times)")


if __name__ == "__main__":
    asyncio.run(main())
