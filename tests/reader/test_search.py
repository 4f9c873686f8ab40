"""Search is blind to case, accents and the curl of apostrophes, and finds the text as written."""

import pytest
from by_hand import article_of

from tui.articles import Span, article_from_text
from tui.reader.search import find, folded_pair


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
        ("", "anything", []),
        ("zzz", "anything", []),
    ],
)
def test_matches_are_the_characters_as_written(query: str, text: str, written: list[str]) -> None:
    """What is lit is what stands in the article, accents and all."""
    assert found(query, text) == written


def test_both_sides_are_searched() -> None:
    """Matches name their side."""
    source = article_from_text("The port of Ostia.", language="en")
    target = article_from_text("Il porto di Ostia.", language="it")
    matches = find(folded_pair(source, target), "ostia")
    assert [(match.side, match.span) for match in matches] == [
        ("source", Span(12, 17)),
        ("target", Span(12, 17)),
    ]
