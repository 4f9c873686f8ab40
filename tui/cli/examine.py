"""One pair from its two articles to its report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.articles import Pair, language_name
from tui.reports import Report

if TYPE_CHECKING:
    from tui.alignment import Encoder


def examine(
    pair: Pair,
    encoder: Encoder,
    *,
    with_words: bool = False,
    progress: Callable[[float], None] | None = None,
) -> Report:
    """Aligns and compares a pair. `progress` is told the share done, 0 to 1, as the alignment goes on."""
    from tui.alignment import align
    from tui.comparison import compare, words

    source, target = pair.source, pair.target
    alignment = align(source, target, encoder, progress)
    return Report(
        source,
        target,
        alignment,
        compare(source, target, alignment, encoder),
        encoder.name,
        words=words(source, target, alignment, encoder) if with_words else None,
    )


def swap_note(pair: Pair) -> str:
    """What to say of a pair whose files seem to be named in the wrong order."""
    source, target = (
        f"{article.path} looks {language_name(article.language)}" for article in (pair.source, pair.target)
    )
    return f"{source} and {target}: swap them? They are compared as given"
