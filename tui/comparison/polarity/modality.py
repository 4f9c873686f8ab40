"""How sure a statement is: *may* on one side, a plain assertion or *must* on the other."""

from __future__ import annotations

from collections.abc import Iterator

from tui.articles import Side, Span
from tui.comparison.model import Finding
from tui.comparison.polarity.anchors import Anchors
from tui.comparison.polarity.clauses import Stretch, clause_around, clause_end, clause_near
from tui.comparison.polarity.lexicon import Hedge, forms, hedges


def certainties(source: Stretch, target: Stretch, anchors: Anchors) -> Iterator[Finding]:
    """Beads that one side makes less than sure and the other, from end to end, not (`hedge-one-sided`)."""
    for here, there in ((source, target), (target, source)):
        others = hedges(there.language)
        for kind, hedge in hedges(here.language).items():
            said = [at for at in range(len(here.tokens)) if _says(here, at, hedge)]
            if said and kind in others and not _has(there, others[kind]):
                place = anchors.target_of(said[0]) if here is source else anchors.source_of(said[0])
                yield _finding(here, said[0], clause_near(there, place), there.side)


def _says(side: Stretch, at: int, hedge: Hedge) -> bool:
    token = side.tokens[at]
    if token.key not in hedge.says:
        return False
    inside = at > 0 and not clause_end(side.text[side.tokens[at - 1].end : token.start])
    return not (inside and token.text[:1].isupper())  # the month of May


def _has(side: Stretch, hedge: Hedge) -> bool:
    return any(
        forms(token.key, side.language) & (hedge.says | hedge.also)
        or (bool(hedge.endings) and token.key.endswith(hedge.endings))
        for token in side.tokens
    )


def _finding(here: Stretch, word: int, other: Span, side: Side) -> Finding:
    said = here.tokens[word].text.lower()
    clause = clause_around(here, word)
    spans: dict[Side, Span] = {here.side: clause, side: other}
    values: dict[Side, str | None] = {here.side: said, side: None}
    return Finding(
        kind="modality", layer="facts", severity="major", confidence=0.5,
        source=(spans["source"],), target=(spans["target"],),
        source_value=values["source"], target_value=values["target"],
        message=f"Only the {here.side} says “{said}”: {clause.within(here.text)}.", rule="hedge-one-sided",
    )  # fmt: skip
