"""What stands around a word that one of two sentences has alone."""

from __future__ import annotations

import pytest

from tui.comparison.witness.around import Sentence, around
from tui.languages import bare, function_words, tokenize


def evidence(one: str, other: str, alone: str) -> dict[str, float]:
    """Around the word `alone`, which only `one` has; equal words of content are each other's."""
    roles = function_words("en")
    sides = []
    for text in (one, other):
        tokens = tokenize(text)
        sides.append(Sentence(tokens, [token for token in tokens if not roles.get(bare(token.key))]))
    keys = [[token.key for token in side.units] for side in sides]  # type: ignore[union-attr]
    links = {at: keys[1].index(key) for at, key in enumerate(keys[0]) if key in keys[1]}
    return around(sides[0], sides[1], links, [keys[0].index(alone)], "en")


def test_around_a_word_left_out_all_others_stand_as_they_are() -> None:
    found = evidence("The painter sold the yellow house.", "The painter sold the house.", "yellow")
    assert found == {"exact": 1.0, "apart": 0.0}


def test_a_freer_wording_has_other_small_words() -> None:
    found = evidence("The painter did it out of love for the house.", "The painter loved the house.", "love")
    assert found["exact"] < 1
    assert found["apart"] > 0


@pytest.mark.parametrize("other", ["House painter.", "In the house the painter sold paint."])
def test_where_the_order_is_another_nothing_is_said(other: str) -> None:
    assert evidence("The painter left the red house.", other, "red") == {}


def test_a_sentence_without_a_word_has_nothing_around_it() -> None:
    assert evidence("Paint.", "", "paint") == {"exact": 1.0, "apart": 0.0}
