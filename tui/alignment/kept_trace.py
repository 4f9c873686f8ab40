"""How the alignment of a long pair came about, kept for when one side of it was edited."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.articles import SIDES
from tui.cache import digest, fingerprint

if TYPE_CHECKING:
    from tui.alignment.again import Trace
    from tui.cache import Store


class KeptTrace:
    """Where it is kept, under either side: one that is as it was finds it, whatever became of the other."""

    def __init__(self, store: Store, sides: tuple[bytes, bytes], encoder: str) -> None:
        """`sides`: as they are named (`sides_of`); `encoder`: the name of the one that made the vectors."""
        self._store = store
        self._keys = [
            digest("trace", fingerprint(), encoder, side, named)
            for side, named in zip(SIDES, sides, strict=True)
        ]

    def recalled(self) -> Trace | None:
        """The last one of either side, if one is kept."""
        found = self._store.get(self._keys)
        return _unpacked(next(iter(found.values()))) if found else None

    def remember(self, trace: Trace) -> None:
        """Keeps one for the next time."""
        data = _packed(trace)
        self._store.put(dict.fromkeys(self._keys, data))


def _packed(trace: Trace) -> bytes:
    """A trace as bytes, without what was most alike: in a long pair that depends on all of it."""
    marks = [side.tolist() for side in trace.marks]
    beads = [(len(s), len(t)) for s, t in trace.beads]
    compared = [(s[0], t[0], *seen) for (s, t), seen in trace.compared.items()]
    return json.dumps([marks, trace.scale, beads, compared]).encode("ascii")


def _unpacked(data: bytes) -> Trace:
    """The trace that was packed."""
    import numpy as np

    from tui.alignment.again import Trace

    (source, target), scale, lengths, compared = json.loads(data)
    beads = []
    i = j = 0
    for k, h in lengths:
        beads.append((tuple(range(i, i + k)), tuple(range(j, j + h))))
        i, j = i + k, j + h
    return Trace(
        (np.array(source, np.uint64), np.array(target, np.uint64)), scale, beads,
        {((s,), (t,)): (cosine, margin, above) for s, t, cosine, margin, above in compared},
    )  # fmt: skip
