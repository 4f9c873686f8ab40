"""Search is blind to case, accents and the curl of apostrophes, and finds the text as written."""

import re

import pytest
from by_hand import article_of

from tui.articles import Span, article_from_text
from tui.errors import PatternError
from tui.reader.page.search import find, folded_pair


def found(query: str, text: str) -> list[str]:
    article = article_of([[text]], "it")
    matches = find(folded_pair(article, article), query)
    return [match.span.within(article.text) for match in matches if match.side == "source"]


@pytest.mark.parametrize(
    ("query", "text", "written"),
    [
        ("perche", "Perché? PERCHÉ!", ["Perché", "PERCHÉ"]),
        ("CAFFÈ", "un caffe e un caffè", ["caffe", "caffè"]),
        ("l'ira", "disse l’ira", ["l’ira"]),
        ("strasse", "in der Straße", ["Straße"]),
        ("e", "de\u0301ja", ["e\u0301"]),
        ("ja", "de\u0301ja Straße ja", ["ja", "ja"]),
        ("s", "Straße", ["S", "ß"]),
        ("deja", "de\u0301ja\u0300", ["de\u0301ja\u0300"]),
        ("aa", "aaa", ["aa"]),
        ("[b]", "a [b] c", ["[b]"]),
        (r"re:caff[eè]", "un Caffè e un caffe", ["Caffè", "caffe"]),
        (r"re:l[’]ira\b", "disse l’ira", ["l’ira"]),
        (r"re:\b(\w+) \1\b", "the the port", ["the the"]),
        (r"re:s?", "Straße", ["S", "ß"]),
        ("re:", "anything", []),
        ("", "anything", []),
        ("zzz", "anything", []),
    ],
)
def test_matches_are_the_characters_as_written(query: str, text: str, written: list[str]) -> None:
    """What is lit is what stands in the article, accents and all."""
    assert found(query, text) == written


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("re:(the", "not an expression yet: missing )"),
        ("re:[a", "not an expression yet: unterminated character set"),
        ("re:*", "not an expression yet: nothing to repeat"),
        (r"re:((a{100}){100}){900}", "too large"),
        ("re:" + "(" * 3000 + ")" * 3000, "too large"),
        ("re:(a+)+b", "too slow"),
    ],
)
def test_an_expression_that_cannot_be_searched_for_says_why(query: str, problem: str) -> None:
    """At once, also where finding it would take longer than anyone lives."""
    with pytest.raises(PatternError, match=f"^{re.escape(problem)}"):
        found(query, "a" * 5000)


def test_both_sides_are_searched() -> None:
    """Matches name their side."""
    source = article_from_text("The port of Ostia.", language="en")
    target = article_from_text("Il porto di Ostia.", language="it")
    matches = find(folded_pair(source, target), "ostia")
    assert [(match.side, match.span) for match in matches] == [
        ("source", Span(12, 17)),
        ("target", Span(12, 17)),
    ]
