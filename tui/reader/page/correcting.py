"""What a key says of the alignment, as a correction: pure, from the state and what is in hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.alignment import Correction, Link, Merge, Moved, PairVectors, Split, Unlink
from tui.articles import Side, other_side
from tui.reader.page.edition import Edition
from tui.reader.page.places import named, of_sentences
from tui.reader.page.state import Held, State

WAIT = "Wait until the two are aligned."
_FREE = 0.25
"""What it counts, in cosine, that a sentence has no counterpart yet: more than two translations differ by."""
_FAR = 0.5
"""What it counts against a sentence to stand at the other end of the text."""


def taken(state: State, sentences: Sequence[int], vectors: PairVectors | None) -> State:
    """Takes sentences of the cursor's pane in hand beside those that are, and goes to where their counterpart
    may be; lets go of those that are in hand already.
    """
    before = state.held.sentences if state.held else ()
    if set(sentences) <= set(before):
        kept = tuple(s for s in before if s not in sentences)
        return replace(state, held=Held(state.side, kept, state.sentence) if kept else None)
    held = Held(state.side, tuple(sorted({*before, *sentences})), state.sentence)
    there = likeliest(state, held.sentences, vectors)
    state = replace(state, held=held)
    return state if there is None else _gone_to(state, other_side(state.side), there)


def let_go(state: State) -> State:
    """Lets go of what is in hand and goes back to where it was taken."""
    held = state.held
    return state if held is None else _gone_to(replace(state, held=None), held.side, held.cursor)


def likeliest(state: State, sentences: Sequence[int], vectors: PairVectors | None) -> int | None:
    """The sentence of the other pane that may be the counterpart of `sentences` and is not yet.

    That is one alike, near and without a counterpart of its own; without vectors, near and without. None
    where all were parted from these by hand, or are theirs.
    """
    edition, here, there = state.edition, state.side, other_side(state.side)
    own = {far for near in sentences for far in edition.counterparts(here, near)}
    parted = {
        far
        for correction in state.sheet.corrections
        if isinstance(correction, Unlink)
        for far in (correction.target if here == "source" else correction.source)
        if set(sentences) & set(correction.source if here == "source" else correction.target)
    }
    alike = _likeness(here, sentences, vectors)
    rows = len(edition.rows)

    def score(far: int) -> float:
        away = abs(edition.row_of(there, far) - state.row) / rows
        free = 0 if edition.counterparts(there, far) else _FREE
        return (alike[far] if alike else 0) + free - _FAR * away

    count = len(edition.article(there).sentences)
    return max((far for far in range(count) if far not in own | parted), key=score, default=None)


def _likeness(side: Side, sentences: Sequence[int], vectors: PairVectors | None) -> list[float]:
    """The cosine of `sentences` together with each sentence of the other side; none without vectors."""
    if vectors is None:
        return []
    near, far = vectors.source, vectors.target
    if side == "target":
        near, far = far, near
    together = near[list(sentences)].sum(axis=0)
    length = float(together @ together) ** 0.5
    return [float(cosine) / max(length, 1e-6) for cosine in far @ together]


def _gone_to(state: State, side: Side, sentence: int) -> State:
    """The cursor on a sentence of either pane, which becomes the home pane."""
    return replace(state, home=side, only=side if state.only else None).at(side, sentence)


def row_sentences(state: State) -> range:
    """The sentences of the row in the cursor's pane."""
    return state.edition.sentences(state.row, state.side)


def can_link(state: State) -> bool:
    """Whether what is in hand is of the other pane."""
    return state.held is not None and state.held.side != state.side


def link(state: State, sentences: Sequence[int]) -> Link | str:
    """What is in hand and `sentences` of the cursor's pane say the same; why not, where they do already."""
    assert state.held is not None
    linked = {far for near in sentences for far in state.edition.counterparts(state.side, near)}
    if linked == set(state.held.sentences):
        return "These two are linked already."
    return Link(*_sides(state.side, tuple(sentences), state.held.sentences))


def moved(state: State) -> Moved | str:
    """The sentence and what is in hand, or else its counterparts, say the same in different places.

    Why not, where there is no counterpart or it stands beside the sentence.
    """
    edition, side = state.edition, state.side
    if edition.alignment is None:
        return WAIT
    if can_link(state):
        assert state.held is not None
        return Moved(*_sides(side, (state.sentence,), state.held.sentences))
    bead, there = edition.alignment.bead_of(side, state.sentence), other_side(side)
    if bead.moved:
        return "This is marked as moved already: {unlink} takes it from its counterpart."
    if not bead.side(there):
        return (
            "Nothing to mark as moved: {link} goes to what may be its counterpart, {moved} there marks both."
        )
    if edition.row_of(there, bead.side(there)[0]) == state.row:
        return "Its counterpart stands beside it: nothing has moved."
    return Moved(bead.source, bead.target)


def unlink(state: State, sentences: Sequence[int]) -> Unlink | str:
    """Sentences of the cursor's pane have none of their counterparts any more; why not, if they have none."""
    if state.edition.alignment is None:
        return WAIT
    far = {there for here in sentences for there in state.edition.counterparts(state.side, here)}
    if not far:
        return "This has no counterpart to be taken from."
    return Unlink(*_sides(state.side, tuple(sentences), tuple(sorted(far))))


def merge(state: State) -> Merge | str:
    """The row and the one below are one; why not, at the last row."""
    if state.edition.alignment is None:
        return WAIT
    rows = state.edition.rows[state.row : state.row + 2]
    if len(rows) < 2:
        return "There is no row below."
    return Merge(
        tuple(p for row in rows for p in row.source),
        tuple(p for row in rows for p in row.target),
    )


def split(state: State) -> Split | str:
    """A row begins at the paragraph under the cursor, and at its counterpart; why not, where one does."""
    if state.edition.alignment is None:
        return WAIT
    edition, side = state.edition, state.side
    row = edition.rows[state.row]
    here, there = row.side(side), row.side(other_side(side))
    paragraph = edition.article(side).sentences[state.sentence].paragraph
    if paragraph == here.start:
        return "A row begins here already: go to the paragraph that a new row is to begin with."
    beside = [
        edition.article(other_side(side)).sentences[far].paragraph
        for near in edition.article(side).paragraphs[paragraph].sentences
        for far in edition.counterparts(side, near)
    ]
    begins = [q for q in beside if q in there and q > there.start]
    before = there or _gap(state, other_side(side))
    q = min(begins, default=before.stop)
    return Split(paragraph, q) if side == "source" else Split(q, paragraph)


def told(edition: Edition, correction: Correction) -> str:
    """What a correction has done, in words."""
    match correction:
        case Split(source=source, target=target):
            return f"A row begins at S{source + 1} T{target + 1}."
        case Merge(source=source, target=target):
            places_of = [named("source", _run(source)), named("target", _run(target))]
            return f"One row of {' '.join(filter(None, places_of))}."
        case Link() | Unlink() | Moved():
            sides = (of_sentences(edition, side, own) for side, own in _both(correction))
            verbs = {Link: "Linked {} with {}.", Unlink: "Unlinked {} from {}.", Moved: "Moved: {} and {}."}
            return verbs[type(correction)].format(*sides)
    return ""


def _both(correction: Link | Unlink | Moved) -> Iterator[tuple[Side, tuple[int, ...]]]:
    yield "source", correction.source
    yield "target", correction.target


def _run(paragraphs: Sequence[int]) -> range:
    return range(paragraphs[0], paragraphs[-1] + 1) if paragraphs else range(0)


def _gap(state: State, side: Side) -> range:
    """The place of a row that lacks a side among the paragraphs of that side."""
    above = [row.side(side).stop for row in state.edition.rows[: state.row] if row.side(side)]
    return range(max(above, default=0), max(above, default=0))


def _sides(
    side: Side, near: tuple[int, ...], far: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (near, far) if side == "source" else (far, near)
