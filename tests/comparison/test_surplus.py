"""How the two sides of a bead compare without what stands on one of them alone."""

from by_hand import alignment_of, article_of
from toy_encoder import ToyEncoder

from tui.alignment import AlignedPair
from tui.comparison.names import FAMILY as NAMES
from tui.comparison.names.meaning import kin, meant
from tui.comparison.names.mentions import pair_mentions
from tui.comparison.names.sides import Sides
from tui.comparison.questions import answered
from tui.comparison.surplus import FARTHER, NEARER

LEXICON = {
    "il": "the", "sindaco": "mayor", "ha": "has", "visto": "seen", "porto": "harbour", "faro": "pharella",
    "vecchio": "old", "ogni": "every", "notte": "night", "pescatori": "fishermen", "i": "the",
}  # fmt: skip


def _pair(source: str, target: str) -> AlignedPair:
    return AlignedPair(
        article_of([[source]]), article_of([[target]], "it"), alignment_of("0=0"), ToyEncoder(LEXICON)
    )


def _evidence(source: str, target: str) -> dict[str, float]:
    pair = _pair(source, target)
    (found,) = answered(list(NAMES.propose(pair)), pair.encoder)
    return dict(found.evidence)


def _kin(source: str, target: str, encoder: ToyEncoder) -> float:
    asked = kin(source, "en", target, "it")
    return asked.evidence(encoder.encode(asked.texts)).get("name-kin", 0) if asked else 0


def test_a_name_that_the_other_side_dropped_is_in_the_way() -> None:
    found = _evidence("The old mayor has seen Bellworth.", "Il vecchio sindaco ha visto.")

    assert found[NEARER] > 0
    assert found[FARTHER] == 0


def test_a_name_that_the_other_side_says_by_a_common_word_is_not() -> None:
    found = _evidence(
        "Every night the old Pharella fishermen has seen.", "Ogni notte il vecchio faro ha visto i pescatori."
    )

    assert found[FARTHER] > 0
    assert found[NEARER] == 0
    assert found["name-meant"] == 1


def test_only_a_word_that_translates_nothing_else_can_say_a_name() -> None:
    pair = _pair("Fishermen saw the Pharella and a harbour.", "I pescatori videro un porto.")
    sides = Sides(pair, pair_mentions(pair))

    assert meant("Pharella", sides.beads[0]["source"], sides.beads[0]["target"]) is None


def test_two_names_are_kin_where_both_letters_and_meaning_are_near() -> None:
    alike = ToyEncoder({"magiari": "magyars", "quartieri": "magyars"})

    assert _kin("Magyars", "Magiari", alike) > 0.9
    assert _kin("Magyars", "Bavaresi", alike) == 0
