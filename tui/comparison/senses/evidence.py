"""What speaks for a noun standing in the place of another and meaning something else, each 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.comparison.change import change, for_and_against, gain_of
from tui.comparison.names import cognate
from tui.comparison.rule import Question
from tui.comparison.senses.beads import StandIn

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.alignment.model import Vectors

_STEPS = 8
"""Steps in the kinds of things, and more, that part two words which have nothing in common."""
_RARE = 6
"""Other, more usual meanings of two words, together, from which on the nearest ones are far-fetched."""
_MEANINGS = 12
"""A word of so many translations or more may mean anything."""
_LONE = 6
"""Where a side has so many other words that are not answered, or more, the two are built otherwise."""
_MEANT = 8
"""A word that means so many things or more says little surely."""
_GAIN = 0.1
"""By so much more, as a cosine, a sentence says the same with a right translation, to count fully."""
_DOUBTS = {
    "abstract": 2.0, "lone": 1.0, "rare": 2.0, "above": 1.0, "one-sense": 1.0, "shared": 1.5,
    "throughout": 2.0, "no-noun": 1.0, "nowhere": 0.5,
}  # fmt: skip
"""How much each evidence makes it doubtful, before the encoder is asked, that anything is wrong."""


def before_asking(found: StandIn, times: int, answers: Sequence[bool]) -> dict[str, float]:
    """Of two nouns that stand for each other `times` times; `answers`: of the places of the first.

    `kin`, how near they are as two kinds of one thing; `above`, whether one is a kind of the other;
    `one-sense`, whether they share a meaning; `strange`, that nothing is known of their kinds;
    `abstract`, that one of them cannot be pointed at; `rare`, how unusual the meanings are of which this
    is said; `rooted`, whether one has the root of a translation of the other; `no-noun`, how much of the
    meanings of one is no noun; `shared`, how much of what the second means is translated by what
    translates the first; `meanings`, how many translations there are, and `many-meant`, how much the
    second means; `in-place`, whether their neighbours answer each other; `lone`, how many others are not
    answered, of the side that has more of them; `agrees`, how much of the bead is; `taken`, whether what may
    translate the first answers another word, and `taken-there` the second; `throughout`, in how many other
    places they stand for each other; `elsewhere`, in how much of the other places of the first it has a
    right counterpart; `nowhere`, that it has others, and in none.
    """
    bead, kin = found.bead, found.kin
    forms, forms_there = found.words
    sure = bead.dictionary.sure(forms)
    meant = bead.dictionary.translated(forms_there)
    shared = sum(not sure.isdisjoint(bead.dictionary.sure((one,))) for one in meant)
    wanted, wanted_there = bead.answers.wanted
    apart = kin is not None and kin.steps > 0 and not kin.above
    return {
        "kin": max(0.0, 1 - kin.steps / _STEPS) if kin and apart else 0.0,
        "above": float(kin is not None and kin.above),
        "one-sense": float(kin is not None and not kin.steps),
        "strange": float(kin is None),
        "abstract": float(kin is not None and not kin.things),
        "rare": min(1.0, kin.rare / _RARE) if kin else 0.0,
        "shared": shared / max(1, len(meant)),
        "rooted": float(any(cognate(one, two) for one in sure for two in forms_there)),
        "no-noun": max(bead.dictionary.no_noun(forms), bead.dictionary.means_no_noun(forms_there)),
        "meanings": min(1.0, len(sure) / _MEANINGS),
        "many-meant": min(1.0, len(meant) / _MEANT),
        "in-place": bead.in_place(found.here, found.there),
        "lone": min(1.0, max(0, max(map(len, bead.common)) - 1) / _LONE),
        "agrees": bead.agrees,
        "taken": float(found.here in wanted),
        "taken-there": float(found.there in wanted_there),
        "throughout": min(1.0, (times - 1) / 2),
        "elsewhere": sum(answers) / (len(answers) - 1) if sum(answers) else 0.0,
        "nowhere": float(len(answers) > 1 and not any(answers)),
    }


def doubt(evidence: Mapping[str, float]) -> float:
    """How doubtful it is that anything is wrong: 0 and more; the encoder is asked where it is little."""
    return sum(weight * evidence[name] for name, weight in _DOUBTS.items())


def nearness(here: str, there: str, right: str) -> Question:
    """How near are the two words, and the first and its translation?"""
    return Question((here, there, right), _nearer, words=True)


def fitness(pair: AlignedPair, found: StandIn, right: Sequence[str], means: str) -> Question:
    """Do the sides say more nearly the same with a right translation in the place of the other word, without
    that one, or with what it means in the place of the first?
    """
    one, other = found.bead.one.side, found.bead.other.side
    bead, (here, there) = found.bead.bead, found.spans
    own, said = (
        " ".join(pair.article(side).sentence_text(number) for number in bead.side(side))
        for side in (one, other)
    )
    tried = [
        change(pair.article(other), bead.side(other), (there,), own, words).changed for words in (*right, "")
    ]
    meant = change(pair.article(one), bead.side(one), (here,), said, means).changed
    return Question((own, said, meant, *tried), _fits)


def _fits(vectors: Vectors) -> Mapping[str, float]:
    """`fits`: how much more the sides say the same with a right translation; `spare` and `missed`: how much
    more, or less, without the other word; `meant` and `unmeant`: with what that means in the place of the
    first.
    """
    own, said, meant, *tried, without = vectors
    fits, _ = for_and_against(max(gain_of(said, one, own) for one in tried) / _GAIN)
    spare, missed = for_and_against(gain_of(said, without, own) / _GAIN)
    is_meant, unmeant = for_and_against(gain_of(own, meant, said) / _GAIN)
    return {"fits": fits, "spare": spare, "missed": missed, "meant": is_meant, "unmeant": unmeant}


def _nearer(vectors: Vectors) -> Mapping[str, float]:
    """`near`: how near the two words are; `nearer`: how much nearer the first is to its translation."""
    here, there, right = vectors
    near, best = float(here @ there), float(here @ right)
    return {"near": min(1.0, max(0.0, near)), "nearer": min(1.0, max(0.0, best - near))}
