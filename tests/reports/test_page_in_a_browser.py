"""The HTML report in a real browser: its policy lets its own style and script work and nothing else."""

from pathlib import Path

import pytest
from browser import DRIVER, browser
from report_pair import decided_report, written

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
