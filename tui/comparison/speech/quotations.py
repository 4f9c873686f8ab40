"""Which words of an article stand between quotation marks."""

from __future__ import annotations

from bisect import bisect_right

from tui.articles import Article, Span

_MARKS = '“”"„‟«»'


class Quotations:
    """The quotations of an article, in order and without overlap.

    A mark opens when none is open in its paragraph and closes otherwise, whichever way it bends: what
    machine translation leaves behind (`. “`) still pairs. One that nothing closes ends with its paragraph.
    """

    def __init__(self, article: Article) -> None:
        self.spans: list[Span] = []
        self._marked: list[bool] = []
        for paragraph in article.paragraphs:
            marks = [at for at in range(paragraph.start, paragraph.end) if article.text[at] in _MARKS]
            self._marked.append(bool(marks))
            for begin, end in zip(marks[::2], [*marks[1::2], paragraph.end], strict=False):
                self.spans.append(Span(begin, end))
        self._starts = [span.start for span in self.spans]

    def marked(self, paragraph: int) -> bool:
        """Whether a paragraph has any quotation mark."""
        return self._marked[paragraph]

    def at(self, offset: int) -> Span | None:
        """The quotation in which an offset lies."""
        index = bisect_right(self._starts, offset) - 1
        return self.spans[index] if index >= 0 and offset < self.spans[index].end else None
