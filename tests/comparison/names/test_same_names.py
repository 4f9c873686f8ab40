"""Names that are the same, however they are written, and capitals that are no names."""

import pytest
from one_bead import found, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.names import FAMILY as NAMES

RESPELT = [
    ("Then Zelenskyy rang Dmitry Peskov.", "Poi Zelensky chiamò Dmitrij Peskov."),
    ("We met in Kyiv with Khrushchev.", "Ci incontrammo a Kiev con Krusciov."),
    ("They spoke with Günther Müller.", "Parlarono con Guenther Mueller."),
    ("They praised the Adidas Centre.", "Lodarono l’Adidas Center."),
    ("Both Morettis stayed in Crotone.", "I due Moretti rimasero a Crotone."),
]
EXONYMS = [
    ("She flew from London to Moscow by way of Brussels.", "Volò da Londra a Mosca passando per Bruxelles."),
    ("The US and the UK warned the UN.", "Gli Stati Uniti e il Regno Unito avvertirono l’ONU."),
    ("Nato asked the European Union for help.", "La NATO chiese aiuto all’UE."),
    ("He moved to The Hague, then to Cologne.", "Si trasferì all’Aia, poi a Colonia."),
    ("The Russian and the Dutch teams left.", "Le squadre russa e olandese partirono."),
    ("They live in Switzerland.", "Sono svizzeri."),
    ("The White House was silent.", "La Casa Bianca tacque."),
    ("Pope Francis greeted Queen Elizabeth.", "Papa Francesco salutò la regina Elisabetta."),
]
METONYMS = [
    ("Moscow agreed to the talks.", "La Russia acconsentì ai colloqui."),
    ("Ukraine was not asked.", "Kiev non fu interpellata."),
    ("The White House was silent.", "Gli Stati Uniti tacquero."),
]
INITIALS = [
    ("The Bank of Common Good (BCG) closed.", "La BCG ha chiuso."),
    ("A report by Rand was quoted.", "È stato citato un rapporto della RAND."),
    ("The WHO and the IMF agree.", "L’OMS e il FMI sono d’accordo."),
    ("A book by J. R. Fischlin.", "Un libro di J.R. Fischlin."),
    ("A book by J. R. Fischlin.", "Un libro di R. Fischlin."),
    ("Workers from the EU left.", "Sono partiti i lavoratori europei."),
]
EASTERN = [
    ("Mori Takeshi left Kyoto for Osaka.", "Takeshi Mori è partito da Kyoto per Osaka."),
    (
        "Chen Hao met Wang Fang in Beijing and Nanjing.",
        "Chen Hao ha incontrato Wang Fang a Pechino e Nanchino.",
    ),
    ("Tokyo and Seoul agreed.", "Tokyo e Seul erano d’accordo."),
    ("The ferry from Guangzhou sank.", "Il traghetto da Canton è affondato."),
    ("They met on Tiananmen Square.", "Si incontrarono in piazza Tienanmen."),
    ("The Rhône flows past Lyon.", "Il Rodano passa per Lione."),
    ("A tanker left the Persian Gulf for Kolkata.", "Una petroliera lasciò il Golfo Persico per Calcutta."),
]
NO_NAMES = [
    ("The meeting opens late.", "La riunione si apre tardi."),
    ("The Defence Secretary spoke on Monday in April.", "Il segretario alla Difesa parlò lunedì in aprile."),
    ("Farmers Fear Dry Summer After Warm Spring", "Gli agricoltori temono un’estate secca dopo la primavera"),
    ("I think the School of Economics is right.", "Credo che la scuola di Economia abbia ragione."),
    ("Nice to see you.", "Che bello vederti."),
    ("Tell him yes.", "Dirgli di sì."),
    ("Furthermore, it rained.", "Inoltre pioveva."),
    ("“Perhaps,” he said.", "“Forse”, disse."),
    ("The Methodist church is old.", "La chiesa metodista è antica."),
    ("She cried: “Enough!”", "Gridò: “Basta!”"),
    ("The chairman of the board wrote to the ministry.", "Il Presidente del Consiglio scrisse al Ministero."),
]


@pytest.mark.parametrize(("source", "target"), RESPELT + EXONYMS + METONYMS + INITIALS + EASTERN + NO_NAMES)
def test_a_name_written_otherwise_is_no_finding(source: str, target: str) -> None:
    assert found(NAMES, source, target) == []


@pytest.mark.parametrize(("source", "target"), RESPELT + EXONYMS)
def test_the_italian_may_be_the_original(source: str, target: str) -> None:
    assert found(NAMES, target, source, "it en") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["Anna Keller left.", "She was tired."], ["Anna Keller partì.", "Keller era stanca."]),
        (
            ["The talks with Keller began.", "Then they ended."],
            ["I colloqui iniziarono.", "Poi quelli con Keller finirono."],
        ),
        (["We asked Jonas Keller.", "He agreed."], ["Abbiamo chiesto a Keller.", "Jonas ha accettato."]),
        (["Only Mr. Keller stayed."], ["Rimase soltanto Jonas Keller."]),
    ],
)
def test_a_name_that_stands_elsewhere_was_only_replaced(source: list[str], target: list[str]) -> None:
    assert list(findings_of(NAMES, pair_of(source, target))) == []


def test_what_has_no_counterpart_at_all_is_not_compared() -> None:
    """A sentence without a counterpart is said to be missing; its names are not told again."""
    pair = pair_of(["It rained."], ["Pioveva.", "Lo ha visto Jonas Keller."], "0=0 =1")

    assert list(findings_of(NAMES, pair)) == []


def test_a_language_without_data_compares_the_letters() -> None:
    """Names are compared letter by letter where no list and no lemma knows the language."""
    assert found(NAMES, "We met Jonas Keller in Oslo.", "Ni renkontis Jonas Keller en Oslo.", "en eo") == []
