"""An error that nobody foresaw leaves its trace in the log, not on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_pair import SOURCE, TARGET, study_by_hand

from tui.alignment import Progress
from tui.articles import Article
from tui.log import begin_log
from tui.reader import ReaderApp


async def test_what_ends_the_reader_is_in_the_log_and_told_by_whoever_ran_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    begin_log()
    app = ReaderApp(SOURCE, TARGET, study=study_by_hand())

    def fail() -> None:
        raise ZeroDivisionError("a fault")

    async def read() -> None:
        async with app.run_test() as pilot:
            await pilot.pause()
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await read()
    assert isinstance(app.failure, ZeroDivisionError)
    assert not app._exit_renderables
    text = (tmp_path / "afronte" / "afronte.log").read_text("utf-8")
    assert "the reader failed\nTraceback" in text
    assert "ZeroDivisionError: a fault" in text


async def test_a_comparison_that_fails_leaves_its_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The texts stay readable, and one line says what is wrong."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    begin_log()

    def study(_source: Article, _target: Article, _corrections: object, _progress: Progress) -> object:
        raise ValueError("odd")

    app = ReaderApp(SOURCE, TARGET, study=study)  # type: ignore[arg-type]
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "ValueError: odd" in app._reading.state.work.error
    assert "comparing failed\nTraceback" in (tmp_path / "afronte" / "afronte.log").read_text("utf-8")
