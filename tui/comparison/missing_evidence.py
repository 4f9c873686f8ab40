"""What speaks against a sentence being missing: its words stand beside its place on the other side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles import Side, other_side
from tui.languages import Token, Translations, bare, function_words, unaccented

if TYPE_CHECKING:
    from tui.alignment import AlignedPair

_BESIDE = 2
"""So many beads before and after are looked at for what a sentence says."""
_LONG = 100
"""Characters of text that is as long as it need be to be more than a heading or a cry."""
_STEM = 5
"""Letters that a word of one language and the same word of another begin with alike."""


def around(pair: AlignedPair, side: Side, run: Sequence[int]) -> dict[str, float]:
    """The evidence of sentences of one side without a counterpart, each 0 to 1.

    `covered`: the share of their words of content for which the other side has an equal, a like or a listed
    one beside their place, as it has where sentences were merged; `spare`: how much more the beads beside it
    have on the other side than on this one, so that they may hold them; `facing`: how much without a
    counterpart the other side has at the same place; `brief`: how short they are; `heading`: that they end
    without a mark, as headings and entries of lists do.
    """
    article, other = pair.article(side), other_side(side)
    here, there = _beside(pair, side, run)
    words = [token for number in run for token in _content(pair, side, number)]
    others = [token for number in there for token in _content(pair, other, number)]
    translations = Translations(pair.article(side).language, pair.article(other).language)
    forms = {form for token in others for form in translations.forms(token.key) or {token.key}}
    stems = {unaccented(token.key)[:_STEM] for token in others}
    found = [
        token.key in forms
        or not forms.isdisjoint(translations.of(token.key))
        or (len(token.key) >= _STEM and unaccented(token.key)[:_STEM] in stems)
        for token in words
    ]
    text = article.text[article.sentences[run[0]].start : article.sentences[run[-1]].end]
    own, theirs = _length(pair, side, here), _length(pair, other, there)
    return {
        "covered": sum(found) / max(1, len(found)),
        "spare": min(1.0, max(0.0, (theirs - own) / max(1, len(text)))),
        "facing": min(1.0, _length(pair, other, _facing(pair, other, there)) / max(1, len(text))),
        "brief": 1 - min(1.0, len(text) / _LONG),
        "heading": float(text[-1:].isalnum()),
    }


def _beside(pair: AlignedPair, side: Side, run: Sequence[int]) -> tuple[list[int], list[int]]:
    """The sentences of either side in the beads beside a run that have both."""
    count = len(pair.article(side).sentences)
    found: list[int] = []
    for numbers in (range(run[0] - 1, -1, -1), range(run[-1] + 1, count)):
        beads: list[int] = []
        for number in numbers:
            at = pair.alignment.bead_index(side, number)
            bead = pair.alignment.beads[at]
            if at not in beads and bead.source and bead.target:
                beads.append(at)
            if len(beads) == _BESIDE:
                break
        found += beads
    chosen = [pair.alignment.beads[at] for at in dict.fromkeys(found)]
    other = other_side(side)
    return [n for bead in chosen for n in bead.side(side)], [n for bead in chosen for n in bead.side(other)]


def _facing(pair: AlignedPair, side: Side, beside: Sequence[int]) -> list[int]:
    """The sentences without a counterpart among and right beside those that face a place."""
    if not beside:
        return []
    near = range(max(0, min(beside) - 1), min(len(pair.article(side).sentences), max(beside) + 2))
    beads = {number: pair.alignment.bead_of(side, number) for number in near}
    return [number for number, bead in beads.items() if not bead.side(other_side(side))]


def _content(pair: AlignedPair, side: Side, number: int) -> list[Token]:
    grammar = function_words(pair.article(side).language)
    return [token for token in pair.tokens[side][number] if bare(token.key) not in grammar]


def _length(pair: AlignedPair, side: Side, numbers: Sequence[int]) -> int:
    sentences = pair.article(side).sentences
    return sum(sentences[number].end - sentences[number].start for number in numbers)
