"""Arrays mapped from a file of the cache instead of decoded: nothing is copied, processes share the pages."""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tui.cache.folder import LOG, cache_folder

Arrays = Mapping[str, NDArray[np.generic]]

_ALIGNED = 64
"""Bytes of which the place of each array is a multiple, as vector instructions like it."""


def kept_arrays(what: str, made_from: str, make: Callable[[], Arrays], folder: Path | None = None) -> Arrays:
    """The arrays that `make` gives, from the file where an earlier run kept them.

    `made_from` names all that they depend on. A file that is cut short, damaged, another version's or not to
    be written only means that they are made.
    """
    folder = folder or cache_folder()
    name = f"{what}-{zlib.crc32(made_from.encode()):08x}.arrays"
    path = folder / name
    try:
        return _mapped(path, made_from)
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, TypeError) as error:
        LOG.warning("%s is made again: %s", path, error)
    arrays = make()
    try:
        _write(path, made_from, arrays)
    except OSError as error:
        LOG.warning("%s is not kept: %s", path, error)
        return arrays
    for other in folder.glob(f"{what}-*.arrays"):
        if other.name != name:
            with suppress(OSError):  # another version of the program may have it mapped
                other.unlink()
    return arrays


def _mapped(path: Path, made_from: str) -> Arrays:
    """Raises FileNotFoundError, and ValueError where the file is not what was written."""
    with path.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    start = int.from_bytes(data[:8], "little")
    checked = int.from_bytes(data[8:16], "little")
    if start > len(data) or zlib.crc32(data[16:]) != checked:
        raise ValueError("it is damaged")
    head = json.loads(bytes(data[16:start]).rstrip())
    if head["from"] != made_from:
        raise ValueError("it was made from something else")
    return {
        name: np.frombuffer(data[start + at :], kind, int(np.prod(shape, dtype=int))).reshape(shape)
        for name, (kind, shape, at) in head["arrays"].items()
    }


def _write(path: Path, made_from: str, arrays: Arrays) -> None:
    """Written beside and renamed: no other process ever sees half of it."""
    places: dict[str, tuple[str, tuple[int, ...], int]] = {}
    blocks: list[memoryview | bytes] = []
    at = 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        places[name] = (array.dtype.str, array.shape, at)
        blocks += [data, bytes(-len(data) % _ALIGNED)]
        at += len(data) + -len(data) % _ALIGNED
    head = json.dumps({"from": made_from, "arrays": places}).encode()
    head += b" " * (-(16 + len(head)) % _ALIGNED)
    checked = zlib.crc32(head)
    for block in blocks:
        checked = zlib.crc32(block, checked)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write((16 + len(head)).to_bytes(8, "little") + checked.to_bytes(8, "little") + head)
            for block in blocks:
                file.write(block)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
