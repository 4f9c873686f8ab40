"""Two passages that change places are one move, whatever stands between them."""

from __future__ import annotations

from functools import cache

import pytest

from tui.alignment import UseEncoder, align
from tui.alignment.exchanged import exchanged
from tui.articles import article_from_text
from tui.comparison import Finding, compare

ENGLISH = (
    "Weather", "It rained all night long in the valley. The farmers were glad of it.",
    "Transport", "The ferry to the islands was late again. Many slept on deck.",
    "Culture", "The museum sold its famous clock to a bank. Nobody asked the town.",
    "Schools", "The school will open again in September. Two teachers have left it.",
    "Sport", "The rowing club won three races on the lake. Its youngest member is twelve.",
)  # fmt: skip
ITALIAN = (
    "Meteo", "Nella valle è piovuto per tutta la notte. I contadini ne sono stati contenti.",
    "Trasporti", "Il traghetto per le isole era di nuovo in ritardo. Molti hanno dormito sul ponte.",
    "Cultura", "Il museo ha venduto il suo celebre orologio a una banca. Nessuno ha chiesto alla città.",
    "Scuole", "La scuola riaprirà a settembre. Due insegnanti l'hanno lasciata.",
    "Sport", "Il circolo dei canottieri ha vinto tre gare sul lago. Il socio più giovane ha dodici anni.",
)  # fmt: skip


@cache
def encoder() -> UseEncoder:
    return UseEncoder()


def moves(order: str, headings: bool) -> list[Finding]:
    """What is said to have moved where the Italian has its sections in that order."""
    step = 1 if headings else 2
    source = [text for at in range(5) for text in ENGLISH[2 * at + 2 - (2 if headings else 1) : 2 * at + 2]]
    target = [
        text for at in map(int, order) for text in ITALIAN[2 * at + 2 - (2 if headings else 1) : 2 * at + 2]
    ]
    assert len(source) == len(target) == 10 // step
    one = article_from_text("\n\n".join(source), language="en")
    other = article_from_text("\n\n".join(target), language="it")
    found = compare(one, other, align(one, other, encoder()), encoder()).findings
    assert {finding.kind for finding in found} <= {"moved"}
    return list(found)


@pytest.mark.parametrize("headings", [False, True])
@pytest.mark.parametrize("order", ["10234", "01324", "21034", "03214", "41230", "04231", "01432"])
def test_a_swap_is_one_move_with_its_headings(order: str, headings: bool) -> None:
    (finding,) = moves(order, headings)
    apart = [at for at, section in enumerate(order) if at != int(section)]
    neighbours = apart[1] == apart[0] + 1
    assert ("have changed places" in finding.message) is not neighbours
    parts = 1 if neighbours else 2
    paragraphs = parts * (2 if headings else 1)
    assert len(finding.source) == len(finding.target) == paragraphs


def test_what_stands_between_stays() -> None:
    (finding,) = moves("03214", headings=False)
    assert finding.message == (
        "These have changed places: paragraphs 2 and 4 of the source, 4 and 2 of the target."
    )


@pytest.mark.parametrize("order", ["12034", "23014", "40123"])
def test_one_passage_that_moved_is_no_swap(order: str) -> None:
    (finding,) = moves(order, headings=True)
    assert finding.message.startswith("This stands elsewhere")


def test_the_order_of_three_passages_is_turned_round() -> None:
    def found(*targets: int) -> list[tuple[list[int], list[int], list[int]]]:
        links = [((at,), (to,)) for at, to in enumerate(targets)]
        return [(list(one), list(between), list(other)) for one, between, other in exchanged(links)]

    assert found(0, 1, 2, 3) == found(1, 0, 2, 3) == found(1, 2, 0) == found() == []
    assert found(2, 1, 0) == [([0], [1], [2])]
    assert found(0, 4, 5, 2, 3, 1, 6) == [([1, 2], [3, 4], [5])]
