"""Each rule says something of a small pair of its own."""

from functools import cache

import pytest
from rule_pairs import SPEAKS

from tui.alignment import AlignedPair, UseEncoder, align
from tui.articles import article_from_text
from tui.comparison.compare import compare, findings_of
from tui.comparison.families import FAMILIES

OUTSPOKEN = frozenset({"phrase-put-in", "order-differs", "season-differs", "limit-differs", "earlier-later"})
"""Rules that speak of their pair, though another that it yields to says it better."""
ELSEWHERE = frozenset({"link-leads-nowhere", "code-differs", "link-differs"})
"""Rules without a pair: of markup, which plain text has not."""
FAMILY_OF = {rule.name: family for family in FAMILIES for rule in family.rules}


@cache
def encoder() -> UseEncoder:
    return UseEncoder()


def test_every_rule_has_a_pair() -> None:
    assert SPEAKS.keys() | ELSEWHERE == FAMILY_OF.keys()
    assert not SPEAKS.keys() & ELSEWHERE


@pytest.mark.parametrize("name", SPEAKS)
def test_a_rule_speaks(name: str) -> None:
    source, target, *languages = SPEAKS[name]
    tags = (languages[0] if languages else "en it").split()
    one, other = (
        article_from_text(text, language=tag) for text, tag in zip((source, target), tags, strict=True)
    )
    alignment = align(one, other, encoder())
    findings = compare(one, other, alignment, encoder()).findings
    if name in OUTSPOKEN:
        assert name not in {found.rule for found in findings}
        findings = tuple(findings_of(FAMILY_OF[name], AlignedPair(one, other, alignment, encoder())))
    assert name in {found.rule for found in findings}
