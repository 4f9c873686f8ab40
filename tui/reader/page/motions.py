"""Every move of the cursor as a function from state to state; the bindings call them by name."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.articles import Span, other_side
from tui.comparison import Layer
from tui.config import LEAST_SURE, SUREST
from tui.desk import Mark
from tui.reader.page.listing import walked
from tui.reader.page.state import Move, Selection, State, nearest

_CERTAINTIES = range(round(LEAST_SURE * 100), round(SUREST * 100) + 1, 10)
"""Between these, in per cent, one goes by key."""


def next_row(state: State) -> State:
    """The row below."""
    return state.at_row(state.row + 1) if state.row + 1 < len(state.edition.rows) else state


def previous_row(state: State) -> State:
    """The row above."""
    return state.at_row(state.row - 1) if state.row else state


def first_row(state: State) -> State:
    """The first row."""
    return state.at_row(0)


def last_row(state: State) -> State:
    """The last row."""
    return state.at_row(len(state.edition.rows) - 1)


def next_sentence(state: State) -> State:
    """The next sentence of the row, then the first of the row below."""
    sentences = state.edition.sentences(state.row, state.side)
    if state.sentence + 1 in sentences:
        return state.at(state.side, state.sentence + 1)
    return next_row(state)


def select(state: State) -> State:
    """Selects the sentence under the cursor; where it ends what is selected already, the next one too."""
    held, sentences = state.selection, state.edition.article(state.side).sentences
    here = sentences[state.sentence].span
    if (
        held is None
        or held.side != state.side
        or not held.span.start <= here.start < here.end == held.span.end
    ):
        return replace(state, selection=Selection(state.side, here))
    last = min(state.sentence + 1, len(sentences) - 1)
    longer = Selection(state.side, Span(held.span.start, sentences[last].end))
    return replace(state.at(state.side, last), selection=longer)


def previous_sentence(state: State) -> State:
    """The previous sentence of the row, then the last of the row above."""
    sentences = state.edition.sentences(state.row, state.side)
    if state.sentence - 1 in sentences:
        return state.at(state.side, state.sentence - 1)
    return state.at_row(state.row - 1, last=True) if state.row else state


def other_pane(state: State) -> State:
    """What corresponds in the other pane of the row, or that pane's first sentence; it becomes the home pane.

    With one pane shown, the other is shown instead.
    """
    side = other_side(state.side)
    here = state.edition.sentences(state.row, side)
    beside = [s for s in state.edition.counterparts(state.side, state.sentence) if s in here]
    if not here:
        return state
    moved = replace(state, home=side, only=side if state.only else None)
    return moved.at(side, beside[0] if beside else here[0])


def counterpart(state: State) -> State:
    """What corresponds to the current sentence, or else to its row, wherever it stands; again goes back."""
    edition, side = state.edition, other_side(state.side)
    if beside := edition.counterparts(state.side, state.sentence):
        return replace(state, only=side if state.only else None).at(side, beside[0])
    for row in edition.rows[state.row].elsewhere:
        if sentences := edition.sentences(row, side):
            return replace(state, only=side if state.only else None).at(side, sentences[0])
    return state


def next_finding(state: State) -> State:
    """The next shown finding; while the list is open, the next one listed."""
    return _to_finding(state, 1)


def previous_finding(state: State) -> State:
    """The shown finding before."""
    return _to_finding(state, -1)


def next_open(state: State) -> State:
    """The next shown finding on which nothing is decided."""
    return _to_finding(state, 1, only_open=True)


def previous_open(state: State) -> State:
    """The shown finding before on which nothing is decided."""
    return _to_finding(state, -1, only_open=True)


def _wanted(numbers: Iterable[int], state: State, *, only_open: bool) -> list[int]:
    findings = state.edition.findings
    return [n for n in numbers if not (only_open and state.verdict(findings[n]) != "open")]


def _to_finding(state: State, step: int, *, only_open: bool = False) -> State:
    every = walked(state)
    there: int | None
    if state.finding is not None and state.finding in every:
        # The list may be sorted: what comes next is a matter of places in it.
        at = every.index(state.finding)
        beyond = every[at + 1 :] if step > 0 else every[:at][::-1]
        there = next(iter(_wanted(beyond, state, only_open=only_open)), None)
    elif state.finding is not None:
        there = nearest(_wanted(every, state, only_open=only_open), state.finding, step)
    else:
        # Between two findings: those of the cursor's own row count as still to come, whichever way one goes.
        rows = state.edition.finding_rows
        to_come = (i for i in every if (rows[i] - state.row) * step >= 0)
        wanted = _wanted(to_come, state, only_open=only_open)
        there = min(wanted, key=lambda i: i * step, default=None)
    return state if there is None else state.at_finding(there)


def next_lone(state: State) -> State:
    """The next row without a counterpart beside it."""
    return _to_lone(state, 1)


def previous_lone(state: State) -> State:
    """The row without a counterpart beside it before."""
    return _to_lone(state, -1)


def _to_lone(state: State, step: int) -> State:
    lone: Iterable[int] = (i for i, row in enumerate(state.edition.rows) if row.kind != "aligned")
    row = nearest(lone, state.row, step)
    return state if row is None else state.at_row(row)


def next_match(state: State) -> State:
    """The next place that the search found, round the end."""
    return _to_match(state, 1)


def previous_match(state: State) -> State:
    """The place before that the search found, round the beginning."""
    return _to_match(state, -1)


def _to_match(state: State, step: int) -> State:
    if not state.matches:
        return state
    if state.match is not None:
        return state.at_match((state.match + step) % len(state.matches))
    here = state.match_from_cursor()
    return state.at_match(here % len(state.matches) if step > 0 else (here - 1) % len(state.matches))


def one_pane(state: State) -> State:
    """Shows only the pane of the cursor, or both again."""
    return replace(state, only=None if state.only else state.side)


def density(state: State) -> State:
    """Leaves out the empty line between two rows, or puts it there again."""
    return replace(state, compact=not state.compact)


def ruler(state: State) -> State:
    """Lights the lines of the current sentence, or does not."""
    return replace(state, ruler=not state.ruler)


def toggle_layer(state: State, layer: Layer) -> State:
    """Shows or hides a layer of findings."""
    return _with_current_shown(replace(state, layers=state.layers ^ {layer}))


def surer(state: State, step: int) -> State:
    """Findings from the next higher certainty, or for a negative step from the next lower one."""
    there = nearest(_CERTAINTIES, round(state.edition.sure * 100), step)
    return state if there is None else state.with_edition(state.edition.at(there / 100))


def only_open(state: State) -> State:
    """Hides the findings that are decided, or shows them again."""
    return _with_current_shown(replace(state, open_only=not state.open_only))


def next_bookmark(state: State) -> State:
    """The next row that the person put something beside, round the end."""
    marks = state.sheet.marks.items()
    beside = {state.edition.row_of_paragraph(*place) for place, mark in marks if mark != Mark()}
    below = sorted(row for row in beside if row > state.row)
    there = below or sorted(beside)
    return state.at_row(there[0]) if there else state


def starting_over(name: str, state: State) -> State:
    """Where a move from finding to finding, or from lone row to lone row, goes that has come to the end."""
    step = -1 if name.startswith("previous") else 1
    if name.endswith("lone"):
        rows = state.edition.rows
        places = [row for row in range(len(rows)) if rows[row].kind != "aligned"]
        return state.at_row(places[0 if step > 0 else -1]) if places else state
    if name.endswith(("finding", "open")):
        wanted = _wanted(walked(state), state, only_open=name.endswith("open"))
        return state.at_finding(wanted[0 if step > 0 else -1]) if wanted else state
    return state


def _with_current_shown(state: State) -> State:
    """The state with another current finding, if there is one here, where the current one is hidden."""
    if state.current and not state.shown(state.current):
        return replace(state, finding=state.finding_here())
    return state


MOVES: dict[str, Move] = {
    move.__name__: move
    for move in (
        *(next_row, previous_row, first_row, last_row),
        *(next_sentence, previous_sentence, other_pane, counterpart),
        *(next_finding, previous_finding, next_open, previous_open, next_lone, previous_lone),
        *(next_match, previous_match, one_pane),
        *(only_open, next_bookmark),
        *(density, ruler, select),
    )
}
