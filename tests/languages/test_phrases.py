"""The phrase matcher: what begins at a word, be it one of few phrases that begin so or of many."""

import pytest

from tui.languages import Phrases


def _forms(text: str) -> list[frozenset[str]]:
    return [frozenset({word}) for word in text.split()]


_FEW = ["in", "in spite of", "in * of", "in time"]
_MANY = [*_FEW, *(f"in the {place}" for place in ("house", "garden", "street", "river", "sea", "end"))]


@pytest.mark.parametrize("listed", [_FEW, _MANY], ids=["few", "many"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in spite of rain", [(3, "in spite of"), (3, "in * of"), (1, "in")]),
        ("in a corner of it", [(4, "in * of"), (1, "in")]),
        ("in time", [(2, "in time"), (1, "in")]),
        ("in", [(1, "in")]),
        ("into", []),
    ],
)
def test_every_phrase_is_found_in_the_order_of_the_list(
    listed: list[str], text: str, found: list[tuple[int, str]]
) -> None:
    phrases = Phrases((phrase, phrase) for phrase in listed)

    assert phrases.all_at(_forms(text), 0) == found


@pytest.mark.parametrize("listed", [_FEW, _MANY], ids=["few", "many"])
def test_a_phrase_may_go_on_where_its_second_word_or_a_gap_comes(listed: list[str]) -> None:
    assert Phrases((phrase, "") for phrase in listed).goes_on(_forms("in spite"), 0)
    assert not Phrases((phrase, "") for phrase in listed if "*" not in phrase).goes_on(_forms("in case"), 0)


def test_tables_kept_together_are_as_those_made_alone() -> None:
    listed = {"place": [("at home", "there"), ("home", "there")], "time": [("at once", "now")]}
    made = [Phrases.kept_together("phrases of a test", lambda: listed) for _ in range(2)]

    for held in made:
        assert held["place"].all_at(_forms("at home"), 0) == [(2, "there")]
        assert held["time"].in_turn(_forms("go at once")) == [(1, 3, "now")]
        assert held["time"].first == {"at"}


def test_a_phrase_may_ask_for_a_form_of_a_word() -> None:
    listed = Phrases([("must be <participle>", "duty")])

    assert listed.at([*_forms("must be"), frozenset({"sold", "<participle>"})], 0) == (3, "duty")
    assert listed.at(_forms("must be cold"), 0) is None
