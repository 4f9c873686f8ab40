"""Two files as source and target: what makes a pair, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from tui.articles.blocks import Bilingual, Content, Document
from tui.articles.detection import detect
from tui.articles.loading import STDIN, article_of, display_name, only, read
from tui.articles.model import Article, Side
from tui.errors import AfronteError
from tui.languages import base_language, canonical_language, language_name, normalized

SOURCE_LANGUAGE = "en"
"""The language of a source of which neither the person nor the text says it."""
TARGET_LANGUAGE = "it"
_MUCH = 0.3
"""The share of a target that is left as in the source from which on it is a translation that lags."""
_EACH = 0.25
"""The share of a file's text that must be in each of two languages for it to hold both versions."""


class Pair(Struct, frozen=True):
    """The articles of two files, in the order in which they were named."""

    source: Article
    target: Article
    swapped: bool = False
    """Each is in the language expected of the other: the files seem to be named in the wrong order."""

    def exchanged(self) -> Pair:
        """The pair with source and target in each other's place."""
        return Pair(self.target, self.source)


def load_pair(
    source_path: str,
    target_path: str | None = None,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    stdin: BinaryIO | None = None,
    pasted: tuple[bytes, bytes] | None = None,
    chapters: tuple[int, int] | None = None,
    waiting: Callable[[str], None] | None = None,
) -> Pair:
    """The two articles to compare; either path may be `-` for standard input, for which `stdin` stands in.

    Without a target path, or with the source's, both versions stand in one file, whose alignment is kept.
    `chapters`: of two books, which chapter of each, counted from 1. `pasted`: what both paths stand for
    instead, when they are standard input. `waiting` gets the name of a pipe that is silent for a second.
    Languages are given in any spelling or found from the texts; those given go with the texts, not with the
    order, when the pair is swapped. A target that still has much of the source's text in it, or all of it, is
    taken for a translation that lags: in the language usual for a target. Raises `AfronteError` when either
    file is no article, and when both are in one language that was not given for both.
    """
    languages = [
        canonical_language(spelling) if spelling else None for spelling in (source_language, target_language)
    ]
    told_apart = None
    alone = pasted is None and target_path in (None, source_path)
    source_content = read(source_path, BytesIO(pasted[0]) if pasted else stdin, waiting, both=alone)
    both = source_content if isinstance(source_content, Bilingual) else None
    usual = [languages[0] or SOURCE_LANGUAGE, languages[1] or TARGET_LANGUAGE]
    if alone and isinstance(source_content, Document):
        told_apart = _told_apart(source_content, usual)
        if told_apart is None and target_path is None:
            raise AfronteError(
                f"{display_name(source_path)} holds one version: name the file of the other too"
            )
        source_content, target_path = told_apart or source_content, source_path
    if both and target_path in (None, source_path):
        target_path, contents = source_path, (both.source, both.target)
    elif source_path == target_path == STDIN and pasted is None and told_apart is None:
        raise AfronteError("only one of the two can be standard input: name a file for the other")
    else:
        assert target_path is not None
        if pasted or target_path != source_path:
            target_content = read(target_path, BytesIO(pasted[1]) if pasted else stdin, waiting)
        else:
            target_content = source_content
        contents = _of(source_content, "source"), _of(target_content, "target")
        both = None
    paths = (source_path, target_path)
    names = [display_name(path) for path in paths]
    if chapters:
        contents = _chapter(contents[0], chapters[0], names[0]), _chapter(contents[1], chapters[1], names[1])
    texts = [only(content, tag).text for content, tag in zip(contents, usual, strict=True)]
    wanted = [base_language(tag) for tag in usual]
    found = [detect(text) for text in texts]
    if found[0] == found[1] != wanted[1] and languages[1] is None and _lags(*texts):
        languages[1] = TARGET_LANGUAGE
    swapped = wanted[0] != wanted[1] and found == wanted[::-1]
    if swapped:
        languages.reverse()
    source, target = (
        article_of(content, path, language, fallback)
        for content, path, language, fallback in zip(contents, paths, languages, usual, strict=True)
    )
    if chapters:
        source, target = replace(source, chapter=chapters[0]), replace(target, chapter=chapters[1])
    if base_language(source.language) == base_language(target.language) and None in languages:
        tag = source.language
        raise AfronteError(
            f"{names[0]} and {names[1]} are both in {language_name(tag)}: name the other version of the"
            f" article or, if it is meant, add --source-language {tag} --target-language {target.language}"
        )
    return Pair(source, target, swapped)


def _told_apart(document: Document, languages: list[str]) -> Document | None:
    """The document with a language for every block, where much of it is in each of two; None where it is not.

    Blocks that do not say their language are taken by their words; one of few words goes with the
    one before, a heading with what it heads.
    """
    wanted = [base_language(tag) for tag in languages]
    said = [base_language(block.language or document.language) for block in document.blocks]
    if not set(wanted) <= set(said):
        said = [base_language(detect(block.text) or "") for block in document.blocks]
        for number in reversed(range(len(said) - 1)):
            if said[number] not in wanted and document.blocks[number].text[-1:].isalnum():
                said[number] = said[number + 1]
        for number, tag in enumerate(said):
            if tag not in wanted and number:
                said[number] = said[number - 1]
    lengths = dict.fromkeys(wanted, 0)
    for tag, block in zip(said, document.blocks, strict=True):
        if tag in lengths:
            lengths[tag] += len(block.text)
    if min(lengths.values()) < _EACH * sum(lengths.values()) or len(lengths) < 2 or not any(lengths.values()):
        return None
    blocks = (replace(block, language=tag) for block, tag in zip(document.blocks, said, strict=True))
    return replace(document, blocks=tuple(blocks))


def _lags(source: str, target: str) -> bool:
    """Whether much of the target's text stands in the source, line by line, or it is the same text."""
    if normalized(source).split() == normalized(target).split():
        return True
    lines, others = ({normalized(line).strip() for line in text.splitlines()} for text in (target, source))
    length = sum(map(len, lines))
    return sum(len(line) for line in lines & others) >= _MUCH * length


def _chapter(document: Document, number: int, name: str) -> Document:
    try:
        return document.chapter(number)
    except IndexError:
        there = f"has {len(document.chapters)} chapters" if document.chapters else "is no book of chapters"
        raise AfronteError(f"{name} {there}: there is no chapter {number} in it") from None


def _of(content: Content, side: Side) -> Document:
    """The version for one side."""
    if isinstance(content, Bilingual):
        return content.source if side == "source" else content.target
    return content
