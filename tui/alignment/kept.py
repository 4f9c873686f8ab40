"""Alignments kept from an earlier run: of the same texts, corrected alike, by the same program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.alignment.model import Alignment, Bead
from tui.cache import digest, fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.alignment.corrections import Correction
    from tui.articles import Article
    from tui.cache import Store


def sides_of(source: Article, target: Article) -> tuple[bytes, bytes]:
    """What names all of either side that an alignment depends on."""
    return digest(source.contents()), digest(target.contents())


def key_of(sides: tuple[bytes, bytes], corrections: Sequence[Correction], encoder: str) -> bytes:
    """The key of everything that an alignment of two sides depends on; `encoder`: its name."""
    return digest("alignment", fingerprint(), encoder, *sides, repr(list(corrections)))


def recalled(store: Store, key: bytes) -> Alignment | None:
    """The alignment that is kept under a key, if one is."""
    kept = store.get([key])
    return _unpacked(kept[key]) if kept else None


def remember(store: Store, key: bytes, alignment: Alignment) -> None:
    """Keeps an alignment for the next time."""
    store.put({key: _packed(alignment)})


def _packed(alignment: Alignment) -> bytes:
    """An alignment as bytes."""
    beads = [[bead.source, bead.target, bead.score, bead.moved] for bead in alignment.beads]
    return json.dumps(beads, separators=(",", ":")).encode("ascii")


def _unpacked(data: bytes) -> Alignment:
    """The alignment that was packed."""
    return Alignment(
        tuple(
            Bead(tuple(source), tuple(target), score, moved)
            for source, target, score, moved in json.loads(data)
        )
    )
