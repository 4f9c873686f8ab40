"""From a path to an article, or to one line that says why not."""

import sys
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from msgspec.structs import replace

from tui.articles.blocks import Bilingual, Content, Document
from tui.articles.detection import detect
from tui.articles.encodings import unescaped
from tui.articles.formats.registry import MANY_BYTES, format_of
from tui.articles.model import Article
from tui.articles.segmentation import article_from_document
from tui.errors import AfronteError
from tui.languages import LANGUAGES, base_language, canonical_language, unsupported
from tui.untrusted import open_regular, patiently, tell_if_silent

STDIN = "-"
"""The path that stands for standard input."""
MOST_SENTENCES = 250_000
"""The longest article, in sentences: twice the length that the aligner is made for."""


def load(
    path: str, *, language: str | None = None, fallback: str | None = None, stdin: BinaryIO | None = None
) -> Article:
    """The article in a file of any format, or in standard input for the path `-`.

    `language` is its language in any spelling that `canonical_language` takes; without it the language is
    found from the text, and a short text that does not tell is taken to be in the one that the file says or
    in the language `fallback`. Of a file that holds two versions it is the source. `stdin` stands in for the
    process's own. Raises `AfronteError` with one line: the file and the cure.
    """
    content = read(path, stdin)
    document = content.source if isinstance(content, Bilingual) else content
    return article_of(document, path, canonical_language(language) if language else None, fallback)


def read(
    path: str,
    stdin: BinaryIO | None = None,
    waiting: Callable[[str], None] | None = None,
    *,
    both: bool = False,
) -> Content:
    """What a file holds; raises `AfronteError` when that is no text.

    `both`: it is said to hold both versions. `waiting` gets the file's name where it is a pipe that is silent
    for a second.
    """
    name = display_name(path)
    data = _read_bytes(path, name, stdin, partial(waiting, name) if waiting else None)
    data = unescaped(data)
    try:
        content = format_of(data, path, both=both).read(data, name)
    except RecursionError as error:
        raise AfronteError(
            f"{name} cannot be read: its elements are nested too deep: save it as text"
        ) from error
    documents = (content.source, content.target) if isinstance(content, Bilingual) else (content,)
    if not any(
        char.isprintable() and not char.isspace()
        for document in documents
        for block in document.blocks
        for char in block.text
    ):
        raise AfronteError(f"{name} is empty: name the file that holds the text")
    return content


def language_of(document: Document, path: str, fallback: str | None) -> str:
    """The language of a document; raises `AfronteError` when it cannot be told or is none for articles."""
    said = base_language(document.language)
    tag = detect(document.text, said if said in LANGUAGES else fallback)
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


def article_of(document: Document, path: str, language: str | None, fallback: str | None) -> Article:
    """The article in a document; raises `AfronteError` when it is too long to be aligned.

    Where parts of the document say that they are in another language, those are left out which are neither in
    `language` nor, where that is not given, in the language `fallback`.
    """
    document = only(document, language or fallback)
    article = article_from_document(
        document, path=path, language=language or language_of(document, path, fallback)
    )
    if len(article.sentences) > MOST_SENTENCES:
        raise AfronteError(
            f"{display_name(path)} is too long: it has {len(article.sentences):,} sentences, and at most"
            f" {MOST_SENTENCES:,} can be aligned: cut it into parts"
        )
    return article


def only(document: Document, language: str | None) -> Document:
    """The document without the blocks that say they are in another language, if any say they are in this."""
    spoken = [base_language(block.language or document.language) for block in document.blocks]
    wanted = base_language(language) if language else ""
    if wanted not in spoken or all(tag in ("", wanted) for tag in spoken):
        return document
    blocks = (block for block, tag in zip(document.blocks, spoken, strict=True) if tag in ("", wanted))
    return replace(document, blocks=tuple(blocks), language=language or "")


def display_name(path: str) -> str:
    """A path as messages show it, on one line."""
    if path == STDIN:
        return "standard input"
    if not path:
        return "“”"
    return "".join(char if char.isprintable() else "\ufffd" for char in path)


def _read_bytes(path: str, name: str, stdin: BinaryIO | None, waiting: Callable[[], None] | None) -> bytes:
    try:
        if path == STDIN:
            if stdin is None and sys.stdin is None:
                return b""  # closed before the start
            stream = stdin or sys.stdin.buffer
            if waiting:
                tell_if_silent(stream, waiting)
            data = patiently(lambda: stream.read(MANY_BYTES + 1))
        else:
            with open_regular(path, waiting) as file:
                data = patiently(lambda: file.read(MANY_BYTES + 1))
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
    if len(data) > MANY_BYTES:
        raise AfronteError(
            f"{name} is too large: more than {MANY_BYTES // 1_000_000} MB is no article: cut it into parts"
        )
    return data
