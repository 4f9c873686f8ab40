"""Every entry of the tables of polarity can be met, once, and stands at one pole only."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest

from tui.comparison.polarity.lexicon import Negation, forms, negation
from tui.comparison.polarity.opposites import HAND, MADE
from tui.languages import Phrases, Section, known, tokenize, tsv_table
from tui.resources import asset

LANGUAGES = sorted(path.stem for path in asset("polarity/en.toml").parent.glob("*.toml"))
GAPS = {"*": "sic", "…": "sic"}
DENIED = {
    "en": """unhappy nonpayment misjudge homeless impassable irrelevant inappropriate inefficient illegal
        inactive insecure disadvantageous invalid imperfect incomplete indefinite involuntary""",
    "es": "incompatible imposible irresponsable inadvertido ineficiente",
    "it": """inadeguato immateriale irresponsabile illeggibile disabitato incosciente illegale illogico
        inoffensivo irreligioso imperfetto inesperto disonesto inconsulto incapace inadempimento
        irriverenza intolleranza disattenzione incerto ingiusto inesatto inadatto inatteso indifeso
        incompreso inutile noncurante""",
}
"""A word for each alternative of the patterns of words that an affix denies."""
ALTERNATIVE = re.compile(r"(?<=[(|])(?:\?:|\?P<\w+>)?([^()|]+)(?=[|)])")
POLES = [f"{language}{sign}" for language in ("en", "it") for sign in "+-"]


def rules_of(language: str) -> Negation:
    rules = negation(language)
    assert rules is not None
    return rules


def negation_of(language: str) -> Section:
    return Section.of(f"polarity/{language}.toml").section("negation")


def lists(language: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of a language by name."""
    data = Section.of(f"polarity/{language}.toml")
    denying, modality = data.section("negation"), data.section("modality")
    named = {name for name, held in denying.values.items() if isinstance(held, list)}
    for name in named | {"cues", "firm", "hints", "idle", "whole"}:
        yield name, [*denying.listed(name)]
    yield "reversing", [*denying.section("affixes").listed("reversing")]
    yield "lexical", [word for words in denying.section("lexical").values.values() for word in words.split()]
    for name in ("followed", "followed-closely", "preceded"):
        found = {word for words in denying.section(name).values.values() for word in words.split()}
        yield name, sorted(found)
    for kind, hedge in modality.values.items():
        for name, held in hedge.items():
            yield f"{kind} {name}", held if isinstance(held, list) else held.split()


def twice(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def lost(phrases: list[str], matcher: Phrases[str], language: str) -> list[str]:
    """The phrases that the matcher doesn't find, from end to end, in their own text."""
    out = []
    for phrase in phrases:
        text = " ".join(GAPS.get(word, word) for word in phrase.split())
        held = [forms(token.key, language) for token in tokenize(text)]
        found = matcher.at(held, 0)
        if found is None or found[0] != len(held):
            out.append(phrase)
    return out


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_twice(language: str) -> None:
    assert {name: again for name, words in lists(language) if (again := twice(words))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_at_its_own_text(language: str) -> None:
    rules, held = rules_of(language), dict(lists(language))
    spaced = {
        name: [word.replace("-", " ") for word in held[name]]
        for name in ("hints", "lexical", "followed", "followed-closely", "preceded")
    }

    assert lost(held["idle"], rules.idle, language) == []
    assert lost(held["whole"], rules.whole, language) == []
    assert lost(held["firm"], rules.firm, language) == []
    assert lost(spaced["hints"], rules.hints, language) == []
    assert lost(spaced["lexical"], rules.lexical, language) == []
    assert lost(spaced["followed"], rules.followed, language) == []
    assert lost(spaced["followed-closely"], rules.followed_closely, language) == []
    assert lost(spaced["preceded"], rules.preceded, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_follows_a_cue_stands_for_a_class_of_words_that_has_some(language: str) -> None:
    known_classes = {key for tag in LANGUAGES for key in negation_of(tag).section("lexical").values}
    data = negation_of(language)

    classes = [data.section(name).values for name in ("followed", "followed-closely", "preceded")]
    assert {key for held in classes for key in held} <= known_classes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_is_no_cue(language: str) -> None:
    held = dict(lists(language))

    assert set(held["hints"]) & {*held["lexical"], *held["cues"]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_alternative_of_an_affix_denies_a_word_of_the_language(language: str) -> None:
    patterns = negation_of(language).section("affixes").listed("denied")
    words = DENIED.get(language, "").split()
    assert words or not patterns, f"give DENIED words of {language}"
    idle = []
    for pattern in (f"({pattern})" for pattern in patterns):
        said = [word for word in words if (match := re.fullmatch(pattern, word)) and _rest(match, language)]
        for part in ALTERNATIVE.finditer(pattern):
            without = pattern[: part.start(1)] + "(?!)" + pattern[part.end(1) :]
            if all(re.fullmatch(without, word) for word in said):
                idle.append(part[1])
    assert idle == []


def _rest(match: re.Match[str], language: str) -> bool:
    return any(known(rest, language) for rest in match.groupdict().values() if rest)


def opposites() -> list[dict[str, str]]:
    return [row for name in (HAND, MADE) for row in tsv_table(name)]


def test_no_notion_stands_twice() -> None:
    assert twice([row["concept"] for row in opposites()]) == []


def test_what_is_made_has_no_opposites_of_the_hand_list() -> None:
    by_hand, made = (
        {
            frozenset(pair)
            for row in tsv_table(name)
            for pair in product(row["en+"].split(), row["en-"].split())
        }
        for name in (HAND, MADE)
    )
    assert made & by_hand == set()


@pytest.mark.parametrize("language", ["en", "it"])
def test_no_word_stands_at_both_poles_of_a_notion(language: str) -> None:
    assert [
        (row["concept"], again)
        for row in opposites()
        if (again := twice([*row[f"{language}+"].split(), *row[f"{language}-"].split()]))
    ] == []


@pytest.mark.parametrize("pole", POLES)
def test_every_word_of_a_pole_is_found(pole: str) -> None:
    words = [word.replace("-", " ") for row in opposites() for word in row[pole].split()]

    assert lost(words, Phrases((word, word) for word in words), pole[:2]) == []
