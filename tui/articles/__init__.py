"""Articles: loading them, their languages, their paragraphs and sentences."""

from tui.articles.comparable import comparable
from tui.articles.detection import detect
from tui.articles.errors import AfronteError
from tui.articles.languages import LANGUAGES, base_language, canonical_language, language_name
from tui.articles.loading import load
from tui.articles.model import SIDES, Article, Paragraph, Sentence, Side, Span, other_side
from tui.articles.pairing import Pair, load_pair
from tui.articles.segmentation import article_from_text

__all__ = [
    "LANGUAGES",
    "SIDES",
    "AfronteError",
    "Article",
    "Pair",
    "Paragraph",
    "Sentence",
    "Side",
    "Span",
    "article_from_text",
    "base_language",
    "canonical_language",
    "comparable",
    "detect",
    "language_name",
    "load",
    "load_pair",
    "other_side",
]
