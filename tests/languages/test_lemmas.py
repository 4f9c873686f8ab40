"""Dictionary forms: searched or loaded, from the cache or not, they are simplemma's own."""

from __future__ import annotations

import pytest
import simplemma
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from tui.languages import known, lemma
from tui.languages.lemmas import _MANY, _Dictionary

WORDS = {
    "en": ["houses", "went", "better", "ferries", "aa", "zzzz", "", "don't", "re-elected", "children"],
    "it": ["case", "andò", "migliore", "traghetti", "zuppe", "città", "dell'", "darglielo", "zzzz"],
}


@pytest.mark.dear
@pytest.mark.parametrize("language", WORDS)
def test_a_dictionary_that_is_searched_says_what_a_loaded_one_says(language: str) -> None:
    whole = DefaultDictionaryFactory().get_dictionary(language)
    words = [*WORDS[language], *list(whole)[:: len(whole) // 500]]
    for _ in range(2):  # the second time the table of places is kept
        searched = _Dictionary(language)
        assert [searched.get(word) for word in words] == [whole.get(word) for word in words]


@pytest.mark.dear
def test_after_many_searches_it_still_says_the_same() -> None:
    searched = _Dictionary("it")
    before = [searched.get(word) for word in WORDS["it"]]
    for number in range(_MANY):
        searched.get(f"casa{number}")
    assert [searched.get(word) for word in WORDS["it"]] == before


@pytest.mark.dear
@pytest.mark.parametrize("language", WORDS)
def test_lemmas_are_those_of_the_library(language: str) -> None:
    for word in WORDS[language][:-1]:
        if word:
            assert lemma(word, language) == simplemma.lemmatize(word, lang=language)
    assert not known("zzzz", language)
