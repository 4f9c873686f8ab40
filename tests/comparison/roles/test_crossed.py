"""What goes with what in two parts of a sentence, and what tells who is meant."""

import pytest
from one_bead import found

from tui.comparison.roles import FAMILY as ROLES

CROSSED = [
    ("Wages rose in the north and fell in the south.", "I salari sono diminuiti al nord e aumentati al sud."),
    ("He was loved by the poor and hated by the rich.", "Era odiato dai poveri e amato dai ricchi."),
    ("Men prefer beer, women prefer wine.", "Le donne preferiscono la birra, gli uomini il vino."),
    (
        "Export duties were abolished and import duties doubled.",
        "I dazi sull'importazione sono stati aboliti e quelli sull'esportazione raddoppiati.",
    ),
    (
        "The old town is safe, the new quarter is dangerous.",
        "La città vecchia è pericolosa, il quartiere nuovo è sicuro.",
    ),
    ("He arrives in the morning and leaves in the evening.", "Arriva la sera e riparte la mattina."),
    (
        "Half of the boys and all of the girls passed.",
        "È stata promossa la metà delle ragazze e tutti i ragazzi.",
    ),
]
NOT_CROSSED = [
    ("Wages rose in the north and fell in the south.", "I salari sono aumentati al nord e diminuiti al sud."),
    ("Wages rose in the north and fell in the south.", "Al sud i salari sono calati e al nord aumentati."),
    ("He was loved by the poor and hated by the rich.", "I ricchi lo odiavano e i poveri lo amavano."),
    ("Men prefer beer, women prefer wine.", "Il vino piace alle donne, la birra agli uomini."),
    ("He bought red apples and green pears.", "Comprò mele e pere, rosse le une e verdi le altre."),
    (
        "The lanes and squares were lit by oil and gas respectively.",
        "Vicoli e piazze erano illuminati rispettivamente a olio e a gas.",
    ),
    # a word that both have stands where the other language has it
    ("The specific local and regional rules apply.", "Valgono le norme locali e regionali specifiche."),
]
CONVERTED = [
    ("Children who read a lot write well.", "I bambini che scrivono bene leggono molto."),
    ("Those who smoke cough more.", "Chi tossisce fuma di più."),
    ("Patients who slept badly ate more sugar.", "I pazienti che mangiavano più zucchero dormivano male."),
    (
        "Workers who joined the union kept their jobs.",
        "Gli operai che conservarono il posto aderirono al sindacato.",
    ),
]
NOT_CONVERTED = [
    ("Children who read a lot write well.", "I bambini che leggono molto scrivono bene."),
    ("Those who smoke cough more.", "Chi fuma tossisce di più."),
    ("Children who often read write well.", "I bambini che leggono spesso scrivono bene."),
    ("Children write well if they read a lot.", "I bambini che leggono molto scrivono bene."),
]


def _said(source: str, target: str, rule: str) -> list[str]:
    return [one.severity for one in found(ROLES, source, target) if one.rule == rule]


@pytest.mark.parametrize(("source", "target"), CROSSED)
def test_what_is_said_of_another_is_told(source: str, target: str) -> None:
    assert _said(source, target, "parts-crossed") == ["major"]


@pytest.mark.parametrize(("source", "target"), NOT_CROSSED)
def test_parts_in_another_order_are_no_difference(source: str, target: str) -> None:
    assert not _said(source, target, "parts-crossed")


@pytest.mark.parametrize(("source", "target"), CONVERTED)
def test_a_relative_clause_that_says_what_is_so_is_told(source: str, target: str) -> None:
    assert found(ROLES, source, target)
    assert "minor" not in {one.severity for one in found(ROLES, source, target)}


@pytest.mark.parametrize(("source", "target"), NOT_CONVERTED)
def test_a_relative_clause_in_its_place_is_no_difference(source: str, target: str) -> None:
    assert not _said(source, target, "relative-turned")
