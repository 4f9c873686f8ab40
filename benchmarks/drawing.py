"""What a long article costs: the first frame, a step of scrolling, a step of the cursor, one in the list.

    python -m benchmarks.drawing

Prints ratios of a long pair to a short one, measured in one run; times are medians, of the processor, which
other jobs on the machine stretch least. The pair is made of invented sentences, so that no data is needed.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from textual.pilot import Pilot

from tui.alignment import Alignment, Bead, Progress
from tui.articles import Article, Paragraph, Sentence, Span
from tui.comparison import Comparison, Finding, identified
from tui.reader import ReaderApp
from tui.reader.screens.reading import ReadingScreen
from tui.reader.work import Result

SHORT, LONG = 50, 50_000
FINDINGS = 5_000
SIZE = (120, 40)
ROUNDS = 7
_WORDS = (
    *("the", "port", "of", "a", "river", "city", "was", "sold", "“again”", "on", "Monday", "—"),
    *("for", "3.2", "billion,", "said", "who", "had", "seen", "it"),
)


@cache
def article(rows: int, language: str, seed: int, words: tuple[str, ...] = _WORDS) -> Article:
    """An invented article of `rows` paragraphs of some sixty words in three sentences."""
    rng = random.Random(seed)
    said: list[str] = []
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    at = 0
    for number in range(rows):
        start, first = at, len(sentences)
        for end in (" ", " ", "\n"):
            said.append(" ".join(rng.choices(words, k=rng.randint(12, 28))) + "." + end)
            sentences.append(Sentence(at, at + len(said[-1]) - 1, number))
            at += len(said[-1])
        paragraphs.append(Paragraph(start, at - 1, range(first, len(sentences))))
    return Article(f"{language}.txt", language, "".join(said), tuple(paragraphs), tuple(sentences))


def study(source: Article, target: Article, _corrections: object, progress: Progress) -> Iterator[Result]:
    """Sentence i with sentence i: what is measured is not the alignment.

    Each sentence of the first rows has a finding, so that a step in the list goes as far in a long pair as in
    a short one; the other findings are spread evenly.
    """
    progress(1.0)
    yield Alignment(tuple(Bead((i,), (i,), 0.9) for i in range(len(source.sentences))))
    dense = 3 * SHORT
    beyond = range(dense, len(source.sentences), max(1, len(source.sentences) // (FINDINGS - dense)))
    found = (
        Finding("number", "facts", "critical", 0.9, (_first_characters(a),), (_first_characters(b),),
                "1", "2", "The numbers differ.", "benchmark")
        for a, b in ((source.sentences[i], target.sentences[i]) for i in (*range(dense), *beyond))
    )  # fmt: skip
    yield Comparison(identified(found, source, target))


def _first_characters(sentence: Sentence) -> Span:
    return Span(sentence.start, sentence.start + 5)


def _empty_desk() -> Path:
    return Path(tempfile.mkdtemp(prefix="afronte-drawing-")) / "desk.db"


async def opening(rows: int) -> float:
    """Processor time from making the app until both texts have been painted."""
    source, target = article(rows, "en", 1), article(rows, "it", 2)
    begun = time.process_time()
    app = ReaderApp(source, target, study=lambda *_: iter(()), desk=_empty_desk())
    async with app.run_test(size=SIZE) as pilot:
        await _painted(app, pilot)
        return time.process_time() - begun


async def steps(rows: int) -> tuple[tuple[float, float, float], int]:
    """Processor time of a line of scrolling, a row, a finding of the list until painted; lines painted."""
    app = ReaderApp(article(rows, "en", 1), article(rows, "it", 2), study=study, desk=_empty_desk())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("j", "j")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        while screen.spread.page.layout.measured < rows:
            await pilot.pause(0.05)
        moves = [await _timed(pilot, "j") for _ in range(30)]
        painted = screen.spread.strips.misses
        scrolls: list[float] = []
        for _ in range(30):
            begun = time.process_time()
            screen.spread.scroll_relative(y=1, animate=False)
            await pilot.pause()
            scrolls.append(time.process_time() - begun)
        painted = screen.spread.strips.misses - painted
        await pilot.press("f", "j")
        listed = [await _timed(pilot, "j") for _ in range(30)]
        taken = statistics.median(scrolls), statistics.median(moves), statistics.median(listed)
        return taken, -(-painted // 30)


async def _timed(pilot: Pilot[None], key: str) -> float:
    begun = time.process_time()
    await pilot.press(key)
    await pilot.pause()
    return time.process_time() - begun


async def _painted(app: ReaderApp, pilot: Pilot[None]) -> None:
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    while not screen.spread.is_laid_out:
        await pilot.pause()
    assert any("port" in strip.text for strip in screen._compositor.render_strips())


async def main() -> None:
    """Prints the table."""
    await opening(SHORT)  # imports and the parsing of style sheets fall on neither
    await opening(LONG)  # nor does inventing the texts
    rounds = [(await opening(SHORT), await opening(LONG)) for _ in range(ROUNDS)]
    short, long = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(f"first frame    {LONG} rows {long:.3f} s, {SHORT} rows {short:.3f} s: {long / short:.2f} times")
    (few, few_painted), (many, many_painted) = await steps(SHORT), await steps(LONG)
    for what, seconds, beside in zip(("scroll a line", "move a row", "move in list"), many, few, strict=True):
        told = f"{seconds * 1000:.1f} ms against {beside * 1000:.1f} ms: {seconds / beside:.2f} times"
        print(f"{what:15s}{told}")
    print(f"lines painted a line of scrolling: {many_painted} with {LONG} rows, {few_painted} with {SHORT}")


if __name__ == "__main__":
    asyncio.run(main())
