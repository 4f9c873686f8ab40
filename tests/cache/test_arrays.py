"""Mapped arrays: what comes back is what was made, whatever happened to the file in between."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tui.cache.arrays import Arrays, kept_arrays

ARRAYS: Arrays = {
    "bytes": np.arange(700, dtype=np.uint8).reshape(7, 100),
    "one": np.float64(0.25) * np.ones(()),
    "floats": np.linspace(0, 1, 33, dtype=np.float32),
}


class Maker:
    """Makes the arrays and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Arrays:
        self.made += 1
        return ARRAYS


def same(arrays: Arrays) -> bool:
    return all(
        np.array_equal(arrays[name], array) and arrays[name].dtype == array.dtype
        for name, array in ARRAYS.items()
    )


def test_arrays_are_made_once(tmp_path: Path) -> None:
    make = Maker()
    assert all(same(kept_arrays("numbers", "version 1", make, tmp_path)) for _ in range(3))
    assert make.made == 1


def test_another_version_takes_the_place_of_the_last(tmp_path: Path) -> None:
    make = Maker()
    kept_arrays("numbers", "version 1", make, tmp_path)
    kept_arrays("numbers", "version 2", make, tmp_path)
    assert make.made == 2
    assert len(list(tmp_path.iterdir())) == 1


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    return data[:-70] + bytes([data[-70] ^ 1]) + data[-69:]


def emptied(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [cut, flipped, emptied])
def test_a_damaged_file_is_made_again(
    tmp_path: Path, damage: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    make = Maker()
    kept_arrays("numbers", "version 1", make, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    with caplog.at_level(logging.WARNING, "afronte.cache"):
        assert same(kept_arrays("numbers", "version 1", make, tmp_path))
    assert "made again" in caplog.text
    assert same(kept_arrays("numbers", "version 1", make, tmp_path))
    assert make.made == 2


def test_where_nothing_can_be_written_they_are_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    make = Maker()
    assert same(kept_arrays("numbers", "version 1", make, tmp_path / "file"))
