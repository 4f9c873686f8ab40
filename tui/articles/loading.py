"""From a path to an article, or to one line that says why not."""

import sys
from pathlib import Path
from typing import BinaryIO

from tui.articles.detection import detect
from tui.articles.encodings import decode
from tui.articles.model import Article
from tui.articles.segmentation import article_from_text
from tui.errors import AfronteError
from tui.languages import LANGUAGES, base_language, canonical_language, unsupported

STDIN = "-"
"""The path that stands for standard input."""
MOST_BYTES = 4_000_000
"""The size of the largest file read: some four times the longest article that the aligner is made for."""
MOST_SENTENCES = 10_000
"""The longest article, in sentences: twice the length that the aligner is made for."""


def load(
    path: str, *, language: str | None = None, fallback: str | None = None, stdin: BinaryIO | None = None
) -> Article:
    """The article in a text file, or in standard input for the path `-`.

    `language` is its language in any spelling that `canonical_language` takes; without it the language is
    found from the text, and a short text that does not tell is taken to be in the language `fallback`.
    `stdin` stands in for the process's own. Raises `AfronteError` with one line: the file and the cure.
    """
    text = read_text(path, stdin)
    return article_of(
        text, path, canonical_language(language) if language else language_of(text, path, fallback)
    )


def read_text(path: str, stdin: BinaryIO | None = None) -> str:
    """The text of a file as it stands there; raises `AfronteError` when there is none to read."""
    name = display_name(path)
    text = decode(_read_bytes(path, name, stdin), name)
    if not any(char.isprintable() and not char.isspace() for char in text):
        raise AfronteError(f"{name} is empty: name the file that holds the text")
    return text


def language_of(text: str, path: str, fallback: str | None) -> str:
    """The language of a file's text; raises `AfronteError` when it cannot be told or is none for articles."""
    tag = detect(text, fallback)
    name = display_name(path)
    if tag is None:
        raise AfronteError(
            f"cannot tell which language {name} is in: say it (for example --source-language en)"
        )
    if base_language(tag) not in LANGUAGES:
        raise AfronteError(
            f"{name}: {unsupported(tag)}: if it is in one of these, say so (--source-language en)"
        )
    return tag


def article_of(text: str, path: str, language: str) -> Article:
    """The article in a file's text; raises `AfronteError` when it is too long to be aligned."""
    article = article_from_text(text, path=path, language=language)
    if len(article.sentences) > MOST_SENTENCES:
        raise AfronteError(
            f"{display_name(path)} is too long: it has {len(article.sentences):,} sentences, and at most"
            f" {MOST_SENTENCES:,} can be aligned: cut it into parts"
        )
    return article


def display_name(path: str) -> str:
    """A path as messages show it, on one line."""
    if path == STDIN:
        return "standard input"
    if not path:
        return "“”"
    return "".join(char if char.isprintable() else "\ufffd" for char in path)


def _read_bytes(path: str, name: str, stdin: BinaryIO | None) -> bytes:
    try:
        if path == STDIN:
            if stdin is None and sys.stdin is None:
                return b""  # closed before the start
            data = (stdin or sys.stdin.buffer).read(MOST_BYTES + 1)
        else:
            # pathlib would take the empty path for the current directory
            with Path(path or "\0").open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except (
        FileNotFoundError,
        NotADirectoryError,
        ValueError,
    ) as error:  # ValueError: a null byte in the path
        raise AfronteError(f"{name}: there is no such file: check the path") from error
    except IsADirectoryError as error:
        raise AfronteError(f"{name} is a directory: name a text file in it") from error
    except PermissionError as error:
        raise AfronteError(
            f"{name} may not be read: give yourself permission (chmod u+r) or copy it"
        ) from error
    except OSError as error:
        raise AfronteError(f"{name} cannot be read: {error.strerror or error}: try a copy of it") from error
    if len(data) > MOST_BYTES:
        raise AfronteError(
            f"{name} is too large: more than {MOST_BYTES // 1_000_000} MB is no article: cut it into parts"
        )
    return data
