"""Text that stands on both sides letter for letter, where nothing can differ, or nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.articles import SIDES, Article, Side
from tui.languages import base_language, normalized

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.comparison.rule import Candidate, Rule

_PHRASES = frozenset({"omission", "addition"})
"""Kinds of the layer *missing* that speak of what a sentence says, not of where it stands."""
_LEFT = frozenset({"untranslated", "doubled"})
"""Kinds that say of text left in the source's language what is wrong with it."""
_UNREAD = frozenset({"code", "link"})
"""Kinds that speak of what no sentence reads: code, and where links lead."""


_AS_WRITTEN = frozenset({"number", "percentage", "amount", "unit", "date", "time", "name", "lookalike"})
"""Kinds of facts that are compared whatever the language is they stand in."""
_FEW, _MOST = 5, 0.6
"""So many words in small letters, and such a share of them in the source too, show a sentence left in its
language."""
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›", "'"))
"""Quotation marks, which the language of the other side may have changed in text that is copied."""


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
    return " ".join(normalized(article.sentence_text(sentence)).translate(_QUOTES).split())


def left(pair: AlignedPair) -> dict[Side, frozenset[int]]:
    """The sentences of beads whose target is mostly words of their source, left there in its language."""
    found: dict[Side, set[int]] = {"source": set(), "target": set()}
    if base_language(pair.source.language) != base_language(pair.target.language):
        for bead in pair.alignment.beads:
            theirs = {token.key for number in bead.source for token in pair.tokens["source"][number]}
            words = [
                token.key
                for number in bead.target
                for token in pair.tokens["target"][number]
                if token.text.isalpha() and token.text.islower() and len(token.text) > 1
            ]
            if len(words) >= _FEW and sum(word in theirs for word in words) >= _MOST * len(words):
                for side in SIDES:
                    found[side].update(bead.side(side))
    return {side: frozenset(numbers) for side, numbers in found.items()}


def differing(candidates: Iterable[Candidate], pair: AlignedPair) -> list[Candidate]:
    """The candidates without those of facts and words that stand wholly in copied sentences, and without
    those of grammar that stand in sentences left in the source's language.

    Code and the targets of links are no text, so that they may differ where all that is read is equal.
    """
    same, foreign = copied(pair), left(pair)
    if not any(same.values()) and not any(foreign.values()):
        return list(candidates)

    def may_differ(rule: Rule) -> bool:
        return rule.kind in _UNREAD or (rule.layer == "missing" and rule.kind not in _PHRASES)

    def stands_in(candidate: Candidate, sentences: Mapping[Side, frozenset[int]]) -> bool:
        return all(
            pair.article(side).sentence_at(span.start) in sentences[side]
            for side, spans in zip(SIDES, (candidate.source, candidate.target), strict=True)
            for span in spans
        )

    def told(one: Candidate) -> bool:
        if may_differ(one.rule):
            return True
        return not stands_in(one, same) and (
            one.rule.kind in _AS_WRITTEN or one.rule.kind in _LEFT or not stands_in(one, foreign)
        )

    return [one for one in candidates if told(one)]
