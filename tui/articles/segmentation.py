"""From text to article: line ends, paragraphs, sentences."""

import re
import unicodedata
from collections.abc import Iterable

from tui.articles.model import Article, Paragraph, Sentence, Span
from tui.articles.paragraphs import paragraphs
from tui.articles.sentences import sentences

_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


def article_from_text(text: str, *, path: str = "-", language: str) -> Article:
    """The article that a text in a known language (a BCP 47 tag) holds.

    The article's text is the one given, but for a byte order mark (dropped), its line ends (a line feed
    each), letters with separate accents (composed, as in Unicode's NFC, which looks the same) and the line
    breaks inside hard-wrapped paragraphs (a blank each). Each character that is not white space lies in
    exactly one sentence.
    """
    written = unicodedata.normalize("NFC", _LINE_END.sub("\n", text.removeprefix("\ufeff")))
    spans = paragraphs(written)
    joined = _without_line_breaks(written, spans)
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
        line_starts=(0, *(match.end() for match in re.finditer("\n", written))),
    )


def _without_line_breaks(text: str, spans: Iterable[Span]) -> str:
    """The text with a blank for every line break inside a span."""
    pieces = []
    end = 0
    for span in spans:
        pieces += [text[end : span.start], span.within(text).replace("\n", " ")]
        end = span.end
    return "".join([*pieces, text[end:]])
