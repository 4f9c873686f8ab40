"""A rule that fails costs its own findings alone."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from by_hand import Zeros, alignment_of, article_of

from benchmarks.fitting.judge import expected
from tui.alignment import AlignedPair
from tui.articles import Article
from tui.comparison import compare
from tui.comparison.compare import proposed
from tui.comparison.families import FAMILIES
from tui.comparison.judge import Weights, fitted, table_name
from tui.comparison.quantities import FAMILY as QUANTITIES
from tui.comparison.rule import Candidate, Family, Rule
from tui.comparison.witness import WITNESS

BROKEN_RULE = Rule("broken", "name", "facts", "critical")


def breaks(pair: AlignedPair) -> Iterator[Candidate]:
    yield Candidate(BROKEN_RULE, (pair.source.sentences[0].span,), (), None, None, "", {})
    raise ZeroDivisionError


BROKEN = Family("broken", (BROKEN_RULE,), breaks)


def one(source: str, target: str) -> tuple[Article, Article]:
    return article_of([[source]]), article_of([[target]], "it")


def test_the_other_families_are_heard_and_the_failed_rules_are_named(
    caplog: pytest.LogCaptureFixture,
) -> None:
    pair = AlignedPair(*one("It cost 5 euros.", "È costato 6 euro."), alignment_of("0=0"), Zeros())
    candidates, incomplete = proposed(pair, (BROKEN, QUANTITIES))
    assert incomplete == ["broken"]
    assert [candidate.rule.name for candidate in candidates] == ["amount-differs"]
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It is as it was.", "Così era."),
        ("Why ever not?", "E perché mai no, allora?"),
        ("To have or not to have.", "Avere."),
        ("|---|", "|------|"),
        ("====", "=========="),
        ("The odds are 2.00/300 now.", "Le quote ora sono 2.00/300."),
        ("¿?", "…"),
    ],
)
def test_texts_of_function_words_marks_or_odd_numbers_are_compared_to_the_end(
    source: str, target: str
) -> None:
    assert compare(*one(source, target), alignment_of("0=0"), Zeros()).incomplete == ()


def test_every_rule_has_a_weight_expected_and_fitted() -> None:
    missing = [
        f"{rule.name}: a line in {folder}/{table_name(family.name)}"
        for family in (*FAMILIES, WITNESS)
        for folder, weights in (
            ("assets/judge", fitted(family.name)),
            ("benchmarks/fitting/expected", expected(family.name)),
        )
        for rule in family.rules
        if rule.name not in weights.rules
    ]
    assert missing == []


def test_a_rule_without_a_weight_costs_its_own_findings_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    texts = one("Nobody paid 5 euros.", "Tutti hanno pagato 6 euro.")
    whole = compare(*texts, alignment_of("0=0"), Zeros())

    def unweighed(family: str) -> Weights:
        rules = {name: weight for name, weight in fitted(family).rules.items() if name != "amount-differs"}
        return Weights(rules, fitted(family).evidence)

    monkeypatch.setattr(import_module("tui.comparison.compare"), "fitted", unweighed)
    found = compare(*texts, alignment_of("0=0"), Zeros())
    assert found.incomplete == ("amount-differs",)
    assert "amount-differs has no weight in assets/judge/quantities.toml" in caplog.text
    assert "amount-differs" in {each.rule for each in whole.findings}
    assert {each.rule for each in found.findings} == {each.rule for each in whole.findings} - {
        "amount-differs"
    }
