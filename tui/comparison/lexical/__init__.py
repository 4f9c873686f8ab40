"""Words: which correspond, how different each is, and the findings that follow.

Numpy is imported by the modules below, not by this package.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.alignment import AlignedPair
from tui.comparison.lexical.doubled import find_doubled
from tui.comparison.lexical.false_friends import find_false_friends
from tui.comparison.lexical.lookalikes import find_lookalikes
from tui.comparison.lexical.untranslated import find_untranslated
from tui.comparison.lexical.word import Word
from tui.comparison.model import Finding

__all__ = ["Word", "find_lexical"]


def find_lexical(pair: AlignedPair) -> Iterator[Finding]:
    """Phrases and words without a counterpart, and words doubled, left untranslated or mistaken."""
    from tui.comparison.lexical.omissions import find_omissions

    yield from find_doubled(pair)
    yield from find_untranslated(pair)
    yield from find_false_friends(pair)
    yield from find_lookalikes(pair)
    yield from find_omissions(pair)
