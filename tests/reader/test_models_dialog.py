"""The dialog that gets a model: from a real server on this computer, or from a file."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Answer, Loopback
from reading import reading
from translation_pair import SOURCE, STUDY, TARGET, equipped

from tui.reader.screens.models import downloaded
from tui.translation import Pace, Shelf, Step

pytestmark = pytest.mark.loopback

PACKAGE = "/it_en.argosmodel"


@pytest.fixture
def server(italian_english: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """A server with an index of one model, and the model."""
    with Loopback() as loopback:
        card = {
            "from_code": "it",
            "to_code": "en",
            "package_version": "1.0",
            "links": [loopback.url(PACKAGE)],
        }
        loopback.answers["/index.json"] = Answer(json.dumps([card]).encode())
        loopback.answers[PACKAGE] = Answer(italian_english.read_bytes())
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", loopback.url("/"))
        yield loopback


async def test_a_model_is_downloaded_when_asked_for_and_the_panel_comes_alive(
    server: Loopback, shelf: Shelf
) -> None:
    """Nothing is fetched before Enter; then the row is translated without a restart."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf)) as reader:
        await reader.press("t")
        await reader.until("gatto→cat")
        page = await reader.press("I")
        assert "A model that translates Italian into English" in page.text
        assert "Download it from the index of models at 127.0.0.1" in page.text
        assert "Not checked: who made it" in page.text
        assert "Nothing is fetched before you ask for it." in page.text
        assert server.requests == []
        await reader.press("enter")
        page = await reader.until("‹restores›")
        assert "The model it→en 1.0 is installed." in reader.told
        assert "A model that translates" not in page.text
        assert [path for path, _ in server.requests] == ["/index.json", PACKAGE]
    assert [model.card.pair for model in shelf.models()] == ["it→en"]


async def test_a_download_shows_its_bytes_and_can_be_stopped_and_gone_on_with(
    server: Loopback, shelf: Shelf
) -> None:
    """Esc stops it, nothing is installed; the next one asks for the rest only."""
    size = len(server.answers[PACKAGE].body)
    hold = server.answers[PACKAGE].hold = threading.Event()
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf)) as reader:
        await reader.press("I", "enter")
        page = await reader.until(f" MB of {size / 1e6:.1f} MB")
        assert "Esc stops" in page.text
        assert "━" in page.lines[page.line_of("Esc stops") - 2]
        page = await reader.press("escape")
        assert "Stopped. Download goes on from where it was." in page.text
        hold.set()
        await reader.press("enter")
        await reader.until("is installed.")
    assert shelf.models()
    ranges = [wanted for path, wanted in server.requests if path == PACKAGE]
    assert ranges[0] is None
    assert ranges[-1] in (f"bytes={size // 2}-", f"bytes={size}-", None)


async def test_a_download_that_breaks_off_says_so_and_goes_on(server: Loopback, shelf: Shelf) -> None:
    """In one line, with the way to go on."""
    size = len(server.answers[PACKAGE].body)
    server.answers[PACKAGE].break_after = size // 2
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf)) as reader:
        await reader.press("I", "enter")
        await reader.until("broke off after")
        assert shelf.models() == ()
        await reader.press("enter")
        await reader.until("is installed.")
    assert server.requests[-1] == (PACKAGE, f"bytes={size // 2}-")


async def test_an_index_that_is_down_is_one_line(server: Loopback, shelf: Shelf) -> None:
    """The dialog stays, and Esc closes it."""
    server.answers["/index.json"] = Answer(status=503)
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf)) as reader:
        await reader.press("I", "enter")
        page = await reader.until("answers 503")
        assert "Traceback" not in page.text
        page = await reader.press("escape")
        assert "A model that translates" not in page.text


async def test_a_model_is_taken_from_a_file(shelf: Shelf, italian_english: Path, server: Loopback) -> None:
    """A path that leads nowhere is said; the right one installs the model, and nothing is fetched."""
    async with reading(SOURCE, TARGET, study=STUDY, engines=equipped(shelf), size=(160, 40)) as reader:
        await reader.press("t", "I", "tab", *"/no/file", "enter")
        await reader.until("/no/file does not exist.")
        await reader.press("ctrl+u", *str(italian_english), "enter")
        await reader.until("‹restores›")
    assert server.requests == []
    assert [model.card.pair for model in shelf.models()] == ["it→en"]


def test_progress_tells_bytes_speed_and_time_left() -> None:
    """As far as they are known."""
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.reach(0)
    assert downloaded(Step("download", 0, 87_000_000), pace) == "0.0 MB of 87.0 MB"
    now[0] = 2.0
    pace.reach(8_000_000)
    told = "8.0 MB of 87.0 MB  ·  4.0 MB/s  ·  0:19 left"
    assert downloaded(Step("download", 8_000_000, 87_000_000), pace) == told
    assert downloaded(Step("download", 8_000_000), pace) == "8.0 MB  ·  4.0 MB/s"
