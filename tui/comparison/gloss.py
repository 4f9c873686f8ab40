"""Word by word, without a translation model: what each target word is linked with in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tui.articles import Article, Span
from tui.comparison.lexical.word import Word
from tui.languages import bare, function_words, tokenize


class Gloss(Struct, frozen=True):
    """One content word of the target and the source words it is linked with."""

    word: Span
    """In the target."""
    counterpart: Span | None
    """In the source; None when nothing there is like it."""


def gloss(source: Article, target: Article, words: Sequence[Word], sentence: int) -> tuple[Gloss, ...]:
    """The content words of a target sentence with their counterparts, in order.

    `words`: the target's, as `tui.comparison.words` gives them. Neighbours linked with one place in the
    source, such as the two of *mettendo fine* for *ending*, are one entry; a content word linked with
    function words only counts as linked with nothing.
    """
    span = target.sentences[sentence].span
    entries = [
        Gloss(Span(word.start, word.end), _content(source, word.counterpart))
        for word in words
        if span.start <= word.start < span.end and _content(target, Span(word.start, word.end))
    ]
    return tuple(_merged(entries))


def _content(article: Article, span: Span | None) -> Span | None:
    """The span, if a word in it carries meaning."""
    function = function_words(article.language)
    tokens = tokenize(article.text, span.start, span.end) if span else ()
    return span if any(not function.get(bare(token.key)) for token in tokens) else None


def _merged(entries: Sequence[Gloss]) -> Iterator[Gloss]:
    """Joins neighbours that are linked with the same place."""
    held: Gloss | None = None
    for entry in entries:
        if held and held.counterpart and held.counterpart == entry.counterpart:
            held = Gloss(Span(held.word.start, entry.word.end), held.counterpart)
            continue
        if held:
            yield held
        held = entry
    if held:
        yield held
