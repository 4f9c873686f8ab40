"""Takes the README's picture: the reader on the sample pair, as `make picture` writes it to `assets/`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from reading import Reading

from tui.articles import load
from tui.reader import ReaderApp
from tui.resources import asset

SIZE = (120, 40)
FINDINGS = 16
"""How far to walk: to where facts that differ, a paragraph added and one moved are on the screen together."""


async def take(path: Path) -> None:
    """Writes the picture as SVG."""
    pair = load(str(asset("sample/en.txt"))), load(str(asset("sample/it.txt")))
    app = ReaderApp(*pair, desk=Path(tempfile.mkdtemp()) / "desk.db")
    async with app.run_test(size=SIZE) as pilot:
        await Reading(app, pilot).finish()
        for _ in range(FINDINGS):
            await pilot.press("right_square_bracket")
            await pilot.pause()
        path.write_text(app.export_screenshot(title="afronte"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1])))
