"""A word in whose place the other side has one that means the contrary."""

import pytest
from by_hand import alignment_of, article_of
from toy_encoder import ToyEncoder

from tui.alignment import AlignedPair
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.contraries import FAMILY
from tui.comparison.contraries.relation import Relation, relation
from tui.languages import contraries


def _found(source: str, target: str, languages: str = "en it") -> list[Finding]:
    first, second = languages.split()
    pair = AlignedPair(
        article_of([[source]], first), article_of([[target]], second), alignment_of("0=0"), ToyEncoder({})
    )
    return findings_of(FAMILY, pair)


def _related(english: str, italian: str) -> Relation:
    return relation(frozenset(english.split()), frozenset(italian.split()), "en", "it")


TOLD = [
    # an adverb by its adjective
    ("The bridge swayed visibly in the storm.", "Il ponte oscillò invisibilmente nella tempesta.",
     "visibly", "invisibilmente"),
    # a comparative
    ("The smaller harbour is shallower than the river.", "Il porto piccolo è più profondo del fiume.",
     "shallower", "profondo"),
    # a prefix on one side only
    ("The judge found that the arrest of the mayor was unlawful.",
     "Il giudice ha stabilito che l'arresto del sindaco era lecito.", "unlawful", "lecito"),
    ("The judge found that the conditions of the contract were reasonable.",
     "Il giudice ha stabilito che le condizioni del contratto erano irragionevoli.",
     "reasonable", "irragionevoli"),
    # a verb that is far from its place, in the passive
    ("The council relaxed the rules on parking near the station.",
     "Le regole sul parcheggio vicino alla stazione sono state inasprite dal consiglio.",
     "relaxed", "inasprite"),
    # both sides deny, the one a word farther away
    ("Nothing ages a city faster than empty shops.",
     "Nulla invecchia una città più lentamente dei negozi vuoti.", "faster", "lentamente"),
    # a reflexive verb, which the dictionary has with its pronoun
    ("The farmers distrusted the new bank after the long drought.",
     "Dopo la lunga siccità gli agricoltori si fidavano della nuova banca.", "distrusted", "fidavano"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "said", "other"), TOLD)
def test_a_contrary_in_the_place_of_a_word_is_told(source: str, target: str, said: str, other: str) -> None:
    (one,) = [found for found in _found(source, target) if found.severity != "minor"]

    assert (one.source_value, one.target_value) == (said, other)
    assert one.message == f"Opposite meanings: {said} in the source, {other} in the target."


def test_it_is_told_too_where_the_dictionary_is_read_backwards() -> None:
    (one,) = _found(
        "Il ponte oscillò visibilmente nella tempesta.", "The bridge swayed invisibly in the storm.", "it en"
    )

    assert (one.source_value, one.target_value) == ("visibilmente", "invisibly")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # what only looks like a denial
        ("The library holds invaluable maps of the coast.", "La biblioteca ha preziose mappe della costa."),
        ("The liquid in the tank is inflammable.", "Il liquido nel serbatoio è infiammabile."),
        # a denial says it
        ("The arrest of the mayor was unlawful.", "L'arresto del sindaco non era lecito."),
        ("The harbour is not deep.", "Il porto è poco profondo."),
        ("Nobody said that the water was safe.", "Nessuno ha detto che l'acqua fosse sicura."),
        ("They never told the tenants that the stairs were unsafe.",
         "Non hanno mai detto agli inquilini che le scale non erano sicure."),
        # told from the other end
        ("The baker sold the oven to the miller.", "Il mugnaio ha comprato il forno dal fornaio."),
        # part of an idiom, of a compound
        ("The mill surely burned down in March.", "Il mulino è senza dubbio bruciato in marzo."),
        # a right translation stands elsewhere
        ("The visible wall is dry.", "Il muro visibile e quello invisibile sono asciutti."),
    ],
)  # fmt: skip
def test_what_says_the_same_is_not_told(source: str, target: str) -> None:
    assert not [found for found in _found(source, target) if found.severity != "minor"]


def test_a_word_has_the_contraries_of_its_class() -> None:
    nouns, verbs, others = contraries("widen", "en")

    assert (nouns, verbs, others) == (frozenset(), frozenset({"narrow"}), frozenset())
    assert not any(contraries("widen", "xx"))


def test_how_words_are_known_to_be_contraries() -> None:
    assert _related("lawful", "illecito").affix
    assert _related("slowly", "rapidamente").listed
    assert _related("quickly", "lentamente").share
    assert not _related("sell", "comprare"), "who sells to another is bought from"
    assert not _related("valuable", "prezioso")
    assert not _related("eventually", "fine"), "fine is no infine without its in-"
