"""What the translation panel shows of the row under the cursor: runs of sentences that correspond."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment import Alignment, Bead
from tui.articles import SIDES, Article, Side, other_side
from tui.reader.page.edition import Edition
from tui.reader.page.state import State

_FAR = 12
"""The most sentences of one passage that are prepared before the cursor is there."""


class Passage(Struct, frozen=True):
    """The sentences of one bead: those of the side that is translated, and those they correspond to."""

    bead: Bead
    side: Side
    """The side that is translated."""
    sentences: tuple[str, ...]
    """To be translated; none when only the other side has something."""
    beside: str
    """What the other side says; empty when it says nothing."""


def passages(state: State, side: Side) -> tuple[Passage, ...]:
    """The passages of the cursor's row, in the order of the text."""
    return tuple(_passage(state.edition, bead, side) for bead in _beads(state.edition, state.row, side))


def current(state: State, passages: Iterable[Passage]) -> int | None:
    """Which of the passages is under the cursor."""
    here = (n for n, passage in enumerate(passages) if state.sentence in passage.bead.side(state.side))
    return next(here, None)


def neighbours(state: State, side: Side) -> tuple[str, ...]:
    """The sentences of the rows below and above, the first of them first: what may be wanted soon."""
    edition, row = state.edition, state.row
    near = [there for there in (row + 1, row - 1) if 0 <= there < len(edition.rows)]
    return tuple(
        edition.article(side).sentence_text(sentence)
        for there in near
        for sentence in edition.sentences(there, side)[:_FAR]
    )


def sentences(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Every sentence to be translated."""
    return tuple(sentence for passage in passages for sentence in passage.sentences)


def cursor_first(state: State, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Every sentence to be translated, those under the cursor first."""
    first = current(state, passages) or 0
    return sentences((*passages[first : first + 1], *passages[:first], *passages[first + 1 :]))


def excerpt(edition: Edition, passages: Iterable[Passage]) -> tuple[Article, Article, Alignment]:
    """The two articles and their alignment as if they held nothing but these passages, a bead each.

    The texts, and so all offsets, stay the same.
    """
    beads: list[Bead] = []
    kept: dict[Side, list[int]] = {"source": [], "target": []}
    for passage in passages:
        own: dict[Side, tuple[int, ...]] = {}
        for side in SIDES:
            start = len(kept[side])
            kept[side] += passage.bead.side(side)
            own[side] = tuple(range(start, len(kept[side])))
        beads.append(replace(passage.bead, source=own["source"], target=own["target"]))
    source, target = (
        replace(
            edition.article(side), sentences=tuple(edition.article(side).sentences[i] for i in kept[side])
        )
        for side in SIDES
    )
    return source, target, Alignment(tuple(beads))


def _beads(edition: Edition, row: int, side: Side) -> list[Bead]:
    """The beads with a sentence in the row, in the order of the text."""
    own = edition.sentences(row, side)
    if edition.alignment is None:
        return [Bead((index,), (), 0.0) if side == "source" else Bead((), (index,), 0.0) for index in own]
    beads = [edition.alignment.bead_of(side, index) for index in own]
    beads += [
        edition.alignment.bead_of(other_side(side), i) for i in edition.sentences(row, other_side(side))
    ]
    return sorted(dict.fromkeys(beads), key=edition.order_of)


def _passage(edition: Edition, bead: Bead, side: Side) -> Passage:
    article, beside = edition.article(side), edition.article(other_side(side))
    return Passage(
        bead,
        side,
        tuple(article.sentence_text(index) for index in bead.side(side)),
        " ".join(beside.sentence_text(index) for index in bead.side(other_side(side))),
    )
