"""A quantity that differs is one finding that marks both places and says both values."""

import pytest
from by_hand import Zeros, article_of
from quantities_of import differences, differences_of, said

from tui.alignment import AlignedPair, Alignment, Bead
from tui.comparison.compare import findings_of
from tui.comparison.quantities import FAMILY as QUANTITIES

DIFFERENT = [
    # source, target, kind, marked in the source, marked in the target
    ("The sixth classes went home.", "Le quinte classi andarono a casa.", "number", "sixth", "quinte"),
    ("The council voted 14 to 9.", "Il consiglio ha votato 41 a 9.", "number", "14", "41"),
    ("He has twelve dogs.", "Ha 21 cani.", "number", "twelve", "21"),
    ("He has six dogs.", "Ha sette cani.", "number", "six", "sette"),
    ("The two towers.", "Le tre torri.", "number", "two", "tre"),
    ("An hour later.", "Tre ore dopo.", "time", "An hour", "Tre ore"),
    ("It has 2,500 pages.", "Ha 2.600 pagine.", "number", "2,500", "2.600"),
    ("The third attempt.", "Il quarto tentativo.", "number", "third", "quarto"),
    ("His 36th book.", "Il suo 37° libro.", "number", "36th", "37°"),
    ("Hundreds fled.", "Migliaia sono fuggiti.", "number", "Hundreds", "Migliaia"),
    ("2.5 million people.", "2,5 miliardi di persone.", "number", "2.5 million", "2,5 miliardi"),
    ("Two thirds voted.", "Ha votato un terzo.", "number", "Two thirds", "un terzo"),
    ("Elizabeth II was there.", "C'era Elisabetta III.", "number", "II", "III"),
    ("They met the G7.", "Hanno incontrato il G8.", "number", "G7", "G8"),
    ("They lost 3-2.", "Hanno perso per 3-1.", "number", "2", "1"),
    (
        "It rose by 2.8 per cent.",
        "È cresciuto dello 0,8 per cento.",
        "percentage",
        "2.8 per cent",
        "0,8 per cento",
    ),
    ("A third of voters.", "Il 43 % degli elettori.", "percentage", "A third", "43 %"),
    ("It rose by 3 percentage points.", "È salito del 3 %.", "percentage", "3 percentage points", "3 %"),
    ("A fund of $3bn.", "Un fondo di 3 miliardi di euro.", "amount", "$3bn", "3 miliardi di euro"),
    ("A fund of $3bn.", "Un fondo di 3 milioni di dollari.", "amount", "$3bn", "3 milioni di dollari"),
    ("It costs 20 roubles.", "Costa 20 yen.", "amount", "20 roubles", "20 yen"),
    ("It is 200 miles away.", "Si trova a 200 chilometri.", "unit", "200 miles", "200 chilometri"),
    ("The 44-year-old.", "Il 45enne.", "time", "44-year", "45enne"),
    ("For three years.", "Per tre mesi.", "time", "three years", "tre mesi"),
    ("A decade later.", "Vent'anni dopo.", "time", "A decade", "Vent'anni"),
    ("In 2014 it began.", "È cominciato nel 2012.", "date", "2014", "2012"),
    ("It ended on April 20.", "È finita il 21 aprile.", "date", "April 20", "21 aprile"),
    ("It ended on April 20.", "È finita il 20 maggio.", "date", "April 20", "20 maggio"),
    ("It ended on April 20.", "È finita in aprile.", "date", "April 20", "aprile"),
    ("It ended in May.", "È finita a giugno.", "date", "May", "giugno"),
    ("On Tuesday it rained.", "Mercoledì è piovuto.", "date", "Tuesday", "Mercoledì"),
    ("In the 1980s.", "Negli anni ’90.", "date", "1980s", "anni ’90"),
    ("It happened yesterday.", "Succederà domani.", "date", "yesterday", "domani"),
    ("It happened last year.", "È successo quest'anno.", "date", "last year", "quest'anno"),
    ("At 5.30pm.", "Alle 18.30.", "time", "5.30pm", "18.30"),
    ("At 9am.", "Alle 19.", "time", "9am", "19"),
    ("By noon.", "Entro mezzanotte.", "time", "noon", "mezzanotte"),
    ("More than 70 people.", "Meno di 70 persone.", "number", "More than 70", "Meno di 70"),
    ("At most 70 people.", "Almeno 70 persone.", "number", "At most 70", "Almeno 70"),
    ("It fell within 80 km of us.", "È caduto a oltre 80 km da noi.", "unit", "within 80 km", "oltre 80 km"),
    ("It shuts within 40 days.", "Chiude tra oltre 40 giorni.", "time", "within 40 days", "oltre 40 giorni"),
    ("400 kW or less.", "Oltre 400 kW.", "unit", "400 kW or less", "Oltre 400 kW"),
    ("At 5.30pm.", "Alle 5.30.", "time", "5.30pm", "5.30"),
    ("At 12.15am.", "A mezzanotte e mezza.", "time", "12.15am", "mezzanotte e mezza"),
    ("In the second quarter.", "Nel terzo trimestre.", "number", "second", "terzo"),
    ("The first world war.", "La seconda guerra mondiale.", "number", "first", "seconda"),
    ("It fell by half.", "È calato di un terzo.", "number", "half", "un terzo"),
    ("Twice as many came.", "È venuto il triplo.", "number", "Twice", "triplo"),
    ("They meet next week.", "Si vedono il mese prossimo.", "date", "next week", "mese prossimo"),
    ("It lasted six months.", "È durato sei settimane.", "time", "six months", "sei settimane"),
    ("It fell by half a point.", "È sceso di un punto.", "unit", "half a point", "un punto"),
    ("It was built in the spring.", "Fu costruito in autunno.", "date", "spring", "autunno"),
    ("A winter without snow.", "Un'estate senza neve.", "date", "winter", "estate"),
    ("They sold 5 tonnes of hay.", "Hanno venduto 5 quintali di fieno.", "unit", "5 tonnes", "5 quintali"),
    # turned round
    ("It fell from 20 to 10.", "È sceso da 10 a 20.", "number", "20 … 10", "10 … 20"),
    (
        "It went from 4 to 2.5 per cent.",
        "È passato dal 2,5 al 4 per cento.",
        "percentage",
        "4 … 2.5 per cent",
        "2,5 … 4 per cento",
    ),
    (
        "It rose to 12 metres from nine.",
        "È salito a nove metri da 12.",
        "unit",
        "nine … 12 metres",
        "12 … nove metri",
    ),
    # on one side only
    ("He was jailed for four months.", "È stato in carcere.", "time", "four months", ""),
    ("It happened on Friday.", "È successo.", "date", "Friday", ""),
    ("All sanctions were lifted.", "Tutte le sanzioni imposte dal 2014 sono cadute.", "date", "", "2014"),
    ("It grew.", "È cresciuto del 5 %.", "percentage", "", "5 %"),
]


@pytest.mark.parametrize(("source", "target", "kind", "in_source", "in_target"), DIFFERENT)
def test_a_quantity_that_differs_is_one_critical_finding(
    source: str, target: str, kind: str, in_source: str, in_target: str
) -> None:
    (finding,) = differences(source, target)
    assert (finding.kind, finding.severity) == (kind, "critical")
    assert said(finding, source, target) == (in_source, in_target)


def test_a_number_that_only_one_side_has_is_less_sure() -> None:
    (finding,) = differences("Both left.", "I tre se ne sono andati.")
    assert (finding.kind, finding.severity) == ("number", "major")


def test_the_message_says_both() -> None:
    (finding,) = differences("The council voted 14 to 9.", "Il consiglio ha votato 41 a 9.")
    assert finding.message == "The source says 14, the target 41."
    assert (finding.source_value, finding.target_value, finding.rule) == ("14", "41", "number-differs")


def test_a_side_that_says_nothing_has_no_value() -> None:
    (finding,) = differences("All sanctions.", "Tutte le sanzioni dal 2014.")
    assert finding.message == "Only the target says 2014."
    assert (finding.source_value, finding.target_value) == (None, "2014")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It is 200 miles away.", "Si trova a 320 km."),
        ("About 30 yards out.", "A circa 25 metri."),
        ("A 550 pound hog.", "Un maiale di 250 kg."),
        ("The 6-foot-6 forward.", "L'attaccante di 198 cm."),
        ("It was 80 degrees outside.", "C'erano quasi 27 gradi."),
        ("Between 2 and 4 inches of rain.", "Tra 5 e 10 cm di pioggia."),
    ],
)
def test_other_units_are_only_minor_when_the_conversion_holds(source: str, target: str) -> None:
    found = differences(source, target)
    assert found
    assert {(f.severity, f.rule) for f in found} == {("minor", "conversion")}
    assert "the conversion holds" in found[0].message


def test_a_measure_given_again_in_other_units_may_be_left_out() -> None:
    (finding,) = differences("In 30 meters (100 feet) of water.", "In 30 metri d'acqua.")
    assert (finding.severity, finding.rule) == ("minor", "conversion")
    assert finding.message == "Only the source says 100 feet, the same in other units."


def test_a_conversion_that_does_not_hold_is_critical() -> None:
    (finding,) = differences("It is 200 miles away.", "Si trova a 230 km.")
    assert (finding.severity, finding.kind) == ("critical", "unit")


def test_notation_left_in_the_other_language_is_said_to_be_ambiguous() -> None:
    """An Italian reader takes `1,500` for one and a half."""
    (finding,) = differences("It has 1,500 pages.", "Ha 1,500 pagine.")
    assert (finding.severity, finding.rule) == ("minor", "notation")
    assert "which reads 1.5 in its language" in finding.message


def test_an_approximation_on_one_side_only_is_minor() -> None:
    (finding,) = differences("It occupies 70 per cent.", "Occupa oltre il 70%.")
    assert (finding.severity, finding.rule, finding.target_value) == (
        "minor",
        "qualifier-alone",
        "> 70 percent",
    )


def test_a_number_that_moved_a_sentence_further_is_not_lost() -> None:
    source = ["In 2014 they met.", "They left.", "They came back."]
    target = ["Si incontrarono.", "Partirono.", "Tornarono nel 2014."]
    assert differences_of(source, target, "0=0 1=1 2=2") == []


def test_a_telling_number_far_away_is_not_lost_but_a_small_one_is() -> None:
    filler = ["They left."] * 6
    italian = ["Partirono."] * 6
    beads = " ".join(f"{i}={i}" for i in range(8))
    assert (
        differences_of(["In 2014 it was.", *filler, "It is."], ["Era.", *italian, "È dal 2014."], beads) == []
    )
    small = differences_of(["The five met.", *filler, "It is."], ["Era.", *italian, "È dei cinque."], beads)
    assert [f.message for f in small] == ["Only the source says five.", "Only the target says cinque."]


def test_two_changed_days_do_not_excuse_each_other() -> None:
    found = differences_of(
        ["It began on Tuesday.", "It ended on Wednesday."],
        ["Cominciò mercoledì.", "Finì giovedì."],
        "0=0 1=1",
    )
    assert [(f.source_value, f.target_value) for f in found] == [
        ("Tuesday", "Wednesday"),
        ("Wednesday", "Thursday"),
    ]


def test_a_value_that_the_other_side_has_near_by_is_told_quietly() -> None:
    """A number said twice and translated once is no error of number."""
    found = differences_of(
        ["It rose to 2.6 and then to 2.6.", "So it was."], ["Salì a 2,6.", "Così fu."], "0=0 1=1"
    )
    assert [(f.severity, f.message) for f in found] == [
        ("minor", "Only the source says 2.6; the target has it near by.")
    ]


def test_what_stands_in_a_sentence_without_a_counterpart_is_left_to_that_sentence() -> None:
    assert differences_of(["It rained.", "It cost $5."], ["Pioveva."], "0=0 1=") == []


def test_an_age_said_in_a_sentence_of_its_own_is_not_lost() -> None:
    found = differences_of(
        ["The tuner died in Oslo.", "He was 88."], ["L’accordatore è morto a Oslo a 88 anni."], "0=0 1="
    )
    assert found == []


def test_a_finding_is_less_sure_where_the_sentences_hardly_correspond() -> None:
    sure, doubtful = (
        next(iter(findings_of(QUANTITIES, _pair_with_score(score)))).confidence for score in (0.9, 0.2)
    )
    assert 0 < doubtful < sure


def _pair_with_score(score: float) -> AlignedPair:
    source, target = article_of([["In 2014 it rained."]]), article_of([["Nel 2015 pioveva."]], "it")
    return AlignedPair(source, target, Alignment((Bead((0,), (0,), score),)), Zeros())


def test_another_currency_throughout_is_told_once() -> None:
    """Examples told in the reader's own currency; a single exchange is told loudly."""
    prices = range(21, 26)
    source = article_of([[f"It costs ${price}." for price in prices]])
    target = article_of([[f"Costa {price} €." for price in prices]], "it")
    beads = tuple(Bead((n,), (n,), 1.0) for n in range(len(prices)))
    pair = AlignedPair(source, target, Alignment(beads), Zeros())

    assert [finding.severity for finding in findings_of(QUANTITIES, pair)] == ["critical"]
