"""The tables of roles: nothing stands twice, and every pattern matches a word of its own."""

import re
from collections import Counter

import pytest

from tui.comparison.roles.grammar import grammar
from tui.languages import toml_table
from tui.resources import asset

LANGUAGES = sorted(path.stem for path in asset("roles/en.toml").parent.glob("*.toml"))
PARTICIPLES = {
    "en": "hired written drawn gone lost built broken sung won begun struck",
    "it": "amato temuto dormito perso chiuso scosso visto letto aperto colto vinto",
}
PLURALS = {"en": "", "it": "hanno sono amano potrebbero"}
GERUNDS = {"en": "hiring", "it": "amando temendo amandosi dicendogli"}
ADVERBS = {"en": "rarely", "it": "raramente"}
INFINITIVES = {"en": "", "it": "amare temere dormire porre"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_twice_in_a_list(language: str) -> None:
    data = toml_table(f"roles/{language}.toml")
    whole = {name: words for name, words in data.items() if isinstance(words, str)}
    lists = {**whole, **data.get("verbs", {}), **data.get("prepositions", {})}
    twice = {name: [w for w, n in Counter(words.split()).items() if n > 1] for name, words in lists.items()}
    assert {name: words for name, words in twice.items() if words} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_the_verb_is_no_word_of_the_noun(language: str) -> None:
    rules = grammar(language)
    assert rules is not None
    verbal = rules.auxiliaries | rules.modals | rules.be | rules.passive
    assert not verbal & (
        rules.determiners | rules.breaks | rules.joins | rules.within | set(rules.prepositions)
    )
    assert not rules.be & rules.passive


@pytest.mark.parametrize("language", PARTICIPLES)
def test_every_pattern_matches(language: str) -> None:
    rules = grammar(language)
    assert rules is not None
    assert all(rules.participle.fullmatch(word) for word in PARTICIPLES[language].split())
    plural = rules.plural or re.compile("")
    assert all(plural.fullmatch(word) for word in PLURALS[language].split())
    assert all(rules.gerund.fullmatch(word) for word in GERUNDS[language].split())
    assert all(rules.adverb.fullmatch(word) for word in ADVERBS[language].split())
    infinitive = rules.infinitive or re.compile(r"(?!)")
    assert all(infinitive.fullmatch(word) for word in INFINITIVES[language].split())
