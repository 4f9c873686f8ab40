"""What a family that reads long articles in one learns from each section of them is kept with the section."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side
from tui.comparison.sections import Section, placed, written

if TYPE_CHECKING:
    from tui.cache import Store

__all__ = ["kept_by_section", "learned", "placed", "written"]

Numbers = Mapping[Side, Sequence[int]]
"""The index in the whole articles of each sentence of a section."""
_known: dict[AlignedPair, tuple[Sequence[Section], Store]] = {}


@contextmanager
def kept_by_section(pair: AlignedPair, sections: Sequence[Section], store: Store | None) -> Iterator[None]:
    """Meanwhile what is learned from the sections of a long pair is kept in a store, where there is one."""
    if store and len(sections) > 1:
        _known[pair] = sections, store
    try:
        yield
    finally:
        _known.pop(pair, None)


def learned(
    pair: AlignedPair, read: Callable[[AlignedPair], Any], *about: str
) -> Iterator[tuple[Numbers, Any]]:
    """What `read` learns from the beads of each section that are asked about: plain values, each with where
    its sentences stand; of a pair of which nothing is kept from all of it at once.

    `about`: whose it is, and all that it depends on beside the section.
    """
    if pair not in _known:
        numbers: Numbers = {side: range(len(pair.article(side).sentences)) for side in SIDES}
        yield numbers, read(pair)
        return
    sections, store = _known[pair]
    keys = [section.key(about) for section in sections]
    held = store.get(keys)
    new: dict[bytes, bytes] = {}
    for key, section in zip(keys, sections, strict=True):
        if key not in held:
            alone = replace(section)  # what is read for it is not needed after it
            held[key] = new[key] = json.dumps(read(alone.pair)).encode("ascii")
        yield section.sentences, json.loads(held[key])
    store.put(new)
