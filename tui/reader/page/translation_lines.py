"""The translation panel in words: its heading and its lines, as pieces with style names."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest
from pathlib import PurePath

from msgspec import Struct

from tui.articles import Article, Side, Span, other_side
from tui.comparison import Gloss, Parting
from tui.errors import PatternError
from tui.languages import language_name
from tui.reader.page.drawing import BAR, RULE, Piece
from tui.reader.page.edition import Edition
from tui.reader.page.layout import MEASURE, NARROWEST_FACING
from tui.reader.page.marks import GLYPHS
from tui.reader.page.passages import Passage
from tui.reader.page.search import Folded, fold, places
from tui.reader.page.words import Ends, clipped, shortened, width_of, wrapped
from tui.reader.page.wrapping import line_bounds, visible, wrap_any
from tui.translation import ArticleProgress, CommandTranslator, Doubt, Translation, Translator

Line = tuple[Piece, ...]

DOUBTS: dict[Doubt, str] = {
    "empty": "the engine gave nothing",
    "unchanged": "the engine gave the sentence back unchanged",
    "repeats": "the engine repeats itself",
    "length": "the engine's sentence is much longer or shorter",
}
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_BAR_CELLS = 20
_EDGE = 2
"""Cells of the scrollbar and the minimap, beside which the page has its rule in the middle."""
_BESIDE_NAME = 44
"""Cells of the heading that are kept for what else it says."""
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


class Entry(Struct, frozen=True):
    """A passage with what is known of it so far."""

    passage: Passage
    translations: tuple[Translation | None, ...]
    """Of its sentences, in order."""
    parting: Parting | None = None
    """Between what stands beside it (source) and its translation (back)."""

    @property
    def said(self) -> str | None:
        """The whole translation; None while a sentence of it lacks one."""
        return joined(self.translations)


def joined(translations: Sequence[Translation | None]) -> str | None:
    """Translations in a row; None while one is lacking."""
    known = [translation.text for translation in translations if translation is not None]
    return " ".join(known) if len(known) == len(translations) else None


def heading(
    edition: Edition, side: Side, translator: Translator, entries: Sequence[Entry], now: float, width: int
) -> Line:
    """Direction, engine, version of the model and age of what is shown.

    `side`: the one that is translated. `now`: seconds since the epoch.
    """
    written = language_name(edition.article(other_side(side)).language)
    direction = "back-translation" if side == "target" else f"translation into {written}"
    engine = shortened(visible(_engine(translator)), max(12, width - _BESIDE_NAME))
    first = next((t for entry in entries for t in entry.translations if t is not None), None)
    age = f" · {_age(first, now)}" if first else ""
    return (
        (" ", ()),
        (direction, ("kind",)),
        (f"  {engine}{age}", ("quiet",)),
    )


def _engine(translator: Translator) -> str:
    """The name of an engine with its version; a command goes by the name of its program."""
    if isinstance(translator, CommandTranslator):
        return PurePath(shlex.split(translator.name)[0]).name
    return f"{translator.name} {translator.version}".rstrip()


def _age(translation: Translation, now: float) -> str:
    kind, ago = ("cached" if translation.cached else "fresh"), max(0.0, now - translation.made)
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if ago >= unit:
            count = int(ago // unit)
            return f"{kind}, {count} {name}{'s' if count > 1 else ''} ago"
    return f"{kind}, just now"


def working(busy: bool, tick: int) -> Line:
    """The spinner."""
    return ((f"  {SPINNER[tick % len(SPINNER)]} translating", ("quiet",)),) if busy else ()


def article_progress(progress: ArticleProgress | None, stopping: str) -> Line:
    """The bar of the whole article, while it is being translated. `stopping`: the key that stops it."""
    if progress is None or not progress.running:
        return ()
    done = round(_BAR_CELLS * progress.done / max(1, progress.total))
    return (
        ("━" * done, ("done",)),
        ("╌" * (_BAR_CELLS - done), ("quiet",)),
        (f" {progress.done} of {progress.total} sentences · {stopping} stops ", ("quiet",)),
    )


def failure(message: str, width: int) -> list[Line]:
    """What went wrong, to its end."""
    text = _one_line(message)
    return [((" ", ()), *line) for line in _wrapped(_Text(text, ((Span(0, len(text)), "error"),)), width - 2)]


def without_model(source: Article, target: Article, installing: str) -> Ends:
    """One line: no engine, and the two ways to one. `installing`: the key that opens the dialog."""
    pair = f"{language_name(target.language)} into {language_name(source.language)}"
    return Ends(
        ((" ", ()), ("no model", ("kind",)), (f"  translates {pair}", ("quiet",))),
        ((f"  {installing} downloads one or takes a file ", ()),),
    )


def where_models_are(index: str, width: int) -> Line:
    """Where one finds a model, for whoever fetches it with another computer: above all the whole address."""
    told = f" elsewhere: {index} · afronte models install FILE"
    return ((shortened(told if len(told) < width else f" {index}", width - 1), ("quiet",)),)


def glossed(edition: Edition, gloss: Sequence[Gloss] | None, width: int) -> Line:
    """The content words of the current sentences of the target, each with the source's; ‹ › around what has
    none.

    `gloss`: None while they are looked up.
    """
    start: Line = ((" ", ()), ("word by word", ("kind",)))
    if gloss is None:
        return (*start, ("  …", ("quiet",)))
    words = [piece for entry in gloss for piece in (("  ", ()), *_glossed_word(edition, entry))]
    return clipped((*start, *(words or [("  no words", ("quiet",))])), width - 1)


def _glossed_word(edition: Edition, entry: Gloss) -> Line:
    word = _one_line(entry.word.within(edition.target.text))
    if entry.counterpart is None:
        return ((f"‹{word}›", ("parted",)),)
    return (
        (word, ("quiet",)),
        ("→", ("quiet",)),
        (_one_line(entry.counterpart.within(edition.source.text)), ()),
    )


def facing(
    edition: Edition, entries: Sequence[Entry], side: Side, query: str, width: int, *, lit: int | None
) -> list[Line]:
    """Texts and translations on the sides of the page, in the order of the text; under 90 columns the one
    under the other.

    The translation stands on the side of what it translates. `lit`: which entry is under the cursor.
    """
    lines: list[Line] = []
    for number, entry in enumerate(entries):
        names = ("lit",) if number == lit else ()
        bar: Piece = (BAR, ("bar",)) if number == lit else (" ", ())
        texts = _beside(edition, entry, side), _translated(edition, entry, side, query)
        left, right = texts if side == "target" else texts[::-1]
        if width >= NARROWEST_FACING:
            half = (width - _EDGE - 1) // 2
            room = min(half - 3, MEASURE)
            pairs = zip_longest(_wrapped(left, room), _wrapped(right, room), fillvalue=())
            for here, there in pairs:
                near = (bar, (" ", ()), *_lit(here, names), *_blank(half - 2 - width_of(here)))
                lines.append((*near, (RULE, ("quiet",)), bar, (" ", ()), *_lit(there, names)))
        else:
            room = width - 4
            lines += [(bar, ("  ", ()), *_lit(line, names)) for line in _wrapped(left, room)]
            lines += [(bar, (f"{RULE} ", ("quiet",)), *_lit(line, names)) for line in _wrapped(right, room)]
    return lines


def _lit(line: Line, names: tuple[str, ...]) -> Line:
    return tuple((text, (*names, *own)) for text, own in line)


def _blank(cells: int) -> Line:
    return ((" " * max(0, cells), ()),)


class _Text(Struct, frozen=True):
    """A text, with the names of the styles on some of its characters, and what is doubtful about it."""

    text: str
    marks: tuple[tuple[Span, str], ...] = ()
    doubts: tuple[str, ...] = ()


def _translated(edition: Edition, entry: Entry, side: Side, query: str) -> _Text:
    if not entry.passage.sentences:
        lacking = language_name(edition.article(side).language)
        return _quiet(f"{GLYPHS[f'only-{other_side(side)}']} nothing of it in the {lacking}")
    said = entry.said
    if said is None:
        return _quiet("…")
    below = tuple(
        f"! doubtful: {DOUBTS[doubt]}"
        for doubt in dict.fromkeys(d for t in entry.translations if t for d in t.doubts)
    )
    spans, loud = _parted(entry.parting, back=True)
    spans = _unless_spelt(spans, said, entry.passage.beside)
    return _marked(_one_line(said), spans, loud, found(fold(said), query), below)


def _beside(edition: Edition, entry: Entry, side: Side) -> _Text:
    if not entry.passage.beside:
        if edition.alignment is None:
            return _quiet("not aligned yet")
        lacking = language_name(edition.article(other_side(side)).language)
        return _quiet(f"{GLYPHS[f'only-{side}']} nothing like it in the {lacking}")
    spans, loud = _parted(entry.parting, back=False)
    spans = _unless_spelt(spans, entry.passage.beside, entry.said or "")
    return _marked(_one_line(entry.passage.beside), spans, loud, (), ())


@lru_cache(256)
def found(text: Folded, query: str) -> tuple[Span, ...]:
    """Where a text reads like the query; nowhere where the query takes too long to be found."""
    try:
        return places(text, query)
    except PatternError:
        return ()


def _parted(parting: Parting | None, *, back: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words without a counterpart, and the clauses that say the reverse."""
    if parting is None:
        return (), ()
    loud = tuple(clauses[1 if back else 0] for clauses in parting.reversals)
    return parting.back if back else parting.source, loud


def _unless_spelt(spans: Iterable[Span], text: str, other: str) -> tuple[Span, ...]:
    """The spans that do not stand in the other text as well, written with a hyphen more or less."""
    there = {_letters(word) for word in other.split()}
    return tuple(span for span in spans if _letters(span.within(text)) not in there)


def _letters(word: str) -> str:
    return "".join(character for character in fold(word).text if character.isalnum())


def _quiet(text: str) -> _Text:
    return _Text(text, ((Span(0, len(text)), "quiet"),))


def _marked(
    text: str, spans: Iterable[Span], loud: Iterable[Span], matches: Iterable[Span], doubts: tuple[str, ...]
) -> _Text:
    """The text with ‹ › around each run of spans, which only a blank parts, and around each loud clause."""
    loud = tuple(loud)
    runs: list[tuple[int, int]] = []
    for span in sorted((*spans, *loud)):
        if runs and (span.start <= runs[-1][1] or not text[runs[-1][1] : span.start].strip()):
            runs[-1] = runs[-1][0], max(runs[-1][1], span.end)
        else:
            runs.append((span.start, span.end))
    out, marks = "", []
    at = 0
    moved: list[tuple[int, int]] = []  # where each run of characters begins in `text` and in `out`
    for start, end in runs:
        moved.append((at, len(out)))
        out += text[at:start]
        first = len(out)
        out += "‹"
        moved.append((start, len(out)))
        out += f"{text[start:end]}›"
        reversed_ = any(span.start < end and span.end > start for span in loud)
        marks.append((Span(first, len(out)), "reversed" if reversed_ else "parted"))
        at = end
    moved.append((at, len(out)))
    out += text[at:]

    def place(offset: int) -> int:
        start, shown = max(pair for pair in moved if pair[0] <= offset)
        return shown + offset - start

    marks += [(Span(place(match.start), place(match.end - 1) + 1), "match") for match in matches]
    return _Text(out, tuple(marks), doubts)


def _wrapped(text: _Text, width: int) -> list[Line]:
    starts = wrap_any(text.text, 0, len(text.text), max(1, width))
    bounds = (line_bounds(text.text, starts, number, len(text.text)) for number in range(len(starts)))
    below = (line for doubt in text.doubts for line in wrapped(doubt, width))
    return [_pieces(text, start, end) for start, end in bounds] + [((line, ("doubt",)),) for line in below]


def _pieces(text: _Text, start: int, end: int) -> Line:
    here = [(span, name) for span, name in text.marks if span.start < end and span.end > start]
    cuts = {start, end, *(max(start, s.start) for s, _ in here), *(min(end, s.end) for s, _ in here)}
    places = sorted(cuts)
    return tuple(
        (visible(text.text[a:b]), tuple(name for span, name in here if span.start <= a and span.end >= b))
        for a, b in pairwise(places)
    )


def _one_line(text: str) -> str:
    """The text with a blank for each character that would end a line: offsets stay."""
    return "".join(" " if character in "\n\r\t" else character for character in text)
