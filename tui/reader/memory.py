"""Memory that was needed for a while goes back to the system, in a process that lasts.

The C library of most Linux systems soon keeps arrays of tens of megabytes in the heaps of small things, one
heap a thread: each study of a long pair leaves holes there, and engines lay reserves that they never touch
into pages that are no longer clean. So a reader of 2,000 rows came to 900 MB (benchmarks/soak.py).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

_LARGE = 1 << 20
"""Bytes from which something is mapped by itself, and gone from memory when it is freed."""
_SPARE = 2 * _LARGE
"""Bytes at the end of a heap that are kept, as the C library has it: twice the former."""
_GARBAGE = 50_000
"""Objects made beyond those deleted from which on cycles are looked for: widgets go in cycles."""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
"""Numbers of malloc.h."""


@contextmanager
def given_back() -> Iterator[None]:
    """Gives back what is free at the end; from the first time on, large arrays as soon as they are freed.

    Whatever is large has to be out of reach by the end. Without effect where the C library is not glibc.
    What the first work leaves is tables, for the most part, that stay: garbage is looked for behind it.
    """
    library = _glibc()
    try:
        yield
    finally:
        _let_lie()
        if library is not None:
            library.malloc_trim(0)


@cache
def _let_lie() -> None:
    """What there is now is no longer looked through; of what comes, soon: a key would wait for more."""
    gc.freeze()
    gc.set_threshold(_GARBAGE)


@cache
def _glibc() -> Any:
    """The C library, which is told once what is large; None where it is another one."""
    if sys.platform != "linux":
        return None
    import ctypes

    library = ctypes.CDLL(None)
    if not (hasattr(library, "mallopt") and hasattr(library, "malloc_trim")):
        return None
    library.mallopt(_M_MMAP_THRESHOLD, _LARGE)
    library.mallopt(_M_TRIM_THRESHOLD, _SPARE)
    return library
