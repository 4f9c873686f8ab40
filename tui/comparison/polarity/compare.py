"""Reads each bead once for all rules of polarity."""

from collections.abc import Iterable, Iterator, Sequence

from tui.alignment import AlignedPair
from tui.articles import SIDES
from tui.comparison.polarity.anchors import Anchors, anchors_of
from tui.comparison.polarity.clauses import Stretch, stretches
from tui.comparison.polarity.cues import Cue, cues
from tui.comparison.polarity.denied import DENIED_OTHER, other_denials
from tui.comparison.polarity.lexicon import negation
from tui.comparison.polarity.modality import HEDGE, certainties
from tui.comparison.polarity.negation import NEGATION, negations
from tui.comparison.polarity.neighbours import with_neighbours
from tui.comparison.polarity.opposites import ORDER, Pole, poles
from tui.comparison.polarity.reversal import OPPOSITE, Spent, is_converse, reversals, spent
from tui.comparison.polarity.scope import SCOPE
from tui.comparison.polarity.ties import ties_of
from tui.comparison.rule import Candidate, Family

_OWN = 0.6
"""How surely an opposite has another counterpart from which on it is said for that."""
_NEAR, _REACH = 6, 0.2
"""Words from its place, and the part of the side's length, within which an opposite is looked for."""
_PHRASE = 16
"""Words that a cue has at most, with what stands between them."""


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Negations on one side only or of another thing, meanings reversed, certainty changed."""
    both = (at for at, bead in enumerate(pair.alignment.beads) if bead.source and bead.target)
    sides = dict(zip(both, stretches(pair), strict=True))
    own = [at for at in sides if pair.asked is None or at in pair.asked]
    near = sorted({near for at in own for near in (at - 1, at, at + 1)} & sides.keys())
    found = {at: list(_in_bead(*sides[at])) for at in near if all(side.tokens for side in sides[at])}
    yield from with_neighbours(pair, found, own, (NEGATION, HEDGE))


FAMILY = Family("polarity", (NEGATION, DENIED_OTHER, OPPOSITE, HEDGE), propose, beside=True)


def _in_bead(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    anchors = anchors_of(source, target)
    both = negation(source.language) and negation(target.language)
    denied = _own(source, target) if both else ([], [])
    said = poles(source, denied[0]), poles(target, denied[1])
    yield from negations(source, target, denied, _excused(denied, said, (source, target), anchors), anchors)
    yield from other_denials(source, target, denied)
    yield from reversals(source, target, said, anchors)
    yield from certainties(source, target, anchors)


def spent_on_opposites(source: Stretch, target: Stretch) -> Spent:
    """The words of either side that only turn a word over for which the other side has the opposite."""
    denied = _own(source, target)
    return spent((poles(source, denied[0]), poles(target, denied[1])), anchors_of(source, target))


def from_the_end(source: Stretch, target: Stretch) -> bool:
    """Whether one side says *before* where the other says *after*, of two that have changed places."""
    said = [[one for one in poles(side, cues(side)) if one.notion == ORDER] for side in (source, target)]
    return any(
        a.means_plus != b.means_plus and is_converse(a, b, ties_of(source, target))
        for a in said[0]
        for b in said[1]
    )


def _own(source: Stretch, target: Stretch) -> tuple[list[Cue], list[Cue]]:
    """The cues of both sides, without those that stand on the other side letter for letter and deny nothing
    there: a message or a title that was left in its language, the name of a value.
    """
    found = cues(source), cues(target)
    if not found[0] and not found[1]:
        return found
    sides = source, target
    says = [
        {token.key for cue in held for token in side.tokens if cue.start <= token.start < cue.end}
        for side, held in zip(sides, found, strict=True)
    ]
    left = [
        {token.key for token in side.tokens} - said
        for side, said in zip((target, source), says[::-1], strict=True)
    ]
    kept = [
        [
            cue
            for cue in held
            if any(
                token.key not in words
                for token in side.tokens[cue.word : cue.word + _PHRASE]
                if token.start < cue.end
            )
        ]
        for side, held, words in zip(sides, found, left, strict=True)
    ]
    return kept[0], kept[1]


def _excused(
    denied: tuple[list[Cue], list[Cue]],
    said: tuple[Sequence[Pole], Sequence[Pole]],
    sides: tuple[Stretch, Stretch],
    anchors: Anchors,
) -> tuple[set[int], set[int]]:
    """The words of cues whose opposite the other side says in their place: *did not open* beside *restò
    chiuso*; and of those that are one pole of a notion, which `reversals` compares: *unpopular*, *never*
    beside *sempre*.
    """
    out: list[set[int]] = []
    for here, there in ((0, 1), (1, 0)):
        words: set[int] = set()
        cues = denied[here]
        poles_there = said[there] if cues else ()
        for p in said[here] if poles_there else ():
            rivals = [q for q in poles_there if q.notion == p.notion]
            opposite = any(q.plus != p.plus and _meets(p, q, sides, here, anchors) for q in rivals)
            alone = opposite and not any(q.plus == p.plus for q in rivals)
            for cue in cues:
                turned = alone and p.turned and 0 < p.word - cue.word <= SCOPE
                opposed = cue.word == p.word and (alone or bool(cue.remainder and rivals))
                if turned or opposed:
                    words.add(cue.word)
        out.append(words)
    return out[0], out[1]


def _meets(p: Pole, q: Pole, sides: tuple[Stretch, Stretch], here: int, anchors: Anchors) -> bool:
    """Whether a pole of the other side stands in the place of one of ours, and for no other word of ours."""
    ties = ties_of(*sides)
    other = ties.counterpart(SIDES[1 - here], q.word)
    if other == p.word:
        return True
    if (
        other is not None
        and not p.word - SCOPE <= other < p.end
        and ties.strength(SIDES[1 - here], q.word) >= _OWN
    ):
        return False
    place = (anchors.source_of if here else anchors.target_of)(p.word)
    return abs(place - q.word) <= max(_NEAR, _REACH * len(sides[1 - here].tokens))
