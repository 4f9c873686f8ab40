"""The line above the page: titles and languages over their panes, what is counted, what is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.alignment import RowKind
from tui.articles import SIDES, Side, title
from tui.comparison import LAYERS, SEVERITIES
from tui.reader.page.drawing import RULE, Piece
from tui.reader.page.edition import Edition
from tui.reader.page.layout import NARROWEST_FACING, Pane
from tui.reader.page.marks import GLYPHS
from tui.reader.page.state import State
from tui.reader.page.words import SHORTLY, Ends, Pieces, fitted, language, shortened, width_of
from tui.reader.page.wrapping import visible

_WIDE = 160
"""Cells from which there is room for words in place of signs, and for the dates of the files."""
_SHORTEST_TITLE = 12
"""Cells that a title has at least beside counts of findings."""
_READABLE_TITLE = 20
"""Cells of a title that most are read by: the counts of findings say it shorter to leave it these."""
_KNOWN_TITLE = 24
"""Cells of a title by which it is known: the language makes room for them."""
_ROW_COUNTS: tuple[tuple[RowKind, str], ...] = (
    ("aligned", GLYPHS["aligned"]),
    ("only-source", GLYPHS["only-source"]),
    ("only-target", GLYPHS["only-target"]),
    ("moved", GLYPHS["moved"]),
)
COUNTED = tuple(f"count-{kind}" for kind, _ in _ROW_COUNTS if kind != "aligned")
"""The names of the counts of rows whose findings can be asked for."""


def masthead(state: State, panes: tuple[Pane, ...], width: int) -> Pieces:
    """Titles and languages above their panes, the counts at the right, and first of all what is hidden.

    Counts give way to the titles where there is no room for both: first those of what is less sure, then
    those of the findings, never what is hidden.
    """
    if len({pane.x for pane in panes}) == 2:
        return _facing(state, panes, width)
    edition, sides = state.edition, [pane.side for pane in panes]
    in_words = width >= NARROWEST_FACING
    always = (*hidden(state), *silenced(edition, in_words), *decided(state, in_words=in_words), (" ", ()))
    rows, found, unsure = row_counts(edition), severities(edition), less_sure(edition)
    tallies = [
        (*rows, *found, *unsure, *always),
        (*rows, *severities(edition, shortly=True), *unsure, *always),
        (*rows, *found, *always),
        (*rows, *always),
        always,
    ]
    fitting = (
        one
        for least, counts in ((_READABLE_TITLE, tallies[:2]), (_SHORTEST_TITLE, tallies))
        for one in counts
        if width - width_of(one) >= least
    )
    tally = next(fitting, tallies[-1])
    shown = [edition.article(side) for side in (SIDES if len(sides) > 1 else sides)]
    names = (" → ".join(language(one) for one in shown), " → ".join(one.language for one in shown))
    endings = [*(f" · {name}" for name in names)]
    if len(sides) == 1 and (date := state.dates.get(sides[0])) and width >= _WIDE:
        endings.insert(0, f"{endings[0]} · {date}")
    return fitted(Ends(_titled(state, sides[0], endings, width - width_of(tally) - 1), tally), width)


def _facing(state: State, panes: tuple[Pane, ...], width: int) -> Pieces:
    edition, (left, right) = state.edition, panes
    rows, found = row_counts(edition), (*severities(edition), *less_sure(edition))
    in_words = width >= _WIDE
    always = (*hidden(state), *silenced(edition, in_words), *decided(state, in_words=in_words), (" ", ()))
    end: Pieces = ((" ", ()),)
    there = (*severities(edition, without_none=True), *less_sure(edition))
    words: list[tuple[Pieces, Pieces]] = [
        way
        for told in (found, there)
        for way in (
            ((), (*rows, *told, *always)),
            ((*told, *end), (*rows, *always)),
            ((*rows, *end), (*told, *always)),
        )
    ]
    shortly = [((*severities(edition, shortly=True), *less_sure(edition), *end), (*rows, *always))]
    rooms = left.width - _needed(state, "source"), width - right.x - 1 - _needed(state, "target")
    readable = left.width - _READABLE_TITLE - 1, width - right.x - _READABLE_TITLE - 1
    least = left.width - _SHORTEST_TITLE, width - right.x - _SHORTEST_TITLE
    fitting = (
        one
        for room, ways in ((rooms, words), (readable, words), (readable, shortly), (least, words + shortly))
        for one in ways
        if width_of(one[0]) <= room[0] and width_of(one[1]) <= room[1]
    )
    at_left, at_right = next(fitting, ((*severities(edition), *end), (*rows, *always)))
    return (
        *_heading(state, "source", left.width, at_left, dated=width >= _WIDE),
        (RULE, ("rule",)),
        *_heading(state, "target", width - right.x, at_right, dated=width >= _WIDE),
    )


def _needed(state: State, side: Side) -> int:
    """The cells that a title and the whole name of its language need."""
    article = state.edition.article(side)
    return 1 + min(cell_len(visible(title(article))), _KNOWN_TITLE) + len(_ending(language(article)))


def _ending(told: str) -> str:
    return f"  {told} "


def _heading(state: State, side: Side, width: int, tally: Pieces, *, dated: bool) -> Pieces:
    """Title and language of one pane, `dated` the date of its file, and counts at the right."""
    article, date = state.edition.article(side), state.dates.get(side)
    with_date = [f"{language(article)} · {date}"] if date and dated else []
    endings = [_ending(told) for told in (*with_date, language(article), article.language)]
    names = _titled(state, side, endings, width - width_of(tally))
    return fitted(Ends(names[:-1], (names[-1], *tally)), width)


def _titled(state: State, side: Side, endings: Sequence[str], room: int) -> Pieces:
    """A title and the first of the endings beside which it is still known, else none."""
    name = visible(title(state.edition.article(side)))
    wanted = 1 + min(cell_len(name), _KNOWN_TITLE)
    ending = next((text for text in endings if room - cell_len(text) >= wanted), "")
    return (" ", ()), (shortened(name, room - cell_len(ending) - 1), ("title",)), (ending, ("quiet",))


def hidden(state: State) -> Pieces:
    """The layers, and what is decided, if they are hidden."""
    names: list[str] = [layer for layer in LAYERS if layer not in state.layers]
    if state.open_only:
        names.append("decided")
    return (("  ", ()), (f"{', '.join(names)} hidden", ("hidden",))) if names else ()


def row_counts(edition: Edition) -> Pieces:
    """How many rows of each kind there are."""
    if edition.alignment is None:
        return ()
    return tuple(
        (f"  {edition.count(kind)} {glyph}", ("count", *((name,) if name in COUNTED else ())))
        for kind, glyph in _ROW_COUNTS
        if kind == "aligned" or edition.count(kind)
        for name in [f"count-{kind}"]
    )


def severities(edition: Edition, *, shortly: bool = False, without_none: bool = False) -> Pieces:
    """How many findings of each severity there are, once there are some.

    `shortly`: in half the room. `without_none`: only of those severities of which there are any.
    """
    out: list[Piece] = []
    for severity in SEVERITIES if edition.findings else ():
        if without_none and not edition.severities[severity]:
            continue
        gap = " " if out and shortly else "  "
        told = SHORTLY[severity] if shortly else severity
        out += [(gap, ()), (f"{edition.severities[severity]} {told}", (f"severity-{severity}",))]
    return tuple(out)


def less_sure(edition: Edition) -> Pieces:
    """How many findings are below the threshold, if there are any."""
    return ((f"  {len(edition.less_sure)} less sure", ("quiet",)),) if edition.less_sure else ()


def silenced(edition: Edition, in_words: bool) -> Pieces:
    """How many findings the person has silenced, if any."""
    by_whom = " by you" if in_words else ""
    return ((f"  {len(edition.silenced)} silenced{by_whom}", ("quiet",)),) if edition.silenced else ()


def decided(state: State, *, in_words: bool) -> Pieces:
    """How many of the findings are decided, once there are some; and whether the desk is not kept."""
    done, total = state.sheet.progress(state.edition.findings)
    told = f"  {done} of {total} decided" if in_words else f"  {done}/{total} ✓"
    lost: Pieces = () if state.sheet.is_kept else (("  not kept", ("error",)),)
    return (*(((told, ("decided",)),) if done else ()), *lost)
