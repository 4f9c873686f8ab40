"""Some sentences of an article as an article of their own, and the way back to where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from tui.articles.model import Article, Paragraph, Sentence
from tui.languages import Span


class Excerpt(Struct, frozen=True):
    """An article of some sentences of another one."""

    article: Article
    sentences: tuple[int, ...]
    """The index in the whole article of each of its sentences."""
    starts: tuple[int, ...]
    """The offsets at which its pieces begin: runs of sentences of one paragraph."""
    origins: tuple[int, ...]
    """Where each piece begins in the whole article."""

    def origin(self, span: Span) -> Span:
        """A span of the excerpt as it stands in the whole article."""
        return Span(self._origin(span.start), self._origin(span.end - 1) + 1)

    def _origin(self, offset: int) -> int:
        piece = max(0, bisect_right(self.starts, offset) - 1)
        return offset - self.starts[piece] + self.origins[piece]


def excerpt(article: Article, sentences: Sequence[int]) -> Excerpt:
    """The given sentences, by rising index, with the paragraphs in which they stand; marks are kept.

    Sentences of one paragraph that do not follow each other are joined by a blank.
    """
    text = ""
    paragraphs: list[Paragraph] = []
    made: list[Sentence] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    for number, held in groupby(sentences, key=lambda index: article.sentences[index].paragraph):
        whole, first = article.paragraphs[number], len(made)
        text += "\n" if text else ""
        start = len(text)
        for _, following in groupby(enumerate(held), key=lambda item: item[1] - item[0]):
            run = [index for _, index in following]
            text += " " if len(text) > start else ""
            begin = whole.start if run[0] == whole.sentences[0] else article.sentences[run[0]].start
            end = whole.end if run[-1] == whole.sentences[-1] else article.sentences[run[-1]].end
            shift = len(text) - begin
            starts.append(len(text))
            origins.append(begin)
            ends.append(end)
            made += [
                Sentence(one.start + shift, one.end + shift, len(paragraphs))
                for one in (article.sentences[index] for index in run)
            ]
            text += article.text[begin:end]
        paragraphs.append(replace(whole, start=start, end=len(text), sentences=range(first, len(made))))
    marks = []
    for mark in article.marks:
        piece = bisect_right(origins, mark.start) - 1
        if piece >= 0 and mark.end <= ends[piece]:
            shift = starts[piece] - origins[piece]
            marks.append(replace(mark, start=mark.start + shift, end=mark.end + shift))
    part = replace(
        article,
        text=text,
        paragraphs=tuple(paragraphs),
        sentences=tuple(made),
        line_starts=(0,),
        marks=tuple(marks),
    )
    return Excerpt(part, tuple(sentences), tuple(starts), tuple(origins))
