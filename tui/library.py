"""What other programs call: two files or two texts in, their report out.

The report has `findings`, `alignment`, `summary` and both articles; `report_formats()` writes it in every
format. The sentence encoder is loaded by the first call (about 1.5 s) and kept.
"""

from __future__ import annotations

from functools import cache
from os import PathLike, fspath
from typing import TYPE_CHECKING

from tui.articles import article_from_text, load_pair
from tui.languages import canonical_language
from tui.reports import Report, report_formats
from tui.reports.making import report_on

if TYPE_CHECKING:
    from tui.alignment import Encoder

__all__ = ["Report", "compare", "compare_texts", "report_formats"]


def compare(
    source: str | PathLike[str],
    target: str | PathLike[str] | None = None,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    words: bool = False,
) -> Report:
    """The report on the articles in two files, or in one that holds both versions.

    Languages are given in any spelling or found from the texts. `words`: also how each word differs. Raises
    `tui.errors.AfronteError`, one line, when either file is no article.
    """
    pair = load_pair(
        fspath(source),
        None if target is None else fspath(target),
        source_language=source_language,
        target_language=target_language,
    )
    return report_on(pair.source, pair.target, _encoder(), every_word=words)


def compare_texts(
    source: str, target: str, *, source_language: str = "en", target_language: str = "it", words: bool = False
) -> Report:
    """The report on two texts at hand; paragraphs are told apart as in a file of plain text."""
    original, version = (
        article_from_text(text, path="-", language=canonical_language(language))
        for text, language in ((source, source_language), (target, target_language))
    )
    return report_on(original, version, _encoder(), every_word=words)


@cache
def _encoder() -> Encoder:
    from tui.alignment.encoder import standard_encoder

    return standard_encoder()
