"""Which sentences are worth translating back before others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.articles import Article, Side
from tui.comparison.judge import may_be_swayed
from tui.comparison.model import Finding
from tui.comparison.rule import SEVERITIES

if TYPE_CHECKING:
    from tui.alignment import Alignment


def worth_translating(
    findings: Iterable[Finding],
    source: Article,
    target: Article,
    alignment: Alignment,
    here: Sequence[int] = (),
) -> tuple[int, ...]:
    """The target sentences to translate back, each once, in the order of work.

    First those `here`, under the cursor; then those with a finding that the back-translation may make louder
    or quieter: what may matter most first, then as they stand in the text.
    """
    doubtful = sorted(
        (one for one in findings if may_be_swayed(one)), key=lambda one: SEVERITIES.index(one.ceiling)
    )
    asked = (sentence for one in doubtful for sentence in sorted(_sentences(one, source, target, alignment)))
    return tuple(dict.fromkeys((*here, *asked)))


def _sentences(finding: Finding, source: Article, target: Article, alignment: Alignment) -> Iterator[int]:
    """The target sentences of the beads that a finding stands in."""
    sides: tuple[tuple[Side, Article], ...] = (("source", source), ("target", target))
    for side, article in sides:
        for span in finding.side(side):
            yield from alignment.bead_of(side, article.sentence_at(span.start)).target
