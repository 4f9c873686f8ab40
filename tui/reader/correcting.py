"""What a key says of the alignment, as a correction: pure, from the state and what is in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.alignment import Link, Merge, Moved, Split, Unlink
from tui.articles import Side
from tui.reader.edition import other
from tui.reader.state import Held, State


def held(state: State, sentences: Sequence[int]) -> State:
    """Takes sentences of the cursor's pane in hand beside those that are, or lets go of them."""
    before = state.held.sentences if state.held else ()
    if set(sentences) <= set(before):
        kept = tuple(s for s in before if s not in sentences)
    else:
        kept = tuple(sorted({*before, *sentences}))
    return replace(state, held=Held(state.side, kept) if kept else None)


def row_sentences(state: State) -> range:
    """The sentences of the row in the cursor's pane."""
    return state.edition.sentences(state.row, state.side)


def can_link(state: State) -> bool:
    """Whether what is in hand is of the other pane."""
    return state.held is not None and state.held.side != state.side


def link(state: State, sentences: Sequence[int]) -> Link:
    """What is in hand and `sentences` of the cursor's pane say the same."""
    assert state.held is not None
    return Link(*_sides(state.side, tuple(sentences), state.held.sentences))


def moved(state: State) -> Moved | None:
    """The sentence and what is in hand, or else its counterparts, say the same in different places."""
    if can_link(state):
        assert state.held is not None
        return Moved(*_sides(state.side, (state.sentence,), state.held.sentences))
    bead = state.edition.alignment.bead_of(state.side, state.sentence) if state.edition.alignment else None
    if bead is None or bead.moved or not (bead.source and bead.target):
        return None
    return Moved(bead.source, bead.target)


def unlink(state: State, sentences: Sequence[int]) -> Unlink | None:
    """Sentences of the cursor's pane have none of their counterparts any more; None when they have none."""
    far = {there for here in sentences for there in state.edition.counterparts(state.side, here)}
    if not far:
        return None
    return Unlink(*_sides(state.side, tuple(sentences), tuple(sorted(far))))


def merge(state: State) -> Merge | None:
    """The row and the one below are one; None at the last row."""
    rows = state.edition.rows[state.row : state.row + 2]
    if len(rows) < 2:
        return None
    return Merge(
        tuple(p for row in rows for p in row.source),
        tuple(p for row in rows for p in row.target),
    )


def split(state: State) -> Split | None:
    """A row begins at the paragraph under the cursor, and at its counterpart; None where one does already."""
    edition, side = state.edition, state.side
    row = edition.rows[state.row]
    here, there = row.side(side), row.side(other(side))
    paragraph = edition.article(side).sentences[state.sentence].paragraph
    if paragraph == here.start:
        return None
    beside = [
        edition.article(other(side)).sentences[far].paragraph
        for near in edition.article(side).paragraphs[paragraph].sentences
        for far in edition.counterparts(side, near)
    ]
    begins = [q for q in beside if q in there and q > there.start]
    before = there or _gap(state, other(side))
    q = min(begins, default=before.stop)
    return Split(paragraph, q) if side == "source" else Split(q, paragraph)


def _gap(state: State, side: Side) -> range:
    """The place of a row that lacks a side among the paragraphs of that side."""
    above = [row.side(side).stop for row in state.edition.rows[: state.row] if row.side(side)]
    return range(max(above, default=0), max(above, default=0))


def _sides(
    side: Side, near: tuple[int, ...], far: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (near, far) if side == "source" else (far, near)
