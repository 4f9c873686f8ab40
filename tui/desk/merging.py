"""Several people's verdicts and notes become one sheet; where they disagree the note says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tui.articles import Side
from tui.desk.model import Decision, Mark, Sheet

Voice = tuple[str, Sheet]
"""What somebody decided, and what to call them."""


def merged_decision(mine: Decision, voices: Sequence[tuple[str, Decision]]) -> Decision:
    """One decision: mine where I have decided, else the verdict on which all who have decided agree.

    Where verdicts differ the note names who says what, and without mine the finding stays open. Merging the
    same again changes nothing.
    """
    given = {decision.verdict for _, decision in voices} - {"open"}
    verdict = mine.verdict
    if verdict == "open" and len(given) == 1:
        (verdict,) = given
    differing = [
        f"{name} says: {told.verdict}" for name, told in voices if told.verdict not in ("open", verdict)
    ]
    return replace(mine, verdict=verdict, note=_joined(mine.note, [*_notes(voices, mine.note), *differing]))


def disagreements(voices: Iterable[Voice]) -> int:
    """How many findings have been given different verdicts."""
    given: dict[str, set[str]] = {}
    for _, sheet in voices:
        for identity, decision in sheet.decisions.items():
            if decision.verdict != "open":
                given.setdefault(identity, set()).add(decision.verdict)
    return sum(len(verdicts) > 1 for verdicts in given.values())


def merged_sheet(mine: Sheet, voices: Sequence[Voice]) -> Sheet:
    """Everything that was decided by all; of corrections mine, or else those of the first who has some."""
    identities = {identity for sheet in (mine, *_sheets(voices)) for identity in sheet.decisions}
    corrections = next((s.corrections for s in (mine, *_sheets(voices)) if s.corrections), ())
    return replace(
        mine,
        decisions={
            identity: merged_decision(
                mine.decisions.get(identity, Decision()),
                [(name, sheet.decisions.get(identity, Decision())) for name, sheet in voices],
            )
            for identity in identities
        },
        marks=_merged_marks(mine, voices),
        corrections=corrections,
    )


def _merged_marks(mine: Sheet, voices: Sequence[Voice]) -> dict[tuple[Side, int], Mark]:
    places = {place for sheet in (mine, *_sheets(voices)) for place in sheet.marks}
    out = {}
    for place in places:
        marks = [(name, sheet.marks.get(place, Mark())) for name, sheet in voices]
        here = mine.marks.get(place, Mark())
        bookmarked = here.bookmarked or any(mark.bookmarked for _, mark in marks)
        notes = _notes([(name, Decision("open", mark.note)) for name, mark in marks], here.note)
        out[place] = replace(here, bookmarked=bookmarked, note=_joined(here.note, notes))
    return out


def _sheets(voices: Sequence[Voice]) -> tuple[Sheet, ...]:
    return tuple(sheet for _, sheet in voices)


def _notes(voices: Sequence[tuple[str, Decision]], mine: str) -> list[str]:
    """The notes of the others; whose they are is said as soon as there is more than one."""
    fresh = [(name, told.note) for name, told in voices if told.note and told.note not in mine]
    if len({note for _, note in fresh}) == 1 and not mine:
        return [fresh[0][1]]
    return [f"{name}: {note}" for name, note in fresh]


def _joined(mine: str, lines: Iterable[str]) -> str:
    held = mine.splitlines()
    return "\n".join(filter(None, (mine, *(line for line in dict.fromkeys(lines) if line not in held))))
