"""In which direction a pair is read: what is found of two texts does not depend on which is the source.

Costs and thresholds, what is asked first, which of two equal paths is taken: much of what looks at two sides
can tell them apart. So a pair of two languages is aligned and compared in one direction, that in which the
tags of its languages rise, and what is found is turned round for whom reads it in the other. Nothing says
which of the two texts was there first.
"""

from __future__ import annotations

from tui.articles import Article
from tui.languages import base_language


def is_turned(source: Article, target: Article) -> bool:
    """Whether what is asked about a pair is asked the other way round."""
    return base_language(source.language) > base_language(target.language)
