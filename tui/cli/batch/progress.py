"""How far many pairs have come, in one line."""

from __future__ import annotations

import time
from collections.abc import Callable

_WIDTH = 24
_EIGHTHS = " ▏▎▍▌▋▊▉"


class Pace:
    """Counts what is done and says how long the rest takes, by the pace of this run alone."""

    def __init__(self, total: int, already: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._already, self._clock = total, already, clock
        self._begun = clock()
        self.failed = 0

    def line(self, done: int) -> str:
        """A bar, how many, how fast and how long still; `done` counts what an earlier run has done."""
        share = done / max(1, self._total)
        told = f"{bar(share)} {done:,} of {self._total:,} pairs"
        if self.failed:
            told += f", {self.failed:,} failed"
        passed = self._clock() - self._begun
        fresh = done - self._already
        if fresh and passed > 1:
            left = round(passed / fresh * (self._total - done))
            told += (
                f", {fresh / passed:.1f} a second, {left // 3600}:{left // 60 % 60:02}:{left % 60:02} left"
            )
        return told


def bar(share: float) -> str:
    """A bar of a fixed width that is full at 1."""
    eighths = round(min(max(share, 0.0), 1.0) * _WIDTH * 8)
    filled = "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
    return f"▕{filled.ljust(_WIDTH)}▏"
