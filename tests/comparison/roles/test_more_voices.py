"""Who did what to whom by other means than a verb in the active or the passive."""

import pytest
from one_bead import found

from tui.comparison.roles import FAMILY as ROLES


def told(source: str, target: str) -> list[str]:
    return [one.rule for one in found(ROLES, source, target) if one.severity != "minor"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # whom, and from whom
        (
            "The walls protect the houses from the river.",
            "Le mura proteggono il fiume dalle case.",
        ),
        # has somebody do it
        (
            "The city lent the church two million euros.",
            "La città si è fatta prestare dalla chiesa due milioni di euro.",
        ),
        # gets it from one who acts
        (
            "The school thanked the city.",
            "La scuola ha ricevuto dalla città un ringraziamento.",
        ),
    ],
)
def test_what_is_exchanged_by_other_means_is_found(source: str, target: str) -> None:
    assert told(source, target) == ["roles-exchanged"]


def test_a_participle_with_another_phrase_before_the_one_who_acts() -> None:
    """Two rules of the family say so; in a whole comparison the voice yields."""
    source = "The doctor, reported to the police by his sister, denied it."
    assert told(source, "Il medico, che ha denunciato la sorella, ha negato.") == [
        "roles-exchanged",
        "voice-turned",
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The walls protect the houses from the river.", "Le mura proteggono le case dal fiume."),
        ("The city lent the church a million.", "La chiesa si è fatta prestare dalla città un milione."),
        ("The king warned the bishop.", "Il vescovo ricevette dal re un avvertimento."),
        ("The bishop received a warning from the king.", "Il vescovo ricevette dal re un avvertimento."),
        ("He compared the houses with the churches.", "Ha confrontato le chiese con le case."),
        ("The doctor, reported to the police by his sister, denied it.",
         "Il medico, denunciato alla polizia dalla sorella, ha negato."),
        ("The woman won the seat by 212 votes.", "La donna ha vinto il seggio per 212 voti."),
    ],
)  # fmt: skip
def test_what_says_the_same_by_other_means_is_no_finding(source: str, target: str) -> None:
    assert told(source, target) == []
