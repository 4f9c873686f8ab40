"""From text to article: line ends, paragraphs, sentences."""

import re
import unicodedata
from collections.abc import Iterable

from tui.articles.model import Article, Paragraph, Sentence
from tui.articles.paragraphs import UNSPACED, paragraphs
from tui.articles.sentences import sentences
from tui.languages import Span

_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*")
_BROKEN_WORD = re.compile(r"[^\W\d_]-\Z")


def article_from_text(text: str, *, path: str = "-", language: str) -> Article:
    """The article that a text in a known language (a BCP 47 tag) holds.

    The article's text is the one given, but for a byte order mark (dropped), its line ends (a line feed
    each), letters with separate accents (composed, as in Unicode's NFC, which looks the same) and the line
    breaks inside hard-wrapped paragraphs: with the white space around it each is one blank, or nothing behind
    a word's hyphen and in scripts that have no blanks. Each character that is not white space lies in exactly
    one sentence.
    """
    written = unicodedata.normalize("NFC", _LINE_END.sub("\n", text.removeprefix("\ufeff")))
    joined, spans, line_starts = _unwrapped(written, paragraphs(written))
    found: list[Paragraph] = []
    inside: list[Sentence] = []
    for index, span in enumerate(spans):
        first = len(inside)
        inside += (Sentence(s.start, s.end, index) for s in sentences(joined, span, language))
        found.append(Paragraph(span.start, span.end, range(first, len(inside))))
    return Article(
        path=path,
        language=language,
        text=joined,
        paragraphs=tuple(found),
        sentences=tuple(inside),
        line_starts=line_starts,
    )


def _unwrapped(text: str, spans: Iterable[Span]) -> tuple[str, list[Span], tuple[int, ...]]:
    """The text with each span on one line, the spans in it, and the offsets in it where the lines began."""
    pieces: list[str] = []
    found: list[Span] = []
    starts = [0]
    length = end = 0
    for span in (*spans, Span(len(text), len(text))):
        between = text[end : span.start]
        starts += (length + match.end() for match in re.finditer("\n", between))
        start = length + len(between)
        paragraph, *lines = _BREAK.split(span.within(text))
        for line in lines:
            paragraph += _joint(paragraph, line)
            starts.append(start + len(paragraph))
            paragraph += line
        pieces += [between, paragraph]
        length = start + len(paragraph)
        found.append(Span(start, length))
        end = span.end
    return "".join(pieces), found[:-1], tuple(starts)


def _joint(before: str, after: str) -> str:
    """What stands for the line break between two lines of a paragraph."""
    in_word = _BROKEN_WORD.search(before, max(0, len(before) - 2)) and after[0].isalpha()
    return "" if in_word or (UNSPACED.match(before[-1]) and UNSPACED.match(after[0])) else " "
