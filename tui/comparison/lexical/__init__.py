"""Words: which correspond, how different each is, and the findings that follow.

Numpy is imported by the modules below, not by this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles import Article, Side
from tui.comparison.lexical.word import Word
from tui.comparison.pair import Pair

if TYPE_CHECKING:
    from tui.alignment import Alignment, Encoder

__all__ = ["Word", "words"]


def words(
    source: Article, target: Article, alignment: Alignment, encoder: Encoder
) -> dict[Side, tuple[Word, ...]]:
    """Every word and punctuation mark of each side, in order: its difference and its counterpart."""
    from tui.comparison.lexical.words import compare_words

    return compare_words(Pair(source, target, alignment, encoder))
