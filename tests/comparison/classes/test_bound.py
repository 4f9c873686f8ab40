"""A pronoun that can mean only one person, beside the article, the title or the ending of the other side."""

import pytest
from one_bead import found

from tui.comparison.classes import FAMILY

CROSSED = [
    (
        "The poet said that her first book had been lost.",
        "La poesia: il poeta ha detto di aver perso il libro.",
    ),
    ("Doctor Amari said she would close the clinic.", "Il dottor Amari ha annunciato la chiusura."),
    ("The client, 51, told the waiters that his wife was late.", "La cliente, 51 anni, aspettava la moglie."),
    (
        "The Welsh painter Gwen Marlow left, and her children followed.",
        "Il pittore gallese Gwen Marlow partì.",
    ),
    (
        "Rosa Neri was a Tuscan painter, and her works are lost.",
        "Le opere del pittore Rosa Neri sono perdute.",
    ),
    ("A woman of forty is among the survivors.", "Tra i sopravvissuti c'è un quarantenne."),
]
RIGHT = [
    ("The poet said that her first book had been lost.", "La poetessa ha detto di aver perso il libro."),
    ("Doctor Amari said she would close the clinic.", "La dottoressa Amari ha annunciato la chiusura."),
    ("The client, 51, told the waiters that his wife was late.", "Il cliente, 51 anni, aspettava la moglie."),
    ("A woman of forty is among the survivors.", "Tra i sopravvissuti c'è una quarantenne."),
    ("The minister said she would resign.", "Il ministro ha annunciato le dimissioni."),
    ("The victim was found by his neighbours.", "La vittima è stata trovata dai vicini."),
]
OPEN = [
    ("The singer told the poet that he was late.", "La cantante ha detto al poeta che era in ritardo."),
    ("She refused the house and the driver.", "Non ha voluto né la casa né l'autista, un uomo di Bari."),
    ("The singer met Marlow in the street and she greeted him.", "Il cantante incontrò Marlow per strada."),
    ("The agent sold his house.", "La figlia dell'agente ha venduto la casa."),
    ("Rose told the singer that she was late.", "Rose ha detto al cantante che era tardi."),
    ("His nurse sang.", "La sua infermiera cantava."),
    ("The Welsh guard lost his key.", "La guardia gallese ha perso la chiave."),
]


@pytest.mark.parametrize(("source", "target"), CROSSED)
def test_the_one_whom_a_pronoun_can_mean_is_a_woman_or_a_man_on_both_sides(source: str, target: str) -> None:
    assert "gender-differs" in [
        one.rule for one in found(FAMILY, source, target) if one.severity == "critical"
    ]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_person_and_nouns_of_either_are_not_told(source: str, target: str) -> None:
    assert not [one for one in found(FAMILY, source, target) if one.severity != "minor"]


@pytest.mark.parametrize(("source", "target"), OPEN)
def test_where_another_may_be_meant_nothing_is_critical(source: str, target: str) -> None:
    assert not [one for one in found(FAMILY, source, target) if one.severity == "critical"]


def test_a_man_of_whom_the_source_speaks_too_makes_it_doubtful() -> None:
    uncle = found(FAMILY, "Her uncle, born in Bari, is buried here.", "Lo zio, nato a Bari, è sepolto qui.")

    assert not [one for one in uncle if one.severity != "minor"]
