"""A *not* that the other side says by a word that denies the same, and one that it does not say."""

import pytest
from one_bead import found

from tui.comparison.polarity import FAMILY as POLARITY
from tui.languages import denied_by, dictionary

ANSWERED = [
    ("The mayor was quick to answer the bakers.", "Il sindaco non tardò a rispondere ai fornai."),
    ("The baker did not keep his promise.", "Il fornaio ha infranto la promessa."),
    ("The crowd did not gather in the square.", "La folla si disperse nella piazza."),
    ("The duke was not generous with his servants.", "Con i servitori il duca era avaro."),
    ("The blade is not sharp.", "La lama è smussata."),
    ("The lake did not freeze.", "Il lago si sciolse."),
]
OPEN = [
    ("The mayor was able to answer the bakers.", "Il sindaco non tardò a rispondere ai fornai."),
    ("The baker did not keep his promise.", "Il fornaio ha mantenuto la promessa."),
    ("The crowd did not gather in the square.", "La folla si radunò nella piazza."),
    ("The duke was not generous with his servants.", "Con i servitori il duca era generoso."),
    ("The blade is not sharp.", "La lama è affilata."),
    ("The lake did not freeze.", "Il lago si gelò."),
    # what denies what is denied stands on both sides
    ("The quick mayor answered the bakers.", "Il rapido sindaco non tardò a rispondere ai fornai."),
    # and where something else is denied
    ("The quick mayor answered the bakers.", "Il sindaco non rispose ai fornai."),
]


def _severities(source: str, target: str, languages: str) -> list[str]:
    told = found(POLARITY, source, target, languages)
    return [one.severity for one in told if one.rule == "negation-one-sided"]


@pytest.mark.parametrize(("english", "italian"), ANSWERED)
def test_a_denial_said_by_a_word_that_denies_the_same_is_no_loud_difference(
    english: str, italian: str
) -> None:
    assert not {"critical", "major"} & {*_severities(english, italian, "en it")}
    assert not {"critical", "major"} & {*_severities(italian, english, "it en")}


@pytest.mark.parametrize(("english", "italian"), OPEN)
def test_a_denial_that_nothing_answers_is_told(english: str, italian: str) -> None:
    assert _severities(english, italian, "en it") == ["critical"]
    assert _severities(italian, english, "it en") == ["critical"]


def test_words_deny_others_by_their_meaning() -> None:
    assert "delay" in denied_by("quick", "en")
    assert "remember" in denied_by("forget", "en")
    assert not denied_by("quick", "it")
    assert "quick" in dictionary("en", "it").translated(["rapido"])
