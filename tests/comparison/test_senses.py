"""A noun in whose place the other side names another thing of its kind."""

from by_hand import alignment_of, article_of
from toy_encoder import ToyEncoder

from tui.alignment import AlignedPair
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.senses import FAMILY
from tui.comparison.senses.beads import Bilingual, beads_of
from tui.languages import dictionary, kinship

LEXICON = {
    "la": "the", "polizia": "police", "ha": "has", "trovato": "found", "viola": "viola", "violino": "violin",
    "nella": "in", "chiesa": "church", "il": "the", "cane": "dog", "animale": "animal", "un": "a",
    "violini": "violins", "strumento": "instrument",
}  # fmt: skip


def _found(source: str, target: str, languages: str = "en it") -> list[Finding]:
    first, second = languages.split()
    pair = AlignedPair(
        article_of([[source]], first),
        article_of([[target]], second),
        alignment_of("0=0"),
        ToyEncoder(LEXICON),
    )
    return findings_of(FAMILY, pair)


def test_another_thing_of_the_same_kind_is_told_with_what_it_means() -> None:
    (one,) = _found(
        "The police found a viola in the church.", "La polizia ha trovato un violino nella chiesa."
    )

    assert (one.source_value, one.target_value) == ("viola", "violino")
    assert one.message == "“violino” means “violin”, not “viola”."
    assert one.severity == "major"


def test_it_is_told_too_where_the_dictionary_is_read_backwards() -> None:
    (one,) = _found(
        "La polizia ha trovato un violino nella chiesa.", "The police found a viola in the church.", "it en"
    )

    assert (one.source_value, one.target_value) == ("violino", "viola")


def test_a_right_translation_and_the_name_of_the_whole_kind_are_none() -> None:
    right = _found("The police found a viola in the church.", "La polizia ha trovato una viola nella chiesa.")
    broader = _found(
        "The police found a dog in the church.", "La polizia ha trovato un animale nella chiesa."
    )

    assert not right
    assert not [one for one in broader if one.severity == "major"]


def test_the_dictionary_says_what_translates_and_what_does_not() -> None:
    words = dictionary("en", "it")

    assert words.nouns(("bus",))[0] == "autobus"
    assert "treno" not in words.possible(("bus",))
    assert "train" in words.meant(("treno",))
    assert not dictionary("en", "xx")


def test_kinds_tell_a_sister_from_what_holds_both() -> None:
    sisters, broader = kinship(("viola",), ("violin",), "en"), kinship(("dog",), ("animal",), "en")

    assert sisters
    assert (sisters.steps, sisters.above, sisters.things) == (2, False, True)
    assert broader
    assert broader.above
    assert kinship(("viola",), ("violino",), "en") is None


def _bead(source: str, target: str) -> Bilingual:
    pair = AlignedPair(
        article_of([[source]], "en"), article_of([[target]], "it"), alignment_of("0=0"), ToyEncoder(LEXICON)
    )
    (bead,) = beads_of(pair)
    return bead


def test_what_a_sure_translation_has_used_up_answers_no_other_word() -> None:
    bead = _bead(
        "The management wants new pipes because the old pipes are made of lead.",
        "La direzione vuole tubi nuovi perché i tubi vecchi sono fatti di rame.",
    )

    assert "direzione" in bead.dictionary.possible(("lead",))
    assert [bead.one.tokens[at].text for at in bead.lone[0]] == ["lead"]
    assert [bead.other.tokens[at].text for at in bead.lone[1]] == ["rame"]


def test_of_two_words_that_one_may_translate_the_surer_is_answered_and_the_other_wanted_it() -> None:
    bead = _bead(
        "The management wants new pipes because the old pipes are made of lead.",
        "La direzione vuole tubi nuovi perché i tubi vecchi sono fatti di rame.",
    )
    (lead,) = bead.lone[0]

    assert lead in bead.answers.wanted[0]
    assert lead not in bead.answers.one


def test_words_that_are_only_alike_may_stand_in_each_others_place_and_in_no_others() -> None:
    bead = _bead("The police found a viola in the church.", "La polizia ha trovato un violino nella chiesa.")
    faced = {
        (bead.one.tokens[here].text, bead.other.tokens[there].text)
        for here, others in bead.facing()
        for there in others
    }

    assert faced == {("viola", "violino")}


def test_the_dictionary_has_a_reflexive_verb_without_its_pronoun_too() -> None:
    assert "trust" in dictionary("en", "it").translated(("fidare",))


def test_the_dictionary_has_what_stands_in_a_text_for_an_expression_with_one_word_of_content() -> None:
    words = dictionary("en", "it")

    assert "minimizzare" in words.possible(("play",))  # play down
    assert "soddisfacente" not in words.possible(("unsatisfactory",))  # poco soddisfacente
