"""The two articles as every rule of the comparison sees them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles import SIDES, Article, Side
from tui.comparison.tokens import Token, tokenize

if TYPE_CHECKING:
    from tui.alignment import Alignment, Encoder


@dataclass(frozen=True, eq=False)
class Pair:
    """Two aligned articles, and what the rules share so that nothing is read twice."""

    source: Article
    target: Article
    alignment: Alignment
    encoder: Encoder

    def article(self, side: Side) -> Article:
        """The article of one side."""
        return self.source if side == "source" else self.target

    @cached_property
    def tokens(self) -> dict[Side, tuple[tuple[Token, ...], ...]]:
        """The tokens of each sentence of each side."""
        return {
            side: tuple(
                tokenize(self.article(side).text, sentence.start, sentence.end)
                for sentence in self.article(side).sentences
            )
            for side in SIDES
        }
