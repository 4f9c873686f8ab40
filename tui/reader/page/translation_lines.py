"""The translation panel in words: its heading and its lines, as pieces with style names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from tui.articles import Article, Side, Span, other_side
from tui.comparison import Gloss, Parting
from tui.errors import PatternError
from tui.languages import language_name
from tui.reader.page.drawing import BAR, Piece
from tui.reader.page.edition import Edition
from tui.reader.page.layout import MEASURE, NARROWEST_FACING
from tui.reader.page.marks import GLYPHS
from tui.reader.page.passages import Passage
from tui.reader.page.search import Folded, fold, places
from tui.reader.page.wording import Status, shortened, width_of
from tui.reader.page.wrapping import line_bounds, visible, wrap_any
from tui.translation import ArticleProgress, Doubt, Translation, Translator

Line = tuple[Piece, ...]

DOUBTS: dict[Doubt, str] = {
    "empty": "the engine gave nothing",
    "unchanged": "the engine gave the sentence back unchanged",
    "repeats": "the engine repeats itself",
    "length": "the engine's sentence is much longer or shorter",
}
BESIDE = "◂"
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_BAR_CELLS = 20
_BESIDE_NAME = 44
"""Cells of the heading that are kept for what else it says."""
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class Entry:
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
    engine = shortened(
        visible(f"{translator.name} {translator.version}".rstrip()), max(12, width - _BESIDE_NAME)
    )
    first = next((t for entry in entries for t in entry.translations if t is not None), None)
    age = f" · {_age(first, now)}" if first else ""
    return (
        (" ", ()),
        (direction, ("kind",)),
        (f"  {engine}{age}", ("quiet",)),
    )


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


def without_model(source: Article, target: Article, installing: str) -> Status:
    """One line: no engine, and the two ways to one. `installing`: the key that opens the dialog."""
    pair = f"{language_name(target.language)} into {language_name(source.language)}"
    return Status(
        ((" ", ()), ("no model", ("kind",)), (f"  translates {pair}", ("quiet",))),
        ((f"  {installing} downloads one or takes a file ", ()),),
    )


def glossed(
    edition: Edition, glosses: Sequence[tuple[Gloss, ...]] | None, label: str, width: int
) -> list[Line]:
    """Each content word of the target with the source's; ‹ › around what has none.

    `glosses`: by passage, the one under the cursor first; None while they are looked up.
    """
    if glosses is None:
        return [((" ", ()), (label, ("kind",)), ("  …", ("quiet",)))]
    words: list[Line] = []
    for number, passage in enumerate(glosses):
        words += [((" ╱ ", ("quiet",)),)] if number and passage else []
        words += [_glossed_word(edition, entry) for entry in passage]
    if not words:
        words = [(("no words", ("quiet",)),)]
    lines: list[Line] = []
    start: Line = ((" ", ()), (label, ("kind",)))
    used = width_of(start)
    line = start
    for word in words:
        if used + 2 + width_of(word) > width - 1 and line is not start:
            lines.append(line)
            line, used = ((" ", ()),), 1
        line = (*line, ("  ", ()), *word)
        used += 2 + width_of(word)
    return [*lines, line]


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
    edition: Edition, entries: Sequence[Entry], side: Side, query: str, width: int, *, lit: bool
) -> list[Line]:
    """The translations with what stands beside them; under 90 columns the one under the other.

    `lit`: the first entry is the one under the cursor.
    """
    lines: list[Line] = []
    for number, entry in enumerate(entries):
        bar: Piece = (BAR, ("bar",)) if lit and number == 0 else (" ", ())
        left = _translated(edition, entry, side, query)
        right = _beside(edition, entry, side)
        if width >= NARROWEST_FACING:
            half = min((width - 7) // 2, MEASURE)
            pairs = zip_longest(_wrapped(left, half), _wrapped(right, half), fillvalue=())
            for row, (here, there) in enumerate(pairs):
                sign: Piece = (f" {BESIDE} " if row == 0 else "   ", ("quiet",))
                lines.append((bar, (" ", ()), *_filled(here, half), sign, *there))
        else:
            room = width - 4
            lines += [(bar, (" ", ()), *line) for line in _wrapped(left, room)]
            for row, line in enumerate(_wrapped(right, room)):
                lines.append((bar, (f" {BESIDE} " if row == 0 else "   ", ("quiet",)), *line))
    return lines


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, with the names of the styles on some of its characters; more lines may follow it."""

    text: str
    marks: tuple[tuple[Span, str], ...] = ()
    below: tuple[Line, ...] = ()


def _translated(edition: Edition, entry: Entry, side: Side, query: str) -> _Text:
    if not entry.passage.sentences:
        lacking = language_name(edition.article(side).language)
        return _quiet(f"{GLYPHS[f'only-{other_side(side)}']} nothing of it in the {lacking}")
    said = entry.said
    if said is None:
        return _quiet("…")
    below = tuple(
        ((f"! doubtful: {DOUBTS[doubt]}", ("doubt",)),)
        for doubt in dict.fromkeys(d for t in entry.translations if t for d in t.doubts)
    )
    spans, loud = _parted(entry.parting, back=True)
    return _marked(_one_line(said), spans, loud, found(fold(said), query), below)


def _beside(edition: Edition, entry: Entry, side: Side) -> _Text:
    if not entry.passage.beside:
        if edition.alignment is None:
            return _quiet("not aligned yet")
        lacking = language_name(edition.article(other_side(side)).language)
        return _quiet(f"{GLYPHS[f'only-{side}']} nothing like it in the {lacking}")
    spans, loud = _parted(entry.parting, back=False)
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
    return parting.back if back else parting.source, tuple(
        clauses[1 if back else 0] for clauses in parting.reversals
    )


def _quiet(text: str) -> _Text:
    return _Text(text, ((Span(0, len(text)), "quiet"),))


def _marked(
    text: str, spans: Iterable[Span], loud: Iterable[Span], matches: Iterable[Span], below: tuple[Line, ...]
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
    return _Text(out, tuple(marks), below)


def _wrapped(text: _Text, width: int) -> list[Line]:
    starts = wrap_any(text.text, 0, len(text.text), max(1, width))
    bounds = (line_bounds(text.text, starts, number, len(text.text)) for number in range(len(starts)))
    return [_pieces(text, start, end) for start, end in bounds] + list(text.below)


def _pieces(text: _Text, start: int, end: int) -> Line:
    here = [(span, name) for span, name in text.marks if span.start < end and span.end > start]
    cuts = {start, end, *(max(start, s.start) for s, _ in here), *(min(end, s.end) for s, _ in here)}
    places = sorted(cuts)
    return tuple(
        (visible(text.text[a:b]), tuple(name for span, name in here if span.start <= a and span.end >= b))
        for a, b in pairwise(places)
    )


def _filled(line: Line, width: int) -> Line:
    return (*line, (" " * max(0, width - width_of(line)), ()))


def _one_line(text: str) -> str:
    """The text with a blank for each character that would end a line: offsets stay."""
    return "".join(" " if character in "\n\r\t" else character for character in text)
