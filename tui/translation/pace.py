"""How fast a download is and how long it will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_WINDOW = 5.0
"""Seconds over which the speed is taken, so that it neither jumps nor remembers a slow start."""


class Pace:
    """Told again and again how far something has come, it knows the speed and the time left."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock`: seconds."""
        self._clock = clock
        self._points: deque[tuple[float, int]] = deque()

    def reach(self, done: int) -> None:
        """So many bytes are there now."""
        now = self._clock()
        self._points.append((now, done))
        while len(self._points) > 2 and now - self._points[1][0] >= _WINDOW:
            self._points.popleft()

    @property
    def speed(self) -> float | None:
        """Bytes a second over the last seconds; None as long as there is nothing to go by."""
        if len(self._points) < 2:
            return None
        (start, before), (end, after) = self._points[0], self._points[-1]
        return (after - before) / (end - start) if end > start and after > before else None

    def left(self, total: int | None) -> float | None:
        """Seconds until `total` bytes are there at this speed; None when nobody can say."""
        speed = self.speed
        return max(0, total - self._points[-1][1]) / speed if total and speed else None
