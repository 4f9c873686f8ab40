"""Work for processes of their own, which can import nothing from a test module."""

import os
import signal
from collections.abc import Callable
from pathlib import Path


def prepare() -> Callable[[str], str]:
    """A process's work: say in which process it was done."""
    prepared = os.getpid()

    def work(item: str) -> str:
        assert prepared == os.getpid()
        return f"{item} in {prepared}"

    return work


def prepare_meeting() -> Callable[[Path], str]:
    """Work that ends only once the other item's work has begun: `a` waits for `b` and `b` for `a`."""

    def work(path: Path) -> str:
        path.touch()
        other = path.with_name({"a": "b", "b": "a"}[path.name])
        while not other.exists():
            pass
        return path.name

    return work


def prepare_dying() -> Callable[[str], str]:
    """Work of which one item kills its process."""

    def work(item: str) -> str:
        if item == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return f"{item} done"

    return work


def lost(item: object) -> str:
    """What stands in for the result of an item whose process died."""
    return f"{item} lost"
