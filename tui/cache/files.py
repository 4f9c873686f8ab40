"""Bytes mapped from a file of the cache instead of made: nothing is copied, processes share the pages."""

from __future__ import annotations

import mmap
import os
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from tui.cache.folder import LOG, cache_folder
from tui.untrusted import open_at_once

Block = bytes | memoryview

ALIGNED = 64
"""Bytes of which the place of what is kept is a multiple, as vector instructions like it."""
_SMALL = 500_000
"""Bytes up to which all of a file is checked when it is read."""
_STEP = 65_536
"""Of every so many bytes of a larger one the first 4,096 are: a crash leaves more than a page unwritten."""


def kept_file(
    name: str, made_from: str, make: Callable[[], Sequence[Block]], folder: Path | None = None
) -> memoryview:
    """The bytes that `make` gives in blocks, from the file where an earlier run kept them.

    `made_from` names all that they depend on; what another version of it left under the name is deleted. A
    file that is cut short, damaged, another version's or not to be written only means that they are made.
    """
    folder = folder or cache_folder()
    path = folder / f"{name}-{zlib.crc32(made_from.encode()):08x}.kept"
    try:
        return _mapped(path, made_from)
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        LOG.warning("%s is made again: %s", path, error)
    blocks = make()
    try:
        _write(path, made_from, blocks)
        found = _mapped(path, made_from)  # and not joined in memory: the vectors alone have 80 MB
    except (OSError, ValueError) as error:
        LOG.warning("%s is not kept: %s", path, error)
        return memoryview(b"".join(blocks))
    with suppress(OSError):  # another version of the program may have it mapped
        for other in os.listdir(folder):  # noqa: PTH208 — the quick way: it is done for a hundred tables
            if other.startswith(f"{name}-") and len(other) == len(path.name) and other != path.name:
                (folder / other).unlink()
    return found


def _mapped(path: Path, made_from: str) -> memoryview:
    """Raises FileNotFoundError, and ValueError where the file is not what was written."""
    data = _all_of(path)
    head = _head(made_from, len(data))
    if data[4 : len(head) + 4] != head:
        raise ValueError("it is cut short or was made from something else")
    if int.from_bytes(data[:4], "little") != _sum(data[4:]):
        raise ValueError("it is damaged")
    return data[len(head) + 4 :]


def _all_of(path: Path) -> memoryview:
    with open_at_once(path) as file:
        return _all_in(file)


def _all_in(file: BinaryIO) -> memoryview:
    return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _write(path: Path, made_from: str, blocks: Sequence[Block]) -> None:
    """Written beside and renamed: no other process ever sees half of it."""
    head = _head(made_from, 4 + len(_head(made_from, 0)) + sum(map(len, blocks)))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w+b") as file:
            file.writelines((bytes(4), head, *blocks))
            file.flush()
            total = _sum(_all_in(file)[4:])
            file.seek(0)
            file.write(total.to_bytes(4, "little"))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _head(made_from: str, size: int) -> bytes:
    """What stands between the sum and the blocks of a file of `size` bytes."""
    head = size.to_bytes(8, "little") + made_from.encode() + b"\n"
    return head + b" " * (-(len(head) + 4) % ALIGNED)


def _sum(data: memoryview) -> int:
    if len(data) <= _SMALL:
        return zlib.crc32(data)
    found = 0
    for start in range(0, len(data), _STEP):
        found = zlib.crc32(data[start : start + 4096], found)
    return found
