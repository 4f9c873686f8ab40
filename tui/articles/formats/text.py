"""Plain text: paragraphs, without what is drawn around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.articles.blocks import Block, Builder, Document, Mark, normalized_lines
from tui.articles.encodings import decode
from tui.articles.formats.registry import Format
from tui.articles.paragraphs import paragraphs
from tui.languages import Span

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z\d]{1,30}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});")
_BULLET = re.compile(r"(?:[-*+•‣◦▪·]|\(?[a-z]\)|\((?:\d{1,3}|[ivx]{1,5})\)|#{1,6})[ \t]+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,3})[.)][ \t]+(?=\S)")
ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s<>⟨⟩〈〉\"'“”‘’«»\\^`{|}]+"
    r"|\bwww\.[\w-]+\.[^\s<>⟨⟩〈〉\"'“”«»]+|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b"
)
"""An address in running text."""


def document_of(text: str, width: int = 0) -> Document:
    """The document that a plain text is.

    The marks of list items and headings, rules and underlines are no text; entities are decoded; addresses
    are marked as links. `width`: that of its lines, where they are known to be wrapped.
    """
    text = _ENTITY.sub(_decoded, normalized_lines(text))
    spans = paragraphs(text, width)
    numbers = [_number(text, span) for span in spans]
    before = _last(numbers)
    after = _last(reversed(numbers))[::-1]
    blocks = []
    line, counted = 1, 0
    for index, span in enumerate(spans):
        line += text.count("\n", counted, span.start)
        counted = span.start
        start = _start(text, span, before[index], numbers[index], after[index])
        words = text[start : span.end]
        marks = tuple(addresses(words)) if ":" in words or "@" in words or "www." in words else ()
        blocks.append(Block(words, line=line, marks=marks))
    return Document(tuple(blocks))


def addresses(text: str) -> list[Mark]:
    """The addresses in a running text, each marked as a link to itself."""
    found = []
    for match in ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?…")
        end, unopened = len(address), address.count(")") - address.count("(")
        while unopened > 0 and address[end - 1] == ")":
            end, unopened = end - 1, unopened - 1
            while address[end - 1] in ".,;:!?…":
                end -= 1
        found.append(Mark(match.start(), match.start() + end, "link", address[:end]))
    return found


def add_linked(text: str, builder: Builder) -> None:
    """Adds running text in which bare addresses are links."""
    at = 0
    for mark in addresses(text) if "://" in text else ():
        builder.add(text[at : mark.start])
        with builder.mark("link", mark.value):
            builder.add(text[mark.start : mark.end])
        at = mark.end
    builder.add(text[at:])


def _decoded(match: re.Match[str]) -> str:
    """What an entity stands for, unless that is a control character or no character."""
    from html import unescape  # two thousand names of which few texts have one

    char = unescape(match[0])
    return char if char.isprintable() or char == "\xa0" else match[0]


def _number(text: str, span: Span) -> int | None:
    """The number with which a paragraph begins as an item of a list does."""
    match = _NUMBERED.match(text, span.start, span.end)
    return int(match[1]) if match else None


def _last(numbers: Iterable[int | None]) -> list[int | None]:
    """For each place in a list the last number before it."""
    found: list[int | None] = []
    last: int | None = None
    for number in numbers:
        found.append(last)
        last = last if number is None else number
    return found


def _start(text: str, span: Span, before: int | None, number: int | None, after: int | None) -> int:
    """Where the words of a paragraph begin: behind the mark of an item or a heading.

    A number is a mark where the numbered paragraph before or after it has the next one: *3. Oktober* is none.
    """
    if bullet := _BULLET.match(text, span.start, span.end):
        return bullet.end()
    if (
        number is not None
        and (before == number - 1 or after == number + 1)
        and (match := _NUMBERED.match(text, span.start, span.end))
    ):
        return match.end()
    return span.start


def _read(data: bytes, name: str) -> Document:
    return document_of(decode(data, name))


FORMATS = (Format("plain text", (".txt", ".text"), lambda _: False, _read, rank=99),)
