"""The tables of tense: every phrase is found at its own text, no word says two things."""

import re
from collections import Counter
from typing import Any

import pytest

from tui.comparison.tense.tables import forms_of_keys, joining, marks, sequences, times
from tui.languages import Phrases, Section, spelled_out, tokenize, toml_table
from tui.resources import asset

LANGUAGES = sorted(path.stem for path in asset("tense/en.toml").parent.glob("*.toml"))
FORMS = {
    "en": {"past": "walked went told built met ate"},
    "it": {
        "future": "comprerà compreranno compreremo",
        "past": "parlò sentì temé temè parlarono sentirono temerono temette temettero prese scrisse nacque",
        "imperfect": "comprava temeva sentivano",
        "conditional": "comprerebbe comprerebbero",
    },
}
PARTICIPLES = {
    "en": "walked written drawn gone lost built broken sung begun struck",
    "it": "comprato temuto sentita fatto prese chiusi rimasta sconfitte",
}
NO_PARTICIPLES = {"en": "walk writing", "it": "effetto successo compra"}


def listed(language: str) -> list[tuple[str, str, str]]:
    groups = toml_table(f"tense/{language}.toml").get("marks", {})
    return [
        (name, key, phrase)
        for name, group in groups.items()
        for key, phrases in group.items()
        if key != "also"
        for one in phrases
        for phrase in spelled_out(one)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_at_its_own_text(language: str) -> None:
    lost = []
    for name, key, phrase in listed(language):
        text = re.sub(r"[*…]", "xy", phrase)
        keys = [frozenset({token.key, f"<{token.key}>"}) for token in tokenize(text)]
        if marks(language)[name].phrases.at(keys, 0) != (len(keys), key):
            lost.append(phrase)
    assert lost == []


@pytest.mark.parametrize("table", ["joining", "verbs", "loose", "inverted", "sequence"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_that_joins_is_found_at_its_own_text(language: str, table: str) -> None:
    data = toml_table(f"tense/{language}.toml")
    joins: dict[str, Any] = dict(data.get("joining", {}))
    verbs: dict[str, list[str]] = joins.pop("verbs", {})
    loose: dict[str, list[str]] = joins.pop("loose", {})
    inverted: dict[str, list[str]] = joins.pop("inverted", {})
    readers: dict[str, tuple[dict[str, list[str]], Phrases[Any]]] = {
        "verbs": (verbs, joining(language).verbs),
        "joining": (joins, joining(language).sure),
        "loose": (loose, joining(language).loose),
        "inverted": (inverted, joining(language).inverted),
        "sequence": (data.get("sequence", {}), sequences(language)),
    }
    listed, reader = readers[table]
    lost = []
    for key, phrases in listed.items():
        for phrase in (spelled for one in phrases for spelled in spelled_out(one)):
            forms = forms_of_keys([token.key for token in tokenize(re.sub(r"[*…]", "xy", phrase))])
            hit = reader.at(forms, 0)
            says = hit[1] if hit else ""
            if hit is None or hit[0] != len(forms) or (key == "idle") != (says in (frozenset(), "idle")):
                lost.append(phrase)
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_says_two_things(language: str) -> None:
    told = Counter((name, phrase) for name, _, phrase in listed(language))
    assert [phrase for phrase, count in told.items() if count > 1] == []
    data = Section.of(f"tense/{language}.toml").section("time")
    words = Counter(word for name in ("future", "past", "other", "be", "been") for word in data.listed(name))
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("language", FORMS)
def test_every_form_is_of_its_time(language: str) -> None:
    rules = times(language)
    assert rules is not None
    patterns = {
        name: re.compile(ending)
        for name, ending in toml_table(f"tense/{language}.toml")["time"]["forms"].items()
    }
    for time, words in FORMS[language].items():
        for word in words.split():
            assert next(name for name, ending in patterns.items() if ending.fullmatch(word)) == time, word
    assert all(rules.participle.fullmatch(word) for word in PARTICIPLES[language].split())
    assert not any(rules.participle.fullmatch(word) for word in NO_PARTICIPLES[language].split())


def test_both_languages_have_the_same_groups() -> None:
    assert marks("en").keys() == marks("it").keys()
    for table in ("joining", "sequence"):
        keys = [toml_table(f"tense/{language}.toml")[table].keys() for language in ("en", "it")]
        assert keys[0] - keys[1] <= {"first"}
        assert keys[1] - keys[0] <= {"even-without"}
