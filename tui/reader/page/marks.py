"""What is marked in the text and why: pure values, from which the page is drawn.

Every layer, the cursor, the search and the selection are marks, runs of characters with a name; the style
sheet says how each name looks (`.spread--` and the name). Where marks meet, the later of `NAMES` wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Literal

from msgspec import Struct

from tui.alignment import Bead
from tui.articles import SIDES, Side, other_side
from tui.comparison import Finding, Layer
from tui.desk import Verdict
from tui.reader.page.edition import Edition
from tui.reader.page.state import State

Name = Literal[
    "dismissed", "intended", "confirmed", "missing", "omitted", "moved", "counterpart", "sentence", "word",
    "fact", "match", "finding", "current-match", "selection", "held",
]  # fmt: skip
NAMES: tuple[Name, ...] = Name.__args__  # type: ignore[attr-defined]
"""From the quietest to the loudest."""
_RANK = {name: rank for rank, name in enumerate(NAMES)}

GLYPHS: dict[str, str] = {
    "aligned": "=",
    "fact": "≠",
    "only-source": "−",
    "only-target": "+",
    "moved": "⇄",
    "word": "~",
}
"""What stands in the gutter, and what the legend calls it."""
WEAK = "∼"
"""What stands in the gutter beside a link that is much less sure than those around it."""
SIGNS: dict[Verdict, str] = {"open": "", "confirmed": "✓", "dismissed": "×", "intended": "≈"}
"""What stands for a verdict where there is no room for the word."""
NOTE = "✎"
_LOUDNESS = {glyph: rank for rank, glyph in enumerate(f"{WEAK}~⇄+−≠", start=1)}
_SIGNS_BY_WEIGHT = "✓≈×"
_LONE: dict[Side, str] = {"source": "−", "target": "+"}


class Mark(Struct, frozen=True):
    """A run of characters of one article with the name of what it is."""

    start: int
    end: int
    name: Name


class Glyph(Struct, frozen=True):
    """A glyph for the gutter of the line on which the character at `offset` stands."""

    offset: int
    glyph: str
    """Empty for a finding that is told quietly."""
    sign: str | None = None
    """What was decided on the finding behind it: empty for nothing, None where there is no finding."""


class Standing(Struct, frozen=True):
    """The marks of one side that stay while the cursor moves, by paragraph."""

    marks: dict[int, tuple[Mark, ...]]
    glyphs: dict[int, tuple[Glyph, ...]]


Run = tuple[int, int, tuple[Name, ...]]
"""Start, end and the names of all marks on these characters, quietest first."""


def standing(state: State) -> dict[Side, Standing]:
    """The marks of the layers shown and of the search, for both sides."""
    return {side: _standing(state, side) for side in SIDES}


def _standing(state: State, side: Side) -> Standing:
    edition = state.edition
    marks: dict[int, list[Mark]] = defaultdict(list)
    glyphs: dict[int, list[Glyph]] = defaultdict(list)

    def add(start: int, end: int, name: Name, glyph: str = "", sign: str | None = None) -> None:
        paragraph = edition.paragraph_at(side, start)
        marks[paragraph].append(Mark(start, end, name))
        if glyph or sign:
            glyphs[paragraph].append(Glyph(start, glyph, sign))
        for later in range(paragraph + 1, edition.paragraph_at(side, max(start, end - 1)) + 1):
            marks[later].append(Mark(start, end, name))

    if "missing" in state.layers:
        for start, end, name in _sentences_by_place(edition, side, _decided(state, side)):
            glyph = "" if name == "dismissed" else GLYPHS["moved"] if name == "moved" else _LONE[side]
            add(start, end, name, glyph)
    for finding in edition.findings:
        if not state.shown(finding):
            continue
        verdict, sign = state.verdict(finding), sign_of(state, finding)
        mark = _name_of(finding)
        for span in finding.side(side):
            if mark is None:  # the alignment has marked it already
                glyphs[edition.paragraph_at(side, span.start)].append(Glyph(span.start, "", sign))
            elif verdict == "open":
                add(span.start, span.end, mark, finding.glyph, sign)
            else:
                add(span.start, span.end, verdict, "" if verdict == "dismissed" else finding.glyph, sign)
    for paragraph, start in _weak(edition, side):
        glyphs[paragraph].append(Glyph(start, WEAK))
    for match in state.matches:
        if match.side == side:
            add(match.span.start, match.span.end, "match")
    return Standing(
        {paragraph: tuple(found) for paragraph, found in marks.items()},
        {paragraph: tuple(found) for paragraph, found in glyphs.items()},
    )


def sign_of(state: State, finding: Finding) -> str:
    """What was decided on a finding, or else that there is a note on it, in one character."""
    decision = state.sheet.decision(finding)
    return SIGNS[decision.verdict] or (NOTE if decision.note else "")


def _weak(edition: Edition, side: Side) -> Iterator[tuple[int, int]]:
    """Where links begin that are weak: paragraph and offset."""
    for bead in edition.weak_links:
        sentence = edition.article(side).sentences[bead.side(side)[0]]
        yield sentence.paragraph, sentence.start


def _decided(state: State, side: Side) -> dict[int, Name | None]:
    """Sentences whose place is no news any more, and what marks them instead, if anything does."""
    out: dict[int, Name | None] = {}
    article = state.edition.article(side)
    for finding in state.edition.findings:
        if _name_of(finding) is None and state.verdict(finding) != "open":
            faded: Name | None = "dismissed" if state.verdict(finding) == "dismissed" else None
            if faded or state.open_only:
                for span in finding.side(side):
                    sentences = range(article.sentence_at(span.start), article.sentence_at(span.end - 1) + 1)
                    out |= dict.fromkeys(sentences, None if state.open_only else faded)
    return out


def _sentences_by_place(
    edition: Edition, side: Side, instead: Mapping[int, Name | None]
) -> Iterator[tuple[int, int, Name]]:
    """Runs of sentences of a paragraph that are marked alike for their place: start, end and name."""
    alignment = edition.alignment
    if alignment is None:
        return

    def name_of(index: int) -> Name | None:
        if index in instead:
            return instead[index]
        return _place_name(edition, side, index, alignment.bead_of(side, index))

    sentences = edition.article(side).sentences
    marked = enumerate(sorted({*alignment.out_of_place[side], *instead}))
    named = ((number - at, sentences[number], name_of(number)) for at, number in marked)
    for (_, _, name), run in groupby(named, lambda one: (one[0], one[1].paragraph, one[2])):
        if name:
            alike = [sentence for _, sentence, _ in run]
            yield alike[0].start, alike[-1].end, name


def _place_name(edition: Edition, side: Side, sentence: int, bead: Bead) -> Name | None:
    """How a sentence is marked for its place alone; lone sentences in company are the louder `omitted`."""
    if bead.moved:
        return "moved"
    if bead.side(other_side(side)):
        return None
    row = edition.rows[edition.row_of(side, sentence)]
    return "omitted" if row.side(other_side(side)) or row.kind == "continued" else "missing"


def _name_of(finding: Finding) -> Name | None:
    """The mark of a finding; whole sentences without a counterpart are marked by the alignment already."""
    by_layer: dict[Layer, Name] = {"facts": "fact", "missing": "omitted", "words": "word"}
    return None if finding.kind in ("only-source", "only-target", "moved") else by_layer[finding.layer]


def passing(state: State, side: Side) -> tuple[Mark, ...]:
    """The marks of one side that follow the cursor: few, whatever the length of the article."""
    edition = state.edition
    marks: list[Mark] = []

    def add_sentences(indexes: Iterable[int], name: Name) -> None:
        for index in indexes:
            sentence = edition.article(side).sentences[index]
            marks.append(Mark(sentence.start, sentence.end, name))

    if side == state.side:
        add_sentences(set(edition.fellows(side, state.sentence)) - {state.sentence}, "counterpart")
        add_sentences((state.sentence,), "sentence")
    else:
        add_sentences(edition.counterparts(state.side, state.sentence), "counterpart")
    if state.current is not None and _name_of(state.current):
        marks += [Mark(span.start, span.end, "finding") for span in state.current.side(side)]
    if state.match is not None and state.matches[state.match].side == side:
        span = state.matches[state.match].span
        marks.append(Mark(span.start, span.end, "current-match"))
    if state.held is not None and state.held.side == side:
        add_sentences(state.held.sentences, "held")
    if state.selection is not None and state.selection.side == side:
        marks.append(Mark(state.selection.span.start, state.selection.span.end, "selection"))
    return tuple(marks)


def runs(start: int, end: int, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """Cuts the characters `start` to `end` where marks begin and end: together the runs cover all of them."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(max(start, m.start) for m in here), *(min(end, m.end) for m in here)})
    out: list[Run] = []
    for a, b in pairwise(cuts):
        names = {mark.name for mark in here if mark.start <= a and mark.end >= b}
        out.append((a, b, tuple(sorted(names, key=_RANK.__getitem__))))
    return tuple(out)


def loudest(glyphs: Iterable[Glyph], start: int, end: int) -> str:
    """The loudest glyph that belongs on the line from `start` to `end`; a blank when it is quiet."""
    here = (glyph.glyph for glyph in glyphs if glyph.glyph and start <= glyph.offset < end)
    return max(here, key=_LOUDNESS.__getitem__, default=" ")


def decided_sign(glyphs: Iterable[Glyph], start: int, end: int) -> str:
    """What was decided on the findings of a line; a note or a blank as long as one of them is open."""
    here = {glyph.sign for glyph in glyphs if glyph.sign is not None and start <= glyph.offset < end}
    if here & {"", NOTE}:
        return NOTE if NOTE in here else " "
    return min(here, key=_SIGNS_BY_WEIGHT.index, default=" ")
