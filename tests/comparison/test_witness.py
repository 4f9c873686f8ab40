"""What a back-translation adds to the findings, and what it makes of them."""

from collections.abc import Mapping

import pytest
from by_hand import alignment_of, article_of
from msgspec.structs import replace

from tui.alignment import AlignedPair, UseEncoder
from tui.articles import Span
from tui.comparison import Comparison, Finding, compare, witnessed, worth_translating
from tui.comparison.compare import family_names
from tui.comparison.judge import fitted
from tui.comparison.sections import sections
from tui.comparison.witness.propose import Again
from tui.comparison.witness.said import parts, said
from tui.comparison.witness.witness import Witness
from tui.languages import function_words, word_list

WITNESS = "back-translation"
_OF_FACTS = ("back-translation-fact", "back-translation-reversal", "back-translation-mood")
_DOUBTED = 0.15
"""Less sure is nothing that is ever told."""


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder()


class Case:
    """A source and a target of as many sentences, one beside the other."""

    def __init__(self, encoder: UseEncoder, source: list[str], target: list[str], beads: str = "") -> None:
        self.source, self.target = article_of([source]), article_of([target], "it")
        self.alignment = alignment_of(beads or " ".join(f"{n}={n}" for n in range(len(source))))
        self.encoder = encoder
        self.alone = compare(self.source, self.target, self.alignment, encoder)

    def heard(self, said: Mapping[int, str], found: Comparison | None = None) -> Comparison:
        """The comparison after a back-translation was heard."""
        return witnessed(found or self.alone, self.source, self.target, self.alignment, self.encoder, said)

    def words(self, finding: Finding) -> tuple[list[str], list[str]]:
        """What a finding marks on each side."""
        return (
            [span.within(self.source.text) for span in finding.source],
            [span.within(self.target.text) for span in finding.target],
        )


def own(found: Comparison) -> list[Finding]:
    """What only the witness says."""
    return [finding for finding in found.findings if finding.kind == WITNESS]


def test_one_word_for_another_counts_however_long_the_sentence(encoder: UseEncoder) -> None:
    rest = {
        "The bread was still warm.": "Il pane era ancora caldo.",
        "Two dogs slept.": "Due cani dormivano.",
    }
    case = Case(
        encoder,
        [
            "The gardener, Clara, was singing at the gate of the old harbour when the last ferry came in.",
            *rest,
        ],
        [
            "La giardiniera, Clara, tossiva al cancello del vecchio porto quando arrivò l'ultimo traghetto.",
            *rest.values(),
        ],
    )
    back = "The gardener, Clara, was coughing at the gate of the old harbour when the last ferry came in."
    (finding,) = own(case.heard(dict(enumerate([back, *rest]))))
    assert case.words(finding)[0] == ["singing"]
    assert finding.message == "Translated back, the target says “coughing” where the source says “singing”."


def test_who_does_it_to_whom_is_compared(encoder: UseEncoder) -> None:
    """Every word is there, and two have changed places."""
    case = Case(encoder, ["The bakery thanked the orchestra."], ["All'orchestra fu grata la panetteria."])
    said = case.heard({0: "The orchestra thanked the bakery."})
    (finding,) = own(said)
    assert case.words(finding)[0] == ["bakery", "orchestra"]
    assert finding.severity == "major"
    assert not own(case.heard({0: "The orchestra was thanked by the bakery."}))


def test_a_denial_in_other_words_is_doubtful(encoder: UseEncoder) -> None:
    """What says the same otherwise denies something else; of one sentence alone it is not known how freely
    it is translated.
    """
    rest = {"Two dogs slept.": "Due cani dormivano.", "The bread was warm.": "Il pane era caldo."}
    source = "The storm cost the choir its best singer, a tenor from Lucca."
    target = "Per la tempesta il coro perse la sua voce migliore, un tenore di Lucca."
    back = "Because of the storm the choir had to do without its best voice, a tenor from Lucca."

    def reworded(*others: str) -> float:
        case = Case(encoder, [source, *others], [target, *(rest[one] for one in others)])
        heard = case.heard(dict(enumerate([back, *others])))
        (denial,) = [one for one in heard.every if one.rule == "back-translation-reversal"]
        return dict(denial.evidence)["fact-reworded"]

    assert reworded(*rest) > reworded() == 0
    assert fitted("witness").evidence["fact-reworded"] < 0


@pytest.mark.parametrize(
    ("back", "told"),
    [
        ("The old mechanic says that engines seize up before they rattle.", True),
        ("Before they seize up, the old mechanic says, engines rattle.", False),
    ],
)
def test_what_a_word_joins_may_not_be_exchanged(encoder: UseEncoder, back: str, told: bool) -> None:
    case = Case(
        encoder,
        ["The old mechanic says that engines rattle before they seize up."],
        ["Il vecchio meccanico dice che i motori grippano prima di sbatacchiare."],
    )
    found = [one for one in own(case.heard({0: back})) if one.rule == "back-translation-order"]
    assert [one.severity for one in found] == (["major"] if told else [])


@pytest.mark.parametrize(
    ("source", "target", "back"),
    [
        ("We did not give in.", "Cedemmo.", "We gave in."),
        ("The bank raised its rates last week.", "La banca agì.", "The bank lowered its rates last week."),
        ("Two people died on the bridge.", "Morirono in dieci sul ponte.", "Ten people died on the bridge."),
        ("She met Anna Bruni.", "L'ha incontrata.", "She met Carla Bruni."),
    ],
)
def test_every_family_is_asked_again(encoder: UseEncoder, source: str, target: str, back: str) -> None:
    """A denial, an opposite, a number and a name that only the back-translation shows."""
    heard = Case(encoder, [source], [target]).heard({0: back})
    assert any(finding.witness == "parts" for finding in heard.findings)


@pytest.mark.parametrize(
    ("source", "target", "back"),
    [
        (
            "Some forty musicians waited in the rain.",
            "Una quarantina di musicisti aspettava sotto la pioggia.",
            "A quarantine of musicians waited in the rain.",
        ),
        (
            "The bakery opens from 7 am to 9 pm.",
            "La panetteria è aperta dalle 7 alle 21.",
            "The bakery is open from 7 to 21.",
        ),
        (
            "The choir sang there on Thursday.",
            "Giovedì il coro ha cantato lì.",
            "Giovedi the choir sang there.",
        ),
        (
            "The ferry leaves unless the wind is strong.",
            "Il traghetto parte, a meno che il vento non sia forte.",
            "The ferry leaves, unless the wind is not strong.",
        ),
        (
            "No pupil shall enter the kitchen.",
            "Nessun alunno può entrare in cucina.",
            "No pupil may enter the kitchen.",
        ),
    ],
)
def test_what_the_translator_alone_made_otherwise_is_no_news(
    encoder: UseEncoder, source: str, target: str, back: str
) -> None:
    """A number, hours and a day that the target has, a *non* that denies nothing there, a ban that is one."""
    every = Case(encoder, [source], [target]).heard({0: back}).every
    assert [one.message for one in every if one.rule in _OF_FACTS and one.confidence >= _DOUBTED] == []


@pytest.mark.parametrize(
    ("source", "target", "back"),
    [
        (
            "Here are some bakery owned ovens.",
            "Ecco alcuni forni posseduti dalla panetteria.",
            "Here are some ovens owned by the bakery.",
        ),
        (
            "She thanked the Belgian painter Rosa Claes in a letter.",
            "Ha ringraziato la pittrice belga Rosa Claes in una lettera.",
            "She thanked the Belgian Claes Rosa painter in a letter.",
        ),
    ],
)
def test_a_compound_and_what_the_translator_exchanged_are_no_exchange(
    encoder: UseEncoder, source: str, target: str, back: str
) -> None:
    assert own(Case(encoder, [source], [target]).heard({0: back})) == []


def test_what_a_translator_takes_for_another_again_and_again_is_its_habit(encoder: UseEncoder) -> None:
    source = ["The gardener was singing at the gate.", "The old baker was singing in the garden."]
    target = ["La giardiniera tossiva al cancello.", "Il vecchio fornaio tossiva in giardino."]
    back = ["The gardener was coughing at the gate.", "The old baker was coughing in the garden."]

    def sure(heard: Mapping[int, str]) -> float:
        case = Case(encoder, source, target)
        found = case.heard({**dict(enumerate(source)), **heard})
        return max((one.confidence for one in found.every if one.kind == WITNESS), default=0.0)

    assert sure(dict(enumerate(back))) < sure({0: back[0]})


@pytest.mark.parametrize(("sure", "told"), [(0.12, ["back-translation-word"]), (0.99, [])])
def test_a_fact_that_is_not_told_silences_no_words(encoder: UseEncoder, sure: float, told: list[str]) -> None:
    """A name may be missing since it stands near by: that somebody else speaks is told by the words."""
    source = ["Wexley answered that the bridge was safe.", "The gardener sang at the gate."]
    back = ["The bakers answered that the bridge was safe.", "The gardener sang at the gate."]
    target = ["I fornai hanno risposto che il ponte era sicuro.", "La giardiniera cantava al cancello."]
    case = Case(encoder, source, target)
    pair = AlignedPair(case.source, case.target, case.alignment, encoder)
    missing = Finding(
        "only-source",
        "facts",
        "minor",
        sure,
        (Span(0, len("Wexley")),),
        (),
        "Wexley",
        None,
        "",
        "name-missing",
    )
    again = [Again("names", 0, missing)]
    heard = Witness(pair, said(pair, dict(enumerate(back))), again, {"names": "facts"})
    assert [one.candidate.rule.name for one in heard.own() if not one.family] == told


def test_what_a_rule_has_found_is_confirmed_and_said_once(encoder: UseEncoder) -> None:
    case = Case(encoder, ["My uncle bought the boat."], ["Mia zia ha comprato la barca."])
    (before,) = case.alone.findings
    (after,) = case.heard({0: "My aunt bought the boat."}).findings
    assert (after.id, after.rule, after.severity) == (before.id, before.rule, before.severity)
    assert after.confidence > before.confidence
    assert after.witness == "parts"


def test_a_translators_word_makes_nothing_critical(encoder: UseEncoder) -> None:
    """What it speaks against is critical no more; what it bears out is as loud as it was without it."""
    case = Case(encoder, ["My uncle bought the boat."], ["Mia zia ha comprato la barca."])
    (sure,) = case.alone.every
    assert sure.severity == "critical"
    (against,) = [one for one in case.heard({0: "My uncle bought the boat."}).every if one.rule == sure.rule]
    assert (against.severity, against.witness) == ("major", "agrees")
    doubtful = replace(sure, evidence=(*sure.evidence, ("member-own", 0.9)), confidence=0.7, severity="major")
    heard = case.heard({0: "My aunt bought the boat."}, replace(case.alone, every=(doubtful,)))
    (borne_out,) = [one for one in heard.every if one.rule == sure.rule]
    assert (borne_out.severity, borne_out.witness) == ("major", "parts")


def test_a_rule_is_no_louder_by_the_witness_than_the_witness_is(encoder: UseEncoder) -> None:
    case = Case(
        encoder,
        ["The nurse opened the window before breakfast."],
        ["L'infermiera aprì la finestra in cucina prima della colazione."],
    )
    (before,) = case.alone.every
    (after,) = case.heard({0: "The nurse opened the kitchen window before breakfast."}).findings
    assert (after.rule, after.severity) == (before.rule, "minor")
    assert after.confidence > before.confidence


def test_what_a_translator_copies_makes_nothing_surer(encoder: UseEncoder) -> None:
    case = Case(encoder, ["The club has 48 members."], ["Il club ha 84 membri."])
    (before,) = case.alone.findings
    (after,) = case.heard({0: "The club has 84 members."}).findings
    assert (after.confidence, after.witness) == (before.confidence, "parts")


def test_the_same_word_in_the_back_translation_quietens_whatever_else_parts(encoder: UseEncoder) -> None:
    source = "Her uncle sold 40 cows in spring."
    case = Case(encoder, [source], ["Sua zia ha venduto 30 mucche in primavera."])
    before = next(finding for finding in case.alone.findings if finding.kind == "relation")
    heard = case.heard({0: "Her uncle sold 30 cows in the spring, said her neighbour."})
    after = next(finding for finding in heard.findings if finding.kind == "relation")
    assert after.confidence < before.confidence


def test_what_the_back_translation_does_not_bear_out_is_quieter(encoder: UseEncoder) -> None:
    case = Case(encoder, ["The club has 48 members."], ["Il club ha 84 membri."])
    (before,) = case.alone.findings
    (after,) = case.heard({0: "The club has 48 members."}).findings
    assert after.confidence < before.confidence
    assert after.witness == "agrees"


@pytest.mark.parametrize(
    ("source", "target", "back", "borne_out"),
    [
        (
            "The insurer, which paid the museum in 1975, has closed.",
            "L'assicuratore, che fu pagato dal museo nel 1975, ha chiuso.",
            "The insurer, which was paid by the museum in 1975, has closed.",
            True,
        ),
        (
            "Anna Conti, the club's branch secretary, resigned.",
            "Anna Conti, segretaria generale del club, si è dimessa.",
            "Anna Conti, the club's general secretary, resigned.",
            False,
        ),
    ],
)
def test_what_a_wrong_word_says_translated_back_does_not_agree(
    encoder: UseEncoder, source: str, target: str, back: str, borne_out: bool
) -> None:
    """Most words of a wrong sentence are right, and so are those of its back-translation: who pays whom is in
    the small words, and *general* stands beside the secretary of both. Who pays whom it bears out besides.
    """
    case = Case(encoder, [source], [target])
    (before,) = case.alone.findings
    after = next(finding for finding in case.heard({0: back}).findings if finding.rule == before.rule)
    assert (after.confidence > before.confidence) is borne_out
    assert borne_out or after.confidence == before.confidence
    assert after.witness != "agrees"


@pytest.mark.parametrize(
    ("back", "agrees"),
    [
        ("The harbour closed, although the storm was over.", True),
        ("The harbour closed, although late, and the storm was over.", False),
    ],
)
def test_a_small_word_agrees_with_what_comes_after_it(encoder: UseEncoder, back: str, agrees: bool) -> None:
    case = Case(
        encoder,
        ["The harbour closed although the storm was over."],
        ["Il porto chiuse perché la tempesta era finita."],
    )
    (found,) = [one for one in case.heard({0: back}).findings if one.rule == "connective-differs"]
    assert (found.witness == "agrees") is agrees


def test_the_same_words_in_another_order_do_not_agree(encoder: UseEncoder) -> None:
    case = Case(
        encoder, ["His uncle warned the baker in the square."], ["Il fornaio avvertì sua zia in piazza."]
    )
    heard = case.heard({0: "The baker warned his uncle in the square."})
    assert {one.rule for one in heard.findings} == {one.rule for one in case.alone.findings}
    assert not [one for one in heard.findings if one.witness == "agrees"]


def test_what_it_said_before_is_forgotten(encoder: UseEncoder) -> None:
    """A reader hears it sentence by sentence."""
    case = Case(encoder, ["The club has 48 members."], ["Il club ha 84 membri."])
    heard = case.heard({0: "The society closed."})
    assert case.heard({}, heard) == case.alone
    assert case.heard({0: "The club has 84 members."}, heard) == case.heard({0: "The club has 84 members."})


def test_a_good_back_translation_says_nothing(encoder: UseEncoder) -> None:
    case = Case(
        encoder,
        ["The mayor said the new bridge would open in May.", "Nobody had lived in the house for ten years."],
        [
            "Il sindaco ha detto che il nuovo ponte aprirà a maggio.",
            "Nessuno viveva nella casa da dieci anni.",
        ],
    )
    said = {
        0: "The mayor said that the new bridge will open in May.",
        1: "No one lived there for 10 years.",
    }
    assert case.heard(said).findings == case.alone.findings == ()


@pytest.mark.parametrize(
    ("source", "target", "back", "told"),
    [
        ("The baker sold bread.", "Il fornaio vendette anche pane.", "The baker also sold bread.", 1),
        ("Even the baker left.", "Il fornaio se ne andò.", "The baker left.", 1),
        ("The baker sold bread.", "Il fornaio vendette pane.", "The baker also sold bread.", 0),
        ("The baker sold bread too.", "Il fornaio vendette anche pane.", "The baker also sold bread.", 0),
        ("Even the baker left.", "Se ne andò perfino il fornaio.", "The baker left.", 0),
        # of a set phrase
        ("The baker has sold bread since May.", "Il fornaio vende pane già da maggio.",
         "The baker has sold bread already since May.", 0),
    ],
)  # fmt: skip
def test_a_small_word_counts_where_the_target_bears_it_out(
    encoder: UseEncoder, source: str, target: str, back: str, told: int
) -> None:
    found = Case(encoder, [source], [target]).heard({0: back})
    assert len([one for one in found.findings if one.rule == "back-translation-claim"]) == told


@pytest.mark.parametrize(
    ("source", "target", "back", "told"),
    [
        (
            "The council may repair the old bridge if nobody objects.",
            "Il consiglio riparerà il vecchio ponte se nessuno si oppone.",
            "The council will repair the old bridge if nobody objects.",
            ("may repair", "will repair"),
        ),
        (
            "The council may repair the old bridge if nobody objects.",
            "Forse il consiglio riparerà il vecchio ponte se nessuno si oppone.",
            "Perhaps the council will repair the old bridge if nobody objects.",
            None,
        ),
        (
            "The lawyer said that her client would sell the farm.",
            "L'avvocata ha detto che la cliente venderà la fattoria.",
            "The lawyer said that her client will sell the farm.",
            None,
        ),
    ],
)
def test_one_verb_is_put_beside_itself(
    encoder: UseEncoder, source: str, target: str, back: str, told: tuple[str, str] | None
) -> None:
    """Its helpers are compared; what hedges beside them stands for a helper."""
    found = own(Case(encoder, [source], [target]).heard({0: back}))
    moods = [one for one in found if one.rule == "back-translation-mood"]
    assert [(one.source_value, one.target_value) for one in moods] == (
        [tuple(f"“{said}”" for said in told)] if told else []
    )


@pytest.mark.parametrize(("language", "other"), [("en", "it"), ("it", "en")])
def test_every_small_word_has_one_in_the_other_language_that_does_the_same(language: str, other: str) -> None:
    there = {role for word in word_list(other, "claims") for role in function_words(other)[word]}
    assert not [
        word for word in word_list(language, "claims") if there.isdisjoint(function_words(language)[word])
    ]


def test_a_word_the_machine_left_or_garbled_is_its_own_slip(encoder: UseEncoder) -> None:
    case = Case(
        encoder,
        ["The mayor opened the new bridge over the river on Monday."],
        ["Lunedì il sindaco ha inaugurato il nuovo ponte sul fiume."],
    )
    assert not own(case.heard({0: "On Monday the mayor inaugurato the new bridge over the river."}))
    assert not own(case.heard({0: "On Monday the mayor opened the new new bridge bridge over the river."}))


@pytest.mark.parametrize(
    ("source", "target", "back", "told"),
    [
        (
            "They found cash in a drawer at the mill.",
            "Al mulino trovarono denaro in contante in un cassetto.",
            "At the mill they found cash in accountant in a drawer.",
            0,
        ),
        (
            "They found cash in a drawer at the mill.",
            "Al mulino trovarono il contante di un ragioniere in un cassetto.",
            "At the mill they found cash of an accountant in a drawer.",
            1,
        ),
        (
            "The men drank seawater on the raft.",
            "Gli uomini bevvero acqua di mare sulla zattera.",
            "The men drank sea water on the raft.",
            0,
        ),
        (
            "The men drank water on the raft.",
            "Gli uomini bevvero acqua di mare sulla zattera.",
            "The men drank sea water on the raft.",
            1,
        ),
        (
            "The ferry left the harbour at noon.",
            "Il traghetto lasciò il porto a mezzogiorno.",
            "The lonely ferry left the harbour at noon.",
            0,
        ),
        (
            "The ferry left the harbour at noon.",
            "Il traghetto solitario lasciò il porto a mezzogiorno.",
            "The lonely ferry left the harbour at noon.",
            1,
        ),
    ],
)
def test_what_is_put_in_counts_where_the_target_has_a_word_for_it(
    encoder: UseEncoder, source: str, target: str, back: str, told: int
) -> None:
    """Not what a dictionary calls another word of the target's, nor part of a word of the source's."""
    heard = Case(encoder, [source], [target]).heard({0: back})
    assert len([one for one in own(heard) if one.rule == "back-translation-added"]) == told


@pytest.mark.parametrize(
    "slip", ["", "Lunedì il sindaco ha inaugurato il nuovo ponte sul fiume.", "On", "on " * 90]
)
def test_what_is_no_translation_says_nothing(encoder: UseEncoder, slip: str) -> None:
    """Nothing at all, the target as it stands, a beginning, a loop."""
    target = ["Lunedì il sindaco ha inaugurato il nuovo ponte sul fiume."]
    case = Case(encoder, ["The mayor opened two new bridges over the river on Monday."], target)
    assert case.heard({0: slip}) == case.alone


def test_a_poor_engine_is_not_told_sentence_by_sentence(encoder: UseEncoder) -> None:
    source = [f"The mayor of town {number} opened the new bridge." for number in range(6)]
    target = [f"Il sindaco della città {number} ha aperto il nuovo ponte." for number in range(6)]
    poor = {n: f"The sindaco of town {n} cut the recent river." for n in range(6)}
    assert not own(Case(encoder, source, target).heard(poor))


def test_only_whole_pairs_are_compared(encoder: UseEncoder) -> None:
    """Not what has no counterpart, and not half of what was translated."""
    source = ["The cat sleeps.", "The council sold the old bridge of the harbour.", "The pope smiles."]
    target = ["Il gatto dorme.", "Il consiglio dipinse il vecchio ponte del porto.", "Il papa sorride."]
    case = Case(encoder, source, target, "0= =0 1,2=1,2")
    assert not own(case.heard({0: "Nonsense.", 1: "The council painted the old bridge of the harbour."}))
    whole = case.heard(
        {0: "Nonsense.", 1: "The council painted the old bridge of the harbour.", 2: "The pope smiles."}
    )
    assert any(finding.witness == "parts" for finding in whole.findings)


def test_the_comparison_hears_it_too(encoder: UseEncoder) -> None:
    """In the order of the text and with ids of their own."""
    case = Case(encoder, ["The cat sleeps.", "Two people died."], ["Il gatto dorme.", "Morirono."])
    said = {0: "The cat does not sleep.", 1: "Ten people died."}
    every = compare(case.source, case.target, case.alignment, encoder, said)
    assert every == case.heard(said)
    assert len({finding.id for finding in every.every}) == len(every.every)


def test_what_the_witness_may_change_is_translated_first(encoder: UseEncoder) -> None:
    """The sentence under the cursor, then those with a doubtful or critical finding; no other."""
    source = ["The cat sleeps.", "The club has 48 members.", "It rains.", "The sun is low."]
    target = ["Il gatto dorme.", "Il club ha 84 membri.", "Piove.", "Il sole è basso."]
    case = Case(encoder, source, target)
    (sure,) = case.alone.every
    doubtful = replace(sure, confidence=0.7)

    def order(finding: Finding) -> tuple[int, ...]:
        return worth_translating([finding], case.source, case.target, case.alignment, here=(3,))

    assert order(doubtful) == (3, 1)
    assert order(sure) == (3, 1)
    assert order(replace(sure, confidence=0.99, ceiling="major")) == (3,)


def test_every_rule_of_the_witness_belongs_to_it() -> None:
    rules = [rule for rule, family in family_names().items() if family == "witness"]
    assert len(rules) == 9
    assert all(rule.startswith("back-translation") for rule in rules)


def test_of_many_small_things_the_surest_is_told(encoder: UseEncoder) -> None:
    """What the other sentences say, too, stays among what is less sure."""
    words = [("ferry", "traghetto"), ("nurse", "infermiera"), ("baker", "fornaio"), ("judge", "giudice")]
    case = Case(
        encoder,
        [f"The {english} left the old harbour at noon." for english, _ in words],
        [f"Il {italian} solitario lasciò il vecchio porto a mezzogiorno." for _, italian in words],
    )
    said = case.heard(
        {at: f"The lonely {english} left the old harbour at noon." for at, (english, _) in enumerate(words)}
    )
    told = [finding for finding in said.every if finding.kind == WITNESS]
    assert len(own(said)) == 1 < len(told)
    assert max(told, key=lambda finding: finding.confidence) in own(said)


def test_a_long_article_is_heard_part_by_part(encoder: UseEncoder) -> None:
    """Each part as if it stood alone: what parts in the first and in the last sentence is found in both."""
    count = 450
    source = [f"The gardener was singing at gate {number} when the ferry came in." for number in range(count)]
    target = [f"Il giardiniere tossiva al cancello {n} quando arrivò il traghetto." for n in range(count)]
    back = dict(enumerate(source))
    for number in (0, count - 1):
        back[number] = source[number].replace("singing", "coughing")
    case = Case(encoder, source, target)
    what = said(AlignedPair(case.source, case.target, case.alignment, encoder), back)
    heard = [
        list(part.beads) for part in parts(what, [section.beads.start for section in sections(what.pair)])
    ]
    assert len(heard) > 1
    assert [bead for beads in heard for bead in beads] == list(range(count))
    found = own(case.heard(back))
    assert [case.words(one)[0] for one in found] == [["singing"], ["singing"]]
    assert [case.source.sentence_at(one.source[0].start) for one in found] == [0, count - 1]
    assert not own(case.heard({}, case.heard(back)))
