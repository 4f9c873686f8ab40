"""How spellings of a name compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.comparison.names.gazetteer import gazetteer
from tui.comparison.names.spelling import adapted, distance, hear, shortened, slip, sound
from tui.languages import spelled_out

WORD = st.text("abcdefghilmnoprstuvz", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Zelenskyy", "Zelenskij"), ("Khrushchev", "Chruščev"), ("Müller", "Mueller"), ("Charkiv", "Kharkiv"),
     ("Yuri", "Jurij"), ("Steinbrück", "Steinbrueck"), ("Mohammad", "Mohamad")],
)  # fmt: skip
def test_ways_of_transliteration_sound_alike(a: str, b: str) -> None:
    assert sound(a) == sound(b)


@pytest.mark.parametrize(("a", "b"), [("Sokolova", "Sokilova"), ("Keller", "Kelner"), ("Rossi", "Russo")])
def test_other_letters_sound_otherwise(a: str, b: str) -> None:
    assert sound(a) != sound(b)


def test_words_heard_together_sound_as_each_does_alone() -> None:
    words = ["Tchekovar", "Iera", "lavore", "Zhorie", "Đakuła", "New\nHarrow", "x", "", "goûe", "essai"]
    hear(words[::-1])

    assert [sound(word) for word in words] == [
        "kekovar", "era", "lavoer", "sori", "iakula", "nevarov", "ks", "", "gue", "esai",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Keller", "Kelner", True),
        ("Keller", "Kelelr", True),
        ("Keller", "Keler", True),
        ("Keller", "Keller", False),
        ("Keller", "Kubrick", False),
        ("Kim", "Jim", False),
        ("Lindqvist", "Lindqwizt", True),
    ],
)
def test_a_slip_is_a_letter_or_two(a: str, b: str, expected: bool) -> None:
    assert slip(a, b) is expected


def test_a_naturalised_form_is_adapted_and_a_familiar_one_shortened() -> None:
    assert adapted("sudeten", "sudetici")
    assert shortened("rob", "robert")
    assert not shortened("keller", "kellers")


@given(WORD, WORD)
def test_distance_is_a_metric_up_to_its_limit(a: str, b: str) -> None:
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)


@given(WORD, st.integers(0, 9), st.sampled_from("kwxyj"))
def test_one_letter_more_is_one_apart(word: str, at: int, letter: str) -> None:
    assert distance(word, word[:at] + letter + word[at:]) == 1


def test_a_cell_spells_out_its_endings() -> None:
    assert list(spelled_out("russ{o,a}|slavo")) == ["russo", "russa", "slavo"]


def test_a_language_without_lists_still_has_the_names_of_cldr() -> None:
    assert "Deutschland" in gazetteer("de").forms("DE")
    assert gazetteer("tlh").forms("DE") == frozenset()
