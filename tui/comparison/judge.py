"""The judge: how sure each candidate is, from its evidence, and how loud that lets it be.

The probability that a careful reader agrees is a logistic function of the evidence. Its weights are fitted by
`benchmarks/fit.py` on judged alarms and planted errors and kept in `assets/judge/`, a table a family.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp, log

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.model import AGREES, PARTS, SURE, UNPROVEN, Finding, severity
from tui.comparison.rule import Candidate, Rule
from tui.languages import toml_table

_TESTIMONY = "judge/testimony.toml"
FLOOR = 0.1
"""Below this probability a candidate is no finding at all, not even one of the less sure."""


class Weights(Struct, frozen=True):
    """The judge's weights for one family of rules: log odds."""

    rules: Mapping[str, float]
    """Of each rule before any evidence."""
    evidence: Mapping[str, float]
    """Of each kind of evidence, per unit; what is not listed counts nothing."""

    def probability(self, rule: Rule, evidence: Mapping[str, float]) -> float:
        """How likely a careful reader agrees: 0 to 1, to three places, so that no machine differs."""
        odds = self.rules[rule.name] + sum(
            self.evidence.get(name, 0.0) * value for name, value in sorted(evidence.items())
        )
        return round(1 / (1 + exp(-odds)), 3)


def table_name(family: str) -> str:
    """Where the weights of a family stand: `false friends` in `false-friends.toml`."""
    return family.replace(" ", "-") + ".toml"


@cache
def fitted(family: str) -> Weights:
    """The weights that `assets/judge/` has for a family, with those of what the witness says."""
    table, testimony = toml_table(f"judge/{table_name(family)}"), toml_table(_TESTIMONY)
    heard = {**testimony["any"], **testimony.get(family, {})}
    return Weights(table.get("rules", {}), {**heard, **table.get("evidence", {})})


def finding(candidate: Candidate, evidence: Mapping[str, float], confidence: float) -> Finding:
    """The finding that a candidate is, with all that makes it so sure."""
    rule = candidate.rule
    return Finding(
        kind=candidate.kind or rule.kind, layer=rule.layer,
        severity=severity(confidence, rule.ceiling) or "minor", confidence=confidence,
        source=candidate.source, target=candidate.target,
        source_value=candidate.source_value, target_value=candidate.target_value,
        message=candidate.message, rule=rule.name, ceiling=rule.ceiling,
        evidence=tuple(sorted((name, round(value, 3)) for name, value in evidence.items())),
    )  # fmt: skip


def attested(found: Finding, rule: Rule, testimony: Mapping[str, float], weights: Weights) -> Finding:
    """The finding as sure as it is after what the witness says of it: evidence named `AGREES` or `PARTS`."""
    evidence = {name: value for name, value in found.evidence if name not in (AGREES, PARTS)}
    alone = weights.probability(rule, evidence)
    evidence |= {name: round(value, 3) for name, value in testimony.items()}
    confidence = _swayed(found, alone, weights.probability(rule, evidence), agrees=AGREES in testimony)
    return replace(
        found,
        confidence=confidence,
        severity=severity(confidence, found.ceiling) or "minor",
        evidence=tuple(sorted(evidence.items())),
    )


def _swayed(found: Finding, alone: float, heard: float, *, agrees: bool) -> float:
    """How sure a finding is that is `alone` so sure, and as `heard` after a witness that agrees with the
    source, or parts from it.
    """
    proven = found.ceiling != "critical" or (alone >= SURE and not agrees)
    return heard if proven else min(heard, UNPROVEN)


def may_be_swayed(found: Finding) -> bool:
    """Whether what a witness says could make a finding louder or quieter."""
    if found.layer == "missing" or not 0 < found.confidence < 1:
        return False
    odds, table = log(found.confidence / (1 - found.confidence)), toml_table(_TESTIMONY)["any"]
    chances = [
        _swayed(found, found.confidence, 1 / (1 + exp(-odds - table[name])), agrees=name == AGREES)
        for name in (AGREES, PARTS)
    ]
    return len({severity(chance, found.ceiling) for chance in chances}) > 1
