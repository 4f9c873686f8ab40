"""A phrase that one side of a bead has alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.articles import Side, Span, other_side
from tui.comparison.change import Change, for_and_against, gain_of, without
from tui.comparison.rule import AS_READ, Candidate, Question, Rule

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead
    from tui.alignment.model import Vectors

_SCALE = 0.3
"""The gain in likeness, over the root of its share of its side, that is as much as there need be."""
_MOST = 3
"""Phrases that are quoted where a side has several alone."""


def lone(
    pair: AlignedPair, bead: Bead, side: Side, span: Span, rule: Rule, evidence: Mapping[str, float]
) -> Candidate:
    """A phrase of a side of a bead that the other side seems to have nothing for.

    The encoder is asked how much more the sides say the same without it: `eased`, or less: `missed`.
    """
    text = span.within(pair.article(side).text)
    return Candidate(
        rule=rule,
        evidence=evidence,
        source=(span,) if side == "source" else (),
        target=(span,) if side == "target" else (),
        source_value=text if side == "source" else None,
        target_value=text if side == "target" else None,
        message=nothing_for((text,), other_side(side)),
        questions=(missed(pair, bead, side, span),),
    )


def nothing_for(texts: Sequence[str], side: Side) -> str:
    """That a side has nothing for what the other one says: the first of some phrases, and how many more."""
    quoted = ", ".join(f"“{text}”" for text in texts[:_MOST])
    more = f" and {len(texts) - _MOST} more" if len(texts) > _MOST else ""
    return f"The {AS_READ[side]} has nothing for {quoted}{more}."


def missed(pair: AlignedPair, bead: Bead, side: Side, span: Span) -> Question:
    """How much more the sides of a bead say the same without some words: `eased`, or less: `missed`."""
    cut = without(pair, bead, side, (span,))
    return Question(cut.texts, partial(_eased, cut))


def _eased(cut: Change, vectors: Vectors) -> dict[str, float]:
    eased, missed = for_and_against(cut.eased(gain_of(*vectors)) / _SCALE)
    return {"eased": eased, "missed": missed}
