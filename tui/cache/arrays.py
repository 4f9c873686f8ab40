"""Arrays mapped from a file of the cache instead of decoded."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tui.cache.files import ALIGNED, Block, kept_file

Arrays = Mapping[str, NDArray[np.generic]]

_SIZE = 8
"""Bytes that say how long the head is."""


def kept_arrays(name: str, made_from: str, make: Callable[[], Arrays], folder: Path | None = None) -> Arrays:
    """The arrays that `make` gives, from the file where an earlier run kept them: see `kept_file`."""
    data = kept_file(name, made_from, lambda: _blocks(make()), folder)
    first = int.from_bytes(data[:_SIZE], "little")
    head = json.loads(bytes(data[_SIZE:first]))
    return {
        array: np.frombuffer(data[first + at :], kind, int(np.prod(shape, dtype=int))).reshape(shape)
        for array, (kind, shape, at) in head.items()
    }


def _blocks(arrays: Arrays) -> list[Block]:
    """The head, which says by its name where each array is, and the arrays."""
    places: dict[str, tuple[str, tuple[int, ...], int]] = {}
    blocks: list[Block] = []
    at = 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        places[name] = (array.dtype.str, array.shape, at)
        blocks += [data, bytes(-len(data) % ALIGNED)]
        at += len(data) + -len(data) % ALIGNED
    head = json.dumps(places).encode()
    head += b" " * (-(_SIZE + len(head)) % ALIGNED)
    return [(_SIZE + len(head)).to_bytes(_SIZE, "little") + head, *blocks]
