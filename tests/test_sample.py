"""The sample pair is the tour and the screenshot; what its `gold.json` says of it has to be true."""

import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Literal, NotRequired, TypedDict, cast, get_args

import pytest

from tui.comparison import SEVERITIES, Kind

SAMPLE = Path(__file__).parent.parent / "assets" / "sample"

Language = Literal["en", "it"]
LANGUAGES: tuple[Language, Language] = ("en", "it")


class Merged(TypedDict):
    en: list[int]
    it: int


class Paragraphs(TypedDict):
    pairs: list[list[int]]
    only_en: list[int]
    only_it: list[int]
    moved: list[list[int]]
    merged: Merged


class Opening(TypedDict):
    paragraph: int
    starts: str


Split = TypedDict("Split", {"en": int, "first sentence is in it": int, "second sentence is in it": int})


class Sentences(TypedDict):
    note: str
    only_en: list[Opening]
    only_it: list[Opening]
    split: Split


class Same(TypedDict):
    en: str
    it: str


class Difference(Same):
    severity: str
    kind: str
    why: NotRequired[str]


class Gold(TypedDict):
    about: str
    paragraphs: Paragraphs
    sentences: Sentences
    differences: list[Difference]
    not_differences: list[Same]


GOLD = cast(Gold, json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8")))
TEXT: dict[Language, str] = {
    language: (SAMPLE / f"{language}.txt").read_text(encoding="utf-8") for language in LANGUAGES
}
LINES: dict[Language, list[str]] = {
    language: [line for line in TEXT[language].splitlines() if line] for language in LANGUAGES
}
LAYOUT = GOLD["paragraphs"]
DIFFERENCES = GOLD["differences"]
SAME = GOLD["not_differences"]
SPLIT = GOLD["sentences"]["split"]
SPLIT_PARTS = (SPLIT["first sentence is in it"], SPLIT["second sentence is in it"])

WEEKDAYS = {
    "Monday": "lunedì",
    "Tuesday": "martedì",
    "Wednesday": "mercoledì",
    "Thursday": "giovedì",
    "Friday": "venerdì",
    "Saturday": "sabato",
    "Sunday": "domenica",
}
SCALES = {"m": "milioni", "bn": "miliardi"}
CURRENCIES = {"$": "dollari", "€": "euro", "£": "sterline"}
MAJOR = {"omission", "addition", "quotation"}
MINOR = {"word", "untranslated", "doubled", "false-friend"}


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph of the sample (it has no abbreviation that ends in a full stop)."""
    return re.split(r"(?<=[.!?”»]) (?=[“«A-ZÀ-Ü])", paragraph)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def place(language: Language, span: str) -> tuple[int, int]:
    """The paragraph and the sentence that `span` stands in."""
    found = [
        (i, j)
        for i, line in enumerate(LINES[language])
        for j, sentence in enumerate(sentences(line))
        if span in sentence
    ]
    assert len(found) == 1, f"{span!r} stands in {len(found)} sentences of {language}.txt"
    return found[0]


def extent(language: Language, span: str) -> range:
    start = TEXT[language].index(span)
    return range(start, start + len(span))


def edits(first: str, second: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]


def other_weekday(difference: Difference) -> bool:
    named = {it for en, it in WEEKDAYS.items() if en in difference["en"]}
    told = {it for it in WEEKDAYS.values() if it in difference["it"]}
    return bool(named) and bool(told) and not named & told


def other_currency(difference: Difference) -> bool:
    named = {it for sign, it in CURRENCIES.items() if sign in difference["en"]}
    told = {it for it in CURRENCIES.values() if it in difference["it"]}
    return bool(named) and bool(told) and not named & told


def other_scale(difference: Difference) -> bool:
    scale = re.search(r"\d(bn|m)\b", difference["en"])
    return scale is not None and SCALES[scale[1]] not in difference["it"]


def denies_in_english(difference: Difference) -> bool:
    return "not" in words(difference["en"])


def denies_in_italian(difference: Difference) -> bool:
    return "non" in words(difference["it"])


def english_word_kept(difference: Difference) -> bool:
    return bool(set(words(difference["en"])) & set(words(difference["it"])))


def word_twice(difference: Difference) -> bool:
    return re.search(r"\b(\w+) \1\b", difference["it"]) is not None


def any_of_its_kind(_: Difference) -> bool:
    return True


CATEGORIES: dict[str, tuple[Kind, Callable[[Difference], bool]]] = {
    "another number": ("number", any_of_its_kind),
    "another percentage": ("percentage", lambda d: "per cent" in d["en"] and "per cento" in d["it"]),
    "another currency": ("amount", other_currency),
    "millions for billions": ("amount", other_scale),
    "another date": ("date", lambda d: not other_weekday(d)),
    "another weekday": ("date", other_weekday),
    "another time": ("time", any_of_its_kind),
    "another unit": ("unit", any_of_its_kind),
    "a letter of a name": ("name", lambda d: edits(d["en"], d["it"]) == 1),
    "an added non": ("negation", lambda d: denies_in_italian(d) and not denies_in_english(d)),
    "a dropped non": ("negation", lambda d: denies_in_english(d) and not denies_in_italian(d)),
    "a reversed verb": ("reversal", lambda d: not denies_in_english(d) and not denies_in_italian(d)),
    "a weaker or stronger verb": ("modality", any_of_its_kind),
    "an omitted clause": ("omission", lambda d: len(words(d["en"])) > 4),
    "added words": ("addition", lambda d: len(words(d["it"])) > 1),
    "an untranslated word": ("untranslated", english_word_kept),
    "a doubled word": ("doubled", word_twice),
    "a false friend": ("false-friend", any_of_its_kind),
    "somebody else's quotation": ("speaker", lambda d: "said" in d["en"] and "ha detto" in d["it"]),
    "other words inside a quotation": ("quotation", any_of_its_kind),
}

LOOK_ALIKES = [
    ("2.8 per cent", "2,8 per cento"),
    ("by 40 per cent", "del 40 %"),
    ("April 20", "20 aprile"),
    ("on Monday", "lunedì"),
    ("5.30pm", "17.30"),
    ("$3bn", "3 miliardi di dollari"),
    ("$3.2bn", "3,2 miliardi di dollari"),
    ("€640m", "640 milioni di euro"),
    ("6m tonnes", "6 milioni di tonnellate"),
    ("212,000", "212mila"),
    ("4.5 metres", "4,5 metri"),
    ("half a million", "500mila"),
    ("twelve", "12"),
    ("A third", "33 %"),
    ("a quarter", "25 %"),
    ("Kyiv", "Kiev"),
    ("Moscow", "Mosca"),
    ("London", "Londra"),
    ("Brussels", "Bruxelles"),
    ("EU", "UE"),
    ("US", "Stati Uniti"),
    ("Nato", "NATO"),
    ("No one", "Nessuno"),
    ("Neither", "Né l’uno né l’altro"),
    ("declined to", "non ha voluto"),
]


def test_the_english_is_a_news_story_of_about_1200_words_in_24_to_30_paragraphs() -> None:
    """Long enough to scroll, short enough to read in the tour; the headline is the first paragraph."""
    assert 24 <= len(LINES["en"]) <= 30
    assert 1_150 <= len(TEXT["en"].split()) <= 1_250
    assert 0.9 <= len(TEXT["it"].split()) / len(TEXT["en"].split()) <= 1.3
    for language in LANGUAGES:
        assert len(LINES[language][0].split()) <= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_is_one_line_between_blank_lines(language: Language) -> None:
    """The files look like an exported article and carry no Markdown and no stray blanks."""
    assert TEXT[language] == "\n\n".join(LINES[language]) + "\n"
    assert not re.search(r"[*_#`<>\[\]\t]|  | $", TEXT[language], re.MULTILINE)


def test_each_language_keeps_its_own_quotation_marks() -> None:
    """Curly quotes in English, guillemets in Italian, balanced in every paragraph; no straight ones."""
    assert not re.search("[\"'«»]", TEXT["en"])
    assert not re.search("[\"'“”]", TEXT["it"])
    marks: dict[Language, str] = {"en": "“”", "it": "«»"}
    for language, pair in marks.items():
        for line in LINES[language]:
            assert re.sub(f"[^{pair}]", "", line) in {pair * n for n in range(4)}


def test_every_paragraph_is_paired_or_stands_alone() -> None:
    """The pairs and the paragraphs without a counterpart are a partition of both files."""
    for side, alone in enumerate((LAYOUT["only_en"], LAYOUT["only_it"])):
        paired = {pair[side] for pair in LAYOUT["pairs"]}
        assert not paired & set(alone)
        assert sorted(paired | set(alone)) == list(range(len(LINES[LANGUAGES[side]])))


def test_only_the_split_and_the_merged_paragraphs_are_in_two_pairs() -> None:
    """Everything else is one to one."""
    assert [en for en, n in Counter(pair[0] for pair in LAYOUT["pairs"]).items() if n > 1] == [SPLIT["en"]]
    assert [it for it, n in Counter(pair[1] for pair in LAYOUT["pairs"]).items() if n > 1] == [
        LAYOUT["merged"]["it"]
    ]


def test_several_paragraphs_were_added_and_one_is_missing() -> None:
    """The Italian has new paragraphs beside those that part the split one, and lacks one of the English."""
    between = range(SPLIT_PARTS[0] + 1, SPLIT_PARTS[1])
    assert len([it for it in LAYOUT["only_it"] if it not in between]) >= 3
    assert len(LAYOUT["only_en"]) == 1


def test_one_paragraph_was_split_with_new_text_in_between() -> None:
    """Its two sentences stand in two Italian paragraphs, and all between them is new."""
    first, second = SPLIT_PARTS
    assert [pair for pair in LAYOUT["pairs"] if pair[0] == SPLIT["en"]] == [
        [SPLIT["en"], first],
        [SPLIT["en"], second],
    ]
    assert len(sentences(LINES["en"][SPLIT["en"]])) == 2
    assert len(sentences(LINES["it"][first])) == len(sentences(LINES["it"][second])) == 1
    between = list(range(first + 1, second))
    assert between
    assert set(between) <= set(LAYOUT["only_it"])


def test_two_neighbours_were_merged() -> None:
    """One Italian paragraph holds the sentences of two English ones in a row."""
    merged = LAYOUT["merged"]
    first, second = merged["en"]
    assert second == first + 1
    assert [pair for pair in LAYOUT["pairs"] if pair[1] == merged["it"]] == [
        [first, merged["it"]],
        [second, merged["it"]],
    ]
    together = len(sentences(LINES["en"][first])) + len(sentences(LINES["en"][second]))
    assert together == len(sentences(LINES["it"][merged["it"]]))


def test_one_paragraph_was_moved_far_away_and_no_other() -> None:
    """Without it the pairs rise on both sides."""
    [moved] = LAYOUT["moved"]
    assert moved in LAYOUT["pairs"]
    assert abs(moved[0] - moved[1]) >= 10
    rest = [pair for pair in LAYOUT["pairs"] if pair != moved]
    assert rest == sorted(rest)
    assert [pair[1] for pair in rest] == sorted(pair[1] for pair in rest)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lone_sentence_opens_as_gold_says_inside_a_paragraph_that_pairs(language: Language) -> None:
    """Lone sentences are told by their first words; their paragraph has other sentences that do pair."""
    side = LANGUAGES.index(language)
    lone = GOLD["sentences"]["only_en"] if language == "en" else GOLD["sentences"]["only_it"]
    assert lone
    for sentence in lone:
        inside = sentences(LINES[language][sentence["paragraph"]])
        assert len(inside) > 1
        assert [text.startswith(sentence["starts"]) for text in inside].count(True) == 1
        assert TEXT[language].count(sentence["starts"]) == 1
        assert sentence["paragraph"] in {pair[side] for pair in LAYOUT["pairs"]}


def test_paired_paragraphs_have_as_many_sentences_but_for_those_gold_names() -> None:
    """Nothing is left out or slipped in at the level of sentences that gold does not tell."""
    apart = {SPLIT["en"], *LAYOUT["merged"]["en"]}
    for en, it in LAYOUT["pairs"]:
        if en in apart:
            continue
        lone_en = [s for s in GOLD["sentences"]["only_en"] if s["paragraph"] == en]
        lone_it = [s for s in GOLD["sentences"]["only_it"] if s["paragraph"] == it]
        left = len(sentences(LINES["en"][en])) - len(lone_en)
        assert left == len(sentences(LINES["it"][it])) - len(lone_it), (en, it)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_span_is_found_exactly_once(language: Language) -> None:
    """No offset is needed; only an addition, an omission or a doubled word has an empty side."""
    for entry in (*DIFFERENCES, *SAME):
        if entry[language]:
            assert TEXT[language].count(entry[language]) == 1, entry
    empty: set[str] = {d["kind"] for d in DIFFERENCES if not d[language]}
    assert empty <= ({"addition", "doubled"} if language == "en" else {"omission"})
    assert all(entry[language] for entry in SAME)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_span_overlaps_another(language: Language) -> None:
    """What differs and what merely looks different can be told apart by place."""
    extents = sorted(
        (extent(language, entry[language]) for entry in (*DIFFERENCES, *SAME) if entry[language]),
        key=lambda e: e.start,
    )
    for before, after in pairwise(extents):
        assert before.stop <= after.start, TEXT[language][before.start : after.stop]


def test_both_spans_of_an_entry_stand_in_paragraphs_that_pair() -> None:
    """No entry compares a sentence with one that is not its counterpart."""
    for entry in (*DIFFERENCES, *SAME):
        if entry["en"] and entry["it"]:
            assert [place("en", entry["en"])[0], place("it", entry["it"])[0]] in LAYOUT["pairs"], entry


def test_some_thirty_differences_stand_beside_at_least_as_many_look_alikes() -> None:
    """A comparison that marks every change of form would drown what differs."""
    assert 28 <= len(DIFFERENCES) <= 34
    assert len(SAME) >= len(DIFFERENCES)


def test_differences_are_spread_out() -> None:
    """At most two in a sentence and three in a paragraph; several paragraphs are faithful throughout."""
    for language in LANGUAGES:
        places = [place(language, d[language]) for d in DIFFERENCES if d[language]]
        assert max(Counter(places).values()) <= 2
        assert max(Counter(paragraph for paragraph, _ in places).values()) <= 3
    touched = {place("en", d["en"])[0] for d in DIFFERENCES if d["en"]}
    touched |= {
        en for d in DIFFERENCES if d["it"] for en, it in LAYOUT["pairs"] if it == place("it", d["it"])[0]
    }
    faithful = {pair[0] for pair in LAYOUT["pairs"]} - touched
    assert len(faithful) >= 4


def test_kinds_and_severities_are_those_of_a_finding() -> None:
    """Facts are critical, missing or altered passages major, words minor; each entry says why."""
    for difference in DIFFERENCES:
        kind = difference["kind"]
        assert kind in get_args(Kind)
        expected = "major" if kind in MAJOR else "minor" if kind in MINOR else "critical"
        assert difference["severity"] == expected
        assert difference["severity"] in SEVERITIES
        assert difference.get("why")


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_sort_of_difference_is_planted(category: str) -> None:
    """The pair shows at least one of everything a careless version does to a text."""
    kind, planted = CATEGORIES[category]
    assert any(planted(d) for d in DIFFERENCES if d["kind"] == kind)


@pytest.mark.parametrize("kind", ["date", "name", "negation", "number", "percentage"])
def test_the_commonest_facts_differ_more_than_once(kind: str) -> None:
    """One instance could be found by luck."""
    assert len([d for d in DIFFERENCES if d["kind"] == kind]) >= 2


def test_names_that_differ_do_so_by_one_letter() -> None:
    """Nobody sees them by scrolling."""
    assert {edits(d["en"], d["it"]) for d in DIFFERENCES if d["kind"] == "name"} == {1}


@pytest.mark.parametrize(("en", "it"), LOOK_ALIKES)
def test_the_same_fact_in_another_form_is_no_difference(en: str, it: str) -> None:
    """Notation, number words, fractions, exonyms, abbreviations and turned negations are look-alikes."""
    assert any(en in entry["en"] and it in entry["it"] for entry in SAME)
