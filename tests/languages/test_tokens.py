"""Words as spans."""

import pytest

from tui.languages import tokenize


def _words(text: str) -> list[str]:
    return [token.key for token in tokenize(text)]


@pytest.mark.parametrize("sign", ["\u00ad", "\u2060", "\u200b", "\u200e", "\ufeff"])
def test_a_character_of_no_width_parts_no_word(sign: str) -> None:
    """The token is as written, its key is without."""
    text = f"tre mi{sign}lioni, {sign}dell{sign}’{sign}isola{sign} 2{sign}5"
    assert _words(text) == ["tre", "milioni", "dell'", "isola", "25"]
    assert [text[token.start : token.end] for token in tokenize(text)][1] == f"mi{sign}lioni"


def test_the_raised_figure_of_a_footnote_is_no_part_of_a_word() -> None:
    """Lowered figures are part of a formula."""
    assert _words("a Parma² nel 1831.¹ ³Poi CO₂") == ["a", "parma", "nel", "1831", "poi", "co2"]


def test_a_stretch_of_a_text_has_its_own_words() -> None:
    """Places stay those of the whole text."""
    text = "uno due\u00ad tre"
    (token,) = tokenize(text, 4, 8)
    assert (token.start, token.end, token.key) == (4, 7, "due")
