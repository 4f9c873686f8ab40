"""What a format's reader makes of a file: blocks of running text, and what is marked inside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

MarkKind = Literal["code", "link", "tag"]
"""Code in the text; text that leads somewhere; the sign of an inline tag that has no text."""

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_CLOSES_MARK = re.compile(r"\A[.:)\]]+ ")
_TITLE = 40
"""Characters of a section's title that a place names."""


class Mark(Struct, frozen=True):
    """Something marked in a text: offsets of the text, `end` exclusive."""

    start: int
    end: int
    kind: MarkKind
    value: str
    """The code or the address."""


class Block(Struct, frozen=True):
    """One paragraph, heading, list item, cell or cue; a line feed in its text is a line break of the file."""

    text: str
    line: int = 0
    """The file's line, from 1, on which it begins; 0 where lines mean nothing."""
    place: str = ""
    """Where it stands, in words, where lines mean nothing."""
    marks: tuple[Mark, ...] = ()
    whole: bool = False
    """It is one sentence, whatever stops it has: code."""
    language: str = ""
    """The language it says it is in, where that is not the document's: a BCP 47 tag."""
    unit: int = -1
    """In a file that holds both versions: the number, from 0, of the unit it belongs to."""


class Document(Struct, frozen=True):
    """One version of an article as its file has it."""

    blocks: tuple[Block, ...]
    language: str = ""
    """The language that the file says it is in: a BCP 47 tag."""
    anchors: frozenset[str] = frozenset()
    """The names of the places inside the file to which a link may lead."""
    chapters: tuple[int, ...] = ()
    """Of a book: at which block each chapter that has text begins."""

    def chapter(self, number: int) -> Document:
        """One chapter alone, counted from 1; raises IndexError where there is none of that number."""
        if not 1 <= number <= len(self.chapters):
            raise IndexError(number)
        start, end = (*self.chapters, len(self.blocks))[number - 1 : number + 1]
        return replace(self, blocks=self.blocks[start:end], chapters=())

    @property
    def text(self) -> str:
        """What it says, a line a block."""
        return "\n".join(block.text for block in self.blocks)


class Bilingual(Struct, frozen=True):
    """Both versions in one file: blocks of the same unit correspond."""

    source: Document
    target: Document


Content = Document | Bilingual


def normalized_lines(text: str) -> str:
    """Text as every article has it: composed letters, a line feed at each line's end, nothing invisible that
    only tells a program where a word may be broken or, among letters that run one way, where they run.
    """
    idle = _IDLE if _RIGHT_TO_LEFT.search(text) else _IDLE_FROM_LEFT
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", idle.sub("", text)))


_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_IDLE = re.compile("[\u00ad\u2060\ufeff]")
_IDLE_FROM_LEFT = re.compile("[\u00ad\u2060\ufeff\u200e\u200f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]")


def _is_same_link(inner: Mark, outer: Mark) -> bool:
    """Whether a link is the address that the text of another link shows, leading to that very address."""
    return (
        inner.kind == outer.kind == "link"
        and outer.start <= inner.start
        and inner.value.rstrip("/") == outer.value.rstrip("/")
    )


class Builder(Struct):
    """Gathers text piece by piece into blocks, with single blanks, marks and places.

    `lines`: blocks have line numbers instead of places in words.
    """

    lines: bool = False
    blocks: list[Block] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    unit: str = "paragraph"
    """What places count."""
    section: str = ""
    line: int = 0
    """The line on which the block begins that is being gathered."""
    language: str = ""
    _pieces: list[str] = field(default_factory=list)
    """Of the text of the block that is being gathered; none is empty."""
    _length: int = 0
    _marks: list[Mark] = field(default_factory=list)
    _count: int = 0
    _without_mark: bool = False

    def add(self, text: str) -> None:
        """Adds running text: white space of any kind and length is one blank."""
        piece = _BLANKS.sub(" ", normalized_lines(text))
        if not self._pieces or self._pieces[-1][-1] in " \n":
            piece = piece.lstrip(" ")
        if self._without_mark and piece:
            piece = _CLOSES_MARK.sub("", piece)
            self._without_mark = False
        self._append(piece)

    def leave_out_mark(self) -> None:
        """Says that a mark is left out; where a block begins with it, so is its stop, as in `1. `."""
        self._without_mark = not self._pieces

    def line_break(self) -> None:
        """Adds a line break of the file that is no more than a blank."""
        if self._pieces:
            last = self._pieces.pop()
            self._length -= len(last)
            self._append(last.rstrip(" "))
            self._append("\n")

    @contextmanager
    def mark(self, kind: MarkKind, value: str) -> Iterator[None]:
        """Marks what is added inside; where blocks end inside, of the last what there is by then."""
        pieces, begun, marked = self._pieces, self._length, len(self._marks)
        yield
        if self._pieces is not pieces:
            begun = marked = 0
        inside = self._from(begun)
        text = inside.strip()
        if text:
            start = begun + inside.index(text)
            one = Mark(start, start + len(text), kind, value)
            since = [mark for mark in self._marks[marked:] if not _is_same_link(mark, one)]
            self._marks[marked:] = [*since, one]

    def end(self, *, heading: bool = False, language: str = "") -> None:
        """Ends the block, if there is one; a heading names the section of what follows."""
        text = "".join(self._pieces).rstrip()
        if text:
            if heading:
                self.begin_section(text)
            self.append(Block(text, marks=tuple(self._marks), language=language or self.language))
        self._pieces, self._length, self._marks, self._without_mark = [], 0, [], False

    def code(self, text: str) -> None:
        """Adds a block of code, its lines joined."""
        self.end()
        code = normalized_lines(text).strip("\n")
        joined = " ".join(code.split())
        if joined:
            mark = Mark(0, len(joined), "code", code)
            self.append(Block(joined, marks=(mark,), whole=True, language=self.language))

    def begin_section(self, title: str) -> None:
        """What follows stands in a section of its own; its paragraphs count from 1."""
        title = " ".join(title.split())
        self.section = title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"
        self._count = 0

    def append(self, block: Block) -> None:
        """Adds a block that is ready but for where it stands."""
        if self.lines:
            self.blocks.append(replace(block, line=self.line, place=""))
            return
        self._count += 1
        where = f"{self.unit} {self._count}"
        place = f"“{self.section}”, {where}" if self.section else where
        self.blocks.append(replace(block, place=place))

    def _append(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)

    def _from(self, start: int) -> str:
        """The text of the block from a place on."""
        found: list[str] = []
        missing = self._length - start
        for piece in reversed(self._pieces):
            if missing <= 0:
                break
            found.append(piece[-missing:])
            missing -= len(piece)
        return "".join(reversed(found))

    def document(self, language: str = "") -> Document:
        """What was gathered."""
        self.end()
        return Document(tuple(self.blocks), language, frozenset(self.anchors))
