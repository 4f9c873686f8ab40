"""A file that is written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_whole(content: bytes, place: Path, *, mode: int | None = None, replace: bool = False) -> None:
    """Writes a file beside its place, and moves it there once all of it is on the disk.

    `mode`: its permissions, the usual ones when not given. Raises `FileExistsError` for what is there, unless
    `replace` says that it may go, and `OSError` when it cannot be written; then everything is as it was.
    """
    beside = place.with_name(f".afronte-{os.urandom(6).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        if replace:
            beside.replace(place)
        else:
            _move_unless_there(beside, place)
    finally:
        with suppress(OSError):
            beside.unlink()


def _move_unless_there(beside: Path, place: Path) -> None:
    """Moves a file; raises FileExistsError when another program has put one there meanwhile."""
    try:
        place.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(place):
            raise FileExistsError from None
        beside.replace(place)
