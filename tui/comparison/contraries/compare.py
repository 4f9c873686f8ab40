"""A word in whose place the other side has one that means the contrary: *narrow* for *allargare*.

The table of opposites holds the notions that matter most, each with what else says it; this asks a
dictionary and what is known of contraries about every other word. Since a word of many meanings has
many contraries, both must stand in each other's place, neither with anything else that may translate it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.comparison.contraries.relation import Relation, is_verb, relation
from tui.comparison.polarity import (
    TURNING,
    Stretch,
    beside,
    clause_end,
    cues,
    denied_after,
    idle_words,
    is_excepted,
    is_passive,
    once,
)
from tui.comparison.rule import SOURCE, TARGET, Candidate, Family, Rule
from tui.comparison.senses.beads import AROUND, Bilingual, StandIn, beads_of

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.articles import Side, Span

RULE = Rule(
    "contrary-words", "reversal", "facts", "major",
    needs=frozenset({"polarity", "function-words", "lemmas"}),
    yields_to=frozenset({"facts"}), yields_to_touch=True,
)  # fmt: skip
_TURNING = TURNING | {"less", "few", "hardly"}
"""Meanings of words that may turn over what follows as a denial does."""
_SCOPE, _ALIKE = 8, 2
"""How many words before a word something may stand that turns it over, and by how many more on one side than
on the other where it does so on both.
"""
_AWAY = 12
"""Words from where it should stand, within which a word may be the contrary of another."""
_SEVERAL = 2
"""So many more sources than one are several."""


class _Place(Struct, frozen=True):
    """A word among those of its side."""

    word: int
    end: int


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """The words of a bead that stand in each other's place and mean the contrary of one another."""
    for bead in (bead for bead in beads_of(pair) if bead.asked):
        for here, there, known in _contraries(bead):
            found = StandIn(bead, here, there, None, bead.apart(here, there))
            if _differ(found):
                yield _candidate(found, known)


FAMILY = Family("contraries", (RULE,), propose, one_language=False, beside=True)


def _contraries(bead: Bilingual) -> Iterator[tuple[int, int, Relation]]:
    """The words of both sides in each other's place that are contraries, with how that is known."""
    words = bead.dictionary
    alone, alone_there = _alone(bead.one), _alone(bead.other)
    for here, others in bead.facing():
        if here not in alone:
            continue
        ours = bead.forms(bead.one, here)
        for there in others:
            if there not in alone_there or bead.apart(here, there) > _AWAY:
                continue
            theirs = bead.forms(bead.other, there)
            known = relation(ours, theirs, words.source, words.target)
            if known and not (
                _stands(words.possible(ours), bead.other) or _stands(words.translated(theirs), bead.one)
            ):
                yield here, there, known


@once
def _alone(side: Stretch) -> frozenset[int]:
    """The words that are said once, and are neither joined to another by a hyphen nor part of an idiom or of
    a phrase that denies: *senza dubbio*, *poco probabile*.
    """
    times, told, idle = Counter(side.forms), cues(side), idle_words(side)
    return frozenset(
        at
        for at, (token, forms) in enumerate(zip(side.tokens, side.forms, strict=True))
        if times[forms] == 1
        and at not in idle
        and "-"
        not in (side.text[max(0, token.start - 1) : token.start], side.text[token.end : token.end + 1])
        and not is_excepted(told, at)
        and not any(
            cue.start <= token.start and token.end <= cue.end and cue.span != token.span for cue in told
        )
    )


def _stands(forms: Set[str], side: Stretch) -> bool:
    """Whether any of some words stands on a side, even as a word of grammar: *fuori*."""
    return any(not forms.isdisjoint(held) for held in side.forms)


def _differ(found: StandIn) -> bool:
    """Whether two contraries do not say the same with what stands around them: *not easy*, *difficile*; who
    sells something to another, and that other who buys it.
    """
    sides = (found.bead.one, found.here), (found.bead.other, found.there)
    turning = [_turned_from(*side) for side in sides]
    if max(turning) - min(turning) > _ALIKE:
        return False
    there = found.bead.other
    acts = any(is_verb(form, there.language) for form in there.forms[found.there])
    return not (acts and _is_converse(found))


def _is_converse(found: StandIn) -> bool:
    """Whether what stands before either, both in one voice, stands after the other."""
    ties, one = found.bead.ties, found.bead.one.side
    sides = (found.bead.one, found.here), (found.bead.other, found.there)
    if is_passive(*sides[0]) != is_passive(*sides[1]):
        return False
    ours, theirs = (beside(_Place(word, word + 1), ties, side.side) for side, word in sides)

    def tied(words: Iterable[int], others: Sequence[int]) -> bool:
        return any(ties.counterpart(one, word) in others for word in words)

    crossed = tied(ours[0], theirs[1]) or tied(ours[1], theirs[0])
    return crossed and not (tied(ours[0], theirs[0]) or tied(ours[1], theirs[1]))


def _turned_from(side: Stretch, word: int) -> int:
    """How many words before a word, in its clause, something turns it over: *not easy*, *meno facile*; one
    where a denial after it does, far more than any where nothing does.
    """
    if denied_after(side, word, {cue.word for cue in cues(side) if cue.denies}) is not None:
        return 1
    return min(
        (
            word - cue.word
            for cue in cues(side)
            if 0 < word - cue.word <= _SCOPE
            and (cue.denies or cue.meaning in _TURNING)
            and cue.end <= side.tokens[word].start
            and not any(
                clause_end(side.text[side.tokens[at].end : side.tokens[at + 1].start])
                for at in range(cue.word, word)
            )
        ),
        default=10 * _SCOPE,
    )


def _denials(side: Stretch) -> int:
    return sum(cue.denies for cue in cues(side))


def _candidate(found: StandIn, known: Relation) -> Candidate:
    bead = found.bead
    here, there = bead.one.tokens[found.here], bead.other.tokens[found.there]
    spans: Mapping[Side, tuple[Span, ...]] = {bead.one.side: (here.span,), bead.other.side: (there.span,)}
    values = {bead.one.side: here.key, bead.other.side: there.key}
    return Candidate(
        rule=RULE, evidence=_evidence(found, known),
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"Opposite meanings: {values['source']} in the {SOURCE}, {values['target']} in the {TARGET}.",
    )  # fmt: skip


def _evidence(found: StandIn, known: Relation) -> dict[str, float]:
    """What speaks for two contraries being each other's counterpart, each 0 to 1.

    `best` and `second`: how surely they are contraries, by the two sources that are surest of it; `several`:
    how many more than one are; `away`: how far one lies from where it should; `around`: how much around them
    has no counterpart; `agrees`: how much of the bead has; `meanings`: how many translations the first has;
    `denied`: whether one side denies more than the other.
    """
    bead = found.bead
    best, second, *_ = *known.sources, 0.0
    return {
        "contrary-best": best,
        "contrary-second": second,
        "contrary-several": min(1.0, (len(known.sources) - 1) / _SEVERAL),
        "contrary-away": found.apart / _AWAY,
        "contrary-around": min(1.0, bead.others(found) / AROUND),
        "contrary-agrees": bead.agrees,
        "contrary-meanings": known.meanings,
        "contrary-denied": float(_denials(bead.one) != _denials(bead.other)),
    }
