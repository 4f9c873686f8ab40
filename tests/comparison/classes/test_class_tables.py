"""The tables of the classes: no phrase says two things that exclude each other by oversight."""

from collections import Counter

import pytest

from tui.comparison.classes.kinds import CLASSES
from tui.comparison.classes.tables import IDLE, NEAR, held, phrases_of, table
from tui.comparison.polarity import Stretch
from tui.languages import tokenize, tsv_table

LANGUAGES = ("en", "it")


@pytest.mark.parametrize("name", [one.name for one in CLASSES])
def test_every_member_can_be_said_or_stood_for_in_both_languages(name: str) -> None:
    rows = tsv_table(f"classes/{name}.tsv")
    assert len(rows) >= 2
    assert not [
        row["key"] for row in rows if row["key"] != IDLE and not all(row[language] for language in LANGUAGES)
    ]
    assert not [key for key, count in Counter(row["key"] for row in rows).items() if count > 1]


@pytest.mark.parametrize("name", [one.name for one in CLASSES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice_in_a_cell(name: str, language: str) -> None:
    for row in tsv_table(f"classes/{name}.tsv"):
        phrases = phrases_of(row[language].replace("|", " "))
        assert not [phrase for phrase, count in Counter(phrases).items() if count > 1], row["key"]


@pytest.mark.parametrize("name", [one.name for one in CLASSES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_says_nothing_does_not_say_a_member_too(name: str, language: str) -> None:
    cells = {
        row["key"]: set(phrases_of(row[language].replace("|", " ")))
        for row in tsv_table(f"classes/{name}.tsv")
    }
    idle = cells.pop(IDLE, set()) | cells.pop(NEAR, set())
    assert not idle & {phrase for cell in cells.values() for phrase in cell}


@pytest.mark.parametrize("name", [one.name for one in CLASSES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_at_its_own_text(name: str, language: str) -> None:
    lost = []
    for row in tsv_table(f"classes/{name}.tsv"):
        for phrase in phrases_of(row[language].replace("|", " ")):
            text = phrase.replace("*", "sic").replace("+", "").replace("-", " ")
            words = held(Stretch("source", language, text, tuple(tokenize(text)), frozenset()))
            ends = [end for end, _ in table(language).phrases.all_at(words, 0)]
            if len(words) not in ends and not phrase.endswith("+"):
                lost.append(phrase)
    assert not lost
