"""The list of findings in words: which are listed, in which order, and each as lines of pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.articles import SIDES
from tui.comparison import LAYERS, SEVERITIES, Finding
from tui.desk import VERDICTS
from tui.reader.page.drawing import BAR, GLYPH_STYLES, NOTE, RULE, Piece
from tui.reader.page.edition import Edition
from tui.reader.page.state import Column, State
from tui.reader.page.wording import VERDICT_SIGNS, Status, clipped, fitted, quotation, shortened, width_of

COLUMNS: tuple[Column, ...] = ("severity", "kind", "verdict")
"""What one can sort and filter by."""
_ONE_LINE = 76
"""Cells from which a finding takes one line, not two."""
_KIND, _SEVERITY, _VERDICT = 17, 10, 13


def listed(state: State) -> list[int]:
    """The findings listed, by their indexes in the edition."""
    findings, listing = state.edition.findings, state.listing
    numbers = [
        number
        for number, finding in enumerate(findings)
        if state.shown(finding)
        and all(_value(state, finding, column) == value for column, value in listing.only.items())
    ]
    if (by := listing.by) is not None:
        numbers.sort(key=lambda number: _rank(_value(state, findings[number], by)))
    return numbers


def sorted_by_next(state: State) -> State:
    """The list sorted by the next column, or after the last as in the text."""
    order: Sequence[Column | None] = (None, *COLUMNS)
    by = order[(order.index(state.listing.by) + 1) % len(order)]
    return replace(state, listing=replace(state.listing, by=by))


def filtered_by_next(state: State, column: Column) -> State:
    """Only the findings with the next value of a column, or after the last value all."""
    there = {_value(state, finding, column) for finding in state.edition.findings}
    values = [None, *sorted(there, key=_rank)]
    only = dict(state.listing.only)
    now = only.pop(column, None)
    value = values[(values.index(now) + 1) % len(values)] if now in values else None
    if value is not None:
        only[column] = value
    return replace(state, listing=replace(state.listing, only=only))


def filters(state: State) -> list[str]:
    """The values that are shown alone, in words."""
    only = state.listing.only
    named = [only[column].replace("-", " ") for column in COLUMNS if column in only]
    return [*named, "open"] if state.open_only and "open" not in named else named


def heading(state: State, numbers: Sequence[int], keys: str, width: int) -> tuple[tuple[Piece, ...], ...]:
    """Which findings are listed and how severe they are; their order and what is decided; at last the keys.

    In a wide list the keys stand on the first line, in a narrow one on a third.
    """
    findings = state.edition.findings
    listed = [findings[number] for number in numbers]
    total = f"{len(findings)} {'finding' if len(findings) == 1 else 'findings'}"
    if not findings:
        total = "Findings"
    told = total if len(listed) == len(findings) else f"{len(listed)} of {total}"
    numbered = {severity: sum(finding.severity == severity for finding in listed) for severity in SEVERITIES}
    rated: tuple[Piece, ...] = tuple(
        (f" {number} {severity}", (f"severity-{severity}",))
        for severity, number in numbered.items()
        if number
    )
    if width_of(rated) + len(told) + 2 > width:
        told = told.rpartition(" ")[0]
    counted: tuple[Piece, ...] = ((f" {told} ", ("title",)), *rated)
    chosen_by, by = filters(state), state.listing.by
    hidden = [layer for layer in LAYERS if layer not in state.layers]
    without = f"without {', '.join(hidden)}" if hidden else "all"
    chosen: tuple[Piece, ...] = (
        (f" only {', '.join(chosen_by)}", ("chosen",)) if chosen_by else (f" {without}", ("quiet",)),
        (" · ", ("quiet",)),
        (f"by {by}" if by else "as in the text", ("chosen",) if by else ("quiet",)),
    )
    is_wide = height_of(width) == 1
    decided, _ = state.sheet.progress(findings)
    progress = f"  {decided} of {len(findings)} decided " if is_wide else f"  {decided}/{len(findings)} ✓ "
    right: tuple[Piece, ...] = ((progress, ("decided",)),) if decided else ()
    hint: Piece = (f" {keys} ", ("quiet",))
    return (
        fitted(Status(counted, (hint,) if is_wide else ()), width),
        fitted(Status(chosen, right), width),
        () if is_wide else clipped((hint,), width),
    )


def nothing(state: State) -> str:
    """What stands in a list without a finding."""
    findings = state.edition.findings
    if not findings:
        return _no_finding(state)
    decided, total = state.sheet.progress(findings)
    if decided == total and filters(state) == ["open"]:
        return "Nothing open: every finding is decided."
    return "No such finding." if filters(state) else "Nothing in the layers shown."


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


def lines(state: State, finding: Finding, width: int, *, at_cursor: bool) -> tuple[tuple[Piece, ...], ...]:
    """The lines of a finding: glyph, paragraphs, kind, severity, verdict, and what both sides say."""
    verdict = state.verdict(finding)
    decision = f"{verdict} {VERDICT_SIGNS[verdict]}".strip()
    if state.sheet.decision(finding).note:
        decision += f" {NOTE}"
    bar: Piece = (BAR, ("bar",)) if at_cursor else (" ", ())
    number = f" {_paragraphs(state.edition, finding)}  "
    kind = finding.kind.replace("-", " ")
    told = (decision, ("quiet",) if verdict == "open" else ("decided",))
    first: tuple[Piece, ...] = (bar, (finding.glyph, (GLYPH_STYLES[finding.glyph],)), (number, ("quiet",)))
    rated: Piece = (finding.severity, (f"severity-{finding.severity}",))
    if height_of(width) == 1:
        used = width_of(first) + _KIND + _SEVERITY + _VERDICT
        columns: tuple[Piece, ...] = (
            *first,
            *clipped(((kind, ("kind",)),), _KIND),
            *clipped((rated,), _SEVERITY),
            *clipped(_said(state.edition, finding, width - used - 2), width - used),
            *clipped((told,), _VERDICT),
        )
        made: tuple[tuple[Piece, ...], ...] = (columns,)
    else:
        room = width - width_of((told,)) - 1
        upper = (*first, (kind, ("kind",)), ("  ", ()), rated, (" ", ()))
        below = (bar, (" " * (width_of(first) - 1), ()))
        made = (
            (*clipped(upper, room), told, (" ", ())),
            clipped((*below, *_said(state.edition, finding, width - width_of(below) - 1)), width),
        )
    if verdict == "dismissed":
        made = tuple((line[0], *((text, (*names, "dismissed")) for text, names in line[1:])) for line in made)
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
    """The numbers of the paragraphs in which the sides of a finding begin, as wide as for any other."""
    numbers = {
        edition.paragraph_at(side, span.start) + 1 for side in SIDES for span in finding.side(side)[:1]
    }
    most = max(len(edition.article(side).paragraphs) for side in SIDES)
    return "/".join(str(number) for number in sorted(numbers)).rjust(2 * len(str(most)) + 1)


def _value(state: State, finding: Finding, column: Column) -> str:
    return state.verdict(finding) if column == "verdict" else getattr(finding, column)


def _rank(value: str) -> tuple[int, str]:
    """Severities and verdicts in their own order, kinds by name."""
    known: tuple[str, ...] = (*SEVERITIES, *VERDICTS)
    return known.index(value) if value in known else 0, value
