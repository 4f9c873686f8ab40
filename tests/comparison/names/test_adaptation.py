"""Names in the forms that the rules and the tables of two languages give them."""

import pytest

from tui.comparison.names.adaptation import regular
from tui.comparison.names.common import translates
from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.ordinary import made
from tui.languages import tokenize, tsv_table

LISTS = ("adaptation", "demonyms", "first-names", "organisations", "people", "places")


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("Daedalus", "Dedalo"), ("Demetrius", "Demetrio"), ("Aeneas", "Enea"), ("Achilles", "Achille"),
        ("Poseidon", "Poseidone"), ("Solon", "Solone"), ("Leonard", "Leonardo"), ("Alexander", "Alessandro"),
        ("Hector", "Ettore"), ("Octavian", "Ottaviano"), ("Thucydides", "Tucidide"),
        ("Seleucids", "Seleucidi"),
        ("Aeschylus", "Eschilo"), ("telescope", "telescopio"), ("Calvinist", "calvinista"),
        ("platonism", "platonismo"), ("Spinozian", "spinoziano"), ("Pythagorean", "pitagoreo"),
        ("Ptolemaic", "tolemaico"), ("Hippocrates", "Ippocrate"), ("phoenix", "fenice"),
    ],
)  # fmt: skip
def test_regular_endings_stand_for_each_other(english: str, italian: str) -> None:
    assert regular(english, "en", italian, "it")
    assert regular(italian, "it", english, "en")


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("Keller", "Kelner"),
        ("Hazard", "Hazarv"),
        ("Sokolova", "Sokilova"),
        ("Rossi", "Russo"),
        ("Debian", "Debia"),
    ],
)
def test_a_letter_wrong_is_no_regular_form(english: str, italian: str) -> None:
    assert not regular(english, "en", italian, "it")


def test_languages_outside_the_table_have_no_regular_forms() -> None:
    assert not regular("Daedalus", "en", "Dedalo", "es")


@pytest.mark.parametrize(
    ("people", "place", "language"),
    [
        ("viennese", "Vienna", "it"), ("berlinesi", "Berlino", "it"), ("varsaviana", "Varsavia", "it"),
        ("Viennese", "Vienna", "en"), ("Texans", "Texas", "en"), ("Arizonan", "Arizona", "en"),
    ],
)  # fmt: skip
def test_a_people_is_known_by_its_place(people: str, place: str, language: str) -> None:
    names = gazetteer(language)
    [of_people], [of_place] = (list(names.find(tokenize(text), text)) for text in (people, place))
    assert of_people.things & of_place.things


@pytest.mark.parametrize("name", LISTS)
def test_no_form_of_a_list_is_empty_and_no_key_stands_twice(name: str) -> None:
    rows = tsv_table(f"names/{name}.tsv")
    assert rows
    for row in rows:
        assert all(cell.strip() == cell and cell and "||" not in cell for cell in row.values()), row
    keys = [next(iter(row.values())) for row in rows]
    assert name == "adaptation" or len(keys) == len(set(keys))


def test_every_form_of_the_lists_is_found() -> None:
    """A form that the tokeniser or a rule of reading hides would be dead."""
    for language in ("en", "it"):
        names = gazetteer(language)
        for form in names.written():
            assert list(names.find(tokenize(form), form)), form


@pytest.mark.parametrize(("word", "other"), [("queen", "regina"), ("lion", "leone"), ("agency", "agenzia")])
def test_a_common_noun_is_translated_whatever_encoder_aligns(word: str, other: str) -> None:
    assert translates(word, "en", other, "it")
    assert translates(other, "it", word, "en")


def test_unlike_words_are_no_translations() -> None:
    assert not translates("queen", "en", "ponte", "it")


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("unbootable", "en", True),
        ("lampstand", "en", True),
        ("partizionare", "it", True),
        ("kellerova", "en", False),
    ],
)
def test_a_word_is_made_of_others(word: str, language: str, expected: bool) -> None:
    assert made(word, language) is expected
