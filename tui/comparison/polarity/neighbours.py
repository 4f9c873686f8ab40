"""What a sentence denies or hedges where the sentence beside it does on the other side.

A translator cuts sentences elsewhere: *…; it was no great loss. / Non era una gran perdita, ma …* What one
bead says on one side alone the next one then has on the other side alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from tui.alignment import AlignedPair
from tui.articles import SIDES, Side, other_side
from tui.comparison.polarity.lexicon import negation
from tui.comparison.rule import Candidate, Rule
from tui.languages import base_language

_ALONE = 0.5
"""How surely a sentence that stands alone holds what the one beside it lacks."""


def with_neighbours(
    pair: AlignedPair, found: Mapping[int, Sequence[Candidate]], own: Iterable[int], rules: Iterable[Rule]
) -> Iterator[Candidate]:
    """The candidates of the `own` of some beads, `found` with those beside them.

    Those of some rules, one of whose sides has nothing, get how surely it has it beside: `beside`, 1 where a
    bead next to theirs has a candidate of the same rule the other way round, half as sure where it is a
    sentence of that side alone that denies something.
    """
    names = {rule.name for rule in rules}
    for at in own:
        for one in found.get(at, ()):
            side = _one_sided(one)
            if one.rule.name not in names or side is None:
                yield one
                continue
            near = max(
                _has(pair, next_to, found.get(next_to, ()), one.rule, other_side(side))
                for next_to in (at - 1, at + 1)
            )
            yield replace(one, evidence={**one.evidence, "beside": near})


def _one_sided(candidate: Candidate) -> Side | None:
    """The side that alone says it; None where both do."""
    said = [
        side
        for side, value in zip(SIDES, (candidate.source_value, candidate.target_value), strict=True)
        if value
    ]
    return said[0] if len(said) == 1 else None


def _has(pair: AlignedPair, at: int, candidates: Iterable[Candidate], rule: Rule, side: Side) -> float:
    """How surely a bead says on a side what its other side does not."""
    if not 0 <= at < len(pair.alignment.beads):
        return 0.0
    bead = pair.alignment.beads[at]
    if bead.source and bead.target:
        return float(any(one.rule == rule and _one_sided(one) == side for one in candidates))
    denies = negation(base_language(pair.article(side).language))
    keys = (token.key for number in bead.side(side) for token in pair.tokens[side][number])
    return _ALONE if denies and any(map(denies.is_cue, keys)) else 0.0
