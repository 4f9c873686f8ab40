"""Seven pictures: a change that someone would see is one that someone looked at."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from reader_pair import SOURCE, TARGET, study_by_hand, study_going_on
from textual.pilot import Pilot

from tui.config import Config
from tui.reader import ReaderApp

Before = Callable[[Pilot[None]], Awaitable[None]]


class Compare(Protocol):
    def __call__(self, app: ReaderApp, *, terminal_size: tuple[int, int], run_before: Before) -> bool: ...


def settled(*keys: str) -> Before:
    """Waits until the findings are there, then presses keys."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return run


def reader(theme: str = "dark") -> ReaderApp:
    return ReaderApp(SOURCE, TARGET, study=study_by_hand(), config=Config(theme=theme))


def test_facing_pages(snap_compare: Compare) -> None:
    """At a finding, every layer shown."""
    assert snap_compare(
        reader(), terminal_size=(120, 40), run_before=settled("right_square_bracket", "right_square_bracket")
    )


def test_stacked_on_light_paper(snap_compare: Compare) -> None:
    """In eighty columns."""
    assert snap_compare(reader("light"), terminal_size=(80, 24), run_before=settled("j", "j", "j"))


def test_list_of_findings(snap_compare: Compare) -> None:
    """Under the page."""
    assert snap_compare(
        reader("high-contrast"), terminal_size=(120, 40), run_before=settled("f", "j", "j", "enter")
    )


def test_note(snap_compare: Compare) -> None:
    """Over the page, on a confirmed finding, in eighty columns."""
    keys = ("right_square_bracket", "c", "e", *"ask", "enter", *"Ada")
    assert snap_compare(reader(), terminal_size=(80, 24), run_before=settled(*keys))


def test_help(snap_compare: Compare) -> None:
    """Every key and the legend."""
    assert snap_compare(reader(), terminal_size=(100, 56), run_before=settled("question_mark"))


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
    assert snap_compare(
        reader(), terminal_size=(120, 40), run_before=settled("slash", "f", "a", "r", "enter")
    )
