"""Whether something like a passage stands anywhere on the other side, whatever the beads say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.alignment import Encoder
    from tui.comparison.lexical.lexicon import Floats

_WIDTH = 7
"""Words of a window."""
_STEP = 3
"""Words between the middles of two windows."""
_BLOCK = 1024
"""Windows compared with all others at a time, which bounds memory."""


def likeness(source: Sequence[str], target: Sequence[str], encoder: Encoder) -> tuple[Floats, Floats]:
    """How like the passage around each word or mark is to the likest of the other side: cosines (n) and (m).

    Windows of seven words, every third word; between two middles the cosine is interpolated.
    """
    left_at, left_texts = _windows(source)
    right_at, right_texts = _windows(target)
    if not left_texts or not right_texts:
        return np.zeros(len(source)), np.zeros(len(target))
    vectors = encoder.encode([*left_texts, *right_texts])
    left, right = vectors[: len(left_texts)], vectors[len(left_texts) :]
    best_left = np.empty(len(left))
    best_right = np.full(len(right), -1.0)
    for start in range(0, len(left), _BLOCK):
        cosines = left[start : start + _BLOCK] @ right.T
        best_left[start : start + _BLOCK] = cosines.max(axis=1)
        best_right = np.maximum(best_right, cosines.max(axis=0))
    return (
        np.interp(np.arange(len(source)), left_at, best_left),
        np.interp(np.arange(len(target)), right_at, best_right),
    )


def _windows(words: Sequence[str]) -> tuple[list[int], list[str]]:
    """The places of the middle words among `words`, and the windows around them; marks are left out."""
    spoken = [place for place, word in enumerate(words) if any(c.isalnum() for c in word)]
    half = _WIDTH // 2
    return spoken[::_STEP], [
        " ".join(words[place] for place in spoken[max(0, middle - half) : middle + half + 1])
        for middle in range(0, len(spoken), _STEP)
    ]
