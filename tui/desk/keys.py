"""Names of texts, sentences and paragraphs that come from what they say, not from where they stand."""

from collections.abc import Iterable
from hashlib import blake2b

from tui.articles import Article


def text_keys(article: Article) -> tuple[str, ...]:
    """The names that the whole text has, and had while the line feed at its end was part of it."""
    digest = _digest(article.text, 16)
    now = digest.hexdigest()
    digest.update(b"\n")
    return now, digest.hexdigest()


def sentence_keys(article: Article) -> tuple[str, ...]:
    """The name of each sentence; equal ones are numbered in order."""
    return _numbered(article.sentence_text(i) for i in range(len(article.sentences)))


def sentence_key(article: Article, index: int) -> str:
    """The name of one sentence, without naming all others."""
    texts = [_plain(article.sentence_text(i)) for i in range(index + 1)]
    return _name(_digest(texts[index], 8).hexdigest(), texts.count(texts[index]))


def paragraph_keys(article: Article) -> tuple[str, ...]:
    """The name of each paragraph; equal ones are numbered in order."""
    return _numbered(article.paragraph_text(i) for i in range(len(article.paragraphs)))


def _numbered(texts: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    out = []
    for text in texts:
        key = _digest(_plain(text), 8).hexdigest()
        seen[key] = seen.get(key, 0) + 1
        out.append(_name(key, seen[key]))
    return tuple(out)


def _plain(text: str) -> str:
    """A text whatever white space stands between its words."""
    return " ".join(text.split())


def _name(key: str, number: int) -> str:
    """The name of the text that is the first, the second, … of its key."""
    return key if number == 1 else f"{key}-{number}"


def _digest(text: str, size: int) -> blake2b:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size)
