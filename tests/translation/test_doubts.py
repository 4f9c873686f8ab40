import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.translation import doubts


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("Il gatto dorme.", "The cat sleeps.", ()),
        ("Il gatto dorme.", "", ("empty",)),
        ("Il gatto dorme.", " … ", ("empty",)),
        ("Il gatto dorme.", "il gatto  dorme", ("unchanged",)),
        ("Marta Venier", "Marta Venier", ()),
        ("New York Times, 1912", "New York Times, 1912", ()),
        ("41", "41", ()),
        ("* * *", "* * *", ()),
        ("猫は庭で眠っている", "猫は庭で眠っている", ("unchanged",)),
        ("Il gatto dorme.", "spam " * 50, ("repeats", "length")),
        ("Il gatto dorme sul divano.", "the cat of the cat of the cat of", ("repeats",)),
        ("Il gatto dorme molto, molto bene.", "The cat sleeps very, very well.", ()),
        ("No, no, no, no e no!", "No, no, no, no and no!", ()),
        ("Ciao a tutti voi, amici miei carissimi di questa terra.", "Hi.", ("length",)),
        ("Sì.", "Yes, of course.", ()),
        ("猫は庭の木の下で静かに眠っている", "The cat is sleeping quietly under the tree in the garden", ()),
    ],
)
def test_only_what_looks_wrong_is_doubted(source: str, translation: str, expected: tuple[str, ...]) -> None:
    assert doubts(source, translation) == expected


@given(st.text(alphabet="abcdefghij ,.", min_size=1), st.integers(4, 60))
def test_a_word_that_runs_on_is_always_doubted(sentence: str, times: int) -> None:
    """Wherever in the output it starts, unless the input says the same again and again itself."""
    said = doubts("il gatto vede il cane", f"{sentence} {' '.join(['zz'] * times)}")
    assert "repeats" in said


@given(st.text(), st.text())
def test_any_two_texts_can_be_looked_at(source: str, translation: str) -> None:
    """Whatever an engine gives, there is an answer."""
    assert set(doubts(source, translation)) <= {"empty", "unchanged", "repeats", "length"}
