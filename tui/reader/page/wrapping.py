"""Breaks article text into lines of terminal cells, once, for everything that draws or measures it.

What a terminal would obey or hide (control characters, bidirectional overrides, invisible joiners) is shown
as a visible mark. Lines stay offsets into the article's text, so no second coordinate system arises: a mark
replaces its character only at the moment of drawing.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

from tui.articles import Article, Span

_NAMED = {
    0x00AD: "¬",
    0x061C: "⟨ALM⟩",
    0x180E: "⟨MVS⟩",
    0x200B: "⟨ZWSP⟩",
    0x200E: "⟨LRM⟩",
    0x200F: "⟨RLM⟩",
    0x2028: "⟨LS⟩",
    0x2029: "⟨PS⟩",
    0x202A: "⟨LRE⟩",
    0x202B: "⟨RLE⟩",
    0x202C: "⟨PDF⟩",
    0x202D: "⟨LRO⟩",
    0x202E: "⟨RLO⟩",
    0x2060: "⟨WJ⟩",
    0x2066: "⟨LRI⟩",
    0x2067: "⟨RLI⟩",
    0x2068: "⟨FSI⟩",
    0x2069: "⟨PDI⟩",
    0xFEFF: "⟨BOM⟩",
}
_HIDDEN = (
    *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x180E), 0x180F, *range(0x2061, 0x2066)),
    *(*range(0x206A, 0x2070), 0x3164, 0xFFA0, *range(0xFFF0, 0xFFFC), *range(0x1BCA0, 0x1BCA4)),
    *(*range(0x1D173, 0x1D17B), *range(0xE0000, 0xE0020), 0xE007F, *range(0xE0080, 0xE0100)),
)
"""What Unicode calls ignorable by default, and has no name here."""
_DISPUTED = (0x200D, *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), *range(0xE0100, 0xE01F0))
"""Joiners, selectors of a variation and tones of skin: terminals differ in how wide these make what is before
them, and what stands behind on the line would move.
"""
VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x09: "⇥",
    0x7F: "␡",
    **{code: f"⟨{code:02X}⟩" for code in range(0x80, 0xA0)},
    **_NAMED,
    **dict.fromkeys(_DISPUTED, ""),
    **{code: f"⟨{code:04X}⟩" for code in (*range(0xD800, 0xE000), *_HIDDEN)},
    **{0xE0000 + code: f"⟨{code:c}⟩" for code in range(0x20, 0x7F)},  # letters in a script that nobody sees
}
"""What is drawn in place of each character that a terminal would obey or hide."""

_NARROW = "\x20-\x7e\xa0-\xac\xae-ʯͰ-҂Ҋ-ԯḀ-῿\u2010-\u2027\u202f-\u205e₠-₿℀-↋←-⇿"
"""One cell each and drawn as they are; `test_wrapping` holds them to Rich's own table."""
_OTHER = re.compile(f"[^{_NARROW}]")
_MARKED = re.compile("[" + "".join(re.escape(chr(code)) for code in VISIBLE) + "]")
_DASH = "—"
_NEVER_FIRST = frozenset("、。，．・：；！？）」』】〕〉》］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％…’”")
_NEVER_LAST = frozenset("（「『【〔〈《［｛‘“")

Lines = tuple[int, ...]
"""The offset at which each line of a paragraph begins; a line ends where the next begins, blanks trimmed."""


def visible(text: str) -> str:
    """The text as it is drawn: with marks for what a terminal would obey or hide."""
    return text.translate(VISIBLE)


def graphemes(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """What the reader sees as characters in `text[start:end]`: (start, end, cells) of each."""
    out: list[tuple[int, int, int]] = []
    at = start
    for mark in _MARKED.finditer(text, start, end):
        out += _plain_graphemes(text, at, mark.start())
        out.append((mark.start(), mark.end(), cell_len(VISIBLE[ord(mark[0])])))
        at = mark.end()
    return out + _plain_graphemes(text, at, end)


def _plain_graphemes(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    return [(start + a, start + b, cells) for a, b, cells in split_graphemes(text[start:end])[0]]


class WrappedArticle:
    """The lines of an article's paragraphs at one width, each wrapped when it is first asked for."""

    def __init__(self, article: Article, width: int) -> None:
        self.article = article
        self.width = max(1, width)
        self._lines: dict[int, Lines] = {}

    def __getitem__(self, paragraph: int) -> Lines:
        lines = self._lines.get(paragraph)
        if lines is None:
            text, span = self.article.text, self.article.paragraphs[paragraph]
            wrap = wrap_any if _OTHER.search(text, span.start, span.end) else wrap_narrow
            lines = self._lines[paragraph] = wrap(text, span.start, span.end, self.width)
        return lines

    def __len__(self) -> int:
        """How many paragraphs have been wrapped so far."""
        return len(self._lines)


def wrap_narrow(text: str, start: int, end: int, width: int) -> Lines:
    """Wraps text whose characters all take one cell: after blanks and dashes, or else anywhere."""
    starts = [start]
    while end - start > width:
        limit = start + width
        after = 1 + max(text.rfind(" ", start, limit + 1), text.rfind(_DASH, start, limit))
        if after <= start:
            after = limit
        while after > limit and after < end and text[after] == " ":
            after += 1
        if after >= end:
            break
        starts.append(after)
        start = after
    return tuple(starts)


def wrap_any(text: str, start: int, end: int, width: int) -> Lines:
    """Wraps any text by graphemes: also between wide characters, though not before closing punctuation."""
    starts = [start]
    cells = since = 0  # in the line so far, and after its last place to break
    place = start
    before, wide_before = "", False
    for first, last, size in graphemes(text, start, end):
        character = text[first]
        wide = size > 1 and ord(character) not in VISIBLE
        if (wide or wide_before) and character not in _NEVER_FIRST and before not in _NEVER_LAST:
            place, since = first, 0
        while cells + size > width and character != " " and first > starts[-1]:
            starts.append(place if place > starts[-1] else first)
            cells = since if place == starts[-1] else 0
            place, since = starts[-1], cells
        cells += size
        since += size
        if character in (" ", _DASH):
            place, since = last, 0
        before, wide_before = character, wide
    return tuple(starts)


def line_bounds(text: str, lines: Lines, number: int, end: int) -> tuple[int, int]:
    """Start and end of one line of a paragraph that ends at `end`, without the blanks it was broken at."""
    start = lines[number]
    stop = lines[number + 1] if number + 1 < len(lines) else end
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    return start, stop


def character_at(text: str, start: int, end: int, cell: int) -> Span:
    """The character drawn at `cell` of the line `text[start:end]`; beyond it, nothing at its end."""
    at = 0
    for first, last, cells in graphemes(text, start, end):
        at += cells
        if cell < at:
            return Span(first, last)
    return Span(end, end)
