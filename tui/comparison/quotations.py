"""Which words of an article stand between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tui.articles import Article, Span
from tui.languages import Token

_DOUBLE = re.compile(r"[“”\"„‟«»]")
_DASH = re.compile(r"(?<!\S)[—―–](?=\s*\w)")
_MARKS = re.compile(r"(?<!\w)(?:['‘’‚`´′″‹›]|[<>]{2})+(?=\w)|(?<=[\w.,!?…])['’´`]{2}|(?<!\S)[—―–-]\s*(?=\w)")
"""What may be a quotation mark, however it is written, or the dash of a dialogue."""
_SINGLE = re.compile(r"(?<![\w’'])[‘'`](?=\w)(?P<said>[^‘`\n]*?[\w.,!?…])['’](?!\w)")


class Quotations:
    """The quotations of an article, in order and without overlap.

    A double mark opens when none is open in its paragraph and closes otherwise, whichever way it bends:
    what machine translation leaves behind (`. “`) still pairs. Single marks count where a paragraph has no
    double ones, dashes where it begins with one. A quotation that nothing closes ends with its paragraph.
    """

    def __init__(self, article: Article) -> None:
        self.spans: list[Span] = []
        self._text, self._paragraphs = article.text, article.paragraphs
        self._marked: list[bool] = []
        for paragraph in article.paragraphs:
            found = list(_in_paragraph(article.text, paragraph.start, paragraph.end))
            self._marked.append(bool(found))
            self.spans += found
        self._starts = [span.start for span in self.spans]
        self._ends = frozenset(paragraph.end for paragraph in article.paragraphs)

    def marked(self, paragraph: int) -> bool:
        """Whether a paragraph has any quotation mark."""
        return self._marked[paragraph]

    def maybe_marked(self, paragraph: int) -> bool:
        """Whether a paragraph has anything that could be a quotation mark."""
        span = self._paragraphs[paragraph]
        return self._marked[paragraph] or _MARKS.search(self._text, span.start, span.end) is not None

    def closed(self, quotation: Span) -> bool:
        """Whether a mark ends a quotation, not the paragraph."""
        return quotation.end not in self._ends

    def inside(self, offset: int) -> bool:
        """Whether the quotation in which an offset lies goes on a clause: a word stands right before it."""
        span = self.at(offset)
        return span is not None and self._text[: span.start].rstrip()[-1:].isalnum()

    def at(self, offset: int) -> Span | None:
        """The quotation in which an offset lies."""
        index = bisect_right(self._starts, offset) - 1
        return self.spans[index] if index >= 0 and offset < self.spans[index].end else None

    def outside(self, tokens: Iterable[Token]) -> list[Token]:
        """The words that stand in no quotation."""
        held = list(tokens)
        if not held or not self.reaches(held[0].start, held[-1].start):
            return held
        return [token for token in held if self.at(token.start) is None]

    def reaches(self, first: int, last: int) -> bool:
        """Whether a quotation reaches into a stretch of text."""
        index = bisect_right(self._starts, last) - 1
        return index >= 0 and first < self.spans[index].end


def _turns(text: str, start: int, end: int) -> list[int]:
    """The dashes of a paragraph that is speech in a dialogue: the first begins it, each other turns it.

    A short dash begins a list item where no other one follows.
    """
    if text[start : start + 1] not in {"—", "―", "–"}:
        return []
    dashes = [match.start() for match in _DASH.finditer(text, start, end)]
    return dashes if text[start] != "–" or len(dashes) > 1 else []


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    marks = [match.start() for match in _DOUBLE.finditer(text, start, end)] or _turns(text, start, end)
    if marks:
        for opening, closing in zip(marks[::2], [*marks[1::2], end], strict=False):
            yield Span(opening, closing)
    else:
        for match in _SINGLE.finditer(text, start, end):
            yield Span(match.start(), match.end("said"))
