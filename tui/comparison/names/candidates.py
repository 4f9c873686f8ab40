"""The rules of names, and a candidate of one."""

from __future__ import annotations

from collections.abc import Mapping

from tui.articles import SIDES, Side, Span, other_side
from tui.comparison.names.gazetteer import gazetteer, is_place
from tui.comparison.names.meaning import kin
from tui.comparison.names.sides import Sides
from tui.comparison.rule import SOURCE, TARGET, Candidate, Question, Rule

SPELLING = Rule("name-spelling", "name", "facts", "critical", needs=frozenset({"names"}))
EXCHANGED = Rule("name-exchanged", "name", "facts", "critical", needs=frozenset({"names"}))
MISSING = Rule("name-missing", "name", "facts", "critical", needs=frozenset({"names"}))

SPELT = f"A name is spelt {{source}} in the {SOURCE} and {{target}} in the {TARGET}."
EXCHANGED_FOR = f"The {SOURCE} names {{source}}, the {TARGET} {{target}}."


def candidate(
    sides: Sides,
    rule: Rule,
    source: Span | None,
    target: Span | None,
    message: str,
    evidence: Mapping[str, float],
    asked: Question | None = None,
) -> Candidate:
    values = {
        "source": source.within(sides.pair.source.text) if source else None,
        "target": target.within(sides.pair.target.text) if target else None,
    }
    if rule is EXCHANGED and values["source"] and values["target"] and not evidence.get("name-listed"):
        ours, theirs = (sides.language[side] for side in SIDES)
        if not any(_place(sides, side, span) for side, span in zip(SIDES, (source, target), strict=True)):
            asked = kin(values["source"], ours, values["target"], theirs)
    return Candidate(
        rule, (source,) if source else (), (target,) if target else (), values["source"], values["target"],
        message.format(**values), {name: value for name, value in evidence.items() if value},
        questions=(asked,) if asked else (),
    )  # fmt: skip


def _place(sides: Sides, side: Side, span: Span | None) -> bool:
    """Whether a span is the name of a place that the lists know in the other side's language."""
    if span is None:
        return False
    there = gazetteer(sides.language[other_side(side)])
    sentence = sides.pair.article(side).sentence_at(span.start)
    return any(
        named.span == span and not named.people and any(is_place(t) and there.forms(t) for t in named.things)
        for named in sides.by_sentence[side][sentence]
    )
