"""The weights of the embedded encoder's network: decoded once, mapped from the cache from then on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from tui.cache.arrays import kept_arrays
from tui.cache.folder import state_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment.model import Floats
    from tui.cache.arrays import Arrays

WIDTH = 256
"""Numbers of a piece in each branch of the network; twice as many where the branches begin."""
WINDOWS = ((2, 0), (3, 1), (5, 2))
"""Of each branch: how many pieces its convolutions see, and how many of them before the one in question."""
_TABLES = 17


class NetworkWeights(Struct, frozen=True):
    """Names and order are those in which `network.py` uses them."""

    tables: NDArray[np.uint8]
    """The vectors of the pieces (tables, pieces of each, 512): each number times its table's `scale` plus its
    `low`. That of a piece is in the table of its number modulo theirs."""
    scale: Floats
    low: Floats
    projection: Floats
    projection_bias: Floats
    projection_gain: Floats
    projection_shift: Floats
    first: list[Floats]
    """Of the first convolution of each branch, its places side by side: (256, places · 256)."""
    first_bias: list[Floats]
    second: list[Floats]
    second_bias: list[Floats]
    gain: Floats
    shift: Floats
    down: Floats
    down_bias: Floats
    deep: list[Floats]
    past: list[Floats]
    """What goes past a layer of `deep`, past the first and past the third."""
    epsilon: float


def network_weights(package: Path) -> NetworkWeights:
    """The weights in the package's file `weights.npz`."""
    found = kept_arrays("encoder", f"2 {state_of(package)}", lambda: _decoded(package))

    def floats(name: str) -> Floats:
        array = found[name]
        assert array.dtype == np.float32
        return array  # type: ignore[return-value]

    sizes = [size for size, _ in WINDOWS]
    tables = found["tables"]
    assert tables.dtype == np.uint8
    return NetworkWeights(
        tables=tables,  # type: ignore[arg-type]
        scale=floats("scale"),
        low=floats("lo"),
        projection=floats("proj"),
        projection_bias=floats("proj_b"),
        projection_gain=floats("proj_ln_g"),
        projection_shift=floats("proj_ln_b"),
        first=[floats(f"w1_{n}") for n in sizes],
        first_bias=[floats(f"b1_{n}") for n in sizes],
        second=[floats(f"w2_{n}") for n in sizes],
        second_bias=[floats(f"b2_{n}") for n in sizes],
        gain=floats("ln_g"),
        shift=floats("ln_b"),
        down=floats("cnn_W"),
        down_bias=floats("cnn_b"),
        deep=[floats(f"d{n}") for n in range(4)],
        past=[floats("p1"), floats("p3")],
        epsilon=float(found["eps"]),
    )


def _decoded(package: Path) -> Arrays:
    """The arrays of the package's file, in the shapes that are used."""
    with np.load(package, allow_pickle=False) as stored:
        first = stored["q1"]
        tables = np.empty((_TABLES, *first.shape), first.dtype)
        tables[0] = first
        for number in range(1, _TABLES):  # one at a time: memory that is new takes as long as unpacking
            tables[number] = stored[f"q{number + 1}"]
        found = {name: stored[name] for name in stored.files if not name.startswith("q")}
    sizes = [size for size, _ in WINDOWS]
    for name, parts in (("proj", "proj"), ("proj_b", "proj_b"), ("proj_ln_g", "ln_g"), ("proj_ln_b", "ln_b")):
        found[name] = np.concatenate([found[f"{parts}{size}"] for size in sizes], axis=-1)
    for name in [f"w{layer}_{size}" for layer in (1, 2) for size in sizes]:
        places = found[name].reshape(-1, WIDTH, WIDTH)
        found[name] = np.ascontiguousarray(places.transpose(1, 0, 2).reshape(WIDTH, -1))
    return {"tables": tables, **found}
