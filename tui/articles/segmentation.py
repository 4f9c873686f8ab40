"""From blocks to article: line breaks, paragraphs, sentences."""

from __future__ import annotations

import re
from bisect import bisect_right

from tui.articles.blocks import Block, Document, Mark
from tui.articles.formats.text import document_of
from tui.articles.model import Article, Paragraph, Sentence
from tui.articles.paragraphs import unspaced
from tui.articles.sentences import sentences
from tui.languages import Span, base_language, fold, known

_BREAK = re.compile(r"[^\S\n]*\n\s*")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010]\Z")
_HYPHENS = ("-", "\u2010")
_TYPESET = "\u2010"
"""The hyphen of programs that set text; in a word of capitals nobody else writes it."""
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 64
"""Characters that are looked at on either side of a line break: no part of a divided word has more."""
_SYLLABLE = 3
"""Letters up to which a part of a divided word may be a word by chance."""


def article_from_text(text: str, *, path: str = "-", language: str) -> Article:
    """The article that a plain text in a known language (a BCP 47 tag) holds."""
    return article_from_document(document_of(text), path=path, language=language)


def article_from_document(document: Document, *, path: str = "-", language: str) -> Article:
    """The article in a document, in a known language (a BCP 47 tag).

    Each block that has text is a paragraph. The line breaks inside one are a blank each, or nothing in
    scripts that have no blanks and inside a word; a hyphen at the end of a line goes where the word is one
    without it. Each character that is not white space lies in exactly one sentence.
    """
    pieces: list[str] = []
    end = 0
    starts: list[int] = []
    paragraphs: list[Paragraph] = []
    inside: list[Sentence] = []
    marks: list[Mark] = []
    before: Block | None = None
    for block in document.blocks:
        if not block.text.strip():
            continue
        if before is not None:
            pieces.append("\n" if _follows(before, block) else "\n\n")
        start = end + len(pieces[-1]) if pieces else 0
        joined, breaks = _joined(block.text.strip(), base_language(language))
        for line, (_, place) in enumerate(breaks if block.line else (), block.line):
            starts += [start + place] * (line - len(starts))  # a line without text begins where the next does
        pieces.append(joined)
        end = start + len(joined)
        first = len(inside)
        found = (Span(0, len(joined)),) if block.whole else sentences(joined, language)
        inside += (Sentence(start + s.start, start + s.end, len(paragraphs)) for s in found)
        paragraphs.append(Paragraph(start, end, range(first, len(inside)), block.place, block.unit))
        marks += (_moved(mark, start, breaks) for mark in block.marks)
        before = block
    return Article(
        path=path,
        language=language,
        text="".join(pieces),
        paragraphs=tuple(paragraphs),
        sentences=tuple(inside),
        line_starts=tuple(starts) or (0,),
        marks=tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))),
        anchors=document.anchors,
    )


def _follows(before: Block, block: Block) -> bool:
    """Whether a block stands on the line right after the one before it."""
    return 0 < block.line == before.line + before.text.count("\n") + 1


def _joined(text: str, language: str) -> tuple[str, list[tuple[int, int]]]:
    """The text on one line; for each of its lines where it began and where it begins now."""
    if "\n" not in text:
        return text, [(0, 0)]
    pieces: list[str] = []
    breaks = [(0, 0)]
    at = size = 0
    end = ""  # of what is joined: all that the next line may change
    for match in _BREAK.finditer(text):
        end = _join(end + text[at : match.start()], text[match.end() : match.end() + _LONGEST_WORD], language)
        at = match.end()
        breaks.append((at, size + len(end)))
        pieces.append(end[:-_LONGEST_WORD])
        size += len(pieces[-1])
        end = end[-_LONGEST_WORD:]
    return "".join((*pieces, end, text[at:])), breaks


def _moved(mark: Mark, start: int, breaks: list[tuple[int, int]]) -> Mark:
    """A mark of a block's text as one of the article's, in which the block begins at `start`."""

    def place(offset: int) -> int:
        was, now = breaks[bisect_right(breaks, offset, key=lambda pair: pair[0]) - 1]
        return start + now + offset - was

    return Mark(place(mark.start), place(mark.end - 1) + 1, mark.kind, mark.value)


def _join(before: str, after: str, language: str) -> str:
    """What stands before a line break, as it is with a line that begins with `after` added behind it."""
    broken = _BROKEN_WORD.search(before[-_LONGEST_WORD:]) if before[-1:] in _HYPHENS else None
    if broken and after[:1].isalpha():
        rest = _WORD.match(after)
        parts = [fold(broken[1]), fold(rest[0] if rest else "")]
        words = [known(part, language) for part in parts]
        one = not words[1] or (
            known("".join(parts), language) and not (all(words) and min(map(len, parts)) > _SYLLABLE)
        )
        set_by_a_program = before[-1] == _TYPESET and broken[1].isupper() and after[0].isupper()
        return before[:-1] if (after[0].islower() and one) or set_by_a_program else before
    return before if unspaced(before[-1:]) and unspaced(after[:1]) else before + " "
