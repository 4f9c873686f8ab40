"""What stands under the page: the finding under the cursor with its whole message, or else the row."""

from __future__ import annotations

from msgspec.structs import replace
from rich.cells import cell_len

from tui.articles import SIDES, Side, other_side
from tui.comparison import WITNESSED, Finding
from tui.reader.page import places
from tui.reader.page.drawing import BOOKMARK, RULE, Piece
from tui.reader.page.edition import Edition
from tui.reader.page.layout import NARROWEST_FACING
from tui.reader.page.marks import GLYPHS, NOTE, WEAK
from tui.reader.page.state import Held, State, Work
from tui.reader.page.words import (
    VERDICT_WORDS,
    Ends,
    Pieces,
    Wording,
    counted,
    fitted,
    in_words,
    language,
    quotation,
    shortened,
    width_of,
    wrapped,
)
from tui.reader.page.wrapping import visible

_ROOMY = 100
"""Cells from which most messages take one line."""
_LEAST_VALUE = 8


def status(state: State, width: int, said: Wording, *, is_low: bool = False) -> tuple[Pieces, ...]:
    """The lines of the status: what it is and where, then its message, values and notes, and what goes on.

    Two lines on a wide page and three on a narrow one, whatever is told, so that the page keeps its height;
    more only for a message that needs them. `said` puts keys in place of the ids of actions. `is_low`: there
    is little room above.
    """
    least = 2 if width >= _ROOMY or is_low else 3
    place = position(state, short=width < NARROWEST_FACING)
    if state.query:
        place = (*_searched(state), *place)
    going_on: Pieces = ((_going_on(state), ("quiet",)), (" ", ()))
    head, body = _told(state, width, said, width - width_of(place))
    lines = [fitted(Ends(head, place), width), *body]
    lines += [()] * (least - len(lines))
    free = next((n for n in range(1, len(lines)) if width_of(lines[n]) + width_of(going_on) < width), 1)
    lines[free:] = [fitted(Ends(lines[free], going_on), width), *lines[free + 1 :]]
    return tuple(lines)


def _told(state: State, width: int, said: Wording, room: int) -> tuple[Pieces, list[Pieces]]:
    """The head, in `room` cells if it can be, and the lines under it."""
    if state.work.error:
        _, below = _told(replace(state, work=Work()), width, said, room)
        return ((" ", ()), (state.work.error, ("error",))), below
    if state.held is not None:
        ways = " on its counterpart: {link} links the two, {moved} marks both as moved · {back} goes back"
        return _in_hand(state.held), [((said(ways), ()),)]
    if state.current is None:
        return ((" ", ()), *_of_row(state, said)), [_beside_row(state)]
    of_this = " that it has moved" if state.current.kind == "moved" else " that they differ"
    whole = _head(state.current, of_this)
    head = whole if width_of(whole) <= room else _head(state.current)
    return head, _body(state, state.current, width)


def _head(finding: Finding, of_what: str = "") -> Pieces:
    """Glyph, severity, kind, how sure it is that the two sides differ in this, and what the back-translation
    says of it; `of_what`: of what it is so sure, in words.
    """
    heard = finding.kind != "back-translation" and finding.witness
    look = (f"severity-{finding.severity}",)
    return (
        (f" {finding.glyph} ", look),
        (finding.severity, look),
        (" · ", ("quiet",)),
        (in_words(finding.kind), ("kind",)),
        (f" · {finding.confidence:.0%} sure{of_what}", ("quiet",)),
        *(((f" · {WITNESSED[heard]}", ("quiet",)),) if heard else ()),
    )


def _body(state: State, finding: Finding, width: int) -> list[Pieces]:
    """The whole message; behind it what it does not quote itself, and the note."""
    message = visible(finding.message)
    lines: list[Pieces] = [((" " * 3, ()), (line, ())) for line in wrapped(message, width - 5)]
    room = width - width_of(lines[-1]) - 4
    values = _values(state.edition, finding, width - 4)
    note = state.sheet.decision(finding).note or state.sheet.mark(state.edition.rows[state.row]).note
    if values and width_of(values) <= room:
        lines[-1] = (*lines[-1], ("   ", ()), *values)
    elif values and width < _ROOMY and len(lines) == 1:
        lines.append((("   ", ()), *values))
    if note:
        lines[-1] = (*lines[-1], ("  ", ()), *_note(note))
    return lines


def position(state: State, *, short: bool) -> Pieces:
    """Where the cursor is: the finding of how many, and the paragraphs."""
    edition, of = state.edition, "/" if short else " of "
    if state.current is None or state.finding is None:
        counts = (
            f"{name}{of}{len(edition.article(side).paragraphs)}"
            for side in SIDES
            if (name := places.named(side, edition.paragraphs(state.row, side)))
        )
        return ("  ", ()), (f"{'  '.join(counts)} ", ("quiet",))
    verdict = state.verdict(state.current)
    sides = (places.of_finding(edition, state.current, side) for side in SIDES)
    return (
        (f"  finding {state.finding + 1}{of}{len(edition.findings)} · ", ("quiet",)),
        (VERDICT_WORDS[verdict], ("quiet",) if verdict == "open" else ("decided",)),
        (f" · {' '.join(filter(None, sides))} ", ("quiet",)),
    )


def _going_on(state: State) -> str:
    """What is done at present, or that there is nothing to tell."""
    edition = state.edition
    if edition.is_compared and not edition.every and not edition.incomplete:
        return "nothing differs"
    share = f" {state.work.share:.0%}" if state.work.stage and 0 < state.work.share < 1 else ""
    return f"{state.work.stage}{share}"


def _searched(state: State) -> Pieces:
    if not state.matches:
        return ((f"  no match for “{visible(state.query)}”  ·", ("quiet",)),)
    place = f"{state.match + 1} of " if state.match is not None else ""
    noun = "match" if len(state.matches) == 1 else "matches"
    return ((f"  {place}{len(state.matches)} {noun}  ·", ("quiet",)),)


def _of_row(state: State, said: Wording) -> Pieces:
    """What the row under the cursor is, and how sure the alignment is of that."""
    edition, side = state.edition, state.side
    if edition.alignment is None:
        return (("not compared yet: paragraph beside paragraph", ("quiet",)),)
    row, there = edition.rows[state.row], other_side(side)
    bead, go = edition.alignment.bead_of(side, state.sentence), said("{counterpart} goes there")
    if bead.moved:
        place = edition.article(there).sentences[bead.side(there)[0]].paragraph
        return ((f"⇄ moved: {places.named(there, range(place, place + 1))} says this · {go}", ()),)
    if row.kind in ("only-source", "only-target"):
        return ((f"{GLYPHS[row.kind]} only in the {language(edition.article(side))}", ()),)
    if row.kind == "continued" and row.elsewhere:
        beside = (places.named(there, edition.paragraphs(row, there)) for row in row.elsewhere)
        return ((f"⤷ continued: {', '.join(filter(None, beside))} says this · {go}", ()),)
    if not bead.side(there):
        only = f"{GLYPHS[f'only-{side}']} this sentence is only in the {language(edition.article(side))}"
        return ((only, ()),)
    sure = f" · {bead.score:.0%} sure that these two correspond"
    if bead in edition.weak_links:
        return (f"{WEAK} linked weakly", ()), (f"{sure}, much less than around them", ("quiet",))
    return ("= aligned", ()), (sure, ("quiet",))


def _in_hand(held: Held) -> Pieces:
    told = f" {counted(len(held.sentences), 'sentence')} of the {held.side} taken"
    return ((told, ("kind",)),)


def _note(note: str) -> Pieces:
    return (f"{NOTE} ", ("decided",)), (visible(" ".join(note.split())), ())


def _beside_row(state: State) -> Pieces:
    """What the person put beside the row."""
    mark = state.sheet.mark(state.edition.rows[state.row])
    bookmark: Pieces = ((f" {BOOKMARK} bookmark", ("decided",)),) if mark.bookmarked else ()
    return (*bookmark, *(((" ", ()), *_note(mark.note)) if mark.note else ()))


def _values(edition: Edition, finding: Finding, room: int) -> Pieces:
    """Both sides of a finding as written, unless its message quotes them, or they are sentences that stand
    on the page.
    """
    if finding.layer == "missing" or _is_quoted(edition, finding):
        return ()
    half = max(_LEAST_VALUE, (room - 3) // 2)
    source, target = (_side_of(edition, finding, side, half) for side in SIDES)
    rule: Piece = (f" {RULE} ", ("rule",))
    return (source, ("quoted",)), rule, (target, ("quoted",))


def _is_quoted(edition: Edition, finding: Finding) -> bool:
    """Whether the message says what each side says, or the value that was made of it."""
    message = finding.message.casefold()
    for side, value in zip(SIDES, (finding.source_value, finding.target_value), strict=True):
        said = [quotation(edition, finding, side), *([value] if value else [])]
        if finding.side(side) and not any(text.casefold() in message for text in said):
            return False
    return True


def _side_of(edition: Edition, finding: Finding, side: Side, room: int) -> str:
    text = quotation(edition, finding, side)
    value = finding.source_value if side == "source" else finding.target_value
    if value and value != text and cell_len(value) < room // 2:
        return f"{shortened(text, room - cell_len(value) - 3)} ({visible(value)})"
    return shortened(text, room)
