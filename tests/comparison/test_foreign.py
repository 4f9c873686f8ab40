"""Text left in the source's language, and passages in a language or script that is not their side's."""

import pytest
from one_bead import marked, pair_of

from tui.comparison import Finding
from tui.comparison.compare import findings_of, proposed
from tui.comparison.foreign import FAMILY

ENGLISH = "The museum does not open on Mondays, and 12 guides wait."
ITALIAN = "Il museo non apre di lunedì, e 12 guide aspettano."


def _found(source: list[str], target: list[str], languages: str = "en it") -> list[Finding]:
    return findings_of(FAMILY, pair_of(source, target, languages=languages))


def test_a_run_of_sentences_left_in_the_source_is_one_major() -> None:
    """Beside translated ones; the message names the language."""
    source = [
        "It rained all night long.", ENGLISH, "Nobody came to see it.", "The town waited for the summer.",
        "Everyone was glad of the long rest.", "The school closed early that day.",
    ]  # fmt: skip
    target = [
        "Piovve per tutta la notte.", ENGLISH, "Nobody came to see it.", "La città aspettava l’estate.",
        "Tutti erano contenti del lungo riposo.", "Quel giorno la scuola chiuse presto.",
    ]  # fmt: skip
    (finding,) = _found(source, target)
    assert (finding.kind, finding.severity) == ("untranslated", "major")
    assert finding.message == "These 2 sentences are left in English, untranslated."
    pair = pair_of(source, target)
    assert marked(finding, pair) == (f"{ENGLISH} {source[2]}", f"{ENGLISH} {source[2]}")


@pytest.mark.dear
def test_any_pair_of_languages_is_told() -> None:
    """The languages' names come from their tags."""
    german = "Das Haus steht seit vielen Jahren leer."
    (finding,) = _found([german, "Es regnet."], [german, "Il pleut beaucoup ici."], "de fr")
    assert "left in German" in finding.message


def test_a_target_that_is_mostly_source_says_so_once() -> None:
    """One finding for all of it."""
    source = [ENGLISH, "It rained.", "The guides went home before the evening."]
    target = [ENGLISH, "Pioveva.", "The guides went home before the evening."]
    (finding,) = _found(source, target)
    assert finding.message == "Most of the target is left in English: 2 of its 3 sentences."


def test_two_equal_texts_are_a_source_untranslated() -> None:
    """Whatever the tags of their languages are."""
    for languages in ("en it", "en en"):
        (finding,) = _found([ENGLISH, "It rained."], [ENGLISH, "It rained."], languages)
        assert finding.message == "The target is the source, untranslated."


@pytest.mark.parametrize(
    "line",
    [
        "`git push --force`",
        "OK",
        "E-mail",
        "Anna Rossi, John Smith",
        "12.5",
        "The Old Curiosity Shop",
        "apt install --yes python3-numpy /usr/share/doc/numpy",
        "MAX_SIZE=10",
        "Software",
    ],
)
def test_what_is_alike_in_both_languages_is_no_finding(line: str) -> None:
    """Names, code, figures, single words."""
    assert not _found([line, ENGLISH], [line, ITALIAN])


def test_nothing_else_is_said_of_equal_text() -> None:
    """No word and no fact differs in it; it is no sentence without a counterpart either."""
    pair = pair_of([ENGLISH, "It rained."], [ENGLISH, "Pioveva."])
    candidates, incomplete = proposed(pair, _with_encoder_free_families())
    assert not incomplete
    assert {one.rule.name for one in candidates} == {"passage-untranslated"}


def test_a_sentence_in_another_script_is_told() -> None:
    """Unless its counterpart is in it too."""
    greek = "Το μουσείο άνοιξε."
    (finding,) = _found(["The museum opened.", ENGLISH], [greek, ITALIAN])
    assert finding.severity == "major"
    assert "Greek letters" in finding.message
    assert not _found([greek, ENGLISH], [greek, ITALIAN])


def test_a_sentence_in_a_third_language_is_told() -> None:
    """A quotation that both sides have is none."""
    french = "Les habitants du village ne sont pas contents de leur maire."
    english = "The people of the village are not happy with their mayor."
    (finding,) = _found([english, ENGLISH], [french, ITALIAN])
    assert finding.message == "This sentence is in French, unlike the rest of the target."
    assert not _found([french, ENGLISH], [french, ITALIAN])


@pytest.mark.parametrize(
    "target",
    [
        "Der Ausschuss kann den Haushalt von 200 Euro vor dem Abend nicht genehmigen.",
        "Les habitants ne peuvent pas approuver le budget de 200 euros avant la nuit.",
        "Комитет не может утвердить бюджет в 200 евро до вечера.",
    ],
)
def test_nothing_else_is_said_of_a_sentence_in_a_third_language(target: str) -> None:
    """No rule reads it: its denials and figures are no differences of their own."""
    english = "The committee cannot approve the budget of 300 euros before the evening."
    for source, aim, languages in ((english, target, "en it"), (target, english, "it en")):
        pair = pair_of([source], [aim], languages=languages)
        candidates, incomplete = proposed(pair, _with_encoder_free_families())
        assert not incomplete
        assert {one.rule.name for one in candidates} == {"passage-other-language"}


def test_a_sentence_of_the_source_in_the_language_of_the_target_is_told() -> None:
    """Also where both have it letter for letter: nothing says which text was translated from the other."""
    assert _found([ITALIAN, ENGLISH], ["Il museo resta chiuso.", ITALIAN])
    (finding,) = _found([ITALIAN, ENGLISH], [ITALIAN, ITALIAN])
    assert finding.message == "This sentence is left in Italian, untranslated."


def test_half_a_sentence_left_in_the_source_is_told() -> None:
    """A quotation is left on purpose."""
    source = "The guides wait at the gate of the old town when it rains."
    (finding,) = _found(
        [source, ENGLISH], ["Le guide wait at the gate of the old town quando piove.", ITALIAN]
    )
    assert finding.message == "Words of this sentence are left in English, untranslated."
    quoted = "Il cartello dice “wait at the gate of the old town” quando piove."
    assert not _found([source, ENGLISH], [quoted, ITALIAN])


def _with_encoder_free_families() -> tuple:  # type: ignore[type-arg]
    from tui.comparison.families import FAMILIES

    return tuple(family for family in FAMILIES if family.name != "omissions")


@pytest.mark.parametrize(
    ("row", "copied"),
    [
        ("α β γ δ ε", False),
        ("µ º ª µ º ª", False),
        ("a b c d e f g h i j k l m n o p q", True),
        ("struct node *next; struct node *prev; int value;", True),
        ("while (not done) { read the line; }", True),
    ],
)
def test_rows_of_symbols_and_programs_are_in_no_language(row: str, copied: bool) -> None:
    assert _found([ENGLISH, row], [ITALIAN, row if copied else "Segue una riga."]) == []


@pytest.mark.parametrize("row", ["The guides read the long line;", "Η γάτα κοιμάται στον καναπέ."])
def test_what_only_ends_like_a_program_or_has_letters_alone_is_prose(row: str) -> None:
    assert len(_found([ENGLISH, "The guides read the long line;"], [ITALIAN, row])) == 1


LEFT = "If you use the lift (and you should; see {}), you may not need to wait, if nobody calls it again."


def test_a_sentence_left_with_a_translated_link_is_one_finding() -> None:
    """It is told once, and nothing is said of the grammar of what is English on both sides."""
    rest = ["It rained all night long.", "The town waited for the summer."]
    target = ["Piovve per tutta la notte.", "La città aspettava l’estate."]
    pair = pair_of([*rest, LEFT.format("House rules")], [*target, LEFT.format("Regole della casa")])
    assert [one.rule.name for one in proposed(pair)[0] if one.rule.layer == "facts"] == []
    (finding,) = findings_of(FAMILY, pair)
    assert finding.message == "This sentence is left in English, untranslated."


def test_a_copied_sentence_with_other_quotation_marks_is_copied() -> None:
    said = "You may not add a part called “{}” unless nobody objects."
    pair = pair_of([said.format("Notes")], [said.replace("“", "«").replace("”", "»").format("Notes")])
    assert [one.rule.name for one in proposed(pair)[0] if one.rule.layer == "facts"] == []
