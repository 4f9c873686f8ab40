"""What `gold.json` says of the sample is what the comparison says."""

import json
from functools import cache
from typing import Any

import pytest

from tui.alignment import UseEncoder, align
from tui.articles import Article, Side, load
from tui.comparison import SEVERITIES, Comparison, Finding, compare
from tui.resources import asset

GOLD: dict[str, Any] = json.loads(asset("sample/gold.json").read_text("utf-8"))
MISSED = {
    "the least bad offer we were ever going to get": "“least bad” and “migliore” both praise",
    "as a witness": "one word and its preposition are not seen to be left out",
}
"""What gold tells and the comparison does not yet."""
LANGUAGE: dict[Side, str] = {"source": "en", "target": "it"}


@cache
def compared() -> tuple[dict[Side, Article], Comparison]:
    articles = {side: load(str(asset(f"sample/{tag}.txt")), language=tag) for side, tag in LANGUAGE.items()}
    encoder = UseEncoder()
    alignment = align(articles["source"], articles["target"], encoder)
    return articles, compare(articles["source"], articles["target"], alignment, encoder)


def touching(entry: dict[str, str], every: bool) -> list[Finding]:
    """The findings that touch what an entry of gold quotes, on `every` side that it quotes or on any."""
    articles, comparison = compared()
    quantifier = all if every else any
    return [
        finding
        for finding in comparison.findings
        if quantifier(
            any(span.start < at + len(entry[tag]) and at < span.end for span in finding.side(side))
            for side, tag in LANGUAGE.items()
            if entry[tag]
            for at in [articles[side].text.index(entry[tag])]
        )
    ]


def differences() -> list[Any]:
    """Every difference of gold; those that are missed have to be missed."""
    return [
        pytest.param(
            entry,
            id=name,
            marks=[pytest.mark.xfail(reason=MISSED[name], strict=True)] if name in MISSED else [],
        )
        for entry in GOLD["differences"]
        for name in [entry["en"] or entry["it"]]
    ]


@pytest.mark.parametrize("entry", differences())
def test_each_difference_is_told_as_loud_as_it_is(entry: dict[str, str]) -> None:
    loudest = min(
        (SEVERITIES.index(finding.severity) for finding in touching(entry, every=False)),
        default=len(SEVERITIES),
    )
    assert loudest <= SEVERITIES.index(entry["severity"])


@pytest.mark.parametrize("entry", GOLD["not_differences"], ids=lambda entry: entry["en"])
def test_no_fact_is_said_to_differ_where_only_the_form_does(entry: dict[str, str]) -> None:
    assert not [f for f in touching(entry, every=True) if f.layer == "facts"]


def test_no_rule_failed() -> None:
    assert compared()[1].incomplete == ()
