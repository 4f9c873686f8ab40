"""What one side supposes, expects or intends and the other plainly tells: *seems to protect*, *protegge*.

A phrase before a verb makes what the verb says less than told. Where the verb has its counterpart and nothing
on the other side hedges, that side tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.articles import Side, Span
from tui.comparison.polarity import Stretch, clause_bounds, once, ties_of
from tui.comparison.rule import AS_READ, Candidate, Rule
from tui.comparison.tense.linking import linking
from tui.comparison.tense.tables import supposing

SUPPOSED = Rule(
    "supposed-one-sided", "modality", "facts", "major", needs=frozenset({"tense"}),
    yields_to=frozenset({"hedge-one-sided", "certainty-differs", "tense-differs", "duty-graded"}),
    yields_to_touch=True,
)  # fmt: skip

_VERB = 2
"""Words after a phrase among which stands the verb that it makes less than told."""
_CLAUSE = 6
"""Words after a phrase that belong to what it makes less than told, at most."""
_LONG = 60
"""Words of a bead that are as many as any."""


class Supposed(Struct, frozen=True):
    """A phrase that makes a verb less than told."""

    word: int
    end: int
    """The word after its last."""


def suppositions(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """Verbs that one side only supposes, where nothing on the other side does."""
    for here, there in ((source, target), (target, source)):
        found = supposed(here)
        if len(found) != 1 or supposing(there.language) is None or hedging(there):
            continue
        clause = ties_of(here, there).content(here.side, found[0].end, found[0].end + _CLAUSE)
        everything = range(len(there.tokens))
        links = linking(source, target)
        pairs = links.pairs(clause, everything) if here is source else links.pairs(everything, clause)
        for ours, theirs, strength in pairs[:1]:
            word, other = (ours, theirs) if here is source else (theirs, ours)
            verb = word == clause[0] and word <= found[0].end + _VERB
            yield _candidate(here, found[0], word, there, other, strength if verb else 0.0)


@once
def supposed(side: Stretch) -> tuple[Supposed, ...]:
    """The phrases of a side that make a verb less than told."""
    rules = supposing(side.language)
    if rules is None:
        return ()
    forms = [frozenset({token.key}) for token in side.tokens]
    return tuple(Supposed(at, end) for at, end, _ in rules.phrases.in_turn(forms))


def hedging(side: Stretch) -> tuple[int, ...]:
    """The words of a side that make something less than told."""
    rules = supposing(side.language)
    if rules is None:
        return ()
    return tuple(
        at
        for at, (token, forms) in enumerate(zip(side.tokens, side.forms, strict=True))
        if not rules.words.isdisjoint(forms) or (rules.endings and token.key.endswith(rules.endings))
    )


def _candidate(
    here: Stretch, one: Supposed, word: int, there: Stretch, other: int, strength: float
) -> Candidate:
    """Evidence, each 0 to 1: `supposed-link`, how surely the verbs are each other's counterpart, where it is
    not another word of the clause that has one;
    `supposed-agrees`, how much of the clause is linked; `supposed-long`, how long the bead is.
    """
    ties = ties_of(here, there)
    spans: dict[Side, Span] = {
        here.side: Span(here.tokens[one.word].start, here.tokens[word].end),
        there.side: there.tokens[other].span,
    }
    said = spans[here.side].within(here.text)
    values: dict[Side, str | None] = {here.side: said.lower(), there.side: None}
    return Candidate(
        rule=SUPPOSED,
        evidence={
            "supposed-link": strength,
            "supposed-agrees": ties.share(here.side, ties.content(here.side, *clause_bounds(here, word))),
            "supposed-long": min(1.0, max(len(here.tokens), len(there.tokens)) / _LONG),
        },
        source=(spans["source"],), target=(spans["target"],),
        source_value=values["source"], target_value=values["target"],
        message=f"Only the {AS_READ[here.side]} leaves it open: “{said}”.",
    )  # fmt: skip
