"""Who did what to whom."""

import pytest
from one_bead import found, marked, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.polarity import stretches
from tui.comparison.roles import FAMILY as ROLES
from tui.comparison.roles.frames import frame_of
from tui.comparison.roles.reading import Reading

EXCHANGED = [
    ("The old bishop greeted the new bishop.", "Il nuovo vescovo salutò il vecchio vescovo."),
    ("The general guides the army.", "L'esercito guida il generale."),
    ("The doctor sued the lawyer.", "L’avvocato ha querelato il medico."),
    ("The doctor thanked the lawyer.", "L’avvocato ha ringraziato il medico."),
    ("Hungary invited Greece.", "La Grecia ha invitato l'Ungheria."),
    ("On Sunday, Norway invaded Denmark.", "Domenica, la Danimarca ha invaso la Norvegia."),
    ("The soldiers were defeated by the peasants.", "I contadini furono sconfitti dai soldati."),
    ("The soldiers defeated the peasants.", "I contadini hanno sconfitto i soldati."),
    ("The nurses served dinner to the guests.", "Gli ospiti hanno servito la cena agli infermieri."),
    ("The mayor must answer the judge.", "Il giudice deve rispondere al sindaco."),
    ("Rossi said that Conti lied.", "Conti ha detto che Rossi ha mentito."),
    ("Which doors does the key open?", "Quali porte aprono la chiave?"),
    ("The dog of the president scared the doctor.", "Il medico ha spaventato il cane del presidente."),
    ("The strike resulted in a long delay.", "Un lungo ritardo ha provocato lo sciopero."),
]

SAME = [
    ("The shop opens before the bank does.", "La banca apre dopo il negozio."),
    ("The tool fits mixed linear models.", "Lo strumento adatta modelli lineari misti."),
    ("The farmers who fear hail keep their nets.", "I contadini che temono la grandine tengono le reti."),
    # a verb that shares its subject with another
    (
        "Enter the changes by hand or solve a riddle to see them.",
        "Inserisci le modifiche o risolvi un enigma per vederle.",
    ),
    (
        "This duchy lasted from the ninth century until 1893 and controlled much of the trade.",
        "Questo ducato è durato dal nono secolo fino al 1893 e controllava gran parte del commercio.",
    ),
    ("One case implies all the cases.", "Tutti i casi sono implicati da un caso."),
    ("The program calls the programs.", "I programmi sono chiamati dal programma."),
    ("The doctor sued the lawyer.", "Il medico ha querelato l’avvocato."),
    ("The doctor sued the lawyer.", "L’avvocato è stato querelato dal medico."),
    ("The soldiers were defeated by the peasants.", "I contadini hanno sconfitto i soldati."),
    ("The soldiers were defeated by the peasants.", "I soldati furono sconfitti dai contadini."),
    ("The doctor sued the lawyer.", "L’avvocato, lo ha querelato il medico."),
    ("The lawyer that the doctor sued left.", "L’avvocato che il medico ha querelato è partito."),
    ("The lawyer that the doctor sued left.", "L’avvocato che ha querelato il medico è partito."),
    ("The colour of the house suits the garden.", "Il colore della casa si adatta al giardino."),
    ("The children like the garden.", "Ai bambini piace il giardino."),
    ("The delegation met the minister.", "Il ministro ha incontrato la delegazione."),
    ("Heavy rain damaged the harvest.", "Il raccolto è stato danneggiato dalle forti piogge."),
    ("Which doors does the key open?", "Quali porte apre la chiave?"),
    ("Rossi said that Conti lied.", "Rossi ha detto che Conti ha mentito."),
    ("The citizens must accept that the law changes.", "I cittadini devono accettare che la legge cambi."),
    ("The doctor is a friend of the lawyer.", "L’avvocato è un amico del medico."),
    ("The strike resulted in a long delay.", "Lo sciopero ha provocato un lungo ritardo."),
]


@pytest.mark.parametrize(("source", "target"), EXCHANGED)
def test_two_who_changed_places_are_told(source: str, target: str) -> None:
    findings = found(ROLES, source, target)
    assert [one.kind for one in findings] == ["role"]
    assert findings[0].severity in ("critical", "major")


@pytest.mark.parametrize(("source", "target"), SAME)
def test_other_orders_of_words_are_no_difference(source: str, target: str) -> None:
    assert not found(ROLES, source, target)


@pytest.mark.parametrize(
    ("source", "target", "rule"),
    [
        (
            "The president's letter to the doctor was short.",
            "La lettera del medico al presidente era breve.",
            "ends",
        ),
        ("The train from Rome to Paris was late.", "Il treno da Parigi a Roma era in ritardo.", "ends"),
        ("Germany sells more cars than France.", "La Francia vende più auto della Germania.", "comparison"),
        (
            "The men won 4 medals and the women 9.",
            "Gli uomini hanno vinto 9 medaglie e le donne 4.",
            "counts",
        ),
    ],
)
def test_two_without_a_verb_between_them_are_told(source: str, target: str, rule: str) -> None:
    assert [one.rule.partition("-")[0] for one in found(ROLES, source, target)] == [rule]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The train from Rome to Paris was late.", "Il treno per Parigi da Roma era in ritardo."),
        ("Germany sells more cars than France.", "La Francia vende meno auto della Germania."),
        ("The train is longer than the bus.", "L’autobus è più corto del treno."),
        ("The men won 4 medals and the women 9.", "Le donne hanno vinto 9 medaglie e gli uomini 4."),
        ("By 31 December 2006 they won 4 medals.", "Entro il 31 dicembre del 2006 hanno vinto 4 medaglie."),
    ],
)
def test_the_same_order_in_other_words_is_no_difference(source: str, target: str) -> None:
    assert not found(ROLES, source, target)


def test_a_passive_may_leave_out_its_subject() -> None:
    assert [
        one.kind for one in found(ROLES, "She beat the champion.", "È stata superata dalla campionessa.")
    ] == ["role"]


def test_the_message_says_who_did_it_on_each_side() -> None:
    pair = pair_of(["The doctor sued the lawyer."], ["L’avvocato ha querelato il medico."])
    finding = findings_of(ROLES, pair)[0]
    assert (
        finding.message
        == "In the source the doctor sued the lawyer; in the target the lawyer sued the doctor."
    )
    assert marked(finding, pair) == ("The doctor sued the lawyer", "L’avvocato ha querelato il medico")


def test_the_italian_may_be_the_source() -> None:
    findings = found(ROLES, "L’avvocato ha querelato il medico.", "The doctor sued the lawyer.", "it en")
    assert [one.kind for one in findings] == ["role"]


def test_a_language_without_its_table_says_nothing() -> None:
    assert not found(ROLES, "The doctor sued the lawyer.", "Le boulanger a poursuivi le meunier.", "en fr")


def test_a_name_of_another_than_the_pronoun_takes_up_is_told() -> None:
    source = ["Her firm sued the bank in March and won.", "It gave the money to a hospital."]
    before = "La sua ditta fece causa alla banca a marzo e vinse."
    other, same, left = (
        findings_of(ROLES, pair_of(source, [before, after]))
        for after in (
            "La banca diede il denaro a un ospedale.",
            "La ditta diede il denaro a un ospedale.",
            "Diede il denaro a un ospedale.",
        )
    )
    assert [one.message for one in other] == [
        "“It” in the source goes on about the subject of the sentence before; "
        "the target goes on about “La banca”, which is another."
    ]
    assert not same
    assert not left


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("She moved to Turin in spring.", "In primavera si è trasferita da Torino.", True),
        ("The train from Naples was full.", "Il treno per Napoli era pieno.", True),
        ("She moved to Turin in spring.", "In primavera si è trasferita a Torino.", False),
        ("She moved from Rome to Turin.", "Si è trasferita a Torino da Roma.", False),
        ("They went to Germany by train.", "Andarono in Germania in treno.", False),
        ("The bridge to Turin is near Milan.", "Il ponte è opera di un ingegnere da Torino.", False),
        ("They came back to see Rossi.", "Tornarono da Rossi.", False),
    ],
)
def test_where_something_moves_is_compared(source: str, target: str, told: bool) -> None:
    findings = found(ROLES, source, target)
    assert bool(findings) == told
    assert all(one.rule == "goal-turned" and one.severity != "minor" for one in findings)


@pytest.mark.parametrize(
    ("source", "verb", "acts"),
    [
        ("A judge lifted a tax levied on the mill.", "levied", False),
        ("The mill levied a tax on the farmers.", "levied", True),
    ],
)
def test_what_is_done_to_an_object_is_no_act_of_it(source: str, verb: str, *, acts: bool) -> None:
    stretch = next(iter(stretches(pair_of([source], ["Nulla."]))))[0]
    reading = Reading.of(stretch)
    assert reading is not None
    frame = frame_of(reading, reading.keys.index(verb), frozenset())
    assert (frame is not None) == acts
