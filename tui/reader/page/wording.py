"""What the reader says in words: the masthead and the two lines of the status, as pieces with style names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, set_cell_size

from tui.alignment import RowKind
from tui.articles import SIDES, Article, Side, other_side, title
from tui.comparison import SEVERITIES, Finding
from tui.desk import Verdict
from tui.languages import language_name
from tui.reader.page.drawing import BOOKMARK, NOTE, RULE, Piece
from tui.reader.page.edition import Edition
from tui.reader.page.layout import NARROWEST_FACING, Pane
from tui.reader.page.marks import GLYPHS
from tui.reader.page.state import Held, State, Work
from tui.reader.page.wrapping import visible

Wording = Callable[[str], str]
"""Puts the key of an action in place of its id in braces: `{finding.next} goes to the next one`."""

_WIDE = 160
"""Cells from which the masthead has room for words."""
_SHORTEST_TITLE = 12
"""Cells that a title has at least beside counts of findings."""
_KNOWN_TITLE = 24
"""Cells of a title by which it is known: the language makes room for them."""
_EDGE = 2
"""Cells of the scrollbar and the minimap."""
_ROW_COUNTS: tuple[tuple[RowKind, str], ...] = (
    ("aligned", GLYPHS["aligned"]),
    ("only-source", GLYPHS["only-source"]),
    ("only-target", GLYPHS["only-target"]),
    ("moved", GLYPHS["moved"]),
)
VERDICT_SIGNS: dict[Verdict, str] = {"open": "", "confirmed": "✓", "dismissed": "×", "intended": "≈"}
"""What stands for a verdict where there is no room for the word, or beside it."""


@dataclass(frozen=True, slots=True)
class Status:
    """One line of the status: what stands at its left and at its right end."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()


def width_of(pieces: tuple[Piece, ...]) -> int:
    """The cells that pieces take."""
    return sum(cell_len(text) for text, _ in pieces)


def fitted(status: Status, width: int) -> tuple[Piece, ...]:
    """Both ends of a line of `width` cells; where they do not fit, the left one is cut with an ellipsis."""
    room = width - width_of(status.right)
    return (*clipped(status.left, room), *status.right)


def clipped(pieces: tuple[Piece, ...], room: int) -> tuple[Piece, ...]:
    """The pieces in exactly `room` cells, cut with an ellipsis or filled with blanks."""
    out: list[Piece] = []
    used = 0
    for text, names in pieces:
        size = cell_len(text)
        if used + size > room:
            if room > used:
                out.append((set_cell_size(text, room - used - 1) + "…", names))
            return tuple(out)
        out.append((text, names))
        used += size
    return (*out, (" " * max(0, room - used), ()))


def language(article: Article) -> str:
    """The name of an article's language."""
    return language_name(article.language)


def masthead(state: State, panes: tuple[Pane, ...], width: int) -> tuple[Piece, ...]:
    """Titles and languages above their panes, and the counts at the right; those of findings where there is
    room.
    """
    edition = state.edition
    facing = len({pane.x for pane in panes}) == 2
    in_words = width >= _WIDE or (width >= NARROWEST_FACING and not facing)
    decided = (*_decided(state, "{} of {} decided" if in_words else "{}/{} ✓"), (" ", ()))
    rows, rated = row_counts(edition), severities(edition)
    found = (*rated, *less_sure(edition), *silenced(edition))
    tally = (*rows, *found, *decided)
    if facing:
        left, right = panes
        # The counts stand above the list of findings, where that leaves room for them.
        beside = width - right.x - right.width
        if beside <= _EDGE or width_of(tally) > beside:
            beside = 0
        at_left: tuple[Piece, ...] = ()
        if not beside and width - right.x - width_of(tally) < _SHORTEST_TITLE:
            at_left, tally = (*found, (" ", ())), (*rows, *decided)
        return (
            *_heading(edition.source, left.width, at_left),
            (RULE, ("rule",)),
            *_heading(edition.target, width - right.x - beside, () if beside else tally),
            *(fitted(Status((), tally), beside) if beside else ()),
        )
    for shorter in ((*rows, *rated, *decided), (*rows, *decided)):
        if width - width_of(tally) < _SHORTEST_TITLE:
            tally = shorter
    article = edition.article(panes[0].side)
    shown = [edition.article(side) for side in SIDES] if len(panes) > 1 else [article]
    endings = [" · " + " → ".join(name(one) for one in shown) for name in (language, _tag)]
    return fitted(Status(_titled(article, endings, width - width_of(tally) - 1), tally), width)


def _heading(article: Article, width: int, tally: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Title and language of one pane, and counts at the right."""
    endings = [f"  {name(article)} " for name in (language, _tag)]
    names = _titled(article, endings, width - width_of(tally))
    return fitted(Status(names[:-1], (names[-1], *tally)), width)


def _titled(article: Article, endings: Sequence[str], room: int) -> tuple[Piece, ...]:
    """A title and the first of the endings beside which it is still known, else none."""
    name = visible(title(article))
    wanted = 1 + min(cell_len(name), _KNOWN_TITLE)
    ending = next((text for text in endings if room - cell_len(text) >= wanted), "")
    return (" ", ()), (shortened(name, room - cell_len(ending) - 1), ("title",)), (ending, ("quiet",))


def _tag(article: Article) -> str:
    return article.language


def shortened(text: str, room: int) -> str:
    """The text in at most `room` cells, cut with an ellipsis."""
    return text if cell_len(text) <= room else set_cell_size(text, max(0, room - 1)) + "…"


def quotation(edition: Edition, finding: Finding, side: Side) -> str:
    """What one side of a finding says, on one line; a dash where it says nothing."""
    written = " … ".join(span.within(edition.article(side).text) for span in finding.side(side))
    return visible(" ".join(written.split())) or "—"


def row_counts(edition: Edition) -> tuple[Piece, ...]:
    """How many rows of each kind there are."""
    if edition.alignment is None:
        return ()
    return tuple(
        (f"  {edition.count(kind)} {glyph}", ("count",))
        for kind, glyph in _ROW_COUNTS
        if kind == "aligned" or edition.count(kind)
    )


def severities(edition: Edition) -> tuple[Piece, ...]:
    """How many findings of each severity there are, once there are some."""
    out: list[Piece] = []
    for severity in SEVERITIES if edition.findings else ():
        out += [("  ", ()), (f"{edition.severities[severity]} {severity}", (f"severity-{severity}",))]
    return tuple(out)


def less_sure(edition: Edition) -> tuple[Piece, ...]:
    """How many findings are below the threshold, if there are any."""
    return ((f"  {len(edition.less_sure)} less sure", ("quiet",)),) if edition.less_sure else ()


def silenced(edition: Edition) -> tuple[Piece, ...]:
    """How many findings the person has silenced, if any."""
    return ((f"  {len(edition.silenced)} silenced by you", ("quiet",)),) if edition.silenced else ()


def _decided(state: State, told: str) -> tuple[Piece, ...]:
    """How many of the findings are decided, once there are some."""
    decided, total = state.sheet.progress(state.edition.findings)
    lost: tuple[Piece, ...] = () if state.sheet.is_kept else (("  not kept", ("error",)),)
    return (*((("  " + told.format(decided, total), ("decided",)),) if decided else ()), *lost)


def status(state: State, width: int, said: Wording) -> tuple[Status, Status]:
    """The two lines of the status: the finding or the row under the cursor, then values and what goes on.

    `said` puts keys in place of the ids of actions.
    """
    place = position(state, short=width < NARROWEST_FACING)
    if state.query:
        place = (*_searched(state), *place)
    going_on: tuple[Piece, ...] = ((_going_on(state), ("quiet",)), (" ", ()))
    finding = state.current
    if state.work.error:
        failed: tuple[Piece, ...] = ((" ", ()), (state.work.error, ("error",)))
        return Status(failed, place), status(replace(state, work=Work()), width, said)[1]
    if state.held is not None:
        ways = said(
            " on its counterpart: {link} links the two, {moved} marks both as moved · {back} goes back"
        )
        return Status(_in_hand(state.held), place), Status(((ways, ()),), going_on)
    if finding is None:
        return Status(((" ", ()), *_of_row(state, said)), place), Status(_beside_row(state), going_on)
    glyph = finding.glyph
    kind = finding.kind.replace("-", " ")
    first = ((f" {glyph} ", (f"severity-{finding.severity}",)), (f"{kind}  ", ("kind",)),
             (visible(finding.message), ()))  # fmt: skip
    if note := state.sheet.decision(finding).note or state.sheet.mark(state.edition.rows[state.row]).note:
        return Status(first, place), Status(_note(note), going_on)
    return Status(first, place), Status(_values(state.edition, finding, width - width_of(going_on)), going_on)


def _going_on(state: State) -> str:
    """What is done at present, or that there is nothing to tell."""
    edition = state.edition
    if edition.is_compared and not edition.every and not edition.incomplete:
        return "nothing differs"
    return state.work.stage


def position(state: State, *, short: bool) -> tuple[Piece, ...]:
    """Where the cursor is: the finding of how many, the row of how many; in short, one of the two."""
    edition, of = state.edition, "/" if short else " of "
    row: Piece = (f"row {state.row + 1}{of}{len(edition.rows)} ", ("quiet",))
    if state.current is None or state.finding is None:
        return ("  ", ()), row
    verdict = state.verdict(state.current)
    return (
        (f"  finding {state.finding + 1}{of}{len(edition.findings)} · ", ("quiet",)),
        (f"{verdict} {VERDICT_SIGNS[verdict]}".strip(), ("quiet",) if verdict == "open" else ("decided",)),
        *(((" ", ()),) if short else ((" · ", ("quiet",)), row)),
    )


def _searched(state: State) -> tuple[Piece, ...]:
    if not state.matches:
        return ((f"  no match for “{visible(state.query)}”  ·", ("quiet",)),)
    place = f"{state.match + 1} of " if state.match is not None else ""
    noun = "match" if len(state.matches) == 1 else "matches"
    return ((f"  {place}{len(state.matches)} {noun}  ·", ("quiet",)),)


def _of_row(state: State, said: Wording) -> tuple[Piece, ...]:
    """What the row under the cursor is."""
    edition, side = state.edition, state.side
    if edition.alignment is None:
        return (("in plain order", ("quiet",)),)
    row, beside = edition.rows[state.row], language(edition.article(other_side(side)))
    bead, go = edition.alignment.bead_of(side, state.sentence), said("{counterpart} goes there")
    if bead.moved:
        there = edition.article(other_side(side)).sentences[bead.side(other_side(side))[0]].paragraph + 1
        return ((f"⇄ moved  {beside} has it in paragraph {there} · {go}", ()),)
    if row.kind in ("only-source", "only-target"):
        return ((f"{GLYPHS[row.kind]} only in the {language(edition.article(side))}", ()),)
    if row.kind == "continued" and row.elsewhere:
        numbers = ", ".join(
            str(p + 1) for there in row.elsewhere for p in edition.paragraphs(there, other_side(side))
        )
        return ((f"⤷ continued: {beside} has it in paragraph {numbers} · {go}", ()),)
    if not bead.side(other_side(side)):
        return (
            (f"{GLYPHS[f'only-{side}']} this sentence is only in the {language(edition.article(side))}", ()),
        )
    return (("= aligned", ()),)


def _in_hand(held: Held) -> tuple[Piece, ...]:
    count = len(held.sentences)
    noun = "sentence" if count == 1 else "sentences"
    return ((f" {count} {noun} of the {held.side} in hand", ("kind",)),)


def _note(note: str) -> tuple[Piece, ...]:
    return ((f" {NOTE} ", ("decided",)), (visible(" ".join(note.split())), ()))


def _beside_row(state: State) -> tuple[Piece, ...]:
    """What the person put beside the row, or else how sure the alignment is of it."""
    mark = state.sheet.mark(state.edition.rows[state.row])
    bookmark: tuple[Piece, ...] = ((f" {BOOKMARK} bookmark", ("decided",)),) if mark.bookmarked else ()
    if mark.note or bookmark:
        return (*bookmark, *(_note(mark.note) if mark.note else ()))
    return _of_bead(state)


def _of_bead(state: State) -> tuple[Piece, ...]:
    """How sure the alignment is of the sentence under the cursor."""
    edition = state.edition
    if edition.alignment is None:
        return ()
    score = edition.alignment.bead_of(state.side, state.sentence).score
    return (" ", ()), (f"{score:.0%} sure", ("quiet",))


def _values(edition: Edition, finding: Finding, room: int) -> tuple[Piece, ...]:
    """Both sides of a finding as written, the values compared and, where there is room, the rule."""
    half = max(8, (room - 5) // 2)
    sides = [_side_of(edition, finding, side, half) for side in SIDES]
    values: tuple[Piece, ...] = (
        (" ", ()),
        (sides[0], ("quoted",)),
        (f" {RULE} ", ("rule",)),
        (sides[1], ("quoted",)),
    )
    rule = f"   {finding.rule}"
    return (*values, (rule, ("quiet",))) if width_of(values) + cell_len(rule) <= room else values


def _side_of(edition: Edition, finding: Finding, side: Side, room: int) -> str:
    text = quotation(edition, finding, side)
    value = finding.source_value if side == "source" else finding.target_value
    if value and value != text and cell_len(value) < room // 2:
        return f"{shortened(text, room - cell_len(value) - 3)} ({visible(value)})"
    return shortened(text, room)
