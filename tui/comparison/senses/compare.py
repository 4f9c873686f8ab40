"""One thing for another: a noun whose place on the other side is taken by one that means something else.

A dictionary of wide cover says which words may stand for each other. Where a noun of one side has nothing on
the other that may translate it, and a noun there stands for nothing, in the same place, the two are held
against each other: do they name two kinds of one thing, as *viola* and *violin* do? And does the sentence say
more nearly the same with a right translation in the place of the other word? The encoder answers that, which
takes away most of what free translation leaves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.comparison.names import cognate
from tui.comparison.quantities import is_quantity
from tui.comparison.rule import Candidate, Family, Rule
from tui.comparison.senses.beads import StandIn, answers_of, beads_of
from tui.comparison.senses.evidence import before_asking, doubt, fitness, nearness

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.articles import Side, Span
    from tui.languages import Dictionary, Kinship

RULE = Rule(
    "sense-differs", "word", "words", "major",
    needs=frozenset({"function-words", "lemmas"}), yields_to=frozenset({"facts", "false-friend"}),
    yields_to_touch=True,
)  # fmt: skip
_MOST = 1.5
"""Where it is more doubtful than that, the encoder is not asked: one candidate costs it five sentences."""
_CLOSE = 4
"""Steps in the kinds of things that lie at most between nouns that are near."""
_RIGHT = 2
"""Right translations that are tried in the place of a word."""


def propose(pair: AlignedPair) -> Iterator[Candidate]:
    """The nouns of a bead that stand in each other's place and do not mean the same."""
    beads = beads_of(pair)
    found = [one for bead in beads for one in bead.stand_ins()]
    if not found:
        return
    times = Counter(one.words for one in found)
    answers = answers_of(beads)
    for one in (one for one in found if one.bead.asked):
        evidence = before_asking(one, times[one.words], answers[one.words[0]])
        if doubt(evidence) <= _MOST and not _counted(pair, one):
            yield _candidate(pair, one, evidence)


FAMILY = Family("senses", (RULE,), propose, one_language=False)


def _counted(pair: AlignedPair, found: StandIn) -> bool:
    """Whether either is part of a quantity."""
    sides = found.bead.one.side, found.bead.other.side
    return any(is_quantity(pair, side, (span,)) for side, span in zip(sides, found.spans, strict=True))


def _candidate(pair: AlignedPair, found: StandIn, evidence: Mapping[str, float]) -> Candidate:
    bead, (forms, forms_there) = found.bead, found.words
    here, there = bead.one.tokens[found.here], bead.other.tokens[found.there]
    right = bead.dictionary.nouns(sorted(forms))
    means = _usual(bead.dictionary, forms_there, found.kin)
    spans: Mapping[Side, tuple[Span, ...]] = {bead.one.side: (here.span,), bead.other.side: (there.span,)}
    values = {bead.one.side: here.key, bead.other.side: there.key}
    return Candidate(
        rule=RULE, evidence=evidence,
        source=spans["source"], target=spans["target"],
        source_value=values["source"], target_value=values["target"],
        message=f"“{there.text}” means “{means}”, not “{here.text}”.",
        questions=(
            nearness(here.key, there.key, right[0]), fitness(pair, found, right[:_RIGHT], means),
        ),
    )  # fmt: skip


def _usual(words: Dictionary, forms: frozenset[str], kin: Kinship | None) -> str:
    """What a noun means first: of all, or of what is as near to the other noun if it is near."""

    def place(noun: str) -> tuple[int, bool, str]:
        translations = words.nouns((noun,))
        first = min((at for at, one in enumerate(translations) if one in forms), default=len(translations))
        return first, not any(cognate(noun, form) for form in forms), noun

    return min(kin.others if kin and kin.steps <= _CLOSE else words.meant(forms), key=place)
