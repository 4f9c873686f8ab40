from by_hand import article_of

from tui.articles import Article, Span
from tui.comparison import Word
from tui.comparison.gloss import gloss

SOURCE = article_of([["The mayor put an end to it.", "He signed the accord."]])
TARGET = article_of([["Il sindaco ha messo fine a ciò.", "Ha firmato l’intesa subito."]], "it")


def place(article: Article, text: str) -> Span:
    start = article.text.index(text)
    return Span(start, start + len(text))


def word(text: str, counterpart: str | None) -> Word:
    span = place(TARGET, text)
    return Word(span.start, span.end, 0.0, place(SOURCE, counterpart) if counterpart else None)


WORDS = (
    word("Il", "The"), word("sindaco", "mayor"), word("messo", "put an end"), word("fine", "put an end"),
    word(".", "."), word("firmato", "signed"), word("intesa", "the"), word("subito", None),
)  # fmt: skip


def shown(sentence: int) -> list[tuple[str, str | None]]:
    return [
        (entry.word.within(TARGET.text), entry.counterpart.within(SOURCE.text) if entry.counterpart else None)
        for entry in gloss(SOURCE, TARGET, WORDS, sentence)
    ]


def test_content_words_are_shown_with_what_they_are_linked_with() -> None:
    """Neighbours linked with one phrase are one entry; articles and marks are left out."""
    assert shown(0) == [("sindaco", "mayor"), ("messo fine", "put an end")]


def test_words_without_a_counterpart_stay_alone() -> None:
    """And so do those that only an article would stand for."""
    assert shown(1) == [("firmato", "signed"), ("intesa", None), ("subito", None)]
