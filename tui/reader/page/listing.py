"""The list of findings in words: which are listed, in which order, and each as lines of pieces."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.articles import SIDES
from tui.comparison import LAYERS, SEVERITIES, Finding
from tui.desk import VERDICTS
from tui.reader.page import places
from tui.reader.page.drawing import BAR, GLYPH_STYLES, RULE, Piece
from tui.reader.page.edition import Edition
from tui.reader.page.marks import NOTE, SIGNS
from tui.reader.page.search import fold
from tui.reader.page.state import Column, State
from tui.reader.page.words import (
    SHORTLY,
    VERDICT_WORDS,
    Ends,
    Pieces,
    Wording,
    as_written,
    clipped,
    counted,
    fitted,
    in_words,
    piece_at,
    quotation,
    shortened,
    width_of,
)

COLUMNS: tuple[Column, ...] = ("severity", "kind", "verdict")
"""What one can sort and filter by."""
_ONE_LINE = 76
"""Cells from which a finding takes one line, not two."""
_ROOMY = 100
"""Cells from which a line has room for severities and verdicts in words beside what the two sides say."""
_WIDTHS = {True: (17, 9, 6, 13), False: (17, 5, 5, 5)}
"""Of the columns kind, severity, how sure, verdict: where there is room, and where there is little."""


def listed(state: State) -> list[int]:
    """The findings listed, by their indexes in the edition."""
    findings, listing = state.edition.findings, state.listing
    wanted = fold(listing.words).text.split()
    numbers = [
        number
        for number, finding in enumerate(findings)
        if state.shown(finding)
        and all(_value(state, finding, column) == value for column, value in listing.only.items())
        and (not wanted or _says(state, finding, wanted))
    ]
    if (by := listing.by) is not None:
        numbers.sort(key=lambda number: _rank(_value(state, findings[number], by)))
    return numbers


def walked(state: State) -> list[int]:
    """The findings that the keys go through, in their order: those listed while the list is open, else all
    that are shown.
    """
    if state.listing.is_open:
        return listed(state)
    return [number for number, finding in enumerate(state.edition.findings) if state.shown(finding)]


def _says(state: State, finding: Finding, wanted: Sequence[str]) -> bool:
    """Whether each word stands in what a finding says, in its kind, severity, verdict, note or places."""
    edition, decision = state.edition, state.sheet.decision(finding)
    told = (
        *(quotation(edition, finding, side) for side in SIDES),
        *(places.of_finding(edition, finding, side) for side in SIDES),
        *(finding.message, in_words(finding.kind), finding.severity),
        *(decision.verdict, decision.note or ""),
    )
    there = fold(" ".join(told)).text
    return all(word in there for word in wanted)


def sorted_by_next(state: State) -> State:
    """The list sorted by the next column, or after the last as in the text."""
    order: Sequence[Column | None] = (None, *COLUMNS)
    by = order[(order.index(state.listing.by) + 1) % len(order)]
    return replace(state, listing=replace(state.listing, by=by))


def filtered_by_next(state: State, column: Column) -> State:
    """Only the findings with the next value of a column, or after the last value all.

    The values are those of the findings that the other filters leave.
    """
    only = dict(state.listing.only)
    now = only.pop(column, None)
    others = replace(state, listing=replace(state.listing, only=dict(only)))
    there = {_value(state, state.edition.findings[number], column) for number in listed(others)}
    values = [None, *sorted(there, key=_rank)]
    value = values[(values.index(now) + 1) % len(values)] if now in values else None
    if value is not None:
        only[column] = value
    return replace(state, listing=replace(state.listing, only=only))


def filtered_to(state: State, column: Column, value: str) -> State:
    """Only the findings with a value of a column; all, where these alone are shown already."""
    only = dict(state.listing.only)
    if only.pop(column, None) != value:
        only[column] = value
    return replace(state, listing=replace(state.listing, only=only))


def unfiltered(state: State) -> State:
    """All findings, in the order chosen; also those that are decided."""
    return replace(state, listing=replace(state.listing, only={}, words=""), open_only=False)


def filters(state: State) -> list[str]:
    """What the findings shown have in common, in words."""
    only, words = state.listing.only, state.listing.words.strip()
    named = [in_words(only[column]) for column in COLUMNS if column in only]
    if state.open_only and "open" not in named:
        named.append("open")
    return [*named, f"“{words}”"] if words else named


def heading(state: State, numbers: Sequence[int], keys: str, width: int) -> tuple[Pieces, ...]:
    """Which findings are listed and how severe they are; their order and what is decided; at last the keys.

    In a wide list the keys stand on the first line, in a narrow one on a third.
    """
    findings = state.edition.findings
    total = counted(len(findings), "finding") if findings else "Findings"
    told = total if len(numbers) == len(findings) else f"{len(numbers)} of {total}"
    inside = [findings[number].severity for number in numbers]
    rated: Pieces = tuple(
        (f" {inside.count(severity)} {severity}", (f"severity-{severity}",))
        for severity in SEVERITIES
        if severity in inside
    )
    if width_of(rated) + len(told) + 2 > width:
        told = told.rpartition(" ")[0]
    counts: Pieces = ((f" {told} ", ("title",)), *rated)
    chosen_by, by = filters(state), state.listing.by
    without = [layer for layer in LAYERS if layer not in state.layers]
    hidden = f"{', '.join(without)} hidden" if without else ""
    parts: list[Piece] = []
    if chosen_by:
        named = ", ".join(chosen_by)
        parts.append((named if named.startswith("only ") else f"only {named}", ("chosen",)))
    if hidden:
        parts.append((hidden, ("hidden",)))
    if not parts:
        parts.append(("all", ("quiet",)))
    parts.append((f"by {by}" if by else "as in the text", ("chosen",) if by else ("quiet",)))
    chosen: Pieces = tuple(
        piece for number, part in enumerate(parts) for piece in ((" · " if number else " ", ("quiet",)), part)
    )
    is_wide = height_of(width) == 1
    done, _ = state.sheet.progress(findings)
    progress = f"  {done} of {len(findings)} decided " if is_wide else f"  {done}/{len(findings)} ✓ "
    right: Pieces = ((progress, ("decided",)),) if done else ()
    hint: Piece = (f" {keys} ", ("quiet",))
    return (
        fitted(Ends(counts, (hint,) if is_wide else ()), width),
        fitted(Ends(chosen, right), width),
        () if is_wide else clipped((hint,), width),
    )


def counted_at(line: Pieces, x: int) -> tuple[Column, str] | None:
    """What the number at a cell of a heading counts: a column and a value; None where none stands."""
    for name in (piece_at(line, x) or ("", ()))[1]:
        kind, _, value = name.partition("-")
        if kind in ("severity", "count") and value:
            return ("severity" if kind == "severity" else "kind"), value
    return None


def nothing(state: State, said: Wording) -> str:
    """What stands in a list without a finding, with the key that shows some."""
    findings = state.edition.findings
    if not findings:
        return _no_finding(state)
    done, total = state.sheet.progress(findings)
    if done == total and filters(state) == ["open"]:
        return "Nothing open: every finding is decided."
    without = [layer for layer in LAYERS if layer not in state.layers]
    keys = " ".join(f"{{layer.{layer}}}" for layer in without)
    hidden = f" Hidden: {', '.join(without)} ({keys})." if without else ""
    if chosen_by := filters(state):
        named = " and ".join(map(as_written, chosen_by))
        return said(f"No finding is {named}: {{list.clear}} shows all.{hidden}")
    return said(f"Nothing in what is shown.{hidden}")


def _no_finding(state: State) -> str:
    edition = state.edition
    if state.work.stage:
        return "The texts are being compared …"
    if not edition.is_compared:
        return "The texts have not been compared."
    if edition.less_sure:
        return f"Nothing sure enough: {len(edition.less_sure)} less sure."
    return "Some rules failed; the others found nothing." if edition.incomplete else "Nothing differs."


def height_of(width: int) -> int:
    """How many lines a finding takes in a list of `width` cells."""
    return 1 if width >= _ONE_LINE else 2


def lines(state: State, finding: Finding, width: int, *, at_cursor: bool) -> tuple[Pieces, ...]:
    """The lines of a finding: glyph, paragraphs, kind, severity, how sure, both sides, verdict."""
    verdict = state.verdict(finding)
    is_roomy = width >= _ROOMY or height_of(width) > 1
    decision = VERDICT_WORDS[verdict] if is_roomy else SIGNS[verdict]
    if state.sheet.decision(finding).note:
        decision += f" {NOTE}"
    bar: Piece = (BAR, ("bar",)) if at_cursor else (" ", ())
    kind = in_words(finding.kind)
    told = (decision, ("quiet",) if verdict == "open" else ("decided",))
    glyph: Piece = (finding.glyph, (GLYPH_STYLES[finding.glyph],))
    first: Pieces = (bar, glyph, (f" {_paragraphs(state.edition, finding)}  ", ("quiet",)))
    rated: Piece = (
        finding.severity if is_roomy else SHORTLY[finding.severity],
        (f"severity-{finding.severity}",),
    )
    sure: Piece = (f"{finding.confidence:.0%}", ("quiet",))
    if height_of(width) == 1:
        widths = _WIDTHS[is_roomy]
        used = width_of(first) + sum(widths)
        made: tuple[Pieces, ...] = (
            (
                *first,
                *clipped(((kind, ("kind",)),), widths[0]),
                *clipped((rated,), widths[1]),
                *clipped((sure,), widths[2]),
                *clipped(_said(state.edition, finding, width - used - 2), width - used),
                *clipped((told,), widths[3]),
            ),
        )
    else:
        room = width - width_of((told,)) - 1
        upper = (*first, (kind, ("kind",)), ("  ", ()), rated, ("  ", ()), sure, (" ", ()))
        below = (bar, (" " * (width_of(first) - 1), ()))
        made = (
            (*clipped(upper, room), told, (" ", ())),
            clipped((*below, *_said(state.edition, finding, width - width_of(below) - 1)), width),
        )
    if verdict == "dismissed":
        made = tuple(
            (*line[:1], *((text, (*names, "dismissed")) for text, names in line[1:])) for line in made
        )
    if at_cursor:
        made = tuple(tuple((text, ("cursor", *names)) for text, names in line) for line in made)
    return made


def _said(edition: Edition, finding: Finding, room: int) -> tuple[Piece, ...]:
    """What the source says, and the target, in `room` cells: a short side leaves its room to the other."""
    source, target = (quotation(edition, finding, side) for side in SIDES)
    half = (room - 3) // 2
    free = max(half, room - 3 - width_of(((target, ()),)))
    source = shortened(source, free)
    target = shortened(target, room - 3 - width_of(((source, ()),)))
    return (source, ("quoted",)), (f" {RULE} ", ("rule",)), (target, ("quoted",))


def _paragraphs(edition: Edition, finding: Finding) -> str:
    """The paragraphs in which the sides of a finding begin, each in a column of its own."""
    return " ".join(
        places.of_finding(edition, finding, side).ljust(1 + len(str(len(edition.article(side).paragraphs))))
        for side in SIDES
    )


def _value(state: State, finding: Finding, column: Column) -> str:
    return state.verdict(finding) if column == "verdict" else getattr(finding, column)


def _rank(value: str) -> tuple[int, str]:
    """Severities and verdicts in their own order, kinds by name."""
    known: tuple[str, ...] = (*SEVERITIES, *VERDICTS)
    return known.index(value) if value in known else 0, value
