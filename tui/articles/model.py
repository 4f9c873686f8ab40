"""An article as character spans of one text: nothing is copied, everything points into `Article.text`."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.articles.blocks import Mark
from tui.languages import Span

Side = Literal["source", "target"]
"""Source: the original. Target: the other version."""

_START = attrgetter("start")
SIDES: tuple[Side, Side] = ("source", "target")


def other_side(side: Side) -> Side:
    """The other of the two sides."""
    return "target" if side == "source" else "source"


class Sentence(Struct, frozen=True):
    """One sentence: its span and the index of the paragraph it stands in."""

    start: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        """The sentence as a span."""
        return Span(self.start, self.end)


class Paragraph(Struct, frozen=True):
    """One paragraph: its span and the indexes of its sentences (one or more)."""

    start: int
    end: int
    sentences: range
    place: str = ""
    """Where it stands in the file, in words, where lines mean nothing: `page 3, paragraph 2`."""
    unit: int = -1
    """In a file that holds both versions: paragraphs of the same unit correspond; -1 elsewhere."""

    @property
    def span(self) -> Span:
        """The paragraph as a span."""
        return Span(self.start, self.end)


class Article(Struct, frozen=True, repr_omit_defaults=True):
    """A text with its paragraphs and sentences, in order and without overlap.

    `text` is what the file says, without its markup: composed letters, a line a paragraph.
    """

    path: str
    """What the reader calls it: the path given, or `-` for standard input."""
    language: str
    """A BCP 47 tag such as `en` or `it-CH`."""
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    line_starts: tuple[int, ...] = (0,)
    """The offset at which each line of the file begins, or its text in a paragraph that goes on."""

    marks: tuple[Mark, ...] = ()
    """Code, links and inline tags, in order."""
    anchors: frozenset[str] = frozenset()
    """The names of the places inside the file to which a link may lead."""
    chapter: int | None = None
    """Of a book, the one chapter that the text is, counted from 1; None for all of a file."""

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
        return max(0, bisect_right(self.sentences, offset, key=_START) - 1)

    def line_at(self, offset: int) -> int:
        """The number, from 1, of the file's line in which `offset` lies."""
        return bisect_right(self.line_starts, offset)

    def where(self, offset: int) -> str:
        """Where `offset` lies in the file, in words: `line 12`, or its paragraph's place."""
        place = self.paragraphs[self.sentences[self.sentence_at(offset)].paragraph].place
        return place or f"line {self.line_at(offset)}"

    def contents(self) -> str:
        """All of it but its path and lines; two articles have the same only when they are equal in it."""
        sentences = [(one.start, one.end, one.paragraph) for one in self.sentences]
        paragraphs = [
            (one.start, one.end, one.sentences.start, one.sentences.stop, one.place, one.unit)
            for one in self.paragraphs
        ]
        return repr((self.language, self.text, sentences, paragraphs, self.marks, sorted(self.anchors)))

    def prose(self) -> Article:
        """The article as what is compared as language: at the same offsets, blanks in place of code, tags and
        addresses.

        An object replacement character stands at the place of each, so that sentences keep their shape.
        """
        pieces: list[str] = []
        at = 0
        for mark in self.marks:
            written = self.text[mark.start : mark.end]
            if mark.start >= at and (mark.kind != "link" or is_address(written)):
                pieces += [self.text[at : mark.start], OBJECT, " " * (len(written) - 1)]
                at = mark.end
        return replace(self, text="".join((*pieces, self.text[at:]))) if pieces else self


OBJECT = "\ufffc"
"""Stands for something in a text that is no language."""


def is_address(text: str) -> bool:
    """Whether the text of a link is an address itself and no words."""
    return " " not in text and any(sign in text for sign in ("://", "@", "www.", "/", "#"))
