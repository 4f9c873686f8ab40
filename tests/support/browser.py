"""A real browser without a window, driven over the WebDriver protocol by Chromium's own driver."""

from __future__ import annotations

import json
import shutil
import subprocess
import urllib.request
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DRIVER = shutil.which("chromedriver")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which the protocol names an element."""


class Browser:
    """One page at a time."""

    def __init__(self, address: str) -> None:
        self._address = address
        flags = ["--headless", "--no-sandbox", "--disable-gpu"]
        asked = {"alwaysMatch": {"goog:chromeOptions": {"args": flags}}}
        self._session = f"/session/{self._ask('POST', '/session', capabilities=asked)['sessionId']}"

    def open(self, path: Path) -> None:
        self._ask("POST", f"{self._session}/url", url=path.as_uri())

    def press(self, keys: str) -> None:
        """Types on whatever has the focus."""
        active = self._ask("GET", f"{self._session}/element/active")[_ELEMENT]
        self._ask("POST", f"{self._session}/element/{active}/value", text=keys)

    def click(self, selector: str) -> None:
        found = self._ask("POST", f"{self._session}/element", using="css selector", value=selector)
        self._ask("POST", f"{self._session}/element/{found[_ELEMENT]}/click")

    def evaluate(self, expression: str) -> Any:
        """What a JavaScript expression gives on the page."""
        return self._ask("POST", f"{self._session}/execute/sync", script=f"return {expression}", args=[])

    def be(self, width: int, height: int, *, dark: bool) -> None:
        """Shows pages as a screen of that size does, whose owner wants them dark or light."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        for command, parameters in (
            ("setDeviceMetricsOverride", size),
            ("setEmulatedMedia", {"features": [scheme]}),
        ):
            path = f"{self._session}/goog/cdp/execute"
            self._ask("POST", path, cmd=f"Emulation.{command}", params=parameters)

    def picture(self) -> bytes:
        """What the window shows, as a PNG."""
        return b64decode(self._ask("GET", f"{self._session}/screenshot"))

    def close(self) -> None:
        self._ask("DELETE", self._session)

    def _ask(self, method: str, path: str, **body: Any) -> Any:
        data = json.dumps(body).encode() if method == "POST" else None
        request = urllib.request.Request(self._address + path, data, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]


@contextmanager
def browser() -> Iterator[Browser]:
    """Starts the driver on a free port and ends it with all its browsers."""
    assert DRIVER
    with subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as driver:
        try:
            assert driver.stdout
            line = next(line for line in driver.stdout if b"successfully on port" in line)
            port = int(line.decode().rstrip(".\n").rpartition(" ")[2])
            page = Browser(f"http://127.0.0.1:{port}")
            try:
                yield page
            finally:
                page.close()
        finally:
            driver.terminate()
