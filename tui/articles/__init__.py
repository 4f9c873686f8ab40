"""Articles: loading them, their languages, their paragraphs and sentences."""

from tui.articles.model import SIDES, Article, Paragraph, Sentence, Side, Span

__all__ = ["SIDES", "Article", "Paragraph", "Sentence", "Side", "Span"]
