"""The terminal while the reader draws on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keeps native libraries off the screen.

    They write their messages to file descriptor 2, and Textual draws on standard error: the screen gets a
    descriptor of its own, and what is written to 2 goes nowhere until the reader is left.
    """
    streams = sys.stderr, sys.__stderr__
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    encoding = getattr(sys.__stderr__, "encoding", None)
    screen = os.fdopen(kept, "w", encoding=encoding, errors="replace")
    os.dup2(nowhere, 2)
    sys.stderr = screen
    sys.__stderr__ = screen  # type: ignore[misc]
    try:
        yield
    finally:
        with suppress(OSError):  # the terminal is gone
            screen.flush()
        os.dup2(kept, 2)
        os.close(nowhere)
        sys.stderr, sys.__stderr__ = streams  # type: ignore[misc]
        with suppress(OSError):
            screen.close()
