"""Text that stands letter for letter on both sides: nothing in it can differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.articles import SIDES, Article, Side
from tui.languages import normalized

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.comparison.rule import Candidate, Rule

_PHRASES = frozenset({"omission", "addition"})
"""Kinds of the layer *missing* that speak of what a sentence says, not of where it stands."""
_UNREAD = frozenset({"code", "link"})
"""Kinds that speak of what no sentence reads: code, and where links lead."""


def copied(pair: AlignedPair) -> dict[Side, frozenset[int]]:
    """The sentences of each side that their bead has on the other too, letter for letter.

    Blanks, characters of no width and compatibility forms aside. Where only all sentences of a bead together
    are equal, each of them counts.
    """
    found: dict[Side, set[int]] = {"source": set(), "target": set()}
    for bead in pair.alignment.beads:
        texts = {side: {n: letters(pair.article(side), n) for n in bead.side(side)} for side in SIDES}
        if " ".join(texts["source"].values()) == " ".join(texts["target"].values()):
            both = set(texts["source"].values()) | set(texts["target"].values())
        else:
            both = set(texts["source"].values()) & set(texts["target"].values())
        for side in SIDES:
            found[side] |= {number for number, text in texts[side].items() if text in both}
    return {side: frozenset(numbers) for side, numbers in found.items()}


def letters(article: Article, sentence: int) -> str:
    """A sentence in the form in which two are compared letter by letter."""
    return " ".join(normalized(article.sentence_text(sentence)).split())


def differing(candidates: Iterable[Candidate], pair: AlignedPair) -> list[Candidate]:
    """The candidates without those of facts and words that stand wholly in copied sentences.

    Code and the targets of links are no text, so that they may differ where all that is read is equal.
    """
    same = copied(pair)
    if not any(same.values()):
        return list(candidates)

    def may_differ(rule: Rule) -> bool:
        return rule.kind in _UNREAD or (rule.layer == "missing" and rule.kind not in _PHRASES)

    def stands_in_them(candidate: Candidate) -> bool:
        return all(
            pair.article(side).sentence_at(span.start) in same[side]
            for side, spans in zip(SIDES, (candidate.source, candidate.target), strict=True)
            for span in spans
        )

    return [one for one in candidates if may_differ(one.rule) or not stands_in_them(one)]
