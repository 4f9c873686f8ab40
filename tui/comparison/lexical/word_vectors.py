"""The vectors of single words, kept: an article is compared again whenever its alignment is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tui.alignment import Encoder
    from tui.alignment.model import Vectors

_MOST = 20_000
"""Words kept for an encoder: 20 MB for vectors of 512 dimensions."""

_kept: WeakKeyDictionary[Encoder, dict[str, NDArray[np.float16]]] = WeakKeyDictionary()


def word_vectors(words: Sequence[str], encoder: Encoder) -> Vectors:
    """The unit vectors of words, to the precision of half floats: shape (words, dimensions)."""
    kept = _kept.setdefault(encoder, {})
    fresh = [word for word in words if word not in kept]
    if len(kept) + len(fresh) > _MOST:
        kept.clear()
        fresh = list(words)
    kept.update(zip(fresh, encoder.encode(fresh).astype(np.float16), strict=True))
    if not words:
        return np.zeros((0, 0), np.float32)
    return np.stack([kept[word] for word in words]).astype(np.float32)
