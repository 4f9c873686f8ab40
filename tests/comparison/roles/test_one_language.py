"""Who did what to whom, between a sentence and its back-translation: the verbs of both are English."""

import pytest
from one_bead import found

from tui.comparison.roles import FAMILY as ROLES
from tui.comparison.roles.verbal import verbal


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The tenants sued the cinema.", "The cinema sued the tenants."),
        ("The tenants sued the cinema.", "The tenants were sued by the cinema."),
        ("In May the glider rescued the balloon.", "The glider was rescued by the balloon in May."),
        ("Ostrava defeated Parma.", "Parma defeated Ostrava."),
        ("The organist wrote to the bishop.", "The bishop wrote to the organist."),
        ("Moss feeds on fog.", "Fog feeds on moss."),
    ],
)
def test_who_have_changed_places_are_told(source: str, target: str) -> None:
    assert "roles-exchanged" in {one.rule for one in found(ROLES, source, target, "en en")}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The frost delayed the harvest.", "The harvest was delayed by the frost."),
        ("The guild published a report on the plans.", "The report on the plans was published by the guild."),
        ("In its peace talks with Elba the union made progress.",
         "The union made progress in its talks with Elba on peace."),
        ("My aunt sold the mill to the choir.", "The mill was sold to the choir by my aunt."),
        ("The judge said the tram hit the kerb.", "The tram hit the kerb, the judge said."),
        ("Nurses treat burns with honey.", "Burns are treated with honey by nurses."),
    ],
)  # fmt: skip
def test_another_voice_or_order_says_the_same(source: str, target: str) -> None:
    assert not found(ROLES, source, target, "en en")


def test_a_dictionary_tells_which_words_are_verbs() -> None:
    assert verbal(frozenset({"own"}), "en") > verbal(frozenset({"cathedral"}), "en")
    assert verbal(frozenset({"harbour"}), "xx") == 0.0
