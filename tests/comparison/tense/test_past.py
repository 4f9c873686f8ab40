"""What is over in the target alone, of sources whose past has many forms."""

import pytest
from one_bead import found

from tui.comparison.tense import FAMILY

PAST = [
    ("Due uomini sono rimasti uccisi nell'esplosione.", "Two men were killed in the blast."),
    ("La stanza misurò tre metri di lato.", "The room measured three metres a side."),
    ("La squadra superò i rivali.", "The team overtook the rivals."),
    ("La scala cadde sul tetto.", "The ladder fell on the roof."),
    ("Il fabbro ruppe la catena.", "The smith broke the chain."),
    ("Arrestato ieri il sindaco di Bari.", "The mayor of Bari was arrested yesterday."),
]


@pytest.mark.parametrize(("source", "target"), PAST)
def test_what_is_past_in_the_source_too_is_not_told(source: str, target: str) -> None:
    assert not found(FAMILY, source, target, "it en")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il negozio chiude alle nove.", "The shop closed at nine."),
        ("La porta resta chiusa.", "The door was closed."),
    ],
)
def test_what_is_so_now_is(source: str, target: str) -> None:
    assert "past-one-sided" in [one.rule for one in found(FAMILY, source, target, "it en")]
