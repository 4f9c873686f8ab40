"""Phrases and clauses that one side has alone: the other renders none of their words, and most around them.

A dictionary of wide cover says what may render a word. A phrase need not stand between marks, nor be long:
*for health reasons*, *known to the police*. Free translations leave much unrendered, too: so it counts what
else is not rendered, here and in the same place there, which side says more, and whether the sides say more
exactly the same without the phrase. What has a quantity that the other side has too is not left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.articles import Side, other_side
from tui.comparison.lengths import lengths
from tui.comparison.lone import lone
from tui.comparison.polarity import asked_stretches, forms
from tui.comparison.quantities import is_answered, is_quantity
from tui.comparison.rule import Candidate, Family, Rule
from tui.comparison.unrendered.phrases import FEWEST, Phrase, phrases
from tui.comparison.unrendered.rendering import Rendering, rendering
from tui.languages import base_language

if TYPE_CHECKING:
    from tui.alignment import AlignedPair, Bead

_RULES: Mapping[Side, Rule] = {
    "source": Rule(
        "unrendered-left-out", "omission", "missing", "major",
        needs=frozenset({"function-words", "lemmas"}),
        yields_to=frozenset({"facts", "modifier-left-out", "clause-left-out"}), yields_to_touch=True,
        together=True,
    ),
    "target": Rule(
        "unrendered-put-in", "addition", "missing", "major",
        needs=frozenset({"function-words", "lemmas"}),
        yields_to=frozenset({"facts", "modifier-put-in", "clause-put-in"}), yields_to_touch=True,
        together=True,
    ),
}  # fmt: skip
_WEIGHT, _OTHERS, _BETWEEN, _NEAR = 5.0, 6.0, 3.0, 4.0
"""What words weigh together that are as many as they need be."""
_BESIDE = 2
"""So many sentences before and after are looked at for what may be said there."""


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """The phrases of the longer side of each bead that the other renders nothing of."""
    for bead, source, target in asked_stretches(pair):
        if found := rendering(source, target):
            yield from _of_longer_side(pair, bead, found)


def _of_longer_side(pair: AlignedPair, bead: Bead, found: Rendering) -> Iterator[Candidate]:
    measured = lengths(pair, bead)
    side = measured.longer
    tokens = found.side(side).tokens
    for phrase in phrases(found, side):
        if not is_quantity(pair, side, [tokens[word].span for word in phrase.words]):
            elsewhere = _elsewhere(pair, bead, found, side, phrase)
            evidence = {
                **_evidence(phrase),
                **measured.evidence(side),
                **measured.evidence(side, phrase.span),
                "elsewhere": elsewhere,
                "answered": float(is_answered(pair, side, phrase.span)),
            }
            yield lone(pair, bead, side, phrase.span, _RULES[side], evidence)


FAMILY = Family("unrendered", tuple(_RULES.values()), propose, one_language=False)


def _evidence(phrase: Phrase) -> dict[str, float]:
    """What speaks for a phrase being left out, and against it, each 0 to 1.

    `weight`: how much it says, `single` where that is one word; `others`: how much else of its side is not
    rendered; `spare`: how much of the other side renders nothing, `between`, `near`: where it would stand;
    `ends`: whether a mark follows; `adjoined`: whether its first word makes it part of a clause; `set_off`:
    whether marks stand before and after it; `explains`: whether it says what a word means that was left in
    the other language.
    """
    return {
        "weight": min(1.0, phrase.weight / _WEIGHT),
        "others": min(1.0, phrase.others / _OTHERS),
        "between": min(1.0, phrase.between / _BETWEEN),
        "near": min(1.0, phrase.near / _NEAR),
        "spare": min(1.0, phrase.spare / _OTHERS),
        "ends": float(phrase.ends),
        "adjoined": float(phrase.adjoined),
        "set-off": float(phrase.set_off),
        "explains": float(phrase.explains),
        "single": float(phrase.weight < FEWEST),
    }


def _elsewhere(pair: AlignedPair, bead: Bead, found: Rendering, side: Side, phrase: Phrase) -> float:
    """How much of a phrase sentences near by say on the other side that have no counterpart: 0 to 1.

    A number that stands there says all of it: *at the age of 88*, *He was 88*.
    """
    alone = _said_alone(pair, other_side(side), bead)
    if not alone:
        return 0.0
    here = found.side(side)
    inside = (token for token in here.tokens if phrase.span.start <= token.start < phrase.span.end)
    if any(token.key in alone for token in inside if token.key.isdigit()):
        return 1.0
    said = (alone & (here.forms[word] | found.may_translate(side, word)) for word in phrase.words)
    return sum(map(bool, said)) / len(phrase.words)


def _said_alone(pair: AlignedPair, side: Side, bead: Bead) -> frozenset[str]:
    """All forms of the words of those sentences around a bead that have no counterpart."""
    own, there = bead.side(side), other_side(side)
    around = range(max(0, min(own) - _BESIDE), min(max(own) + _BESIDE + 1, len(pair.tokens[side])))
    alone = [number for number in around if not pair.alignment.bead_of(side, number).side(there)]
    language = base_language(pair.article(side).language)
    keys = {token.key for number in alone for token in pair.tokens[side][number]}
    return frozenset(keys).union(*(forms(key, language) for key in keys))
