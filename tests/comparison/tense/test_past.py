"""What is over on one side alone, of sources whose past has many forms."""

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
    ("Un parente ingannò la vedova.", "A relative misled the widow."),
    ("Il palo oscillò nel vento.", "The pole swung in the wind."),
]


@pytest.mark.parametrize(("source", "target"), PAST)
def test_what_is_past_in_the_source_too_is_not_told(source: str, target: str) -> None:
    assert not found(FAMILY, source, target, "it en")


NOW = [
    ("The shop opens at nine.", "Il negozio aprì alle nove."),
    ("The ferry leaves at noon.", "Il traghetto è partito a mezzogiorno."),
]


@pytest.mark.parametrize(("source", "target"), NOW)
def test_what_is_so_now_is(source: str, target: str) -> None:
    """Whichever is read as the source."""
    assert "past-one-sided" in [one.rule for one in found(FAMILY, source, target)]
    assert "past-one-sided" in [one.rule for one in found(FAMILY, target, source, "it en")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Nel 1861 nasce il Regno d'Italia.", "In 1861 the Kingdom of Italy was born."),
        ("La squadra vince la coppa.", "The team won the cup."),
    ],
)
def test_a_present_may_tell_a_story(source: str, target: str) -> None:
    assert not found(FAMILY, source, target, "it en")
    assert not found(FAMILY, target, source)
