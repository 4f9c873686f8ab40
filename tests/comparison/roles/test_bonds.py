"""To whom a pronoun is bound: by number, person, possessives and reflexives."""

import pytest
from one_bead import found, loud

from tui.comparison.roles import FAMILY as ROLES


def told(source: str, target: str) -> list[tuple[str | None, str | None]]:
    return [
        (one.source_value, one.target_value)
        for one in found(ROLES, source, target)
        if one.rule == "bond-differs"
    ]


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (
            "The porter said that the cook had accused himself of the theft.",
            "Il portiere ha detto che il cuoco lo aveva accusato del furto.",
            ("had accused himself", "lo aveva accusato"),
        ),
        (
            "“Nobody asked us,” said the baker of the village.",
            "«Nessuno li ha interrogati», disse il fornaio del paese.",
            ("asked us", "li ha interrogati"),
        ),
        (
            "The machine sorts the new letters and sells them to the bank.",
            "La macchina smista le lettere nuove e lo vende alla banca.",
            ("sells them", "lo vende"),
        ),
        (
            "The museum wrote to the lenders that it will sell the drawing.",
            "Il museo ha scritto ai prestatori che venderanno il disegno.",
            ("will sell", "venderanno"),
        ),
        (
            "The plumber painted his own house last week.",
            "La settimana scorsa l'idraulico ha dipinto la vostra casa.",
            ("his own house", "vostra casa"),
        ),
        (
            "My sister sang, but it was I who wrote the songs.",
            "Mia sorella cantava, ma era lei a scrivere le canzoni.",
            ("was i", "era lei"),
        ),
        (
            "The clerk told me about the new tax.",
            "L'impiegato ci ha detto della nuova tassa.",
            ("told me", "ci ha detto"),
        ),
    ],
)
def test_another_is_meant(source: str, target: str, said: tuple[str, str]) -> None:
    assert told(source, target) == [said]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The cook accused himself of the theft.", "Il cuoco si è accusato del furto."),
        ("The cook accused himself of the theft.", "Il cuoco ha accusato se stesso del furto."),
        ("The chef himself grilled the fish.", "Lo chef in persona lo ha grigliato, il pesce."),
        ("He expects her to win the race.", "Si aspetta che vinca la corsa."),
        ("The drivers say they have paid.", "L'automobilista dice che ha pagato."),
        ("The police said they will pay the rent.", "La polizia ha detto che pagherà l'affitto."),
        ("The museum says it employs forty guards.", "Il museo dice che vi lavorano quaranta custodi."),
        ("It will take the builders two years.", "Ci vorranno due anni ai muratori."),
        ("They washed their hands.", "Ognuno lavò le proprie mani."),
        ("Bring your own cup.", "Porti la sua tazza."),
        ("The US could win.", "Gli Stati Uniti potrebbero vincere."),
        (
            "My sister sang, but it was I who wrote the songs.",
            "Mia sorella cantava, ma ero io a scrivere le canzoni.",
        ),
    ],
)
def test_the_same_may_be_meant(source: str, target: str) -> None:
    assert told(source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The porter cut himself with the knife.", "Il portiere lo tagliò con il coltello."),
        ("It was I who closed the gate.", "È stato lui a chiudere il cancello."),
    ],
)
def test_what_is_surely_bound_to_another_is_told_loudly(source: str, target: str) -> None:
    assert loud([ROLES], source, target) == ["bond-differs"]
