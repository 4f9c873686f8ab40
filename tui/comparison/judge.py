"""The judge: how sure each candidate is, from its evidence, and how loud that lets it be.

The probability that a careful reader agrees is a logistic function of the evidence. Its weights are fitted by
`benchmarks/fit.py` on judged alarms and planted errors and kept in `assets/judge.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from tui.comparison.model import Finding, severity
from tui.comparison.rule import Candidate, Rule
from tui.languages import toml_table

FLOOR = 0.1
"""Below this probability a candidate is no finding at all, not even one of the less sure."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The judge's weights: log odds."""

    rules: Mapping[str, float]
    """Of each rule before any evidence."""
    evidence: Mapping[str, Mapping[str, float]]
    """Of each kind of evidence, per unit, by the family of the rule; what is not listed counts nothing."""

    def probability(self, family: str, rule: Rule, evidence: Mapping[str, float]) -> float:
        """How likely a careful reader agrees: 0 to 1, to three places, so that no machine differs."""
        weights = self.evidence.get(family, {})
        odds = self.rules[rule.name] + sum(
            weights.get(name, 0.0) * value for name, value in sorted(evidence.items())
        )
        return round(1 / (1 + exp(-odds)), 3)


@cache
def fitted() -> Weights:
    """The weights of `assets/judge.toml`."""
    table = toml_table("judge.toml")
    return Weights(table["rules"], table["evidence"])


def finding(candidate: Candidate, family: str, evidence: Mapping[str, float], weights: Weights) -> Finding:
    """The finding that a candidate of a family is, as sure as all its `evidence` makes it."""
    confidence = weights.probability(family, candidate.rule, evidence)
    rule = candidate.rule
    return Finding(
        kind=candidate.kind or rule.kind, layer=rule.layer,
        severity=severity(confidence, rule.ceiling) or "minor", confidence=confidence,
        source=candidate.source, target=candidate.target,
        source_value=candidate.source_value, target_value=candidate.target_value,
        message=candidate.message, rule=rule.name, ceiling=rule.ceiling,
        evidence=tuple(sorted((name, round(value, 3)) for name, value in evidence.items())),
    )  # fmt: skip
