"""What is said once: a finding leaves out what another one already says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.articles import SIDES, Side
from tui.comparison.model import Finding
from tui.comparison.rule import LAYERS, SEVERITIES, Rule

if TYPE_CHECKING:
    from tui.alignment import AlignedPair

_ALONE = ("only-source", "only-target")


def unrepeated(findings: Iterable[Finding], rules: Mapping[str, Rule], pair: AlignedPair) -> list[Finding]:
    """Leaves out what another finding already says, at least as loud.

    A text without a counterpart says so once, for all that stands in it. Elsewhere the louder layer speaks: a
    finding all of whose spans lie inside those of one of a layer before its own is left out, and so is one
    whose rule yields to the other's; `rules` has them by name.
    """
    kept: list[Finding] = []
    standing: dict[tuple[Side, int], list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_precedence):
        sentences = list(sentences_of(finding, pair))
        others = [other for sentence in sentences for other in standing[sentence]]
        if not _is_said(finding, others, rules[finding.rule]):
            kept.append(finding)
            for sentence in sentences:
                standing[sentence].append(finding)
    return kept


def sentences_of(finding: Finding, pair: AlignedPair) -> Iterator[tuple[Side, int]]:
    """Every sentence in which a finding stands."""
    for side in SIDES:
        article = pair.article(side)
        for span in finding.side(side):
            for sentence in range(article.sentence_at(span.start), article.sentence_at(span.end - 1) + 1):
                yield side, sentence


def _precedence(finding: Finding) -> tuple[int, int]:
    layer = -1 if finding.kind in _ALONE else LAYERS.index(finding.layer)
    return layer, SEVERITIES.index(finding.severity)


def _is_said(finding: Finding, others: Iterable[Finding], rule: Rule) -> bool:
    """Whether others say what `finding` says: one of them all of it or, touching, each of its spans."""
    speaking = [other for other in others if _speaks_first(other, finding, rule)]
    if any(_covers(other, finding) for other in speaking):
        return True
    return rule.yields_to_touch and all(
        any(
            outer.start < span.end and span.start < outer.end
            for other in speaking
            if _yields(rule, other)
            for outer in other.side(side)
        )
        for side in SIDES
        for span in finding.side(side)
    )


def _speaks_first(other: Finding, finding: Finding, rule: Rule) -> bool:
    before = other.kind in _ALONE or LAYERS.index(other.layer) < LAYERS.index(finding.layer)
    if other.kind == "moved" or not (before or _yields(rule, other)):
        return False
    return SEVERITIES.index(other.severity) <= SEVERITIES.index(finding.severity)


def _yields(rule: Rule, other: Finding) -> bool:
    return other.rule in rule.yields_to or other.layer in rule.yields_to


def _covers(other: Finding, finding: Finding) -> bool:
    return all(
        any(outer.start <= span.start and span.end <= outer.end for outer in other.side(side))
        for side in SIDES
        for span in finding.side(side)
    )
