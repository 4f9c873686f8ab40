"""An article as character spans of one text: nothing is copied, everything points into `Article.text`."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from tui.languages import Span

Side = Literal["source", "target"]
"""Source: the original. Target: the other version."""

SIDES: tuple[Side, Side] = ("source", "target")


def other_side(side: Side) -> Side:
    """The other of the two sides."""
    return "target" if side == "source" else "source"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span and the index of the paragraph it stands in."""

    start: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        """The sentence as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its span and the indexes of its sentences (one or more)."""

    start: int
    end: int
    sentences: range

    @property
    def span(self) -> Span:
        """The paragraph as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its paragraphs and sentences, in order and without overlap.

    `text` is the file's text as written, but for its line ends (always a line feed), a byte order mark
    (dropped), letters with separate accents (composed) and the line breaks inside hard-wrapped paragraphs (a
    blank each, or nothing inside a word).
    """

    path: str
    """What the reader calls it: the path given, or `-` for standard input."""
    language: str
    """A BCP 47 tag such as `en` or `it-CH`."""
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    line_starts: tuple[int, ...] = field(default=(0,), repr=False)
    """The offset at which each line of the file begins, or its text in a paragraph that goes on."""

    def sentence_text(self, index: int) -> str:
        """The text of sentence `index`."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    def paragraph_text(self, index: int) -> str:
        """The text of paragraph `index`."""
        paragraph = self.paragraphs[index]
        return self.text[paragraph.start : paragraph.end]

    def sentence_at(self, offset: int) -> int:
        """The index of the last sentence that begins at or before `offset` (0 before the first)."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)

    def line_at(self, offset: int) -> int:
        """The number, from 1, of the file's line in which `offset` lies."""
        return bisect_right(self.line_starts, offset)
