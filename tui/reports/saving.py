"""A report on its way into a file: whole or not at all, and never in the place of anything unasked."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from tui.errors import AfronteError, ThereAlreadyError
from tui.whole_file import write_whole


def save(content: bytes, path: Path, *, inputs: Iterable[str] = (), replace: bool = False) -> None:
    """Writes a file beside the place it is meant for, and moves it there once all of it is on the disk.

    `inputs`: the files that are read, which are no place for a report under whatever name. Raises
    `ThereAlreadyError` for another file that is there, unless `replace` says that it may go; `AfronteError`
    for what is no regular file, and when it cannot be written. Then everything is as it was.
    """
    try:
        place = Path(os.path.realpath(path))  # a link stays, and what it leads to is meant
        there = _looked_at(place)
        if there is not None and not stat.S_ISREG(there.st_mode):
            raise AfronteError(f"{path} is {_told(there.st_mode)}: name a file")
        if any(_is_same(place, Path(given)) for given in inputs):
            raise AfronteError(f"{path} is one of the two texts: name another file")
        if there is not None and not replace:
            raise ThereAlreadyError(f"{path} is there already")
        if there is not None and not os.access(place, os.W_OK):
            raise AfronteError(f"{path} is write-protected: name another file")
        mode = None if there is None else stat.S_IMODE(there.st_mode)
        write_whole(content, place, mode=mode, replace=replace)
    except FileExistsError:
        raise ThereAlreadyError(f"{path} is there already") from None
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        reason = getattr(error, "strerror", None) or error
        raise AfronteError(f"{path} cannot be written: {reason}: name another file") from error


def next_free(path: Path, suffix: str = "") -> Path:
    """The first of `report-2.html`, `report-3.html` … that is not there; `suffix` as the format has it."""
    ending = suffix if suffix and path.name.endswith(suffix) else path.suffix
    stem = path.name.removesuffix(ending) if ending else path.name
    number = 2
    while os.path.lexists(free := path.with_name(f"{stem}-{number}{ending}")):
        number += 1
    return free


def _looked_at(place: Path) -> os.stat_result | None:
    try:
        return place.stat()
    except FileNotFoundError:
        return None


def _is_same(place: Path, given: Path) -> bool:
    """Whether two paths lead to one file: by links of either kind, or by its name while it is not there."""
    if os.path.realpath(given) == str(place):
        return True
    try:
        return place.samefile(given)
    except OSError:
        return False


def _told(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
