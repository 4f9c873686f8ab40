"""An encoder small enough to be understood: texts that share words are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from tui.languages import tokenize

if TYPE_CHECKING:
    from tui.alignment.model import Vectors

DIMENSIONS = 256


class ToyEncoder:
    """Adds up a random vector for each word, the same for a word and its translation in `lexicon`."""

    name = "toy"

    def __init__(self, lexicon: Mapping[str, str] | None = None) -> None:
        self._lexicon = lexicon or {}
        self.encoded = 0
        """How many texts it was asked for."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text: shape (len(texts), 256)."""
        import numpy as np

        self.encoded += len(texts)
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        for row, text in enumerate(texts):
            for token in tokenize(text):
                word = self._lexicon.get(token.key, token.key)
                digest = blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
                vectors[row] += np.random.default_rng(int.from_bytes(digest)).standard_normal(DIMENSIONS)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.where(norms > 0, norms, 1)
        return vectors
