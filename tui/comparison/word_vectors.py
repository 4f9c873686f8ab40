"""The vectors of single words; those of common ones are shipped.

Encoding words is most of what comparing them costs, and most words of any article are among the same few
thousand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.cache.arrays import kept_arrays
from tui.cache.folder import state_of
from tui.resources import asset

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from tui.alignment import Encoder
    from tui.alignment.model import Vectors
    from tui.cache.arrays import Arrays

TABLE = "words/vectors.npz"


class Shipped(Struct, frozen=True):
    """The vectors of common words as one encoder makes them (benchmarks/word_table.py)."""

    encoder: str
    """Its name and version: no other has these vectors."""
    row: Mapping[str, int]
    values: NDArray[np.int8]
    """Shape (words, dimensions); the unit vector of a word is its row times its scale."""
    scales: NDArray[np.float32]

    def vectors(self, words: Sequence[str]) -> Vectors:
        """The vectors of words that are shipped."""
        rows = [self.row[word] for word in words]
        return self.values[rows] * self.scales[rows, None]


@cache
def shipped() -> Shipped:
    """The table that comes with the program."""
    path = asset(TABLE)
    found = kept_arrays("words", f"1 {state_of(path)}", lambda: _decoded(path))
    words = found["words"].tobytes().decode("utf-8").split("\n")
    values, scales = found["values"], found["scales"]
    assert values.dtype == np.int8
    assert scales.dtype == np.float32
    return Shipped(
        found["encoder"].tobytes().decode("utf-8"),
        {word: row for row, word in enumerate(words)},
        values,  # type: ignore[arg-type]
        scales,  # type: ignore[arg-type]
    )


def _decoded(path: Path) -> Arrays:
    """The arrays of the table's file, and the encoder's name as bytes."""
    with np.load(path, allow_pickle=False) as stored:
        name = np.frombuffer(str(stored["encoder"]).encode("utf-8"), np.uint8)
        return {**{part: stored[part] for part in ("words", "values", "scales")}, "encoder": name}


def shipped_for(encoder: Encoder) -> Shipped | None:
    """The table, if it holds what this encoder would say."""
    table = shipped()
    return table if table.encoder == encoder.name else None


def word_vectors(words: Sequence[str], encoder: Encoder) -> Vectors:
    """The unit vectors of words: shape (words, dimensions)."""
    return vectors_together(words, (), encoder)[0]


def vectors_together(words: Sequence[str], texts: Sequence[str], encoder: Encoder) -> tuple[Vectors, Vectors]:
    """The unit vectors of words and those of texts, a row each; what is not shipped is one batch."""
    table = shipped_for(encoder)
    ready = np.array([table is not None and word in table.row for word in words], np.bool_)
    fresh = [word for word, known in zip(words, ready, strict=True) if not known]
    encoded = encoder.encode([*fresh, *texts])
    if not table or not ready.any():
        return encoded[: len(words)], encoded[len(words) :]
    vectors = np.empty((len(words), table.values.shape[1]), np.float32)
    vectors[ready] = table.vectors([word for word in words if word in table.row])
    if fresh:
        vectors[~ready] = encoded[: len(fresh)]
    return vectors, encoded[len(fresh) :]
