import pytest

from tui.alignment import UseEncoder
from tui.comparison import Parting, parting


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder()


def marked(parts: Parting, sentence: str, back: str) -> tuple[list[str], list[str]]:
    return [span.within(sentence) for span in parts.source], [span.within(back) for span in parts.back]


QUIET = [
    ("The mayor says the bridge is new.", "The mayor states that the bridge is new."),
    ("The mayor said so.", "So stated the mayor."),
    ("The port will pay $3.2bn over twelve years.", "The port will pay 3.2 billion dollars in 12 years."),
    ("He bought a car.", "He purchased an automobile."),
    ("The cat is not sleeping.", "The cat not sleeps."),
    ("It lost a third of its members.", "It has lost 33% of its members."),
    ("Zelensky spoke at 5:30 p.m.", "Zelenskyy spoke at 17.30."),
    ("The council dropped its opposition.", "The council dropped its opposition."),
    ("Now the US may agree.", "Now the United States may agree."),
    ("The EU has signed.", "The European Union has signed."),
]


@pytest.mark.parametrize(("sentence", "back"), QUIET)
def test_the_same_in_other_words_is_quiet(encoder: UseEncoder, sentence: str, back: str) -> None:
    """Synonyms, other forms, other notation, the English of a machine: nothing is marked."""
    parts = parting(sentence, back, encoder, "en")
    assert marked(parts, sentence, back) == ([], [])
    assert not parts.reversals


LOUD = [
    (
        "The government lifts the sanctions.",
        "The government restores the sanctions.",
        ["lifts"],
        ["restores"],
    ),
    (
        "The mayor signs the deal.",
        "The mayor signs the deal on the bridge and the tunnel.",
        [],
        ["bridge", "tunnel"],
    ),
    (
        "The old bridge was closed on Tuesday.",
        "The bridge was closed on Wednesday.",
        ["old", "Tuesday"],
        ["Wednesday"],
    ),
    ("Two people died.", "Ten people died.", ["Two"], ["Ten"]),
    ("The strike is over.", "", ["strike"], []),
]


@pytest.mark.parametrize(("sentence", "back", "ours", "theirs"), LOUD)
def test_another_word_is_marked_on_both_sides(
    encoder: UseEncoder, sentence: str, back: str, ours: list[str], theirs: list[str]
) -> None:
    parts = parting(sentence, back, encoder, "en")
    assert marked(parts, sentence, back) == (ours, theirs)
    assert not parts.reversals


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("We did not give in.", "We gave in."),
        ("The cat sleeps in the house near the river.", "The cat not sleeps in the house near the river."),
        ("The bank raised its rates again last week.", "The bank lowered its rates again last week."),
    ],
)
def test_a_denial_and_an_opposite_are_told_however_long_the_sentence(
    encoder: UseEncoder, sentence: str, back: str
) -> None:
    """One small word in a long sentence that agrees in all else."""
    parts = parting(sentence, back, encoder, "en")
    ((ours, theirs),) = parts.reversals
    assert ours.within(sentence)
    assert theirs.within(back)


def test_a_clause_that_parts_is_told_as_one(encoder: UseEncoder) -> None:
    sentence = "The port will pay the debt, and the workers keep their jobs until next summer."
    assert parting(
        sentence, "The port will pay the debt, but wolves ate seven golden apples.", encoder, "en"
    ).clause
    assert not parting(
        sentence, "The port pays the debt and the workers keep their job until summer.", encoder, "en"
    ).clause
