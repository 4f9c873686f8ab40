"""Large tables looked up where they lie: mapped from the cache, not read into memory for a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tui.cache.files import Block
from tui.cache.folder import fingerprint, state_of
from tui.cache.tables import table_file


class Lookup(Mapping[str, str]):
    """What stands beside each word of a table."""

    def __init__(self, kept: memoryview) -> None:
        """`kept`: a trie, as marisa-trie writes it."""
        from marisa_trie import BytesTrie

        self._kept = kept  # the trie looks into it as long as it is there
        self._trie = BytesTrie().map(kept)

    def __getitem__(self, word: str) -> str:
        return str(self._trie[word][0], "utf-8")

    def __contains__(self, word: object) -> bool:
        return word in self._trie

    def __iter__(self) -> Iterator[str]:
        return iter(self._trie.keys())

    def __len__(self) -> int:
        return len(self._trie)


def kept_lookup(
    name: str, make: Callable[[], Mapping[str, str]], *, file: Path | None = None, folder: Path | None = None
) -> Lookup:
    """What `make` gives, as `kept_table` keeps tables."""

    def made() -> list[Block]:
        from marisa_trie import BytesTrie

        return [BytesTrie((word, row.encode()) for word, row in make().items()).tobytes()]

    return Lookup(table_file(name, f"{fingerprint()} {state_of(file) if file else ''}", made, folder))
