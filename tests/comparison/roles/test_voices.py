"""Who acts and who is acted on, told by the voice of a verb: in relative clauses, participles and clefts."""

from __future__ import annotations

import pytest
from one_bead import found

from tui.comparison.roles import FAMILY as ROLES

TURNED = [
    (
        "The goalkeeper who insulted the referee was banned for six games.",
        "Il portiere {che ha insultato l'arbitro|insultato dall'arbitro} è stato squalificato.",
    ),
    (
        "It was the students who invited the general to the debate.",
        "Sono stati {gli studenti a invitare il generale|il generale a invitare gli studenti} al dibattito.",
    ),
    (
        "The journalist interviewed by the president has since left the paper.",
        "La giornalista {intervistata dal|che ha intervistato il} presidente ha lasciato il giornale.",
    ),
    (
        "The engineer who replaced Moretti had studied in Delft.",
        "L'ingegnere {che ha sostituito|sostituito da} Moretti aveva studiato a Delft.",
    ),
]


@pytest.mark.parametrize(("source", "choice"), TURNED)
def test_one_who_acts_on_one_side_alone_is_told(source: str, choice: str) -> None:
    before, rest = choice.split("{")
    (right, wrong), after = rest.split("}")[0].split("|"), rest.split("}")[1]
    assert not found(ROLES, source, before + right + after)
    assert [one.kind for one in found(ROLES, source, before + wrong + after)] == ["role"]


def test_nouns_that_look_like_verbs_have_no_voice() -> None:
    source = "The defeat left the team six points adrift of the leaders."
    assert not found(ROLES, source, "La sconfitta ha lasciato la squadra a sei punti dai primi.")


def test_a_compound_has_no_voice() -> None:
    assert not found(ROLES, "Oil-burning boilers are banned.", "Le caldaie che bruciano olio sono vietate.")


GIVEN = [
    ("The winners were given a medal.", "{Ai|I} vincitori hanno dato una medaglia."),
    ("The patients were offered a bed.", "{Ai|I} pazienti hanno offerto un letto."),
    ("The girls were taught music.", "{Alle|Le} ragazze hanno insegnato musica."),
    ("The children were told a story.", "{Ai|I} bambini hanno raccontato una storia."),
    ("The workers were paid on Friday.", "I lavoratori {sono stati pagati|hanno pagato} venerdì."),
]


@pytest.mark.parametrize(("source", "choice"), GIVEN)
def test_one_who_gives_what_is_given_to_him_is_told(source: str, choice: str) -> None:
    test_one_who_acts_on_one_side_alone_is_told(source, choice)
