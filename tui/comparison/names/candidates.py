"""The rules of names, and a candidate of one."""

from __future__ import annotations

from collections.abc import Mapping

from tui.articles import SIDES, Span
from tui.comparison.names.meaning import kin, telling
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
        asked = kin(values["source"], ours, values["target"], theirs)
        words = telling(values["source"], ours, values["target"], theirs)
        evidence = {**evidence, "name-telling": float(words)}
    return Candidate(
        rule, (source,) if source else (), (target,) if target else (), values["source"], values["target"],
        message.format(**values), {name: value for name, value in evidence.items() if value},
        questions=(asked,) if asked else (),
    )  # fmt: skip
