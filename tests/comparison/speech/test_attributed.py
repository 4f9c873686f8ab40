"""What one side tells as somebody's word and the other as a fact."""

import pytest
from one_bead import found

from tui.comparison.speech import FAMILY as SPEECH


def told(source: str, target: str) -> list[str]:
    return [one.rule for one in found(SPEECH, source, target)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "The owner claims that the gardener sold the tower.",
            "Il giardiniere ha venduto la torre.",
        ),
        (
            "The baker insists that the flour of the mill was poisoned.",
            "La farina del mulino era avvelenata.",
        ),
        (
            "The flour was poisoned in the mill.",
            "Il fornaio sostiene che la farina è stata avvelenata nel mulino.",
        ),
        (
            "The tower is said to have been built by a giant.",
            "La torre è stata costruita da un gigante.",
        ),
    ],
)
def test_somebodys_word_that_is_told_as_a_fact_is_told(source: str, target: str) -> None:
    assert told(source, target) == ["attributed-one-sided"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # another verb, a noun, a mood, a mark or a preposition that tells it so
        ("The owner claims that the boiler exploded.", "A detta del padrone la caldaia è esplosa."),
        ("The owner claims that the boiler exploded.", "La caldaia sarebbe esplosa da sola ieri."),
        ("The baker says the flour was poisoned.", "Il fornaio: la farina era avvelenata."),
        ("The flour was poisoned, says the baker.", "«La farina era avvelenata.»"),
        ("The tower is said to be leaning.", "Corre voce che la torre penda."),
        # what is no statement, or the reader's own
        ("I think the mill is closed on Monday.", "Il mulino lunedì è chiuso per ferie."),
        ("The mill is closed on Monday.", "Credo che il mulino lunedì sia chiuso."),
        ("That is to say, the mill is closed on Monday.", "Insomma il mulino lunedì è chiuso."),
        ("Nobody claims that the mill is closed.", "Il mulino lunedì è aperto a tutti."),
    ],
)
def test_what_may_be_told_otherwise_is_no_difference(source: str, target: str) -> None:
    assert told(source, target) == []
