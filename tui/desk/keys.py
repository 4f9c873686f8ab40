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
    texts = [" ".join(article.sentence_text(i).split()) for i in range(index + 1)]
    number = texts.count(texts[index])
    key = _digest(texts[index], 8).hexdigest()
    return key if number == 1 else f"{key}-{number}"


def paragraph_keys(article: Article) -> tuple[str, ...]:
    """The name of each paragraph; equal ones are numbered in order."""
    return _numbered(article.paragraph_text(i) for i in range(len(article.paragraphs)))


def _numbered(texts: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    out = []
    for text in texts:
        key = _digest(" ".join(text.split()), 8).hexdigest()
        seen[key] = seen.get(key, 0) + 1
        out.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return tuple(out)


def _digest(text: str, size: int) -> blake2b:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size)
