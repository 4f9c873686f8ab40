"""Articles: loading them, their languages, their paragraphs and sentences."""

from tui.articles.blocks import Mark
from tui.articles.detection import detect
from tui.articles.excerpts import Excerpt, excerpt
from tui.articles.loading import STDIN, load
from tui.articles.model import SIDES, Article, Paragraph, Sentence, Side, other_side
from tui.articles.pairing import Pair, load_pair
from tui.articles.segmentation import article_from_text
from tui.articles.titles import title
from tui.languages import Span

__all__ = [
    "SIDES",
    "STDIN",
    "Article",
    "Excerpt",
    "Mark",
    "Pair",
    "Paragraph",
    "Sentence",
    "Side",
    "Span",
    "article_from_text",
    "detect",
    "excerpt",
    "load",
    "load_pair",
    "other_side",
    "title",
]
