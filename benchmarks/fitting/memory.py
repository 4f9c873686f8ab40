"""An encoder that encodes no text twice: copies of a document differ in a few sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tui.alignment import Encoder
    from tui.alignment.model import Vectors


class RememberingEncoder:
    """The encoder it is given, asked once for each text."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    @property
    def name(self) -> str:
        """That of the encoder."""
        return self._encoder.name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of unit length a text, in order: shape (texts, dimensions)."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known |= dict(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else self._encoder.encode([])
