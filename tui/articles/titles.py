"""What to call an article."""

from textwrap import shorten

from tui.articles.model import Article
from tui.untrusted import is_pipe_of_the_shell

_LONGEST = 120
"""Characters of a headline."""
_BEGINNING = 60
"""Characters of the first paragraph that stand for a name."""


def title(article: Article) -> str:
    """What to call an article: its first paragraph when that reads as a headline, else its file's name.

    What came through a pipe or was pasted has no name: it is called by its first words.
    """
    if article.paragraphs:
        first = article.paragraphs[0]
        text = article.paragraph_text(0)
        headline = len(first.sentences) == 1 and len(text) <= _LONGEST and text[-1:] not in ".…,;:"
        if headline and len(article.paragraphs) > 1:
            return " ".join(text.split())
        if article.path in ("", "-") or is_pipe_of_the_shell(article.path):
            return shorten(text, _BEGINNING, placeholder=" …")
    return article.path.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
