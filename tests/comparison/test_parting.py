import pytest
from by_hand import alignment_of, article_of
from tui.comparison.back_translation import propose_back_translation

from tui.alignment import AlignedPair, UseEncoder
from tui.comparison import Finding, Parting, compare, compare_back_translation, parting


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
    assert not parts.parts()


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
    assert parts.parts()
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
    assert parts.parts()
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


SOURCE = article_of(
    [["The cat sleeps.", "The government lifts the sanctions.", "The mayor says no."], ["It rains."]]
)
TARGET = article_of(
    [["Il gatto dorme.", "Il governo ripristina le sanzioni.", "Il sindaco dice no."], ["Nevica."]], "it"
)
BACK = {0: "The cat is asleep.", 1: "The government restores the sanctions.", 2: "The mayor states no."}


def found(encoder: UseEncoder, beads: str, back: dict[int, str]) -> tuple[Finding, ...]:
    return compare_back_translation(SOURCE, TARGET, alignment_of(beads), encoder, back).findings


def test_a_pair_that_parts_is_one_finding_at_its_place(encoder: UseEncoder) -> None:
    """The words of the source, the whole sentence of the target, and both words in the message."""
    (finding,) = found(encoder, "0=0 1=1 2=2 3=3", BACK)
    assert (finding.kind, finding.layer, finding.severity) == ("back-translation", "words", "minor")
    assert [span.within(SOURCE.text) for span in finding.source] == ["lifts"]
    assert [span.within(TARGET.text) for span in finding.target] == ["Il governo ripristina le sanzioni."]
    assert finding.message == "Translated back, the target says “restores” where the source says “lifts”."


def test_what_denies_the_other_is_major(encoder: UseEncoder) -> None:
    (finding,) = found(encoder, "0=0 1=1 2=2 3=3", {0: "The cat does not sleep."})
    assert finding.severity == "major"
    assert [span.within(TARGET.text) for span in finding.target] == ["Il gatto dorme."]


def test_only_whole_pairs_are_compared(encoder: UseEncoder) -> None:
    """Not what has no counterpart, and not half of what was translated."""
    assert found(encoder, "0= =0 1,2=1,2 3=3", {0: "Nonsense.", 1: "Nothing of the kind."}) == ()
    assert len(found(encoder, "0=0 1,2=1,2 3=3", BACK | {2: "The pope states no."})) == 1
    assert found(encoder, "0=0 1=1 2=2 3=3", {}) == ()


def test_a_poor_engine_is_not_reported_sentence_by_sentence(encoder: UseEncoder) -> None:
    """Only what parts far more than the rest does."""
    sentences = [f"The mayor of town {number} opened the new bridge." for number in range(6)]
    source = article_of([sentences])
    target = article_of([[f"Frase {number}." for number in range(6)]], "it")
    poor = {number: f"The sindaco of town {number} opened the new ponte." for number in range(6)}
    pair = AlignedPair(source, target, alignment_of("0=0 1=1 2=2 3=3 4=4 5=5"), encoder)
    assert not propose_back_translation(pair, poor)
    (finding,) = propose_back_translation(pair, poor | {3: "The cats of town 3 drink some cold milk."})
    assert [span.within(target.text) for span in finding.target] == ["Frase 3."]


def test_the_comparison_tells_them_with_the_rest(encoder: UseEncoder) -> None:
    """In the order of the text and with ids of their own; without back-translations there are none."""
    alignment = alignment_of("0=0 1=1 2=2 3=3")
    with_them = compare(SOURCE, TARGET, alignment, encoder, BACK).findings
    without = compare(SOURCE, TARGET, alignment, encoder).findings
    assert [finding for finding in with_them if finding.kind != "back-translation"] == list(without)
    assert len({finding.id for finding in with_them}) == len(with_them)
    assert len(with_them) == len(without) + 1


def test_a_sentence_alone_is_no_measure_of_itself(encoder: UseEncoder) -> None:
    """In an article of one sentence what parts is found."""
    source = article_of([["The US lifts the sanctions."]], "en")
    target = article_of([["Gli Stati Uniti ripristinano le sanzioni."]], "it")
    pair = AlignedPair(source, target, alignment_of("0=0"), encoder)
    said = "The United States restore the sanctions."
    assert [f.target_value for f in propose_back_translation(pair, {0: said})] == ["“restore”"]
