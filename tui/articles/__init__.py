"""Articles: loading them, their languages, their paragraphs and sentences."""

from tui.articles.errors import AfronteError
from tui.articles.model import SIDES, Article, Paragraph, Sentence, Side, Span
from tui.articles.segmentation import article_from_text

__all__ = ["SIDES", "AfronteError", "Article", "Paragraph", "Sentence", "Side", "Span", "article_from_text"]
