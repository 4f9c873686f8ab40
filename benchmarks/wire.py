"""How many bytes a key costs: what goes to a terminal of 120 by 40 in true colour, the sample pair on it.

    python -m benchmarks.wire [--rounds N]

A pseudo-terminal, as over a slow connection. Each key is pressed `--rounds` times in turn with the others, by
a reader who has walked into the text; medians, and the most that may be.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from terminal import Terminal

RUN = "import sys; from tui.cli import main; sys.exit(main())"
QUIET = 0.4
"""Seconds without a byte after which a key is answered: less than the caret of a field takes to blink."""
MOST = {
    "j": 4_000, "l": 4_000, "]": 4_000, "a page": 20_000, "the list": 25_000, "the list closed": 25_000,
    "help": 40_000, "help closed": 40_000,
}  # fmt: skip
"""What each may cost."""


def bytes_of(terminal: Terminal, keys: str) -> int:
    """What a key has sent, when nothing comes any more."""
    before = len(terminal.written.encode())
    terminal.press(keys)
    length, since = -1, time.monotonic()
    while time.monotonic() - since < QUIET:
        terminal.lines()
        if len(terminal.written) != length:
            length, since = len(terminal.written), time.monotonic()
        time.sleep(0.05)
    return len(terminal.written.encode()) - before


def main() -> None:
    """Prints the medians."""
    asking = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asking.add_argument("--rounds", type=int, default=5)
    rounds = asking.parse_args().rounds
    sent: dict[str, list[int]] = {name: [] for name in MOST}
    with tempfile.TemporaryDirectory() as folder:
        homes = {f"XDG_{name}_HOME": folder for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        terminal = Terminal(sys.executable, "-c", RUN, COLORTERM="truecolor", **homes)
        terminal.see(" crit")
        bytes_of(terminal, "\x1b")
        for _ in range(rounds):
            bytes_of(terminal, "g")
            for keys in ("j", "l", "]["):  # the second finding is in view when one comes back to it
                for key in keys:
                    bytes_of(terminal, key)
                sent[keys[0]].append(bytes_of(terminal, keys[0]))
            sent["a page"].append(bytes_of(terminal, " "))
            sent["the list"].append(bytes_of(terminal, "f"))
            sent["the list closed"].append(bytes_of(terminal, "f"))
            sent["help"].append(bytes_of(terminal, "?"))
            sent["help closed"].append(bytes_of(terminal, "\x1b"))
        terminal.close()
    for name, each in sent.items():
        median = statistics.median(each)
        print(f"{name:16}{median:8.0f} {'met' if median <= MOST[name] else 'missed'} ({MOST[name]})")


if __name__ == "__main__":
    main()
