"""How the findings of all layers come together."""

import subprocess
import sys
from typing import Any

import pytest
from by_hand import Zeros, alignment_of, article_of
from msgspec.structs import replace

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import Span
from tui.comparison import Finding, Kind, Layer, compare
from tui.comparison.model import as_read
from tui.comparison.repeats import unrepeated
from tui.comparison.rule import Rule
from tui.comparison.together import said_together

SOURCE = article_of([["The old mill burned in 1999."], ["Nobody was hurt."]])
TARGET = article_of([["Il vecchio mulino è bruciato nel 1989."], ["Nessun ferito."]], "it")


YIELDS = {"omission": frozenset({"facts"})}


def pair(beads: str) -> AlignedPair:
    return AlignedPair(SOURCE, TARGET, alignment_of(beads), Zeros())


def finding(kind: Kind, layer: Layer, source: str = "", target: str = "") -> Finding:
    return Finding(
        kind,
        layer,
        "minor",
        1.0,
        _spans(SOURCE.text, source),
        _spans(TARGET.text, target),
        None,
        None,
        "",
        kind,
    )


def _spans(text: str, quotation: str) -> tuple[Span, ...]:
    start = text.index(quotation)
    return (Span(start, start + len(quotation)),) if quotation else ()


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("number", "facts", "in 1999", "nel 1989"), ("word", "words", "1999"), ["number"]),
        (("number", "facts", "1999", "1989"), ("word", "words", "mill"), ["number", "word"]),
        (("number", "facts", "1999"), ("omission", "missing", "in 1999"), ["number"]),
        (("omission", "missing", "in 1999"), ("word", "words", "mill"), ["omission", "word"]),
        (("omission", "missing", "old mill"), ("word", "words", "old"), ["omission"]),
        (("only-source", "missing", "Nobody was hurt."), ("negation", "facts", "Nobody"), ["only-source"]),
        (("moved", "missing", "was hurt", "ferito"), ("word", "words", "hurt", "ferito"), ["moved", "word"]),
        (("number", "facts", "1999"), ("date", "facts", "in 1999"), ["number", "date"]),
    ],
)  # fmt: skip
def test_what_a_louder_finding_says_is_not_said_again(
    first: tuple[Any, ...], second: tuple[Any, ...], kept: list[str]
) -> None:
    findings = [finding(*first), finding(*second)]
    rules = {
        f.rule: Rule(
            f.rule, f.kind, f.layer, "minor", yields_to=YIELDS.get(f.kind, frozenset()), yields_to_touch=True
        )
        for f in findings
    }
    for order in (findings, findings[::-1]):
        assert sorted(f.kind for f in unrepeated(order, rules, pair("0=0 1=1"))) == sorted(kept)


def test_a_finding_of_several_places_stays_while_one_of_them_is_its_own() -> None:
    """A fact that touches one phrase says nothing of the other."""
    rules = {
        "omission": Rule("omission", "omission", "missing", "minor", frozenset(), YIELDS["omission"], True),
        "number": Rule("number", "number", "facts", "minor"),
    }
    both = replace(
        finding("omission", "missing"),
        source=(*_spans(SOURCE.text, "in 1999"), *_spans(SOURCE.text, "old mill")),
    )
    fact = finding("number", "facts", "1999", "1989")
    assert unrepeated([both, fact], rules, pair("0=0 1=1")) == [fact, both]
    other = finding("number", "facts", "mill")
    assert unrepeated([both, fact, other], rules, pair("0=0 1=1")) == [fact, other]


def test_what_a_side_of_a_bead_has_alone_is_said_together() -> None:
    """As sure as the surest; what is less loud, or stands elsewhere, stays by itself."""
    rules = {"omission": Rule("omission", "omission", "missing", "major", together=True)}
    sure, less, small, beside = (
        replace(finding("omission", "missing", words), ceiling="major", confidence=chance)
        for words, chance in (("old mill", 0.6), ("in 1999", 0.7), ("The", 0.3), ("hurt", 0.8))
    )
    said = list(said_together([sure, less, small, beside], rules, pair("0=0 1=1")))
    assert [(one.source_value, one.confidence) for one in said] == [
        ("old mill … in 1999", 0.7),
        (None, 0.3),
        (None, 0.8),
    ]
    assert as_read(said[0], turned=False).message == "The target has nothing for “old mill”, “in 1999”."
    alone = {"omission": replace(rules["omission"], together=False)}
    assert list(said_together([sure, less], alone, pair("0=0 1=1"))) == [sure, less]


def test_a_nationality_is_part_of_its_currency() -> None:
    source = article_of([["The mill cost CHF 40,000."]])
    target = article_of([["Il mulino è costato 40.000 franchi svizzeri."]], "it")
    assert not [
        f for f in compare(source, target, alignment_of("0=0"), Zeros()).findings if f.layer == "facts"
    ]


def test_findings_come_in_the_order_of_the_text_each_with_its_own_id() -> None:
    findings = compare(SOURCE, TARGET, alignment_of("0= =0 =1 1="), Zeros()).findings
    assert [(f.kind, bool(f.source)) for f in findings] == [
        ("only-source", True),
        ("only-target", False),
        ("only-target", False),
        ("only-source", True),
    ]
    assert len({f.id for f in findings}) == 4


def test_more_than_for_less_than_is_said_once() -> None:
    source = article_of([["We saw more than 70 ships."]])
    target = article_of([["Abbiamo visto meno di 70 navi."]], "it")
    findings = compare(source, target, alignment_of("0=0"), Zeros()).findings
    assert [(f.kind, f.rule) for f in findings if f.layer == "facts"] == [("number", "qualifier")]


def test_a_fact_is_no_louder_than_major_where_the_sentences_hardly_correspond() -> None:
    severities = {}
    for score in (0.9, 0.3):
        alignment = Alignment((Bead((0,), (0,), score), Bead((1,), (1,), score)))
        severities[score] = {
            f.severity for f in compare(SOURCE, TARGET, alignment, Zeros()).findings if f.kind == "date"
        }
    assert severities == {0.9: {"critical"}, 0.3: {"major"}}


def test_a_fact_is_no_louder_than_major_where_the_texts_hardly_correspond() -> None:
    source = article_of([["On Monday the harbour opened."], *([f"Crate {n} held lemons."] for n in range(6))])
    target = article_of(
        [["Martedì ha aperto il porto."], *([f"La cassa {n} era vuota."] for n in range(6))], "it"
    )
    severities = {}
    for others in ("1=1 2=2 3=3 4=4 5=5 6=6", "1= 2= 3= 4= 5= 6= =1 =2 =3 =4 =5 =6"):
        findings = compare(source, target, alignment_of(f"0=0 {others}"), Zeros()).findings
        severities[others[:3]] = {f.severity for f in findings if f.kind == "date"}
    assert severities == {"1=1": {"critical"}, "1= ": {"major"}}


def test_importing_the_comparison_does_not_import_numpy() -> None:
    code = "import sys, tui.comparison; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
