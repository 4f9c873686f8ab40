"""Paragraphs: by blank lines and by line breaks, but never by the line breaks of hard-wrapped text."""

import re
from dataclasses import dataclass
from itertools import pairwise

from tui.languages import Span

_ENDS_SENTENCE = re.compile(r"""[.!?…:;。！？؟][\s"'“”’»)\]」』）]*$""")
_ITEM = re.compile(r"(?:[-*•‣◦▪]|\d{1,3}[.)])\s")
UNSPACED = re.compile("[\u0e00-\u0e7f\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]")
"""Thai, Chinese and Japanese, which break a line at any character."""

_WIDTHS = range(30, 121)
"""Widths, in characters, to which people and programs wrap running text."""
_SLACK = 0.12
"""The share of the width that a full line may leave free: not every program wraps greedily."""
_SHORT = 0.3
"""A line that leaves this share free, though the next word would fit, was ended on purpose."""


@dataclass(frozen=True, slots=True)
class _Break:
    """One line break between two lines of text, with no blank line between them."""

    length: int
    """Of the line before it, in characters."""
    needed: int
    """The length that the line would have with the next line's first word."""
    ends_sentence: bool
    capital: bool
    """The next line begins with a capital letter."""
    deeper: bool
    """The next line is indented deeper."""
    item: bool
    """The next line begins as the item of a list."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text whose lines end in line feeds, without the white space around them.

    A blank line ends a paragraph. So does a line break, unless the text is hard-wrapped: then only where the
    line was ended on purpose, which its length, an indent or the mark of a list item tells.
    """
    lines = _lines(text)
    breaks = [_break(text, before, after) for before, after in pairwise(lines)]
    width = _wrap_width([b for b in breaks if b])
    if not width:
        return tuple(lines)
    kept = [b for b in breaks if b]
    by_lines = sum(b.ends_sentence and b.needed < width * (1 - _SLACK) for b in kept) > len(breaks) - len(
        kept
    )
    found = lines[:1]
    for line, before in zip(lines[1:], breaks, strict=True):
        item = _ITEM.match(text, found[-1].start) is not None
        if before and not _on_purpose(before, width, by_lines=by_lines, in_item=item):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return tuple(found)


def _lines(text: str) -> list[Span]:
    """The lines that hold more than white space, without the white space around them."""
    found = []
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            first = start + line.index(stripped[0])
            found.append(Span(first, first + len(stripped)))
        start += len(line) + 1
    return found


def _break(text: str, before: Span, after: Span) -> _Break | None:
    """What the one line break between two lines looks like; None where blank lines stand between them."""
    if text.count("\n", before.end, after.start) > 1:
        return None
    line = before.within(text)
    length = len(line)
    word = (
        1 if UNSPACED.match(text, after.start) else len(after.within(text)[: _WIDTHS.stop].split(None, 1)[0])
    )
    return _Break(
        length=length,
        needed=length + 1 + word,
        ends_sentence=_ENDS_SENTENCE.search(line[-20:]) is not None,
        capital=text[after.start].isupper(),
        deeper=_indent(text, after) > _indent(text, before),
        item=_ITEM.match(text, after.start) is not None,
    )


def _indent(text: str, line: Span) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1


def _wrap_width(breaks: list[_Break]) -> int:
    """The width in characters to which the text was wrapped, 0 when it was not.

    Hard-wrapped text has no long lines and most of its line breaks inside sentences. There nearly every line
    is so full that the next line's first word had no room and, other than in a list, many a line begins
    without a capital.
    """
    inside = [b for b in breaks if not b.ends_sentence]
    if len(inside) < 2 or 2 * len(inside) < len(breaks):
        return 0
    lengths = sorted(b.length for b in inside)
    usual = lengths[(len(lengths) - 1) * 9 // 10]
    width = lengths[-1] if lengths[-1] < usual * (1 + _SLACK) else usual
    if width not in _WIDTHS or sum(b.length > width * (1 + _SLACK) for b in breaks) > len(breaks) // 20:
        return 0
    full = sum(b.needed > width * (1 - _SLACK) for b in inside)
    capitals = sum(b.capital for b in inside)
    return width if full >= 0.8 * len(inside) and capitals <= 0.7 * len(inside) else 0


def _on_purpose(line_break: _Break, width: int, *, by_lines: bool, in_item: bool) -> bool:
    """Whether a break in hard-wrapped text ends a paragraph (`by_lines`: the text leaves no blank lines)."""
    if line_break.needed < width * (1 - _SHORT):
        return True
    if line_break.item and (in_item or line_break.ends_sentence):
        return True
    return line_break.ends_sentence and (line_break.deeper or (by_lines and line_break.needed <= width))
