"""What to call an article."""

from tui.articles.model import Article

_LONGEST = 120
"""Characters of a headline."""


def title(article: Article) -> str:
    """What to call an article: its first paragraph when that reads as a headline, else its file's name."""
    if article.paragraphs:
        first = article.paragraphs[0]
        text = article.paragraph_text(0)
        headline = len(first.sentences) == 1 and len(text) <= _LONGEST and text[-1:] not in ".…,;:"
        if headline and len(article.paragraphs) > 1:
            return " ".join(text.split())
    return article.path.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
