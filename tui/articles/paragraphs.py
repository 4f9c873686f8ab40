"""Paragraphs of plain text: by blank lines and line breaks, but not by those of hard-wrapped text."""

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from msgspec import Struct

from tui.languages import Span

_ENDS_SENTENCE = re.compile(r"""[.!?…:;。！？؟][\s"'“”’»)\]」』）]*$""")
_ITEM = re.compile(r"(?:[-*+•‣◦▪·–]|\d{1,3}[.)]|\(?[a-z\d]{1,3}\))\s")
_UNSPACED = ("\u0e00", "\u0e7f"), ("\u2e80", "\ua4cf"), ("\uf900", "\ufaff"), ("\uff00", "\uffef")
"""The first and the last characters of Thai, Chinese and Japanese, which break a line at any character."""

_RULE = re.compile(r"(?:[:. \t]*+[-=~_*^+|#]){3}[-=~_*^+|:#. \t]*+|(?:[-=~_*^#+|]\s*+){2}")
_WIDTHS = range(30, 121)
"""Widths, in characters, to which people and programs wrap running text."""
_SLACK = 0.12
"""The share of the width that a full line may leave free: not every program wraps greedily."""
_SEVERAL = 3
"""Blocks of lines that agree in their width speak for the others too."""
_SHORT = 0.3
"""A line that leaves this share free, though the next word would fit, was ended on purpose."""


class _Break(Struct, frozen=True):
    """One line break between two lines of text, with no blank line between them."""

    length: int
    """Of the line before it with its indent, in characters."""
    needed: int
    """The length that the line would have with the next line's first word."""
    ends_sentence: bool
    capital: bool
    """The next line begins with a capital letter."""
    goes_on: bool
    """The next line begins as a sentence never does: with a small letter, or in a script without capitals."""
    deeper: bool
    """The next line is indented deeper."""
    item: bool
    """The next line begins as the item of a list."""


def paragraphs(text: str, known: int = 0) -> tuple[Span, ...]:
    """The paragraphs of a text whose lines end in line feeds, without the white space around them.

    A blank line ends a paragraph, and so does a line that holds a rule. So does a line break, unless the
    lines between blank lines are hard-wrapped, which each block of lines shows for itself; the width of the
    others only helps where a block is too short to show its own. There a break counts where the line was
    ended on purpose, which its length, an indent or the mark of a list item tells.
    `known`: the width of the lines, in characters, where they are known to be wrapped.
    """
    found: list[Span] = []
    blocks = _blocks(text)
    gaps = len(blocks) - 1
    breaks = [[_break(text, *pair) for pair in pairwise(block)] for block in blocks]
    every = [b for inside in breaks for b in inside]
    behind_sentences = sorted(b.needed for b in every if b.ends_sentence)
    usual = known or _wrap_width(every)
    likely = _shared_width(breaks)
    for block, inside in zip(blocks, breaks, strict=True):
        if not inside:
            found += block
            continue
        width = _width(inside, _column(text, block[-1]), usual, likely)
        by_lines = bisect_left(behind_sentences, width * (1 - _SLACK)) > gaps
        items = Counter(_mark(text, line) for line in block)
        found += block[:1]
        for line, before in zip(block[1:], inside, strict=True):
            in_item = _ITEM.match(text, found[-1].start) is not None
            item = before.item and (in_item or before.ends_sentence or items[_mark(text, line)] > 1)
            if item or not width or _on_purpose(before, width, by_lines=by_lines):
                found.append(line)
            else:
                found[-1] = Span(found[-1].start, line.end)
    return tuple(found)


def is_rule(line: str) -> bool:
    """Whether a line is drawn and not written: a rule, the underline of a heading or the frame of a table."""
    return _RULE.fullmatch(line.strip()) is not None


def _blocks(text: str) -> list[list[Span]]:
    """The runs of lines between blank lines and rules, each line without the white space around it."""
    blocks: list[list[Span]] = [[]]
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped and (stripped[0].isalnum() or not is_rule(stripped)):
            first = start + line.index(stripped[0])
            blocks[-1].append(Span(first, first + len(stripped)))
        else:
            blocks.append([])
        start += len(line) + 1
    return [block for block in blocks if block]


def unspaced(character: str) -> bool:
    """Whether a character, or nothing, is of a script that has no spaces between words."""
    return any(first <= character <= last for first, last in _UNSPACED)


def _mark(text: str, line: Span) -> str:
    """The mark of a list item with which a line begins, numbers being alike; empty where there is none."""
    item = _ITEM.match(text, line.start)
    return re.sub(r"\d+", "1", item[0].strip()) if item else ""


def _break(text: str, before: Span, after: Span) -> _Break:
    """What the one line break between two lines looks like."""
    line = before.within(text)
    length = _column(text, before)
    word = 1 if unspaced(text[after.start]) else len(after.within(text)[: _WIDTHS.stop].split(None, 1)[0])
    return _Break(
        length=length,
        needed=length + 1 + word,
        ends_sentence=_ENDS_SENTENCE.search(line[-20:]) is not None,
        capital=text[after.start].isupper(),
        goes_on=text[after.start].islower() or unspaced(text[after.start]),
        deeper=_indent(text, after) > _indent(text, before),
        item=_ITEM.match(text, after.start) is not None,
    )


def _column(text: str, line: Span) -> int:
    """The column in which a line ends: what is indented is wrapped at the same margin as what is not."""
    return len(text[_line_start(text, line) : line.end].expandtabs())


def _indent(text: str, line: Span) -> int:
    return len(text[_line_start(text, line) : line.start].expandtabs())


def _line_start(text: str, line: Span) -> int:
    return text.rfind("\n", 0, line.start) + 1


def _shared_width(blocks: list[list[_Break]]) -> int:
    """The width in characters to which several blocks show that they were wrapped; 0 when they disagree."""
    shown = sorted(filter(None, map(_wrap_width, blocks)))
    width = shown[-1] if shown else 0
    alike = [each for each in shown if each >= width * (1 - _SLACK)]
    return width if len(alike) >= _SEVERAL and 2 * len(alike) > len(shown) else 0


def _width(breaks: list[_Break], last: int, usual: int, likely: int) -> int:
    """The width in characters to which a block of lines was wrapped, 0 when it was not.

    `last`: the length of its last line. `usual`: the width of the whole text, 0 when it has none;
    `likely`: that of several of its blocks, for one whose lines are as full.
    """
    longest = max((b.length for b in breaks), default=0)
    inside = [b for b in breaks if not b.ends_sentence]
    if usual and max(longest, last) <= usual * (1 + _SLACK):
        return usual
    if width := _wrap_width(breaks):
        return width if last <= width * (1 + _SLACK) else 0
    if likely and inside and max(longest, last) <= likely * (1 + _SLACK) and _is_full(inside, likely):
        return likely
    fits = longest in _WIDTHS and last <= longest * (1 + _SLACK)
    running = [b for b in inside if not _is_term(b, longest)]
    broken = fits and running and all(b.goes_on and b.needed > longest * (1 - _SHORT) for b in running)
    return longest if broken else 0


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
    running = [b for b in inside if not _is_term(b, width)]
    full = sum(b.needed > width * (1 - _SLACK) for b in running)
    capitals = sum(b.capital for b in running)
    return width if len(running) > 1 and full >= 0.8 * len(running) and capitals <= 0.7 * len(running) else 0


def _is_full(inside: list[_Break], width: int) -> bool:
    """Whether lines that end inside sentences have no room for the next word."""
    running = [b for b in inside if not _is_term(b, width)]
    return bool(running) and all(b.needed > width * (1 - _SLACK) for b in running)


def _is_term(line_break: _Break, width: int) -> bool:
    """Whether a break stands between a term and the text below, set deeper, that explains it."""
    return line_break.deeper and line_break.needed < width * (1 - _SHORT)


def _on_purpose(line_break: _Break, width: int, *, by_lines: bool) -> bool:
    """Whether a break in hard-wrapped text ends a paragraph (`by_lines`: the text leaves no blank lines)."""
    if line_break.needed < width * (1 - _SHORT):
        return True
    return line_break.ends_sentence and (line_break.deeper or (by_lines and line_break.needed <= width))
