"""Members of closed classes: another one on the other side is a difference, its translation is none."""

import pytest
from one_bead import found

from tui.comparison.classes import FAMILY

DIFFERENT = [
    ("Her aunt paid for the flat.", "La nonna ha pagato l'appartamento.", "relation"),
    ("The boy lives with his grandmother.", "Il ragazzo vive con la sorella.", "relation"),
    ("The health minister left at noon.", "Il ministro dei Trasporti è partito a mezzogiorno.", "title"),
    ("The army closed the bridge.", "La marina ha chiuso il ponte.", "title"),
    ("The mayor opened the new library.", "Il vicesindaco ha inaugurato la nuova biblioteca.", "title"),
    ("The deputy director signed the contract.", "Il direttore ha firmato il contratto.", "title"),
    ("Most of the bridges are closed.", "Pochi ponti sono chiusi.", "quantifier"),
]
SAME = [
    ("Her parents paid for the flat.", "Il padre e la madre hanno pagato l'appartamento."),
    ("His nephew is a cook.", "Suo nipote fa il cuoco."),
    ("Her grandson is a cook.", "Suo nipote fa il cuoco."),
    ("They have three children.", "Hanno tre figli."),
    ("Her mother tongue is Greek.", "La sua madrelingua è il greco."),
    ("The Holy Father prayed with his brother.", "Il papa ha pregato con il fratello."),
    ("The foreign secretary left at noon.", "Il ministro degli Esteri è partito a mezzogiorno."),
    ("The deputy mayor opened the library.", "Il vicesindaco ha inaugurato la biblioteca."),
    ("Several bridges are closed.", "Molti ponti sono chiusi."),
    ("After all, some bridges are closed.", "In fondo alcuni ponti sono chiusi."),
]


@pytest.mark.parametrize(("source", "target", "kind"), DIFFERENT)
def test_another_member_is_told(source: str, target: str, kind: str) -> None:
    findings = found(FAMILY, source, target)
    assert [one.kind for one in findings] == [kind]
    assert findings[0].severity != "minor"


@pytest.mark.parametrize(("source", "target"), SAME)
def test_the_same_member_is_not(source: str, target: str) -> None:
    assert not found(FAMILY, source, target)


def test_both_words_are_named() -> None:
    (one,) = found(FAMILY, "Her uncle paid for the flat.", "La cugina ha pagato l'appartamento.")
    assert one.message == "Another relative: uncle in the source, cugina in the target."
    assert (one.source_value, one.target_value) == ("uncle", "cousin")


def test_the_classes_run_only_where_both_languages_have_them() -> None:
    assert not found(FAMILY, "Her uncle paid.", "La prima ha pagado.", languages="en es")
