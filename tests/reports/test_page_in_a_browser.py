"""The HTML report in a real browser: its policy lets its own style and script work and nothing else."""

import re
from pathlib import Path

import pytest
from browser import DRIVER, browser
from report_pair import decided_report, written

pytestmark = pytest.mark.long

SHOWN = "[...document.querySelectorAll('article')].filter(e => e.offsetParent).map(e => e.className)"


@pytest.mark.loopback
@pytest.mark.skipif(DRIVER is None, reason="needs Debian's packages chromium and chromium-driver")
def test_a_page_is_styled_filtered_and_walked_by_keys(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(written("html", decided_report()), "utf-8")
    with browser() as chromium:
        chromium.open(page)
        assert (
            chromium.evaluate("getComputedStyle(document.querySelector('article > div')).display") == "grid"
        )
        assert chromium.evaluate(SHOWN) == [
            "critical confirmed", "major intended", "major open", "critical dismissed",
        ]  # fmt: skip
        walked = []
        for key in "nnp":
            chromium.press(key)
            walked.append(chromium.evaluate("document.activeElement.className"))
        assert walked == ["critical confirmed", "major intended", "critical confirmed"]
        chromium.press("t")
        assert chromium.evaluate("document.activeElement.textContent") == "14"
        chromium.press("t")
        assert chromium.evaluate("document.activeElement.className") == "critical confirmed"
        chromium.click("#show-critical")
        chromium.click("#show-intended")
        assert chromium.evaluate(SHOWN) == ["major open"]
        assert chromium.evaluate("JSON.parse(document.getElementById('report').textContent).schema") == (
            "afronte/1"
        )
        # Whatever an article might smuggle in as a script would be refused.
        smuggle = (
            "document.body.appendChild(document.createElement('script')).textContent = 'window.owned = 1'"
        )
        chromium.evaluate(smuggle)
        assert chromium.evaluate("window.owned") is None


@pytest.mark.loopback
@pytest.mark.skipif(DRIVER is None, reason="needs Debian's packages chromium and chromium-driver")
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1200, 390])
def test_a_page_fits_a_desk_and_a_phone_by_day_and_by_night(width: int, dark: bool, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(written("html", decided_report()), "utf-8")
    with browser() as chromium:
        chromium.be(width, 900, dark=dark)
        chromium.open(page)
        columns = chromium.evaluate(
            "getComputedStyle(document.querySelector('article > div')).gridTemplateColumns"
        )
        ink, paper = (
            light(chromium.evaluate(f"getComputedStyle(document.body).{name}"))
            for name in ("color", "backgroundColor")
        )
        assert chromium.evaluate("window.innerWidth") == width
        assert chromium.evaluate("document.documentElement.scrollWidth") <= width
        assert len(columns.split()) == (2 if width > 600 else 1)
        assert (paper < 0.1 < 0.5 < ink) if dark else (ink < 0.1 < 0.5 < paper)
        picture = chromium.picture()
    assert int.from_bytes(picture[16:20], "big") == width
    assert len(set(picture)) == 256  # not one colour: something is drawn


def light(colour: str) -> float:
    """How light a colour of a style sheet is, from 0 to 1."""
    red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)
