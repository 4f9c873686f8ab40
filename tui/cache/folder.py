"""Where the cache lies, and which program wrote what is in it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from tui.resources import asset

LOG = logging.getLogger("afronte.cache")
"""Told what was damaged, what could not be kept, and why."""
LOG.addHandler(logging.NullHandler())  # a reader's screen and a report's errors are no place for it

_CODE = Path(__file__).parents[1]
_LIBRARIES = ("numpy", "simplemma")
"""In whichever folders these lie what the program is built on lies too: their dates change with it."""


@cache
def cache_folder() -> Path:
    """The program's folder in the user's cache, which need not be there."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("afronte"))


def state_of(path: Path) -> str:
    """Names a file as it is now."""
    seen = path.stat()
    return f"{path} {seen.st_size} {seen.st_mtime_ns}"


@cache
def fingerprint() -> str:
    """Names this very program, its tables and its libraries: what another one found is not taken over.

    By the sizes and dates of its files, so that a checkout in which a line is edited is another program.
    """
    found = blake2b(digest_size=16)
    for root in (_CODE, asset("")):
        for path, seen in sorted(_files(root)):
            found.update(f"{path[len(str(root)) :]}\0{seen.st_size}\0{seen.st_mtime_ns}\0".encode())
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec and spec.origin:
            found.update(str(Path(spec.origin).parents[1].stat().st_mtime_ns).encode())
    return found.hexdigest()


def _files(folder: str | Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files in a folder and those inside it, but for what Python compiled, as they are now.

    By `scandir`: to make a path of each takes six times as long, in every run.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.is_file() and not entry.name.endswith(".pyc"):
                yield entry.path, entry.stat()
